/** Funnels and retention against what somebody who knows ClickHouse would write for the same question. */
import { addToDay } from '#base/time/calendar.ts'
import { type Happening, happeningSql, openBinder } from '#modules/audience/api.ts'
import { funnelWriting } from '#modules/insight/funnel/funnel.analysis.ts'
import { stepsSql } from '#modules/insight/funnel/funnel.sql.ts'
import { type FunnelQuestion, funnelQuestion } from '#modules/insight/funnel/funnel.ts'
import { retentionSql } from '#modules/insight/retention/cohorts.sql.ts'
import { retentionWriting } from '#modules/insight/retention/retention.analysis.ts'
import { type RetentionQuestion, retentionQuestion } from '#modules/insight/retention/retention.ts'
import type { InsightBench, InsightCase } from './insight.ts'

const from = '2026-07-06'
const to = '2026-09-27'
const patience = { maxSeconds: 300, maxRows: 1_000_000 }
const known = 1 / 1.3

const funnel = (steps: readonly string[]): FunnelQuestion =>
  funnelQuestion.parse({
    range: { from, to },
    steps: steps.map((event) => ({ of: [{ event }] })),
    within: { amount: 7, unit: 'days' },
  })

async function oursFunnel({ asking }: InsightBench, question: FunnelQuestion): Promise<number[]> {
  const { sql, params } = stepsSql(await funnelWriting(asking, question), false)
  const [row] = await asking.query<{ counts: string[] }>(sql, params)
  return row!.counts.map(Number)
}

/** The function that ClickHouse has for it, over the events that it needs and no others. */
async function funnelByHand({ client }: InsightBench, steps: readonly string[]): Promise<number[]> {
  const tests = steps
    .map((step, at) => `name = '${step}'${at === 0 ? ' AND day <= {to:Date}' : ''}`)
    .join(', ')
  const rows = await client.query<{ level: number; members: string }>(
    `SELECT level, count() AS members FROM (
       SELECT member_id, windowFunnel(604800000000)(toUInt64(toUnixTimestamp64Micro(occurred_at)), ${tests}) AS level
         FROM event WHERE person AND member_id != 0 AND name IN (${steps.map((step) => `'${step}'`).join(', ')})
          AND day BETWEEN {from:Date} AND {until:Date} GROUP BY member_id)
      GROUP BY level`,
    { from, to, until: addToDay(to, 8, 'day') },
    patience,
  )
  return steps.map((_, at) =>
    rows.reduce((sum, { level, members }) => sum + (level > at ? Number(members) : 0), 0),
  )
}

type Filter = NonNullable<Happening['where']>

const retention = (where: Filter): RetentionQuestion =>
  retentionQuestion.parse({
    range: { from, to },
    start: { event: 'page_view', where },
    again: { event: 'post.read', where },
    newcomers: false,
    unit: 'week',
    columns: 8,
  })

async function oursRetention({ asking }: InsightBench, question: RetentionQuestion): Promise<string[]> {
  const { sql, params } = retentionSql(await retentionWriting(asking, question))
  const rows = await asking.query<{ cohort: number; col: number; members: string }>(sql, params)
  return rows
    .filter(({ members }) => Number(members) > 0)
    .map(({ cohort, col, members }) => `${cohort} ${col} ${members}`)
    .sort()
}

/** Weeks of each member in two arrays, joined with each other: events are read once. */
async function retentionByHand({ client, asking }: InsightBench, where: Filter): Promise<string[]> {
  // The filter means the same on both sides, also for numbers and flags: it is written the same.
  const { bind, params } = openBinder('by_hand')
  const filter = happeningSql({ event: '*', where }, { clock: asking.clock, bind })
    .map((each) => ` AND ${each}`)
    .join('')
  const week = `intDiv(toInt32(toUInt16(day)) + 3, 7)`
  const rows = await client.query<{ cohort: number; col: number; members: string }>(
    `SELECT cohort, col, count() AS members FROM (
       SELECT member_id, arrayJoin(starts) AS cohort,
              arrayJoin(arrayConcat([0], arrayFilter(each -> each BETWEEN 1 AND 8, arrayMap(back -> back - cohort, backs)))) AS col
         FROM (SELECT member_id,
                      groupUniqArrayIf(${week}, name = 'page_view' AND day <= {to:Date}) AS starts,
                      groupUniqArrayIf(${week}, name = 'post.read') AS backs
                 FROM event WHERE person AND member_id != 0 AND name IN ('page_view', 'post.read') AND day >= {from:Date}${filter}
                GROUP BY member_id))
      GROUP BY cohort, col`,
    { ...params, from, to },
    patience,
  )
  return rows.map(({ cohort, col, members }) => `${cohort} ${col} ${members}`).sort()
}

const two = ['page_view', 'order.paid']
const four = ['page_view', 'post.read', 'comment.posted', 'order.paid']
const onPosts: Filter = [{ property: 'path', test: { op: 'contains', value: '/posts/1' } }]

export const funnelCases: readonly InsightCase[] = [
  {
    name: 'Funnel of 2 steps, 12 weeks',
    ours: (bench) => oursFunnel(bench, funnel(two)),
    byHand: (bench) => funnelByHand(bench, two),
    bar: known,
  },
  {
    name: 'Funnel of 4 steps, 12 weeks',
    ours: (bench) => oursFunnel(bench, funnel(four)),
    byHand: (bench) => funnelByHand(bench, four),
    bar: known,
  },
  {
    name: 'Retention by week, 12 × 8, from rollups',
    ours: (bench) => oursRetention(bench, retention([])),
    byHand: (bench) => retentionByHand(bench, []),
    bar: known,
  },
  {
    name: 'Retention by week, 12 × 8, with a filter',
    ours: (bench) => oursRetention(bench, retention(onPosts)),
    byHand: (bench) => retentionByHand(bench, onPosts),
    bar: known,
  },
]
