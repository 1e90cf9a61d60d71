/** Rows of a double that go to the member that remains, and back again, table by table. */
import { type RawBuilder, sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'

export interface OwnedRows {
  readonly table: string
  /** The column that names the member. */
  readonly column: string
  /** By which a row is found again. */
  readonly key: string
  /** Columns that only one row of each member may have in common; where both have one, `into` keeps its own. */
  readonly twin?: readonly string[]
  /** Rows with nothing in the twin columns are no twins: one has many of them. */
  readonly manyWithout?: boolean
  /** Columns that would then name the same member twice in a row. */
  readonly other?: string
}

const nameOf = ({ table, column }: OwnedRows) => `${table}.${column}`

/** Gives the rows to `into`; answers with the keys of those that went, by table and column. */
export async function giveRows(
  ctx: Ctx,
  owned: readonly OwnedRows[],
  from: Id,
  into: Id,
): Promise<Record<string, Id[]>> {
  const moved: Record<string, Id[]> = {}
  for (const each of owned) {
    const { rows } = await sql<{ key: Id }>`
      update ${sql.table(each.table)} as mine set ${sql.ref(each.column)} = ${into}::bigint
       where ${sql.ref(`mine.${each.column}`)} = ${from}::bigint ${unlessTwin(each, into)}
         ${each.other ? sql`and ${sql.ref(`mine.${each.other}`)} is distinct from ${into}::bigint` : sql``}
      returning ${sql.ref(`mine.${each.key}`)}::text as key`.execute(ctx.db)
    moved[nameOf(each)] = rows.map((row) => row.key)
  }
  return moved
}

const unlessTwin = ({ table, column, twin, manyWithout }: OwnedRows, into: Id): RawBuilder<unknown> => {
  if (!twin) return sql``
  const same = twin.map(
    (name) =>
      sql`${sql.ref(`theirs.${name}`)} ${manyWithout ? sql`=` : sql`is not distinct from`} ${sql.ref(`mine.${name}`)}`,
  )
  return sql`and not exists (select from ${sql.table(table)} as theirs
    where ${sql.ref(`theirs.${column}`)} = ${into}::bigint and ${sql.join(same, sql` and `)})`
}

/** Gives them back by their keys. */
export async function returnRows(
  ctx: Ctx,
  owned: readonly OwnedRows[],
  from: Id,
  into: Id,
  moved: Readonly<Record<string, unknown>>,
): Promise<void> {
  for (const each of owned) {
    const keys = moved[nameOf(each)]
    if (!Array.isArray(keys) || keys.length === 0) continue
    await sql`update ${sql.table(each.table)} as mine set ${sql.ref(each.column)} = ${from}::bigint
               where ${sql.ref(`mine.${each.column}`)} = ${into}::bigint
                 and ${sql.ref(`mine.${each.key}`)} = any(${keys.map(String)}::bigint[])`.execute(ctx.db)
  }
}
