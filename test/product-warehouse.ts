/** The tables of a product's warehouse, for tests that only need it to answer: empty, as on the first day. */
import { openClient } from '#base/warehouse/client.ts'
import { createDatabase, createStatements } from '#base/warehouse/schema/ddl.ts'
import { warehouseSchema } from '#base/warehouse/schema/schema.ts'
import type { TestProduct } from './product.ts'

/** Makes them when nothing follows the log; again changes nothing. */
export async function makeWarehouse({ config }: TestProduct): Promise<void> {
  const client = openClient(config.CLICKHOUSE_URL!)
  try {
    const place = { database: client.database }
    await client.command(createDatabase(place), {}, { database: false })
    for (const statement of createStatements(warehouseSchema({ timeZone: 'Asia/Shanghai' }), place))
      await client.command(statement)
  } finally {
    await client.close()
  }
}
