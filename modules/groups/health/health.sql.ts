/**
 * Reads behind the health of groups: what people did there from the warehouse, who was a member when from
 * PostgreSQL. Seven whole days make a week here, counted back from yesterday, so that no week is cut.
 */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Warehouse } from '#base/parts.ts'
import { addToDay, type Day, startOfDay } from '#base/time/calendar.ts'
import type { BoundSql } from '#modules/audience/api.ts'
import { type WeekFigures, weeksShown } from './figures.ts'

/** Looking is no contribution, nor is coming and going: what our own module announces of people. */
const quiet = `(name IN ('page_view', 'page.viewed', 'post.read', 'group_visited', 'session_start',
  'app_open', 'online_time', 'search') OR (startsWith(name, 'group.') AND name NOT IN ('group.introduced', 'group.greeted')))`

/**
 * Who belongs to groups at the end of each week, as bitmaps: the last coming or going up to then says it. Who let him
 * in does not matter, and that two profiles of a member became one is no going.
 */
const belongingSql = `
  SELECT group_id, week, groupBitmapState(member_id) AS inside
    FROM (SELECT group_id, member_id, week, argMax(name = 'group.joined', (occurred_at, tx, seq)) AS stays
            FROM event ARRAY JOIN range({weeks:UInt8}) AS week
           WHERE group_id IN {groups:Array(UInt64)} AND name IN ('group.joined', 'group.left')
             AND NOT (bot OR test) AND member_id != 0
             AND NOT (name = 'group.left' AND JSONExtractString(props, 'how') = 'merged')
             AND day <= {to:Date} - 7 * week
           GROUP BY group_id, member_id, week)
   WHERE stays GROUP BY group_id, week`

/**
 * `week` counts back: 0 is the latest seven days. Only its members count in a group: who reads along in open boards
 * would make more than all of them active.
 */
export const weeksSql = `
  SELECT did.group_id AS group, did.week AS week,
         bitmapAndCardinality(came, inside) AS actives, bitmapAndCardinality(spoke, inside) AS contributors,
         contributions
    FROM (SELECT group_id, intDiv(dateDiff('day', day, {to:Date}), 7) AS week,
                 groupBitmapMergeState(members) AS came,
                 groupBitmapMergeStateIf(members, NOT ${quiet}) AS spoke,
                 sumIf(events, NOT ${quiet}) AS contributions
            FROM event_day
           WHERE group_id IN {groups:Array(UInt64)} AND day BETWEEN {from:Date} AND {to:Date}
           GROUP BY group_id, week) AS did
    LEFT JOIN (${belongingSql}) AS belong ON did.group_id = belong.group_id AND did.week = toInt64(belong.week)`

/** Members of a group at the end of a day who did anything there since another: those whom `actives` counts. */
export const activeMembersOf = (
  group: Id,
  { from, to }: { readonly from: Day; readonly to: Day },
): BoundSql => ({
  sql: `SELECT arrayJoin(bitmapToArray(bitmapAnd(
      (SELECT groupBitmapMergeState(members) FROM event_day
        WHERE group_id = {of_group:UInt64} AND day BETWEEN {of_from:Date} AND {to:Date}),
      (SELECT groupBitmapMergeState(inside) FROM (${belongingSql}))))) AS member_id`,
  params: { of_group: group, of_from: from, to, groups: [Number(group)], weeks: 1 },
})

export const contributorsSql = `
  SELECT group, groupArray(contributions) AS counts
    FROM (SELECT group_id AS group, member_id, count() AS contributions
            FROM event
           WHERE group_id IN {groups:Array(UInt64)} AND day BETWEEN {from:Date} AND {to:Date}
             AND person AND member_id != 0 AND NOT ${quiet}
           GROUP BY group_id, member_id)
   GROUP BY group`

interface WeekRow {
  readonly group: string
  readonly week: string | number
  readonly actives: string
  readonly contributors: string
  readonly contributions: string
}

export interface Doings {
  readonly weeks: ReadonlyMap<number, Pick<WeekFigures, 'actives' | 'contributors' | 'contributions'>>
  readonly perContributor: readonly number[]
}

