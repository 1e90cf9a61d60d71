/** Reads of what members' fields hold. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { SourceKind } from '../origin.ts'
import type { Vault } from '../vault.ts'
import type { MemberField, MemberValue } from './field.ts'

export interface HeldValue {
  readonly memberId: Id
  readonly fieldId: Id
  /** Null when it is sealed. */
  readonly value: MemberValue
  readonly sealed: string | null
  readonly source: SourceKind
  readonly sourceId: Id | null
  readonly setBy: string
  readonly setAt: Date
}

/** Everything that these members' fields hold, archived fields left out. */
export async function findValues(ctx: Ctx, memberIds: readonly Id[]): Promise<HeldValue[]> {
  const { rows } = await sql<HeldValue>`
    select held.member_id as "memberId", held.field_id as "fieldId", held.value, held.sealed, held.source,
           held.source_id as "sourceId", held.set_by as "setBy", held.set_at as "setAt"
      from member_field_value as held
      join member_field on member_field.id = held.field_id and member_field.archived_at is null
     where held.member_id = any(${[...memberIds]}::bigint[])`.execute(ctx.db)
  return rows
}

/** A held value in full. Whoever shows a sensitive one writes an audit entry. */
export const openValue = (vault: Vault, held: Pick<HeldValue, 'value' | 'sealed'>): MemberValue =>
  held.sealed === null ? held.value : (JSON.parse(vault.open(held.sealed)) as MemberValue)

/** Values of the member by field id. */
export const valuesById = (held: readonly HeldValue[]): ReadonlyMap<Id, HeldValue> =>
  new Map(held.map((each) => [each.fieldId, each]))

/** Words that members wrote in a text field and that contain `text`, most frequent first; at most twenty. */
export async function findWords(ctx: Ctx, field: MemberField, text: string): Promise<string[]> {
  const wanted = `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<{ word: string }>`
    select value #>> '{}' as word from member_field_value
     where field_id = ${field.id} and value is not null and lower(value #>> '{}') like ${wanted}
     group by 1 order by count(*) desc, 1 limit 20`.execute(ctx.db)
  return rows.map(({ word }) => word)
}
