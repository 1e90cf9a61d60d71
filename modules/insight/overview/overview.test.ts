import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addToDay, type Day, daysBetween } from '#base/time/calendar.ts'
import { type BehaviourRow, behaviourRows } from '#test/behaviour-rows.ts'
import { writeHistory } from '#test/histories.ts'
import { type InsightWorld, openInsightWorld } from '#test/insight-world.ts'
import { makeTestWarehouse, useWarehouse } from '#test/warehouse.ts'
import { openAsking } from '../asking.ts'
import { findReplies } from './doings.sql.ts'
import { funnelRange } from './newcomers.sql.ts'
import { answerOverview, overview } from './overview.ts'
import { type Overview, question } from './question.ts'

const worlds = [
  { zone: 'Asia/Shanghai', now: new Date('2026-11-19T01:41:58.123Z'), seed: 31 },
  // The clocks went back on 1 November: a day of 25 hours lies in the histories.
  { zone: 'America/New_York', now: new Date('2026-11-19T04:59:59.999Z'), seed: 32 },
]

const sorted = (ids: Iterable<string>) => [...new Set(ids)].sort((a, b) => Number(a) - Number(b))
const within = (row: BehaviourRow, to: Day, week: number) =>
  row.day <= addToDay(to, -7 * week, 'day') && row.day >= addToDay(to, -7 * week - 6, 'day')
const active = (rows: readonly BehaviourRow[], to: Day, week: number) =>
  new Set(rows.filter((row) => within(row, to, week)).map(({ member }) => member))

/** The group in which somebody did most in a week, each kind of it once a day; outside of all only when he was in none. */
function homeOf(rows: readonly BehaviourRow[]): string {
  const doings = Map.groupBy(rows, ({ group }) => group ?? '')
  const [home] = [...doings]
    .map(([group, of]) => [group, new Set(of.map(({ day, name }) => `${day} ${name}`)).size] as const)
    .sort(([a, of], [b, than]) => Number(b !== '') - Number(a !== '') || than - of || Number(a) - Number(b))
  return home![0]
}

function naiveChange(rows: readonly BehaviourRow[], to: Day, against: number, by: 'group' | 'kind') {
  const [now, before] = [active(rows, to, 0), active(rows, to, against)]
  const start = addToDay(to, -6, 'day')
  const known = new Set(rows.filter(({ day }) => day < start).map(({ member }) => member))
  const found = new Map<string, { came: string[]; newcomers: string[]; away: string[] }>()
  for (const member of new Set([...now, ...before])) {
    if (now.has(member) === before.has(member)) continue
    const came = now.has(member)
    const own = rows.filter((row) => row.member === member && within(row, to, came ? 0 : against))
    const fresh = came && !known.has(member)
    const value = by === 'group' ? homeOf(own) : came ? (fresh ? 'new' : 'back') : 'away'
    const at = found.get(value) ?? { came: [], newcomers: [], away: [] }
    found.set(value, at)
    at[came ? 'came' : 'away'].push(member)
    if (fresh) at.newcomers.push(member)
  }
  return found
}

/** How far each newcomer got in the fourteen days that begin with the one on which he joined. */
function naiveSteps(rows: readonly BehaviourRow[], to: Day, group: string | undefined): Map<string, number> {
  const { from, to: last } = funnelRange(to)
  const here = group === undefined ? rows : rows.filter((row) => row.group === group)
  const join = group === undefined ? 'member.joined' : 'group.joined'
  const steps = new Map<string, number>()
  const joins = here.filter(({ name, day }) => name === join && day >= from && day <= last)
  for (const [member, [first]] of Map.groupBy(joins, (row) => row.member)) {
    const soon = (row: BehaviourRow) => row.day >= first!.day && row.day < addToDay(first!.day, 14, 'day')
    const own = rows.filter((row) => row.member === member)
    const ownHere = here.filter((row) => row.member === member)
    const passed = [
      own.some((row) => row.name === 'profile_completed' && soon(row)),
      ownHere.some((row) => row.name === 'post.published' && soon(row)),
      here.some(
        (row) =>
          row.name === 'comment.posted' &&
          row.props.authorId === member &&
          row.member !== member &&
          soon(row),
      ),
      ownHere.some(
        (row) => row.day > first!.day && row.day <= addToDay(first!.day, 7, 'day') && row.day <= to,
      ),
      own.some((row) => row.name === 'order.paid' && soon(row)),
    ]
    const stopped = passed.indexOf(false)
    steps.set(member, 1 + (stopped === -1 ? passed.length : stopped))
  }
  return steps
}

