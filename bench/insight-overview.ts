/** The overview as its screen asks for it, all statements of it, and the same figures by plain queries over the events. */
import { addToDay, type Day } from '#base/time/calendar.ts'
import { readHappened } from '#modules/insight/overview/overview.ts'
import { question } from '#modules/insight/overview/question.ts'
import { findStopped, looked, stoppedSince } from '#modules/insight/overview/stopped.sql.ts'
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
const daily = ['post.published', 'comment.posted', 'order.paid', 'member.joined']
const byDayOf = (to: Day, count: (event: string, day: Day) => number) =>
  daily.flatMap((event) =>
    Array.from({ length: 77 }, (_, back) => {
      const day = addToDay(to, -back, 'day')
      return `${event} ${day} ${count(event, day)}`
    }),
  )

/** The figures that both find, in the same form. */
interface Figures {
  readonly weeks: readonly number[]
  readonly days: readonly number[]
  readonly months: readonly [number, number]
  /** Of each event, by week: how often, and by how many. */
  readonly doings: readonly string[]
  /** By event and day of eleven weeks: what days that stand out are found in. */
  readonly byDay: readonly string[]
  /** Of each group, who came, how many of them for the first time, and who stayed away. */
  readonly change: readonly string[]
  /** Newcomers at each step of their first fourteen days. */
  readonly funnel: readonly number[]
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
    byDay: byDayOf(to, (event, day) => happened.byDay(event, day).events),
    change: happened.changed
      .map(({ value, came, newcomers, away }) => `${value} ${came} ${newcomers} ${away}`)
      .sort(),
    funnel: happened.funnel,
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
  // One after the other: each takes all cores, and so many at once would wait for a turn longer than they may.
  let turn: Promise<unknown> = Promise.resolve()
  const ask = (sql: string, params: Record<string, unknown> = {}) => {
    const rows = turn.then(() => bench.client.query<Record<string, string>>(sql, { to, ...params }, patience))
    turn = rows
    return rows
  }
  const [weeks, days, months, doings, moved, cohorts, replies, byDay, way, customs] = await Promise.all([
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
      `SELECT value, countIf(here) AS came, countIf(here AND first >= {from:Date}) AS newcomers, countIf(earlier) AS away
         FROM (SELECT member_id, max(now) AS here, max(then) AS earlier, min(since) AS first,
                      argMaxIf(toString(group_id), (group_id != 0, doings, -toInt64(group_id)), doings > 0) AS home, if(home = '0', '', home) AS value
                 FROM (SELECT member_id, group_id, countIf(day BETWEEN {from:Date} AND {to:Date}) > 0 AS now,
                              countIf(day BETWEEN {then_from:Date} AND {then_to:Date}) > 0 AS then, min(day) AS since,
                              uniqExactIf((name, day), day BETWEEN {from:Date} AND {to:Date} OR day BETWEEN {then_from:Date} AND {then_to:Date}) AS doings
                         FROM event WHERE ${people} AND day <= {to:Date} GROUP BY member_id, group_id)
                GROUP BY member_id HAVING here != earlier)
        GROUP BY value`,
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
    ask(
      `SELECT name, day, count() AS events FROM event
        WHERE person AND name IN {names:Array(String)} AND day > {to:Date} - 77 AND day <= {to:Date} GROUP BY name, day`,
      { names: daily },
    ),
    ask(
      `SELECT count() AS joined_n, countIf(profile) AS profile_n, countIf(profile AND post) AS post_n,
              countIf(profile AND post AND answered) AS answered_n, countIf(profile AND post AND answered AND again) AS again_n,
              countIf(profile AND post AND answered AND again AND bought) AS ordered_n
         FROM (SELECT came.m AS m, countIf(what IN ('profile_completed', 'member.profile_changed') AND soon) > 0 AS profile,
                      countIf(what = 'post.published' AND soon) > 0 AS post, countIf(what = 'order.paid' AND soon) > 0 AS bought,
                      countIf(what = ' answered' AND soon) > 0 AS answered,
                      countIf(what != ' answered' AND day > joined_on AND day <= joined_on + 7) > 0 AS again
                 FROM (SELECT did.m AS m, what, day, joined_on, day >= joined_on AND day < joined_on + 14 AS soon
                         FROM (SELECT member_id AS m, toString(name) AS what, day FROM event WHERE ${people} AND day > {to:Date} - 44 AND day <= {to:Date}
                               UNION ALL
                               SELECT toUInt64OrZero(JSONExtractString(props, 'authorId')) AS m, ' answered' AS what, day FROM event
                                WHERE ${people} AND name = 'comment.posted' AND day > {to:Date} - 44 AND day <= {to:Date} AND m != member_id) AS did
                        INNER JOIN (SELECT member_id AS m, min(day) AS joined_on FROM event
                                     WHERE ${people} AND name = 'member.joined' AND day > {to:Date} - 44 AND day <= {to:Date} - 14 GROUP BY m) AS came USING (m)) AS came
                GROUP BY came.m)`,
    ),
    ask(
      `SELECT group_id, name, ${back} AS week, uniqExact(member_id) AS members FROM event
        WHERE ${people} AND group_id IN {groups:Array(UInt64)} AND day > {to:Date} - ${7 * looked} AND day <= {to:Date} GROUP BY group_id, name, week`,
      { groups: groups.map(Number) },
    ),
  ])
  const done = new Map(
    doings.map((row) => [`${row.name} ${row.week}`, `${Number(row.events)} ${Number(row.members)}`]),
  )
  const perDay = new Map(byDay.map(({ name, day, events }) => [`${name} ${day}`, Number(events)]))
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
    byDay: byDayOf(to, (event, day) => perDay.get(`${event} ${day}`) ?? 0),
    change: moved.map(({ value, came, newcomers, away }) => `${value} ${came} ${newcomers} ${away}`).sort(),
    funnel: ['joined', 'profile', 'post', 'answered', 'again', 'ordered'].map((step) =>
      Number(way[0]![`${step}_n`]),
    ),
    cohorts: Array.from({ length: 9 }, (_, at) => 8 - at).map((cohort) => {
      const size = kept.get(`${cohort} ${cohort}`) ?? 0
      const retained = Array.from({ length: cohort }, (_, n) => kept.get(`${cohort} ${cohort - n - 1}`) ?? 0)
      return `${weekOf(to, cohort).from} ${size} ${retained.join()}`
    }),
    posts: Number(replies[0]!.posts),
    replied: Number(replies[0]!.replied),
    customs: [...Map.groupBy(customs, ({ group_id, name }) => `${group_id} ${name}`).values()].filter(
      (rows) => {
        const weeks = Array.from({ length: looked }, () => 0)
        for (const { week, members } of rows) weeks[Number(week)] = Number(members)
        return stoppedSince(weeks) !== undefined
      },
    ).length,
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
