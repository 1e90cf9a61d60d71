/** Ours: the whole product over a community of 100,000, for a member whose session is in PostgreSQL. */
import { buildApp } from '#apps/server/app.ts'
import { openMachinery } from '#apps/server/machinery.ts'
import { product } from '#apps/server/modules.ts'
import { openParts } from '#apps/server/parts.ts'
import { readConfig } from '#base/config/config.ts'
import { systemCtx } from '#base/context.ts'
import { openDatabase } from '#base/db/database.ts'
import { freePort } from '#base/db/embedded.ts'
import { serve } from '#base/http/serve.ts'
import { openLog } from '#base/log/log.ts'
import { refreshIndex } from '#modules/search/api.ts'
import { loadCommunity } from './content-data.ts'

const port = await freePort()
const config = readConfig({
  ...process.env,
  NODE_ENV: 'production',
  ROLES: 'web',
  LOG_LEVEL: 'error',
  PORT: String(port),
})
const databaseUrl = config.DATABASE_URL!
const connection = openDatabase({ url: databaseUrl, max: config.DATABASE_POOL })
const log = openLog({ name: 'web' })
const machinery = await openMachinery({ config, connection, databaseUrl, log })
const secret = Buffer.alloc(32, 1).toString('base64url')
const parts = openParts({ config, secret, connection, log, jobs: machinery.jobs, live: machinery.live })
const { modules, authoriser } = product(parts)
await machinery.start(modules)
// One caller stands for thousands here: limits count, but never refuse.
const unlimited = modules.map((module) => ({
  ...module,
  ...(module.routes
    ? { routes: module.routes.map((route) => ({ ...route, limit: { max: 1_000_000_000, perSeconds: 60 } })) }
    : {}),
}))
await serve(buildApp(parts, { authorise: authoriser.authorise, modules: unlimited }), config)

const call = async (path: string, body: unknown, cookie = '') => {
  const answer = await fetch(`http://localhost:${port}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: config.baseUrl, cookie },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer
}
const owner = { name: '林晓', email: 'linxiao@example.com', password: 'Kāfēi-42-handdrip' }
const known = await findFounder()
const entered = known
  ? await call('/api/session', { email: owner.email, password: owner.password })
  : await call('/api/setup', {
      owner,
      brand: { name: '山丘咖啡' },
      timeZone: 'Asia/Shanghai',
      locale: 'zh-CN',
      start: 'empty',
    })
const cookie = entered.headers
  .getSetCookie()
  .map((each) => each.split(';')[0])
  .join('; ')
const memberId = known?.whole ? known.id : await load()
process.on('SIGINT', () => process.exit(0))
process.on('message', () => process.exit(0))
process.send?.({ port, cookie, memberId })

/** Who founded the community in a run before, and whether it was loaded whole: then he is called by his name. */
async function findFounder(): Promise<{ id: string; whole: boolean } | undefined> {
  const { rows } = await connection.pool.query<{ id: string; whole: boolean }>(
    `select id, nickname = $1 as whole from member where token = 'founder'`,
    [owner.name],
  )
  return rows[0]
}

/** Loads what is not there yet: a run that was cut off goes on where it was. */
async function load(): Promise<string> {
  const { pool, db } = connection
  const { rows } = await pool.query<{ id: string }>(
    `insert into member (token, account_id, nickname, joined_at)
     select 'founder', id, 'founder', now() from account order by id limit 1
     on conflict (account_id) do update set token = excluded.token, nickname = excluded.nickname returning id`,
  )
  const id = rows[0]!.id
  const { rows: made } = await pool.query<{ posts: string; found: string }>(
    `select (select count(*) from post) as posts, (select coalesce(max(ref_id), 0) from search_document) as found`,
  )
  if (made[0]!.posts === '0') await loadCommunity(pool, id)
  const ctx = systemCtx(db, 'bench')
  // Made anew at the end, the index of words takes a tenth of the time.
  const index = 'search_document_words'
  await pool.query('update pg_index set indisready = false where indexrelid = $1::regclass', [index])
  for (const source of modules
    .flatMap((module) => module.searchable ?? [])
    .filter(({ name }) => name === 'posts'))
    for (let after = made[0]!.found, ids: readonly string[]; ; after = ids.at(-1)!) {
      ids = await source.list(ctx, after, 500)
      if (ids.length === 0) break
      await refreshIndex(ctx, source, ids)
    }
  await pool.query(`set statement_timeout = 0; reindex index ${index}; reset statement_timeout`)
  await pool.query('vacuum analyze')
  await pool.query('update member set nickname = $2 where id = $1', [id, owner.name])
  return id
}