describe.each(worlds)('the overview over days of $zone', ({ zone, now, seed }) => {
  const members = 40
  let world: Awaited<ReturnType<typeof makeTestWarehouse>>
  let insight: InsightWorld
  let rows: BehaviourRow[]

  beforeAll(async () => {
    world = await makeTestWarehouse()
    const { pool } = world.database
    await writeHistory(pool, { seed, now, zone, members })
    // What newcomers do, from rows that are there: on the same days, spread over weeks.
    await pool.query(
      `insert into event_log (name, source, actor, occurred_at, member_id, group_id, anonymous_id, value, object_kind, object_id, props)
       select (array['member.joined', 'group.joined', 'profile_completed', 'post.published', 'order.paid', 'comment.posted'])[1 + seq % 6],
              source, actor, occurred_at - seq % 50 * interval '1 day', member_id, group_id, anonymous_id, value,
              'post', seq, jsonb_build_object('authorId', (1 + seq % $1)::text, 'postId', (seq - 2)::text)
         from event_log where name <> 'visitor.identified'
          -- who comments is signed in
          and (seq % 6 <> 5 or member_id is not null)`,
      [members],
    )
    // Among so few people steps meet too rarely: half of them complete their profiles at once, and post.
    await pool.query(
      `insert into event_log (name, source, actor, occurred_at, member_id, group_id, object_id, props)
       select did, 'track', 'anonymous', e.occurred_at + interval '1 hour', e.member_id, e.group_id, 1000000 + e.seq, '{}'
         from event_log as e, unnest(array['profile_completed', 'post.published']) as did
        where e.name in ('member.joined', 'group.joined') and e.member_id % 2 = 0`,
    )
    world.startSink({ timeZone: async () => zone })
    await world.settled()
    insight = await openInsightWorld(world, { now })
    rows = await behaviourRows(pool, zone)
  }, 30_000)
  afterAll(() => world?.end())

  test('posts of four weeks, and which of them somebody else answered, are what a query of the log says', async () => {
    const to = '2026-11-12'
    const { rows: posts } = await world.database.pool.query<{ group: string; minutes: number | null }>(
      `with told as (
         select e.*, coalesce(m.merged_into, e.member_id) as who from event_log as e left join member as m on m.id = e.member_id
          where not (e.bot or e.staff or e.test) and not (e.source = 'fact' and (e.actor like 'system:%' or e.actor like 'apiKey:%'))
            and (e.occurred_at at time zone $1)::date between $2::date - 27 and $2::date)
       select coalesce(p.group_id, 0)::text as group,
              (select (extract(epoch from date_trunc('second', min(c.occurred_at))) - extract(epoch from date_trunc('second', p.occurred_at))) / 60 from told as c
                where c.name = 'comment.posted' and c.props ->> 'postId' = p.object_id::text and c.who::text is distinct from c.props ->> 'authorId'
               having min(c.occurred_at) > p.occurred_at)::float8 as minutes
         from told as p where p.name = 'post.published' and p.object_id is not null`,
      [zone, to],
    )
    const found = await findReplies(await openAsking(insight.ctx, insight.parts), to)
    for (const group of ['', ...new Set(posts.map((post) => post.group))]) {
      const own = posts.filter((post) => group === '' || post.group === group)
      const minutes = own.flatMap((post) => post.minutes ?? [])
      expect(found.get(group)).toMatchObject({ posts: own.length, replied: minutes.length })
      if (group !== '') continue
      expect(minutes.length).toBeGreaterThan(0)
      // Of an even number ClickHouse's exact quantile is the higher of the middle two.
      const middle = minutes.sort((a, b) => a - b)[Math.floor(minutes.length / 2)]!
      expect(found.get(group)!.minutes).toBe(Math.round(middle))
    }
  })

  const questions = fc.record(
    {
      weeks: fc.integer({ min: 4, max: 12 }),
      to: fc.integer({ min: 2, max: 20 }).map((back) => addToDay('2026-11-19', -back, 'day')),
      group: fc.constantFrom('1', '2'),
      compare: fc.constantFrom('previous' as const, 'year' as const),
      against: fc.integer({ min: 1, max: 12 }),
      by: fc.constantFrom('group' as const, 'kind' as const),
    },
    { requiredKeys: ['weeks', 'to', 'compare', 'against', 'by'] },
  )

  test('is what a naive walk through the log finds, and its contributors sum to the change', async () => {
    let [moved, kept, deep] = [0, 0, 0]
    await fc.assert(
      fc.asyncProperty(questions, fc.nat(), async (asked, pick) => {
        const { weeks, to, group, against, by } = asked
        const here = group === undefined ? rows : rows.filter((row) => row.group === group)
        const answer = await insight.answer(overview, asked)
        expect(answer.to).toBe(to)
        const off = asked.compare === 'year' ? 52 : weeks
        expect(answer.north.weeks.map(({ actives, before }) => [actives, before])).toEqual(
          Array.from({ length: weeks }, (_, at) => [
            active(here, to, weeks - 1 - at).size,
            active(here, to, weeks - 1 - at + off).size,
          ]),
        )

        const change = naiveChange(here, to, against, by)
        const { contributors, now: later, before } = answer.change
        expect(contributors.reduce((sum, each) => sum + each.change, 0)).toBe(later - before)
        expect(
          new Map(contributors.map(({ value, came, newcomers, away }) => [value, { came, newcomers, away }])),
        ).toEqual(
          new Map(
            [...change].map(([value, each]) => [
              value,
              { came: each.came.length, newcomers: each.newcomers.length, away: each.away.length },
            ]),
          ),
        )
        moved += contributors.length

        const steps = naiveSteps(rows, to, group)
        expect(answer.funnel.steps.map((step) => step.members)).toEqual(
          answer.funnel.steps.map((_, at) => [...steps.values()].filter((far) => far > at).length),
        )
        deep += answer.funnel.steps[2]!.members

        for (const { end, size, retained } of answer.retention.cohorts) {
          const week = daysBetween(end, to) / 7
          const join = group === undefined ? 'member.joined' : 'group.joined'
          const cohort = active(
            here.filter(({ name }) => name === join),
            to,
            week,
          )
          expect(size).toBe(cohort.size)
          expect(retained).toEqual(
            Array.from({ length: week }, (_, n) => {
              const later = active(here, to, week - n - 1)
              return [...cohort].filter((member) => later.has(member)).length
            }),
          )
          kept += retained.length
        }

        // The people behind some of the figures are those, and as many.
        const one = contributors[pick % Math.max(1, contributors.length)]
        for (const of of one ? (['came', 'away', 'newcomers'] as const) : [])
          expect(await insight.people(overview, asked, { of, value: one!.value })).toEqual(
            sorted(change.get(one!.value)![of]),
          )
        const step = pick % 6
        expect(await insight.people(overview, asked, { of: 'funnel', step })).toEqual(
          sorted([...steps].filter(([, far]) => far > step).map(([member]) => member)),
        )
        const week = pick % weeks
        expect(await insight.people(overview, asked, { of: 'actives', week })).toEqual(
          sorted(active(here, to, week)),
        )
      }),
      { numRuns: 6, seed, endOnFailure: true },
    )
    expect(Math.min(moved, kept, deep)).toBeGreaterThan(10)
  }, 60_000)
})

