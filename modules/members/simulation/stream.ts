/**
 * The same simulation, streamed into a warehouse for benchmarks: a million members do not pass through
 * the log. Memory does not grow: one insert after the other, each a stream of text that is made while
 * it is sent. For a database of its own: one that follows the log throws out what the log has not.
 */
import { Readable } from 'node:stream'
import type { WarehouseClient } from '#base/warehouse/client.ts'
import { happeningsOf } from './behaviour.ts'
import { handOf, warehouseColumns, warehouseLine } from './lines.ts'
import { openWorld, personOf, type Settings } from './person.ts'

/** Above every number that the sequence of the log will give in this century. */
const firstSeq = 2 ** 50
/** Rows of one insert, some 120 MB: few parts, and below the size that the embedded warehouse takes. */
const perInsert = 500_000

/** Inserts everything that happens. Returns how many events that were. */
export async function streamToWarehouse(
  warehouse: Pick<WarehouseClient, 'insert'>,
  settings: Settings,
  progress: (members: number, events: number) => void = () => undefined,
): Promise<number> {
  const world = openWorld(settings)
  let index = 0
  let events = 0
  /** Text of whole members until the insert is large enough. */
  function* nextRows(): Generator<Buffer> {
    let text = ''
    const stopAt = events + perInsert
    while (index < settings.members && events < stopAt) {
      const person = personOf(world, index)
      const hand = handOf(person, String(index + 1), 'w')
      for (const happening of happeningsOf(world, person))
        text += warehouseLine(happening, hand, firstSeq + events++)
      index++
      if (text.length > 262_144) {
        yield Buffer.from(text)
        text = ''
      }
    }
    yield Buffer.from(text)
  }
  while (index < settings.members) {
    await warehouse.insert({
      table: 'event',
      columns: warehouseColumns,
      rows: Readable.from(nextRows(), { objectMode: false }),
    })
    progress(index, events)
  }
  return events
}
