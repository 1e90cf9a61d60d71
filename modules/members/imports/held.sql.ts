/** What is known of the members that a batch is about, to find what a list adds. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { MemberValue } from '../fields/field.ts'
import { findValues } from '../fields/values.sql.ts'
import type { SourceKind } from '../origin.ts'

export interface Held {
  readonly id: Id
  /** Whether the person is here himself: then what he says of himself stays. */
  readonly hasAccount: boolean
  readonly nickname: string
  readonly city: string
  readonly bio: string
  readonly sourceKnown: boolean
  /** `kind:system:hash` */
  readonly contacts: ReadonlySet<string>
  readonly contactKinds: ReadonlySet<string>
  readonly tags: ReadonlySet<string>
  /** By field id. */
  readonly values: ReadonlyMap<Id, { readonly value: MemberValue; readonly source: SourceKind }>
}

interface Row {
  readonly id: Id
  readonly hasAccount: boolean
  readonly nickname: string
  readonly city: string
  readonly bio: string
  readonly sourceKnown: boolean
  readonly contacts: readonly string[]
  readonly kinds: readonly string[]
  readonly tags: readonly string[]
}

/** Locked in the order of their ids until the transaction ends, when `lock` says so. */
export async function findHeld(ctx: Ctx, ids: readonly Id[], lock: boolean): Promise<Map<Id, Held>> {
  if (ids.length === 0) return new Map()
  if (lock)
    await sql`select id from member where id = any(${[...ids]}::bigint[]) order by id for update`.execute(
      ctx.db,
    )
  const { rows } = await sql<Row>`
    select id, account_id is not null as "hasAccount", nickname, city, bio, source <> '{}'::jsonb as "sourceKnown",
           array(select kind || ':' || system || ':' || hash from member_contact where member_id = member.id) as contacts,
           array(select distinct kind || ':' || system from member_contact where member_id = member.id) as kinds,
           array(select tag.name from member_tag join tag on tag.id = tag_id where member_id = member.id
                 union all
                 select tag.name from tag_refusal join tag on tag.id = tag_id where member_id = member.id) as tags
      from member where id = any(${[...ids]}::bigint[])`.execute(ctx.db)
  const values = Map.groupBy(await findValues(ctx, ids), (value) => value.memberId)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        hasAccount: row.hasAccount,
        nickname: row.nickname,
        city: row.city,
        bio: row.bio,
        sourceKnown: row.sourceKnown,
        contacts: new Set(row.contacts),
        contactKinds: new Set(row.kinds),
        tags: new Set(row.tags),
        values: new Map((values.get(row.id) ?? []).map((held) => [held.fieldId, held])),
      },
    ]),
  )
}
