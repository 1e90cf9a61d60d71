/** Works an import off until it is killed, or done. */
import { createReadStream } from 'node:fs'
import { systemCtx } from '#base/context.ts'
import { openDatabase } from '#base/db/database.ts'
import { deriveSecrets } from '#base/secrets.ts'
import { openVault } from '#modules/members/api.ts'
import { getImport } from '#modules/members/imports/import.ts'
import { readTextRows } from '#modules/members/imports/read-file.ts'
import { walkList } from '#modules/members/imports/walk.ts'

const connection = openDatabase({ url: process.env.DATABASE_URL!, max: 3 })
const ctx = systemCtx(connection.db, 'victim')
process.stdout.write('ready\n')
await walkList(
  ctx,
  await getImport(ctx, process.env.IMPORT_ID!),
  readTextRows(createReadStream(process.env.LIST!), ','),
  {
    mode: 'run',
    vault: openVault(deriveSecrets(Buffer.alloc(32, 7).toString('base64url'))),
    fields: [],
    zone: 'Asia/Shanghai',
    signal: new AbortController().signal,
    progress: async () => undefined,
  },
)
await connection.close()
