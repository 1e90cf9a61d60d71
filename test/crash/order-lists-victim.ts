/** Works a list of orders off until it is killed, or done. */
import { createReadStream } from 'node:fs'
import { systemCtx } from '#base/context.ts'
import { openDatabase } from '#base/db/database.ts'
import { deriveSecrets } from '#base/secrets.ts'
import { getList } from '#modules/commerce/orders/lists/list.ts'
import { walkList } from '#modules/commerce/orders/lists/walk.ts'
import { openVault, readTextRows } from '#modules/members/api.ts'

const connection = openDatabase({ url: process.env.DATABASE_URL!, max: 3 })
const ctx = systemCtx(connection.db, 'victim')
process.stdout.write('ready\n')
await walkList(
  ctx,
  await getList(ctx, process.env.LIST_ID!),
  readTextRows(createReadStream(process.env.LIST!), ','),
  {
    mode: 'run',
    vault: openVault(deriveSecrets(Buffer.alloc(32, 7).toString('base64url'))),
    zone: 'Asia/Shanghai',
    signal: new AbortController().signal,
    progress: async () => undefined,
  },
)
await connection.close()
