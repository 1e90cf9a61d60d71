/** What a filter means: who "me" is, whose a contact point is, which members are in a segment. */
import { type RawBuilder, sql } from 'kysely'
import { type Id, may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Declared } from '#base/declarations/declared.ts'
import { problems } from '#base/http/problem.ts'
import { contactKey, readContact } from '../contacts/contact.ts'
import { canSeeField, type MemberField } from '../fields/field.ts'
import { findFields } from '../fields/fields.ts'
import { memberProblems } from '../problems.ts'
import type { Vault } from '../vault.ts'
import type { MemberFilter, Understood } from './filter.ts'

/**
 * A filter that means the same to everyone: for a job, which acts for nobody. `me` becomes the account, and
 * a whole contact point, for those who may see them, the member whose it is.
 */
export async function settleFilter(ctx: Ctx, vault: Vault, filter: MemberFilter): Promise<MemberFilter> {
  const { q, owner, ...rest } = filter
  const holders = q && may(ctx.actor, 'members.contacts') ? await findHolders(ctx, vault, q) : []
  return {
    ...rest,
    ...(owner === undefined ? {} : { owner: owner === 'me' ? ownAccount(ctx) : owner }),
    ...(q !== undefined && holders.length === 0 ? { q } : {}),
    ...(holders.length > 0 ? { ids: holders.join() } : {}),
  }
}

/** What reading a filter needs besides the context. */
export interface FilterParts {
  readonly vault: Vault
  readonly declared: Pick<Declared, 'memberSets'>
}

/** Throws `filter_unknown` for a field, segment or group that is not there or not for the one who asks. */
export async function understandFilter(
  ctx: Ctx,
  { vault, declared }: FilterParts,
  given: MemberFilter,
): Promise<Understood> {
  const { owner, field, segment, group, ids, ...plain } = await settleFilter(ctx, vault, given)
  const within: RawBuilder<unknown>[] = []
  if (owner === 'none')
    within.push(
      sql`select m.id from member m where not exists
            (select from member_owner o where o.member_id = m.id and o.ended_at is null)`,
    )
  else if (owner)
    within.push(sql`select member_id from member_owner where account_id = ${owner} and ended_at is null`)
  if (ids) within.push(sql`select unnest(${ids.split(',')}::bigint[])`)
  if (field) {
    const fields = new Map((await findFields(ctx)).map((each) => [each.key, each]))
    for (const part of field.split('|')) within.push(fieldWithin(ctx, fields, part))
  }
  for (const [name, id] of [
    ['segment', segment],
    ['group', group],
  ] as const) {
    if (!id) continue
    const set = declared.memberSets().find((each) => each.name === name)
    const found = await set?.find(ctx, id)
    if (!found) throw memberProblems.filterUnknown({ values: { what: `${name} ${id}` } })
    within.push(found)
  }
  return { ...plain, within }
}

function fieldWithin(ctx: Ctx, fields: ReadonlyMap<string, MemberField>, part: string): RawBuilder<unknown> {
  const colon = part.indexOf(':')
  const field = fields.get(part.slice(0, colon))
  const value = part.slice(colon + 1).trim()
  // What is sensitive is found by nobody: to filter is to read.
  if (!field || colon < 1 || value === '' || field.sensitive || !canSeeField(ctx.actor, field))
    throw memberProblems.filterUnknown({ values: { what: part } })
  const held = (condition: RawBuilder<unknown>) =>
    sql`select member_id from member_field_value where field_id = ${field.id} and ${condition}`
  if (value === '*') return held(sql`true`)
  if (value === '-')
    return sql`select m.id from member m where not exists
                 (select from member_field_value v where v.member_id = m.id and v.field_id = ${field.id})`
  const [from = '', to] = value.split('..')
  switch (field.type) {
    case 'number':
    case 'money': {
      const scale = field.type === 'money' ? 100 : 1
      const [least, most] = [from, to ?? from].map((each) => (each === '' ? null : Number(each) * scale))
      if ([least, most].some((each) => Number.isNaN(each)))
        throw memberProblems.filterUnknown({ values: { what: part } })
      return held(
        sql`number between coalesce(${least}::numeric, '-infinity') and coalesce(${most}::numeric, 'infinity')`,
      )
    }
    case 'day':
    case 'date': {
      const [first, last] = [from, to ?? from]
      return held(
        sql`left(value #>> '{}', 10) between ${first === '' ? '0000' : first} and ${last === '' ? '9999' : last}`,
      )
    }
    case 'text':
      return held(sql`lower(value #>> '{}') like ${`%${value.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`}`)
    default:
      // The index on words of fields finds these at once.
      return sql`select member_id from member_field_value
                  where tokens @> array[${field.id}::text || '=' || lower(left(${value}, 60))]`
  }
}

async function findHolders(ctx: Ctx, vault: Vault, q: string): Promise<Id[]> {
  const points = (['phone', 'email', 'wechat'] as const)
    .map((kind) => readContact({ kind, value: q }))
    .filter((point) => point !== undefined)
  // An external id may be of any system.
  const systems = await externalSystems(ctx)
  const external = systems.map((system) => ({ kind: 'external', system, value: q.trim() }) as const)
  const asked = [...points, ...external]
  const { rows } = await sql<{ memberId: Id }>`
    select distinct member_id as "memberId"
      from unnest(${asked.map(({ kind }) => kind)}::text[], ${asked.map(({ system }) => system)}::text[],
                  ${asked.map((point) => vault.hash(contactKey(point)))}::text[]) as asked (kind, system, hash)
      join member_contact using (kind, system, hash)`.execute(ctx.db)
  return rows.map((row) => row.memberId)
}

/** Systems whose ids are kept: a handful, found by walking the index from one to the next. */
async function externalSystems(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ system: string }>`
    with recursive each as (
      (select system from member_contact where kind = 'external' order by system limit 1)
      union all
      select (select system from member_contact
               where kind = 'external' and system > each.system order by system limit 1)
        from each where each.system is not null)
    select system from each where system is not null limit 50`.execute(ctx.db)
  return rows.map((row) => row.system)
}

function ownAccount(ctx: Ctx): Id {
  if (ctx.actor.kind !== 'account') throw problems.forbidden()
  return ctx.actor.accountId
}
