/**
 * Days on which one says something to people: festivals, the brand's own days, and each member's
 * birthday and anniversary of joining. Other modules use them for greetings and calendars.
 */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import type { Place } from '#base/http/cursor.ts'
import type { Message } from '#base/i18n/messages.ts'
import { addToDay, type Day, daysBetween, startOfDay } from '#base/time/calendar.ts'
import { lunarDayOf } from '#base/time/lunar.ts'
import { audit } from '#modules/identity/api.ts'
import { memberProblems } from '../problems.ts'
import { birthdaysOn, daysOf } from './calendar-days.ts'
import { festivals } from './festivals.ts'
import { zoneOf } from './today.ts'

export interface Occasion {
  /** `spring_festival`; `own:12` for days of the brand. */
  readonly key: string
  readonly name: Message | string
  readonly kind: 'festival' | 'shopping' | 'own'
  readonly day: Day
  /** The day in the lunar calendar, in words. */
  readonly lunar: string
  readonly note: string
}

/** Longest range that is asked at once, in days. */
export const longestRange = 400
const mostOwn = 100

/** Festivals that are kept, and own days, in the order of the calendar. `from` to `to`, both included. */
export async function findOccasions(ctx: Ctx, from: Day, to: Day): Promise<readonly Occasion[]> {
  const last = daysBetween(from, to) >= longestRange ? addToDay(from, longestRange - 1, 'day') : to
  const [hidden, own] = await Promise.all([
    ctx.db.selectFrom('occasion_hidden').select('key').execute(),
    findOwnOccasions(ctx),
  ])
  const left = new Set(hidden.map((row) => row.key))
  const kept = festivals
    .filter((festival) => !left.has(festival.key))
    .flatMap(({ key, name, kind, on }) =>
      daysOf(on, from, last).map((day) => ({ key, name, kind, day, note: '' })),
    )
  const ours = own.flatMap(({ id, name, note, rule }) => {
    const days =
      typeof rule === 'string' ? [rule].filter((day) => day >= from && day <= last) : daysOf(rule, from, last)
    return days.map((day) => ({ key: `own:${id}`, name, kind: 'own' as const, day, note }))
  })
  return [...kept, ...ours]
    .map((occasion) => ({ ...occasion, lunar: lunarDayOf(occasion.day).words }))
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.key < b.key ? -1 : 1))
}

export interface OwnOccasion {
  readonly id: Id
  readonly name: string
  readonly note: string
  /** A day, or a rule for every year. */
  readonly rule: Day | { readonly calendar: 'solar' | 'lunar'; readonly month: number; readonly day: number }
}

/** The brand's own days, newest last; at most a hundred. */
export async function findOwnOccasions(ctx: Ctx): Promise<readonly OwnOccasion[]> {
  const rows = await ctx.db
    .selectFrom('occasion')
    .select(['id', 'name', 'note', 'calendar', 'month', 'month_day'])
    .select(sql<string | null>`day::text`.as('day'))
    .orderBy('id')
    .limit(mostOwn)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    note: row.note,
    rule: row.day ?? {
      calendar: row.calendar as 'solar' | 'lunar',
      month: row.month ?? 1,
      day: row.month_day ?? 1,
    },
  }))
}

export async function addOccasion(ctx: Ctx, occasion: Omit<OwnOccasion, 'id'>): Promise<Id> {
  return await transact(ctx, async (tx) => {
    const held = await findOwnOccasions(tx)
    if (held.length >= mostOwn) throw memberProblems.tooManyOccasions({ values: { limit: mostOwn } })
    const { name, note, rule } = occasion
    const once = typeof rule === 'string'
    const { id } = await tx.db
      .insertInto('occasion')
      .values({
        name,
        note,
        calendar: once ? 'once' : rule.calendar,
        day: once ? sql<Date>`${rule}::date` : null,
        month: once ? null : rule.month,
        month_day: once ? null : rule.day,
        created_by: describeActor(ctx.actor),
        created_at: ctx.now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await audit(tx, 'occasion.added', { kind: 'occasion', id }, { name })
    return id
  })
}

export async function removeOccasion(ctx: Ctx, id: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const gone = await tx.db.deleteFrom('occasion').where('id', '=', id).returning('name').executeTakeFirst()
    if (!gone) throw memberProblems.occasionNotFound()
    await audit(tx, 'occasion.removed', { kind: 'occasion', id }, { name: gone.name })
  })
}

