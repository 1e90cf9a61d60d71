/** Metrics: an overview and a trend as the product asks them, and by hand over the events. */
import { addToDay, startOfUnit } from '#base/time/calendar.ts'
import { statementOf, type Task } from '#modules/insight/metrics/answer.ts'
import { entries } from '#modules/insight/metrics/catalogue/catalogue.ts'
import { settle } from '#modules/insight/metrics/leaf.sql.ts'
import type { Expression } from '#modules/insight/metrics/metric.ts'
import { type Leaf, leavesOf, resolveMetric } from '#modules/insight/metrics/resolve.ts'
import { cutScope, type PreparedScope } from '#modules/insight/metrics/scope.ts'
import { bucketsOf } from '#modules/insight/metrics/spans.ts'
import type { InsightBench, InsightCase } from './insight.ts'

const whole: PreparedScope = { params: {}, key: '', aboutMembers: false }
const find = (key: string) => entries.find((each) => each.key === key)?.how

type Row = { place: number; slot: number; key: string; figure: number | null; under: number | null }

/** The statement that `measureAll` would send for these leaves, and its rows. */
async function ask(
  { asking }: InsightBench,
  leaves: readonly Leaf[],
  spans: Task['spans'],
  prepared = whole,
) {
  const work = leaves.flatMap((leaf) =>
    leaf.kind === 'time' ? [] : [{ task: { leaf: settle(leaf, {}), spans, prepared }, spans }],
  )
  const { sql, params } = statementOf(work, asking.clock)
  return await asking.query<Row>(sql, params)
}

/** Figures by leaf and span, in their order; nothing is 0. */
function table(rows: readonly Row[], leaves: number, spans: number): number[][] {
  const found = Array.from({ length: leaves }, () => Array.from({ length: spans }, () => 0))
  for (const { place, slot, figure } of rows) found[place]![slot] = figure ?? 0
  return found
}

const weeks = 12
const people = 'person AND member_id != 0'

const overview: InsightCase = {
  name: `Overview of ${weeks} weeks: actives, days, MAU, messages, speakers, interactions, reads, readers, newcomers, returned, lapsed`,
  bar: 20,
  ours: async (bench) => {
    const spans = weeksOf(bench)
    const leaves = overviewLeaves()
    return table(await ask(bench, leaves, spans), leaves.length, spans.length)
  },
  byHand: async ({ client, asking }) => {
    const spans = weeksOf({ client, asking })
    const rows: number[][] = []
    const perWeek = await client.query<Record<string, string>>(
      `SELECT toMonday(day) AS week, uniqExact(member_id) AS actives, uniqExact(member_id, day) AS days,
              countIf(name IN ('post.published', 'comment.posted')) AS messages,
              uniqExactIf(member_id, name IN ('post.published', 'comment.posted')) AS speakers,
              countIf(name IN ('comment.posted', 'reaction.given', 'post.shared', 'post.bookmarked')) AS interactions,
              countIf(name = 'post.read') AS reads, uniqExactIf(member_id, name = 'post.read') AS readers
         FROM event WHERE ${people} AND day >= {from:Date} GROUP BY week ORDER BY week`,
      { from: spans[0]!.from },
      patience,
    )
    for (const column of ['actives', 'days', 'messages', 'speakers', 'interactions', 'reads', 'readers'])
      rows.push(perWeek.map((row) => Number(row[column])))
    // Each member's days, once: what the rolling and the looking back need.
    const ends = spans.map(({ to }) => to)
    const [row] = await client.query<Record<string, (string | number)[]>>(
      `SELECT sumForEach(arrayMap(e -> toUInt64(arrayExists(d -> d > e - 30 AND d <= e, days)), ends)) AS monthly,
              sumForEach(arrayMap(e -> toUInt64(arrayMin(days) > e - 7 AND arrayMin(days) <= e), ends)) AS newcomers,
              sumForEach(arrayMap(e -> toUInt64(arrayExists(d -> d > e - 7 AND d <= e, days) AND NOT arrayExists(d -> d > e - 14 AND d <= e - 7, days) AND arrayExists(d -> d <= e - 14, days)), ends)) AS returned,
              sumForEach(arrayMap(e -> toUInt64(arrayExists(d -> d > e - 42 AND d <= e - 14, days) AND NOT arrayExists(d -> d > e - 14 AND d <= e, days)), ends)) AS lapsed
         FROM (SELECT groupUniqArray(day) AS days, {ends:Array(Date)} AS ends FROM event WHERE ${people} GROUP BY member_id)`,
      { ends },
      patience,
    )
    for (const column of ['monthly', 'newcomers', 'returned', 'lapsed']) rows.push(row![column]!.map(Number))
    return rows
  },
}

