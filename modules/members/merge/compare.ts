/** Two profiles side by side, and what would go from one to the other. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Declared } from '#base/declarations/declared.ts'
import { findContacts } from '../contacts/contacts.ts'
import { canSeeField } from '../fields/field.ts'
import { findFields } from '../fields/fields.ts'
import { sayValue } from '../fields/value.ts'
import { findValues } from '../fields/values.sql.ts'
import { getMember, type Member } from '../people/members.sql.ts'
import { findSameIds } from './same.sql.ts'

export interface Side {
  readonly member: Member
  readonly contacts: readonly { readonly kind: string; readonly masked: string }[]
  readonly fields: readonly { readonly label: string; readonly value: string }[]
  readonly events: number
}

/** One profile as the comparison shows it: contact points masked, sensitive fields left out. */
export async function sideOf(ctx: Ctx, id: Id): Promise<Side> {
  const member = await getMember(ctx, id)
  const fields = new Map(
    (await findFields(ctx))
      .filter((field) => !field.sensitive && canSeeField(ctx.actor, field))
      .map((field) => [field.id, field]),
  )
  const values = await findValues(ctx, [id])
  const { rows } = await sql<{ count: string }>`
    select count(*) as count from (select from event_log where member_id = any(${await findSameIds(ctx, id)}::bigint[]) limit 10000) as counted`.execute(
    ctx.db,
  )
  return {
    member,
    contacts: (await findContacts(ctx, [id])).map(({ kind, masked }) => ({ kind, masked })),
    fields: values.flatMap((held) => {
      const field = fields.get(held.fieldId)
      return field ? [{ label: field.label, value: sayValue(field, held.value, ctx.locale) }] : []
    }),
    events: Number(rows[0]!.count),
  }
}

/** How many rows of each module are about the member: what a merge gives to the other. */
export async function countMoving(
  ctx: Ctx,
  declared: Pick<Declared, 'personal'>,
  id: Id,
): Promise<{ label: PersonalLabel; rows: number }[]> {
  const referring = await findReferring(ctx)
  const counted: { label: PersonalLabel; rows: number }[] = []
  for (const data of declared.personal()) {
    const parts = data.tables.flatMap((table) =>
      (referring.get(table) ?? []).map(
        (column) => sql`select 1 from ${sql.table(table)} where ${sql.ref(column)} = ${id} limit 10000`,
      ),
    )
    // The profile itself is compared side by side, and records of merges stay where they are.
    if (parts.length === 0 || data.tables.includes('member') || data.tables.includes('member_merge')) continue
    const { rows } = await sql<{ count: string }>`
      select count(*) as count from (${sql.join(
        parts.map((part) => sql`(${part})`),
        sql` union all `,
      )}) as counted`.execute(ctx.db)
    const found = Number(rows[0]!.count)
    if (found > 0) counted.push({ label: data.label, rows: found })
  }
  return counted
}
type PersonalLabel = ReturnType<Declared['personal']>[number]['label']

/** Columns that refer to members, by table: the database itself knows them. */
async function findReferring(ctx: Ctx): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ table: string; column: string }>`
    select source.relname as table, attribute.attname as column
      from pg_constraint as foreign_key
      join pg_class as source on source.oid = foreign_key.conrelid
      join pg_attribute as attribute on attribute.attrelid = source.oid and attribute.attnum = foreign_key.conkey[1]
     where foreign_key.contype = 'f' and foreign_key.confrelid = 'member'::regclass
       and cardinality(foreign_key.conkey) = 1`.execute(ctx.db)
  const columns = new Map<string, string[]>()
  for (const { table, column } of rows) columns.set(table, [...(columns.get(table) ?? []), column])
  return columns
}
