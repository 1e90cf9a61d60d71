/** The overview as its screen asks for it, all statements of it, and the same figures by plain queries over the events. */
import { addToDay } from '#base/time/calendar.ts'
import { readHappened } from '#modules/insight/overview/overview.ts'
import { question } from '#modules/insight/overview/question.ts'
import { findStopped, looked } from '#modules/insight/overview/stopped.sql.ts'
import { weekOf } from '#modules/insight/overview/weeks.ts'
import type { InsightBench, InsightCase } from './insight.ts'

const asked = question.parse({})
const patience = { maxSeconds: 300, maxRows: 1_000_000 }
const groups = ['1', '2', '3', '4', '5', '6']
const counted = [
  'post.published',
  'comment.posted',
  'post.read',
  'reaction.given',
  'order.paid',
  'member.joined',
]
const lastOf = ({ asking: { clock } }: InsightBench) => addToDay(clock.today, -1, 'day')
const sum = (values: Iterable<number>) => [...values].reduce((all, each) => all + each, 0)

/** The figures that both find, in the same form. */
interface Figures {
  readonly weeks: readonly number[]
  readonly days: readonly number[]
  readonly months: readonly [number, number]
  /** Of each event, by week: how often, and by how many. */
  readonly doings: readonly string[]
  readonly came: number
  readonly newcomers: number
  readonly away: number
  /** Of each cohort, who was there in the weeks after. */
  readonly cohorts: readonly string[]
  readonly posts: number
  readonly replied: number
  readonly customs: number
}

async function ours(bench: InsightBench): Promise<Figures> {
  const to = lastOf(bench)
  const happened = await readHappened(bench.asking, asked, to)
  const customs = await findStopped(bench.asking, groups, to)
  const replies = happened.replies.get('')
  return {
    weeks: Array.from({ length: 2 * asked.weeks }, (_, week) => happened.byWeek.get(week) ?? 0),
    days: Array.from({ length: 56 }, (_, back) => happened.daily.get(addToDay(to, -back, 'day')) ?? 0),
    months: [happened.months.now, happened.months.before],
    doings: counted.flatMap((event) =>
      Array.from({ length: asked.weeks }, (_, week) => {
        const { events, members } = happened.doings(event, week)
        return `${event} ${week} ${events} ${members}`
      }),
    ),
    came: sum(happened.changed.map(({ came }) => came)),
    newcomers: sum(happened.changed.map(({ newcomers }) => newcomers)),
    away: sum(happened.changed.map(({ away }) => away)),
    cohorts: happened.cohorts.map(({ from, size, retained }) => `${from} ${size} ${retained.join()}`),
    posts: replies?.posts ?? 0,
    replied: replies?.replied ?? 0,
    customs: customs.length,
  }
}

const people = 'person AND member_id != 0'
const back = `intDiv(dateDiff('day', day, {to:Date}), 7)`