/** What people did in the groups over the last twelve weeks up to `to`. */
export async function findDoings(
  { query }: Pick<Warehouse, 'query'>,
  groupIds: readonly Id[],
  to: Day,
): Promise<ReadonlyMap<Id, Doings>> {
  if (groupIds.length === 0) return new Map()
  const options = { maxSeconds: 20 }
  // Numbers: the driver writes strings of an array with quotes, which ClickHouse takes for no number.
  const groups = groupIds.map(Number)
  const [weeks, shares] = await Promise.all([
    query<WeekRow>(
      weeksSql,
      { groups, from: addToDay(to, 1 - 7 * weeksShown, 'day'), to, weeks: weeksShown },
      options,
    ),
    query<{ group: string; counts: (string | number)[] }>(
      contributorsSql,
      { groups, from: addToDay(to, -27, 'day'), to },
      options,
    ),
  ])
  const perGroup = new Map(shares.map(({ group, counts }) => [group, counts.map(Number)]))
  const byGroup = Map.groupBy(weeks, ({ group }) => group)
  return new Map(
    groupIds.map((group) => [
      group,
      {
        weeks: new Map(
          (byGroup.get(group) ?? []).map((row) => [
            Number(row.week),
            {
              actives: Number(row.actives),
              contributors: Number(row.contributors),
              contributions: Number(row.contributions),
            },
          ]),
        ),
        perContributor: perGroup.get(group) ?? [],
      },
    ]),
  )
}

export interface Comings {
  /** By week, counted back. */
  readonly weeks: ReadonlyMap<number, Pick<WeekFigures, 'members' | 'joined' | 'left'>>
  readonly newcomers28: number
  readonly answered28: number
}

/** Who came and went: members at the end of each week, from the rows of memberships. */
export async function findComings(
  ctx: Ctx,
  groupIds: readonly Id[],
  to: Day,
  zone: string,
): Promise<ReadonlyMap<Id, Comings>> {
  if (groupIds.length === 0) return new Map()
  const ends = Array.from({ length: weeksShown + 1 }, (_, week) =>
    startOfDay(addToDay(to, 1 - 7 * week, 'day'), zone),
  )
  const { rows } = await sql<{ group: Id; week: number; members: string; joined: string; left: string }>`
    select group_id as "group", week.at - 1 as week,
           count(*) filter (where joined_at < week.ends and (left_at is null or left_at >= week.ends)) as members,
           count(*) filter (where joined_at >= week.begins and joined_at < week.ends) as joined,
           count(*) filter (where left_at >= week.begins and left_at < week.ends) as left
      from group_membership,
           unnest(${ends.slice(0, -1)}::timestamptz[], ${ends.slice(1)}::timestamptz[])
             with ordinality as week (ends, begins, at)
     where group_id = any(${[...groupIds]}::bigint[])
     group by group_id, week.at`.execute(ctx.db)
  // Only who has been there for 24 hours can have been left without an answer.
  const { rows: answers } = await sql<{ group: Id; newcomers: string; answered: string }>`
    select group_id as "group", count(*) as newcomers,
           count(*) filter (where answered_at <= joined_at + interval '24 hours') as answered
      from group_membership
     where group_id = any(${[...groupIds]}::bigint[]) and way <> 'import'
       and joined_at between ${ctx.now}::timestamptz - interval '29 days' and ${ctx.now}::timestamptz - interval '1 day'
     group by group_id`.execute(ctx.db)
  const byGroup = Map.groupBy(rows, ({ group }) => group)
  const answered = new Map(answers.map((row) => [row.group, row]))
  return new Map(
    groupIds.map((group) => [
      group,
      {
        weeks: new Map(
          (byGroup.get(group) ?? []).map((row) => [
            Number(row.week),
            { members: Number(row.members), joined: Number(row.joined), left: Number(row.left) },
          ]),
        ),
        newcomers28: Number(answered.get(group)?.newcomers ?? 0),
        answered28: Number(answered.get(group)?.answered ?? 0),
      },
    ]),
  )
}
