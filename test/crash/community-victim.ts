/** Takes a community in until it is killed, or done. */
import { join } from 'node:path'
import { systemCtx } from '#base/context.ts'
import { openDatabase } from '#base/db/database.ts'
import { openDiskStore } from '#base/files/disk-store.ts'
import { createFiles } from '#base/files/files.ts'
import { runImport } from '#modules/content/exchange/walk.ts'

const connection = openDatabase({ url: process.env.DATABASE_URL!, max: 3 })
const home = process.env.FILES_HOME!
process.stdout.write('ready\n')
await runImport(
  systemCtx(connection.db, 'victim'),
  createFiles({ store: openDiskStore(join(home, 'files')), spoolDir: join(home, 'arriving') }),
  process.env.IMPORT_ID!,
  { signal: new AbortController().signal, progress: async () => undefined },
)
await connection.close()