describe('a group that lost its Wednesday tasting', () => {
  const warehouse = useWarehouse()
  const now = new Date('2026-11-19T01:41:58Z')
  let insight: InsightWorld

  beforeAll(async () => {
    const { pool } = warehouse().database
    await pool.query(
      `insert into community (name, time_zone, founded_at) values ('山丘咖啡', 'Asia/Shanghai', $1)`,
      [now],
    )
    await pool.query(
      `insert into member (id, token, nickname, joined_at)
       select n, 'm' || n, '成员' || n, $1::timestamptz - interval '200 days' from generate_series(1, 100) as n`,
      [now],
    )
    const happened = (name: string, who: string, week: string, value = 'null') =>
      pool.query(
        `insert into event_log (name, source, actor, member_id, group_id, occurred_at, value)
         select $1, 'track', 'anonymous', m, ${name === 'order.paid' ? 'null' : '1'},
                ($2::timestamptz - interval '1 day' - w * interval '7 days'), ${value}
           from generate_series(1, 100) as m, generate_series(0, 11) as w where ${who} and ${week}`,
        [name, now],
      )
    // Twenty regulars, every Wednesday until three weeks ago; five of them still drop by, the rest of the group always.
    await happened('tasting_joined', 'm <= 20', 'w >= 3')
    await happened('page_view', 'm <= 5', 'w < 3')
    await happened('comment.posted', 'm between 21 and 50', 'true')
    // Ten people are new this week.
    await happened('member.joined', 'm between 51 and 60', 'w = 0')
    await happened('order.paid', 'm between 21 and 23', 'w <= 1', '10000')
    await happened('order.refunded', 'm = 21', 'w = 0', '4000')
    warehouse().startSink()
    await warehouse().settled()
    insight = await openInsightWorld(warehouse() as never, { now })
  })

  test('says what stopped, since when, how many regulars it had, and who of them stayed away', async () => {
    const asked = { against: 4 }
    const { change } = await insight.answer(overview, asked)
    expect(change).toMatchObject({ now: 45, before: 50 })
    expect(change.contributors).toEqual([
      { value: '1', label: '已归档的社群', came: 10, newcomers: 10, away: 15, change: -5 },
    ])
    const [stopped, ...more] = change.stopped
    expect(more).toEqual([])
    expect(stopped).toMatchObject({
      group: '1',
      event: 'tasting_joined',
      weeks: 3,
      usual: 20,
      lastDay: '2026-10-28',
      regulars: 20,
      missing: 15,
    })
    const cell = { group: '1', event: 'tasting_joined', weeks: 3 }
    expect(await insight.people(overview, asked, { of: 'missing', ...cell })).toEqual(
      Array.from({ length: 15 }, (_, n) => String(n + 6)),
    )
    expect(await insight.people(overview, asked, { of: 'regulars', ...cell })).toHaveLength(20)
  })

  test('revenue is what was paid less what was given back', async () => {
    const { revenue } = await insight.answer(overview, { against: 1 })
    expect(revenue).toMatchObject({
      net: { now: 26_000, before: 30_000 },
      refunded: { now: 4_000, before: 0 },
      orders: { now: 3, before: 3 },
      buyers: { now: 3, before: 3 },
    })
  })

  test('asks the warehouse at most twelve times', async () => {
    let queries = 0
    const { parts, ctx } = insight
    const counting = {
      ...parts,
      warehouse: {
        ...parts.warehouse,
        query: (...given: Parameters<typeof parts.warehouse.query>) => {
          queries++
          return parts.warehouse.query(...given)
        },
      },
    } as unknown as typeof parts
    const answer: Overview = await answerOverview(await openAsking(ctx, counting), question.parse({}))
    expect(answer.change.stopped).toHaveLength(1)
    expect(queries).toBeGreaterThan(5)
    expect(queries).toBeLessThanOrEqual(12)
  })
})
