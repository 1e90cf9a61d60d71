/** Ours: the same answer through the whole pipeline, for a caller whose session is looked up. */
import { z } from 'zod'
import { buildApp } from '#apps/server/app.ts'
import { signedIn } from '#base/access/access.ts'
import { readConfig } from '#base/config/config.ts'
import { openDatabase } from '#base/db/database.ts'
import { route } from '#base/http/route.ts'
import { serve } from '#base/http/serve.ts'
import { openLog } from '#base/log/log.ts'
import { defineModule } from '#base/module.ts'
import type { Parts } from '#base/parts.ts'
import { deriveSecrets } from '#base/secrets.ts'

const config = readConfig({ ...process.env, NODE_ENV: 'production', PORT: '0' })
const connection = openDatabase({ url: config.DATABASE_URL! })
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
const parts = {
  config,
  connection,
  secrets: deriveSecrets(Buffer.alloc(32, 1).toString('base64url')),
  log: openLog(),
} as Parts
const actor = { kind: 'account', accountId: '1', sessionId: '1', name: '林晓', suspended: false } as const
const app = buildApp(parts, {
  modules: [bench],
  authorise: async (request) => {
    if (!request.headers.get('cookie')) throw new Error('no cookie')
    return { actor, byCookie: true }
  },
})
const { port } = await serve(app, { HOST: '127.0.0.1', PORT: 0 })
process.on('SIGINT', () => process.exit(0))
process.on("SIGINT", () => process.exit(0))
process.send?.({ port })