async function plain(bench: InsightBench): Promise<Figures> {
  const to = lastOf(bench)
  const ask = (sql: string, params: Record<string, unknown> = {}) =>
    bench.client.query<Record<string, string>>(sql, { to, ...params }, patience)
  const [weeks, days, months, doings, moved, cohorts, replies] = await Promise.all([
    ask(
      `SELECT ${back} AS week, uniqExact(member_id) AS n FROM event
        WHERE ${people} AND day > {to:Date} - ${14 * asked.weeks} AND day <= {to:Date} GROUP BY week ORDER BY week`,
    ),
    ask(
      `SELECT day, uniqExact(member_id) AS n FROM event WHERE ${people} AND day > {to:Date} - 56 AND day <= {to:Date} GROUP BY day ORDER BY day DESC`,
    ),
    ask(
      `SELECT uniqExactIf(member_id, day > {to:Date} - 28) AS now, uniqExactIf(member_id, day <= {to:Date} - 28) AS earlier
         FROM event WHERE ${people} AND day > {to:Date} - 56 AND day <= {to:Date}`,
    ),
    ask(
      `SELECT name, ${back} AS week, count() AS events, uniqExactIf(member_id, member_id != 0) AS members FROM event
        WHERE person AND name IN {names:Array(String)} AND day > {to:Date} - ${7 * asked.weeks} AND day <= {to:Date} GROUP BY name, week`,
      { names: counted },
    ),
    ask(
      `SELECT countIf(here AND NOT earlier) AS came, countIf(here AND NOT earlier AND first >= {from:Date}) AS newcomers, countIf(earlier AND NOT here) AS away
         FROM (SELECT countIf(day >= {from:Date} AND day <= {to:Date}) > 0 AS here, countIf(day BETWEEN {then_from:Date} AND {then_to:Date}) > 0 AS earlier, min(day) AS first
                 FROM event WHERE ${people} GROUP BY member_id)`,
      {
        from: weekOf(to, 0).from,
        then_from: weekOf(to, asked.against).from,
        then_to: weekOf(to, asked.against).to,
      },
    ),
    ask(
      `SELECT cohort, week, count() AS members FROM (
         SELECT arrayJoin(groupUniqArrayIf(${back}, name = 'member.joined')) AS cohort, arrayJoin(groupUniqArray(${back})) AS week
           FROM event WHERE ${people} AND day > {to:Date} - 63 AND day <= {to:Date} GROUP BY member_id)
        WHERE week <= cohort GROUP BY cohort, week`,
    ),
    ask(
      `SELECT count() AS posts, countIf(first_at > posted_at) AS replied
         FROM (SELECT object_id AS post, occurred_at AS posted_at FROM event WHERE name = 'post.published' AND person AND object_id > 0 AND day > {to:Date} - 28 AND day <= {to:Date}) AS posted
         LEFT JOIN (SELECT toInt64OrZero(JSONExtractString(props, 'postId')) AS post, min(occurred_at) AS first_at FROM event
                     WHERE name = 'comment.posted' AND person AND day > {to:Date} - 28 AND day <= {to:Date}
                       AND toString(member_id) != JSONExtractString(props, 'authorId') GROUP BY post) AS answered USING (post)`,
    ),
  ])
  const done = new Map(
    doings.map((row) => [`${row.name} ${row.week}`, `${Number(row.events)} ${Number(row.members)}`]),
  )
  const kept = new Map(cohorts.map((row) => [`${row.cohort} ${row.week}`, Number(row.members)]))
  return {
    weeks: weeks.map(({ n }) => Number(n)),
    days: days.map(({ n }) => Number(n)),
    months: [Number(months[0]!.now), Number(months[0]!.earlier)],
    doings: counted.flatMap((event) =>
      Array.from({ length: asked.weeks }, (_, week) => {
        const found = done.get(`${event} ${week}`) ?? '0 0'
        return `${event} ${week} ${found}`
      }),
    ),
    came: Number(moved[0]!.came),
    newcomers: Number(moved[0]!.newcomers),
    away: Number(moved[0]!.away),
    cohorts: Array.from({ length: 9 }, (_, at) => 8 - at).map((cohort) => {
      const size = kept.get(`${cohort} ${cohort}`) ?? 0
      const retained = Array.from({ length: cohort }, (_, n) => kept.get(`${cohort} ${cohort - n - 1}`) ?? 0)
      return `${weekOf(to, cohort).from} ${size} ${retained.join()}`
    }),
    posts: Number(replies[0]!.posts),
    replied: Number(replies[0]!.replied),
    // Nothing stops in these events; the plain side is spared looking.
    customs: 0,
  }
}

export const overviewCases: readonly InsightCase[] = [
  {
    name: `The overview of ${asked.weeks} weeks as its screen asks for it, all of its statements (customs of ${looked} weeks too)`,
    ours,
    byHand: plain,
    bar: 20,
    most: 1_000,
  },
]
