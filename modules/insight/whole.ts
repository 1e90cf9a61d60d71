/**
 * Whether the warehouse knows all that the log held at a moment. Being a few minutes behind does little harm to who
 * reads a figure; but while a history is loaded or the tables are filled again, a few minutes may be half of all that
 * ever happened, and whoever held figures against a line then would call out about what is merely not there yet.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Ctx } from '#base/context.ts'
import { problems } from '#base/http/problem.ts'
import type { InsightParts } from './parts.ts'

interface State {
  readonly generation: string | null
  readonly reached: boolean
}

export interface Whole {
  /** Throws `warehouse_unavailable` when what was asked since may have been asked of a part. */
  stillWhole(ctx: Ctx): Promise<void>
}

/** Seconds that are waited for what is on its way; more, and the next look will do. */
const usualPatience = 90

/**
 * Waits until everything is in the warehouse that the log holds now. Throws `warehouse_unavailable` when it is away,
 * or when that takes longer than `patience` seconds.
 */
export async function whenWhole(
  ctx: Ctx,
  { audience }: Pick<InsightParts, 'audience'>,
  signal: AbortSignal,
  patience = usualPatience,
): Promise<Whole> {
  const { rows } = await sql<{ tx: string; seq: string }>`
    select log.tx::text, log.seq from event_log as log order by log.tx desc, log.seq desc limit 1`.execute(
    ctx.db,
  )
  const head = rows[0] ?? { tx: '0', seq: '0' }
  const read = async (at: Ctx): Promise<State> => {
    const { rows: found } = await sql<State>`
      select generation::text, (tx, seq) >= (${head.tx}::xid8, ${head.seq}::bigint) as reached
        from warehouse_sink`.execute(at.db)
    return found[0] ?? { generation: null, reached: false }
  }
  for (const end = Date.now() + patience * 1_000; ; await pause(300, undefined, { signal })) {
    const state = await read(ctx)
    const fresh =
      state.reached &&
      (await audience.requireFresh(ctx).then(
        () => true,
        () => false,
      ))
    if (fresh)
      return {
        stillWhole: async (at) => {
          const now = await read(at)
          if (!now.reached || now.generation !== state.generation)
            throw problems.warehouseUnavailable({ retryAfter: 60 })
        },
      }
    if (Date.now() >= end) throw problems.warehouseUnavailable({ retryAfter: 60 })
  }
}
