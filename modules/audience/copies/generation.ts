/** Which tables the warehouse has: whoever keeps copies in them begins again when they are others. */
import { sql } from 'kysely'
import type { Ctx } from '#base/context.ts'
import { Problem } from '#base/http/problem.ts'
import type { Warehouse } from '#base/parts.ts'

/** The generation of the warehouse's tables, when they are those that the sink fills; undefined while they are not. */
export async function findGeneration(
  ctx: Ctx,
  warehouse: Pick<Warehouse, 'query'>,
): Promise<string | undefined> {
  const { rows } = await sql<{ generation: string }>`select generation from warehouse_sink`.execute(ctx.db)
  const states = await warehouse
    .query<{ generation: string }>('SELECT generation FROM warehouse_state')
    .catch((error: unknown) => {
      // Away, or its tables are just being made.
      if (error instanceof Problem && error.kind.status === 503) return []
      throw error
    })
  const generation = rows[0]?.generation
  return states.length === 1 && states[0]?.generation === generation ? generation : undefined
}
