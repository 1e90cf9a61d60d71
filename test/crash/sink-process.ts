/** A sink in a process of its own, to be killed: `node sink-process.ts <database url> <warehouse url> <rows per batch>`. */
import { openDatabase } from '#base/db/database.ts'
import { openListener } from '#base/live/listener.ts'
import type { Log } from '#base/parts.ts'
import { startSink } from '#base/warehouse/sink/sink.ts'
import { openWarehouse } from '#base/warehouse/warehouse.ts'

const [databaseUrl, warehouseUrl, batchRows] = process.argv.slice(2) as [string, string, string]

const say = (fields: object, message: string) => {
  process.stdout.write(`${message}: ${(fields as { reason?: string }).reason ?? ''}\n`)
}
const log: Log = { debug: say, info: say, warn: say, error: say, child: () => log }
const { pool } = openDatabase({
  url: databaseUrl,
  max: 4,
  onError: (error) => say({ reason: error.message }, 'pool'),
})
startSink({
  pool,
  listener: openListener({ url: databaseUrl }),
  warehouse: openWarehouse({ url: warehouseUrl, pool }).client,
  timeZone: async () => 'Asia/Shanghai',
  log,
  batchRows: Number(batchRows),
})
process.on('disconnect', () => process.exit())
