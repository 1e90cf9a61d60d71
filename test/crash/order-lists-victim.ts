/** Works a list of orders off until it is killed, or done. */
import { createReadStream } from 'node:fs'
import { systemCtx } from '#base/context.ts'
import { openDatabase } from '#base/db/database.ts'
import { getImport } from '#base/imports/import.ts'
import { readTextRows } from '#base/imports/read-file.ts'
import { walkImport } from '#base/imports/walk.ts'
import { deriveSecrets } from '#base/secrets.ts'
import { orderLists } from '#modules/commerce/orders/lists/importing.ts'
import { openVault } from '#modules/members/api.ts'

const connection = openDatabase({ url: process.env.DATABASE_URL!, max: 3 })
const ctx = systemCtx(connection.db, 'victim')
process.stdout.write('ready\n')
const kind = orderLists(openVault(deriveSecrets(Buffer.alloc(32, 7).toString('base64url'))))
await walkImport(
  ctx,
  kind,
  await getImport(ctx, kind, process.env.LIST_ID!),
  readTextRows(createReadStream(process.env.LIST!), ','),
  {
    mode: 'run',
    signal: new AbortController().signal,
    progress: async () => undefined,
  },
)
await connection.close()
