/** Ours: the same answer through the whole product, for somebody whose session is in PostgreSQL. */
import { z } from 'zod'
import { buildApp } from '#apps/server/app.ts'
import { openMachinery } from '#apps/server/machinery.ts'
import { product } from '#apps/server/modules.ts'
import { openParts } from '#apps/server/parts.ts'
import { signedIn } from '#base/access/access.ts'
import { readConfig } from '#base/config/config.ts'
import { openDatabase } from '#base/db/database.ts'
import { freePort } from '#base/db/embedded.ts'
import { route } from '#base/http/route.ts'
import { serve } from '#base/http/serve.ts'
import { openLog } from '#base/log/log.ts'
import { defineModule } from '#base/module.ts'

const bench = defineModule({
  name: 'bench',
  routes: [
    route(
      {
        method: 'get',
        path: '/api/bench',
        summary: 'Answer at once',
        tag: 'bench',
        access: signedIn,
        limit: { max: 1_000_000_000, perSeconds: 60 },
        answer: z.object({ name: z.string(), members: z.number() }),
      },
      async () => ({ name: '山丘咖啡', members: 2000 }),
    ),
  ],
})

const port = await freePort()
const config = readConfig({ ...process.env, NODE_ENV: 'production', ROLES: 'web', PORT: String(port) })
const databaseUrl = config.DATABASE_URL!
const connection = openDatabase({ url: databaseUrl })
const log = openLog({ name: 'web' })
const machinery = await openMachinery({ config, connection, databaseUrl, log })
const secret = Buffer.alloc(32, 1).toString('base64url')
const parts = openParts({ config, secret, connection, log, jobs: machinery.jobs, live: machinery.live })
const { modules, authoriser } = product(parts)
await machinery.start(modules)
await serve(buildApp(parts, { authorise: authoriser.authorise, modules: [...modules, bench] }), config)

const founded = await fetch(`http://localhost:${port}/api/setup`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    owner: { name: '林晓', email: 'linxiao@example.com', password: 'Kāfēi-42-handdrip' },
    brand: { name: '山丘咖啡' },
    timeZone: 'Asia/Shanghai',
    locale: 'zh-CN',
    start: 'empty',
  }),
})
if (!founded.ok) throw new Error(await founded.text())
const cookie = founded.headers
  .getSetCookie()
  .map((each) => each.split(';')[0])
  .join('; ')
process.on('SIGINT', () => process.exit(0))
process.send?.({ port, cookie })