/** Says whether the brand keeps a festival of the calendar. Throws for a festival that is none. */
export async function keepFestival(ctx: Ctx, key: string, kept: boolean): Promise<void> {
  if (!festivals.some((festival) => festival.key === key)) throw memberProblems.occasionNotFound()
  await transact(ctx, async (tx) => {
    if (kept) await tx.db.deleteFrom('occasion_hidden').where('key', '=', key).execute()
    else
      await tx.db
        .insertInto('occasion_hidden')
        .values({ key, hidden_by: describeActor(ctx.actor), hidden_at: ctx.now })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    await audit(tx, kept ? 'occasion.kept' : 'occasion.hidden', undefined, { key })
  })
}

export const personalDays = ['birthday', 'anniversary'] as const
export type PersonalDay = (typeof personalDays)[number]

/** The field that holds birthdays, by the key every import and form uses for it. */
const birthdayField = 'birthday'

/** Farthest year of an anniversary; a member cannot have joined before the product was. */
const mostYears = 30

/** On which moments of earlier years somebody joined who has an anniversary on this day. */
function joinedOn(day: Day, zone: string): readonly { readonly from: Date; readonly to: Date }[] {
  return Array.from({ length: mostYears }, (_, at) => {
    const then = `${Number(day.slice(0, 4)) - at - 1}${day.slice(4)}`
    const first = then.endsWith('-02-29') && Number(then.slice(0, 4)) % 4 !== 0 ? undefined : then
    return first
      ? { from: startOfDay(first, zone), to: startOfDay(addToDay(first, 1, 'day'), zone) }
      : undefined
  }).filter((range) => range !== undefined)
}

/** Whose day it is, in SQL: rows of member ids. Both go through an index. */
function whoseDay(what: PersonalDay, day: Day, zone: string) {
  if (what === 'birthday')
    return sql`select member_id as id from member_field_value
      where field_id = (select id from member_field where key = ${birthdayField} and type = 'day' and archived_at is null)
        and value #>> '{}' like '____-__-__' and right(value #>> '{}', 5) = any(${birthdaysOn(day)}::text[])`
  const ranges = joinedOn(day, zone)
  return sql`select member.id from member
    join unnest(${ranges.map((range) => range.from)}::timestamptz[], ${ranges.map((range) => range.to)}::timestamptz[]) as year (first, next)
      on member.joined_at >= year.first and member.joined_at < year.next`
}

/** How many members have their day, for each day of a range of at most 62. */
export async function countPersonalDays(
  ctx: Ctx,
  from: Day,
  to: Day,
): Promise<readonly { readonly day: Day; readonly birthday: number; readonly anniversary: number }[]> {
  const zone = await zoneOf(ctx)
  const days = Array.from({ length: Math.min(daysBetween(from, to) + 1, 62) }, (_, at) =>
    addToDay(from, at, 'day'),
  )
  const counts = sql.join(
    days.map(
      (day) => sql`select ${day}::text as day,
        (select count(*) from (${whoseDay('birthday', day, zone)}) as theirs)::int as birthday,
        (select count(*) from (${whoseDay('anniversary', day, zone)}) as theirs)::int as anniversary`,
    ),
    sql` union all `,
  )
  const { rows } = await sql<{ day: Day; birthday: number; anniversary: number }>`${counts}`.execute(ctx.db)
  return rows
}

export interface Celebrated {
  readonly id: Id
  readonly nickname: string
  readonly avatarFileId: Id | null
  /** Full years on the day: age, or years here. Null for a birthday whose year nobody knows. */
  readonly years: number | null
}

/** Members whose day it is, by id. */
export async function findCelebrated(
  ctx: Ctx,
  what: PersonalDay,
  day: Day,
  { after, limit }: { after: Place | undefined; limit: number },
): Promise<{ items: readonly Celebrated[]; next: Place | null }> {
  const zone = await zoneOf(ctx)
  const { rows } = await sql<Celebrated & { since: string | null }>`
    select member.id, member.nickname, member.avatar_file_id as "avatarFileId",
           ${
             what === 'birthday'
               ? sql`(select value #>> '{}' from member_field_value join member_field on member_field.id = field_id
                      where member_id = member.id and key = ${birthdayField})`
               : sql`to_char(member.joined_at at time zone ${zone}, 'YYYY-MM-DD')`
           } as since
      from member where member.id in (${whoseDay(what, day, zone)})
       ${after ? sql`and member.id > ${after.id}::bigint` : sql``}
     order by member.id limit ${limit + 1}`.execute(ctx.db)
  const items = rows.slice(0, limit).map(({ since, ...person }) => {
    const years = since ? Number(day.slice(0, 4)) - Number(since.slice(0, 4)) : 0
    return { ...person, years: years > 0 && years < 120 ? years : null }
  })
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? { value: null, id: last.id } : null }
}
