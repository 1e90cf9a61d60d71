/** What a batch leaves behind besides the members: refused rows, doubles that it revealed, how far it is. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Tally } from './import.ts'
import type { Reason } from './read-row.ts'

export interface RefusedRow {
  readonly row: number
  readonly cells: readonly string[]
  readonly reasons: readonly Reason[]
}

/** Refused rows that are kept of one list; what comes behind them is counted. */
export const mostErrors = 100_000

/** Keeps refused rows with why; `before` of them are kept already. */
export async function keepErrors(
  ctx: Ctx,
  importId: Id,
  refused: readonly RefusedRow[],
  before: number,
): Promise<void> {
  const kept = refused.slice(0, Math.max(0, mostErrors - before))
  if (kept.length === 0) return
  const rows = kept.map(({ row, cells, reasons }) => ({
    row,
    cells: cells.map((cell) => cell.slice(0, 2_000)),
    reasons,
  }))
  await sql`
    insert into member_import_error (import_id, row, cells, reasons)
    select ${importId}, row, array(select jsonb_array_elements_text(cells)), reasons
      from jsonb_to_recordset(${storable(rows)}::jsonb) as given (row bigint, cells jsonb, reasons jsonb)
    on conflict (import_id, row) do update set cells = excluded.cells, reasons = excluded.reasons`.execute(
    ctx.db,
  )
}

/** PostgreSQL keeps neither NUL nor half of a pair; a damaged file may hold both. */
const storable = (rows: readonly RefusedRow[]): string =>
  JSON.stringify(
    rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell.replaceAll('\0', '').toWellFormed()) })),
  )

export const forgetErrors = async (ctx: Ctx, importId: Id): Promise<void> => {
  await ctx.db.deleteFrom('member_import_error').where('import_id', '=', importId).execute()
}

/** Members that earlier rows of this list were about, with the row. */
export async function findTouched(
  ctx: Ctx,
  importId: Id,
  memberIds: readonly Id[],
): Promise<Map<Id, number>> {
  if (memberIds.length === 0) return new Map()
  const { rows } = await sql<{ memberId: Id; row: string }>`
    select member_id as "memberId", min(row) as row from member_import_change
     where import_id = ${importId} and member_id = any(${[...memberIds]}::bigint[]) group by member_id`.execute(
    ctx.db,
  )
  return new Map(rows.map(({ memberId, row }) => [memberId, Number(row)]))
}

/** Keys of one row belong to different members: they may be one person. */
export async function keepDoubles(
  ctx: Ctx,
  importId: Id,
  row: number,
  by: ReadonlyMap<Id, string>,
): Promise<void> {
  const [first, ...others] = [...by.keys()].sort((a, b) => Number(BigInt(a) - BigInt(b)))
  for (const other of others)
    await sql`
      insert into member_double (low_id, high_id, reason, found_at, import_id, row)
      values (${first}, ${other}, ${by.get(other)}, ${ctx.now}, ${importId}, ${row})
      on conflict (low_id, high_id) do nothing`.execute(ctx.db)
}

/** In the transaction of the batch: this is what makes a run go on instead of beginning again. */
export async function keepProgress(ctx: Ctx, importId: Id, place: number, outcome: Tally): Promise<void> {
  await ctx.db
    .updateTable('member_import')
    .set({ place: String(place), outcome: JSON.stringify(outcome) })
    .where('id', '=', importId)
    .execute()
}