const patience = { maxSeconds: 300, maxRows: 1_000_000 }

const weeksOf = ({ asking: { clock } }: InsightBench) =>
  bucketsOf(
    { from: addToDay(startOfUnit(clock.today, 'week'), 1 - weeks, 'week'), to: clock.today },
    'week',
    clock.today,
  )

const leafOf = (how: Expression): Leaf => leavesOf(resolveMetric({ version: 1, how }, find))[0]!
function overviewLeaves(): Leaf[] {
  const events = (names: readonly string[], of: 'count' | 'members' | 'days', rolling?: number): Leaf =>
    leafOf({
      kind: 'events',
      event: names[0]!,
      ...(names.length > 1 ? { or: names.slice(1).map((event) => ({ event })) } : {}),
      counted: { of },
      ...(rolling ? { rolling } : {}),
    })
  const spoke = ['post.published', 'comment.posted']
  const of = (key: string) => leafOf({ kind: 'metric', metric: key })
  return [
    events(['*'], 'members'),
    events(['*'], 'days'),
    events(spoke, 'count'),
    events(spoke, 'members'),
    of('interactions'),
    of('reads'),
    of('readers'),
    of('monthly_actives'),
    of('newcomers'),
    of('returned_members'),
    of('lapsed_members'),
  ]
}

const byGroup = (groups: readonly string[]) =>
  cutScope(
    whole,
    { by: 'group' },
    { of: 'row', sql: `if(group_id = 0, '', toString(group_id))`, params: {}, labels: async () => new Map() },
    groups,
  )

const trendByGroup: InsightCase = {
  name: 'Trend: readers by week and group, 26 weeks',
  bar: 20,
  ours: async (bench) => {
    const spans = bucketsOf(
      { from: addToDay(bench.asking.clock.today, -181, 'day'), to: bench.asking.clock.today },
      'week',
      bench.asking.clock.today,
    )
    const groups = Array.from({ length: 12 }, (_, at) => String(at + 1))
    const rows = await ask(bench, [leafOf({ kind: 'metric', metric: 'readers' })], spans, byGroup(groups))
    return rows
      .filter(({ key }) => key.startsWith('v'))
      .map(({ slot, key, figure }) => `${spans[slot]!.from} ${key.slice(1)} ${figure}`)
      .sort()
  },
  byHand: async ({ client }) => {
    const rows = await client.query<{ week: string; group_id: string; n: string }>(
      `SELECT toMonday(day) AS week, group_id, uniqExact(member_id) AS n FROM event
        WHERE ${people} AND name = 'post.read' AND group_id BETWEEN 1 AND 12 GROUP BY week, group_id`,
      {},
      patience,
    )
    return rows.map(({ week, group_id, n }) => `${week} ${group_id} ${n}`).sort()
  },
}

const trendByProperty: InsightCase = {
  name: 'Trend: readers of some posts by week, read event by event',
  bar: 1 / 1.3,
  ours: async (bench) => {
    const spans = bucketsOf(
      { from: addToDay(bench.asking.clock.today, -181, 'day'), to: bench.asking.clock.today },
      'week',
      bench.asking.clock.today,
    )
    const where = [{ property: 'path', test: { op: 'is' as const, value: '/posts/9' } }]
    const leaf = leafOf({ kind: 'events', event: 'post.read', where, counted: { of: 'members' } })
    return table(await ask(bench, [leaf], spans), 1, spans.length)
  },
  byHand: async ({ client }) => {
    const rows = await client.query<{ week: string; n: string }>(
      `SELECT toMonday(day) AS week, uniqExact(member_id) AS n FROM event
        WHERE ${people} AND name = 'post.read' AND JSONExtractString(props, 'path') = '/posts/9' GROUP BY week ORDER BY week`,
      {},
      patience,
    )
    return [rows.map(({ n }) => Number(n))]
  },
}

export const metricCases: readonly InsightCase[] = [overview, trendByGroup, trendByProperty]
