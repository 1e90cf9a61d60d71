/** Follows the log until it is killed: two effects with keys, one batch that can be repeated, one that cannot. */
import { sql } from 'kysely'
import { openDatabase } from '#base/db/database.ts'
import { followLog } from '#base/facts/follow.ts'
import { openListener } from '#base/live/listener.ts'
import type { Log } from '#base/parts.ts'
import { orderPlaced } from './order.ts'

const quiet: Log = { debug() {}, info() {}, warn() {}, error() {}, child: () => quiet }
const url = process.env.DATABASE_URL!
const connection = openDatabase({ url, max: 6 })
const listener = openListener({ url })
await listener.ready

await followLog({
  connection,
  listener,
  log: quiet,
  pollMs: 100,
  consumers: [
    {
      name: 'crash effects',
      kind: 'effects',
      from: 'beginning',
      effects: ['packs the beans', 'thanks the guest'].map((does) => ({
        on: orderPlaced,
        does,
        run: async ({ db }, { props }) => {
          await sql`insert into crash_effect (kind, number) values (${does}, ${props.number})`.execute(db)
        },
      })),
    },
    {
      name: 'crash batch',
      kind: 'batch',
      batchSize: 20,
      take: async ({ db }, events) => {
        for (const { seq, props } of events)
          await sql`insert into crash_batch (seq, number) values (${seq}, ${props.number})
            on conflict do nothing`.execute(db)
      },
    },
    {
      // The control: what it does has no key, so doing it again does it twice.
      name: 'crash control',
      kind: 'batch',
      batchSize: 20,
      take: async ({ db }, events) => {
        for (const { props } of events)
          await sql`insert into crash_effect (kind, number) values ('without a key', ${props.number})`.execute(
            db,
          )
      },
    },
  ],
})
process.stdout.write('ready\n')
