import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BehaviourRow, behaviourRows } from '#test/behaviour-rows.ts'
import { writeHistory } from '#test/histories.ts'
import { type InsightWorld, openInsightWorld } from '#test/insight-world.ts'
import { kindOf, naiveFans, naiveMap } from '#test/naive-touchpoints.ts'
import { makeTestWarehouse } from '#test/warehouse.ts'
import { attributionAnalysis } from '../attribution/attribution.analysis.ts'
import { strangersSql } from '../attribution/attribution.sql.ts'
import { presetRules } from '../attribution/channels.ts'
import { enterCosts } from '../attribution/costs.ts'
import { classifyChannels } from './registry.ts'
import { touchpointAnalysis } from './touchpoints.analysis.ts'
import {
  fansByDaySql,
  metByPlaceSql,
  type TouchpointWriting,
  touchpointPeopleSql,
  wonByChannelSql,
} from './touchpoints.sql.ts'
import { touchpointCell, touchpointQuestion } from './touchpoints.ts'
import { stageNames } from './types.ts'

/** A zone with two kinds of hours within the ranges that are asked: clocks went back on 2026-11-01. */
const zone = 'America/New_York'
const now = new Date('2026-11-19T01:41:58.123Z')
const today = '2026-11-18'
const members = 30

const sources = [
  '{"utm":{"source":"XiaoHongShu","medium":"social"}}',
  '{"referrer":"https://www.xiaohongshu.com/explore"}',
  '{"utm":{"source":"豆瓣"}}',
  '{"utm":{"source":"wechat"}}',
  '{"landing":"/posts/1"}',
  '{}',
] as const

/** Visits, doings and orders around what `writeHistory` wrote, some of the same moment, of members, doubles and browsers. */
async function writeVisits(world: Awaited<ReturnType<typeof makeTestWarehouse>>, seed: number) {
  let state = seed
  const below = (most: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * most)
  }
  const rows: unknown[][] = []
  const ago = (days: number) =>
    new Date(now.getTime() - below(days) * 86_400_000 - below(8) * 600_000).toISOString()
  const whose = () => {
    const browser = below(4) === 0 ? `browser-${below(34)}` : null
    return [browser && below(2) === 0 ? null : 1 + below(members + 3), browser]
  }
  for (let n = 0; n < 160; n++)
    rows.push(['page_view', ago(75), ...whose(), null, '{}', sources[below(sources.length)], below(30) === 0])
  for (let n = 0; n < 60; n++)
    rows.push([['reaction.given', 'post.shared'][below(2)], ago(120), ...whose(), null, '{}', '{}', false])
  for (let member = 1; member <= members; member++) {
    const channel = ['store', 'referral', 'wechat', ''][below(4)]
    rows.push([
      'member.joined',
      ago(90),
      member,
      null,
      null,
      channel ? JSON.stringify({ channel }) : '{}',
      '{}',
      false,
    ])
    if (below(2) === 0)
      rows.push(['order.paid', ago(110), member, null, 100 + below(9_000), '{}', '{}', false])
  }
  await world.database.pool.query(
    `insert into event_log (name, source, actor, occurred_at, member_id, anonymous_id, value, props, context, bot)
     select name, 'track', 'anonymous', at, member, browser, value, props, context, bot
       from unnest($1::text[], $2::timestamptz[], $3::bigint[], $4::text[], $5::bigint[], $6::jsonb[], $7::jsonb[], $8::boolean[])
         as given (name, at, member, browser, value, props, context, bot)`,
    Array.from({ length: 8 }, (_, at) => rows.map((row) => row[at])),
  )
}

const questions = fc
  .record({
    range: fc.constantFrom(
      { last: 20, unit: 'day' as const },
      { from: '2026-09-10', to: '2026-11-04' },
      { from: '2026-08-01', to: '2026-11-18' },
    ),
    within: fc.constantFrom(1, 7, 30),
  })
  .map((question) => touchpointQuestion.parse(question))

const sum = (values: readonly bigint[]) => Number(values.reduce((total, value) => total + value, 0n))

describe('touchpoints', () => {
  let world: Awaited<ReturnType<typeof makeTestWarehouse>>
  let insight: InsightWorld
  let rows: BehaviourRow[]

  beforeAll(async () => {
    world = await makeTestWarehouse()
    await writeHistory(world.database.pool, { seed: 7, now, zone, members })
    await writeVisits(world, 11)
    world.startSink({ timeZone: async () => zone })
    await world.settled()
    insight = await openInsightWorld(world, { now })
    rows = await behaviourRows(world.database.pool, zone)
    await classifyChannels(insight.ctx, [
      { channel: 'store', type: 'shop' },
      { channel: 'wechat', type: 'account' },
      { channel: 'xiaohongshu', type: 'social', name: '小红书官方号' },
      { channel: 'tiktok', type: 'video' },
    ])
    await enterCosts(insight.ctx, [
      {
        channel: 'store',
        firstDay: '2026-11-01',
        lastDay: '2026-11-04',
        amount: 5_000,
        purpose: 'winning',
        note: '',
      },
      {
        channel: 'store',
        firstDay: '2026-11-01',
        lastDay: '2026-11-01',
        amount: 900,
        purpose: 'keeping',
        note: '',
      },
    ])
  })
  afterAll(() => world?.end())

  test('S2-40 S2-41 the map of touchpoints is what a naive reading of the log finds, and so are the people behind it', async () => {
    const seen = { met: 0, reached: 0, open: 0 }
    await fc.assert(
      fc.asyncProperty(questions, async (question) => {
        const answer = await insight.answer(touchpointAnalysis, question)
        const expected = naiveMap(rows, { ...question, days: answer.days, today, now, members })
        const places = [
          ...answer.channels.map((each) => ({
            place: `channel:${each.channel}`,
            cell: { channel: each.channel },
            each,
          })),
          ...answer.kinds.map((each) => ({ place: `kind:${each.kind}`, cell: { kind: each.kind }, each })),
          { place: 'all:', cell: {}, each: answer.total },
        ]
        expect(places.map(({ place }) => place)).toEqual(expect.arrayContaining([...expected.keys()]))
        for (const [nth, { place, cell, each }] of places.entries()) {
          const people = expected.get(place) ?? new Map()
          const all = [...people.values()]
          expect(each.met, place).toBe(people.size)
          expect(each.orders, place).toBe(all.reduce((many, { paid }) => many + paid.length, 0))
          expect(each.revenue, place).toBeCloseTo(sum(all.flatMap(({ paid }) => paid)), -6)
          for (const [at, stage] of stageNames.entries()) {
            const of = (what: 'reached' | 'stood') =>
              [...people].filter(([, one]) => one[what][at]).map(([member]) => member)
            const figure = each.stages[at]!
            expect(figure, `${place} ${stage}`).toMatchObject({
              stage,
              reached: of('reached').length,
              base: of('stood').length,
            })
            if (figure.base > 0) expect(figure.rate!).toBeLessThanOrEqual(1)
            seen.reached += figure.reached
          }
          seen.met += each.met
          // The people of one stage are asked for as from the screen, of every third place.
          if (nth % 3 !== 0) continue
          const at = Math.max(
            0,
            each.stages.findLastIndex(({ reached }) => reached > 0),
          )
          const stage = stageNames[at]!
          for (const [of, what] of [
            ['stage', 'reached'],
            ['base', 'stood'],
          ] as const)
            expect(
              await insight.people(touchpointAnalysis, question, { of, stage, ...cell }),
              `${place} ${of}`,
            ).toEqual(
              [...people]
                .filter(([, one]) => one[what][at])
                .map(([member]) => member)
                .sort((one, other) => Number(one) - Number(other)),
            )
        }
        const open = [...expected.get('all:')!.values()].filter((one) => one.open).length
        expect(answer.open).toBe(open)
        expect(await insight.people(touchpointAnalysis, question, { of: 'open' })).toHaveLength(open)
        expect(await insight.people(touchpointAnalysis, question, { of: 'met' })).toHaveLength(
          answer.total.met,
        )
        seen.open += open
      }),
      { numRuns: 3, seed: 9, endOnFailure: true },
    )
    expect(Math.min(seen.met, seen.reached)).toBeGreaterThan(20)
    expect(seen.open).toBeGreaterThan(0)
  }, 60_000)

  test('S2-42 S2-43 fans, who of them came back and what they paid are what a naive reading finds, channel by channel', async () => {
    const seen = { kept: 0, mature: 0, paid: 0 }
    await fc.assert(
      fc.asyncProperty(questions, async (question) => {
        const answer = await insight.answer(touchpointAnalysis, question)
        const fans = naiveFans(rows, { ...question, days: answer.days, today, now, members })
        const parts = [
          ...answer.channels.map((each) => ({
            cell: { channel: each.channel },
            each,
            fits: (one: string) => one === each.channel,
          })),
          ...answer.kinds.map((each) => ({
            cell: { kind: each.kind },
            each,
            fits: (one: string) => kindOf(one) === each.kind,
          })),
          { cell: {}, each: answer.total, fits: () => true },
        ]
        for (const [nth, { cell, each, fits }] of parts.entries()) {
          const own = fans.filter(({ channel }) => fits(channel))
          const mature = own.filter((one) => one.mature)
          const kept = own.filter((one) => one.kept)
          const bought = own.filter(({ paid }) => paid.length > 0)
          expect(each, JSON.stringify(cell)).toMatchObject({
            fans: own.length,
            mature: mature.length,
            kept: kept.length,
            buyers: bought.length,
            fanOrders: bought.reduce((many, { paid }) => many + paid.length, 0),
            small: mature.length < answer.least,
          })
          expect(each.fanRevenue).toBeCloseTo(sum(own.flatMap(({ paid }) => paid)), -6)
          seen.kept += kept.length
          seen.mature += mature.length
          seen.paid += bought.length
          if (nth % 3 !== 0) continue
          for (const [of, who] of [
            ['fans', own],
            ['mature', mature],
            ['kept', kept],
            ['buyers', bought],
          ] as const)
            expect(await insight.people(touchpointAnalysis, question, { of, ...cell })).toEqual(
              who.map(({ member }) => member).sort((one, other) => Number(one) - Number(other)),
            )
        }
        // Attribution says the same of who joined.
        const there = await insight.answer(attributionAnalysis, {
          range: question.range,
          conversion: { event: 'check_in' },
        })
        for (const { channel, fans: many } of there.channels)
          expect(answer.channels.find((each) => each.channel === channel)?.fans ?? 0, channel).toBe(many)
      }),
      { numRuns: 2, seed: 4, endOnFailure: true },
    )
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(5)
  }, 60_000)

  test('S2-42 cost per fan and per fan who came back follow from what was spent to win people', async () => {
    const question = { range: { from: '2026-08-01', to: '2026-11-18' }, within: 7 }
    const { channels, kinds: byKind } = await insight.answer(touchpointAnalysis, question)
    const store = channels.find(({ channel }) => channel === 'store')!
    expect(store).toMatchObject({ cost: 5_000, perFan: 5_000 / store.fans, kind: 'own', small: true })
    expect(store.perKept!).toBeCloseTo(5_000 / store.fans / (store.kept / store.mature), 6)
    expect(store.roas!).toBeCloseTo(store.fanRevenue / store.mature / (5_000 / store.fans), 6)
    expect(byKind.find(({ kind }) => kind === 'own')).toMatchObject({ cost: 5_000 })
    // Nobody can be told to be the base by a handful of fans.
    expect((await insight.answer(touchpointAnalysis, question)).verdict).toBeNull()
  })

  test('S2-40 a channel that was named is called so, one that nobody classified waits with a suggestion, one that brought nobody yet is there', async () => {
    const { channels } = await insight.answer(touchpointAnalysis, { range: { last: 60, unit: 'day' } })
    const of = (channel: string) => channels.find((each) => each.channel === channel)
    expect(of('xiaohongshu')).toMatchObject({ name: '小红书官方号', type: 'social', suggested: null })
    expect(of('豆瓣')).toMatchObject({ type: null, kind: 'none', suggested: 'social' })
    expect(of('tiktok')).toMatchObject({ met: 0, fans: 0, type: 'video', kind: 'public' })
  })

  test('browsers that nobody was recognised by are counted apart', async () => {
    const question = { range: { from: '2026-08-01', to: '2026-11-18' } }
    const { strangers } = await insight.answer(touchpointAnalysis, question)
    const { rows: found } = await world.database.pool.query(
      `select count(distinct anonymous_id)::int as many from event_log e
        where member_id is null and anonymous_id is not null and not (bot or staff or test)
          and context ?| array['utm', 'referrer', 'landing']
          and not exists (select 1 from event_log p where p.name = 'visitor.identified' and p.props ->> 'anonymousId' = e.anonymous_id)`,
    )
    expect(found[0].many).toBeGreaterThan(3)
    expect(strangers).toBe(found[0].many)
    const who = { version: 1 as const, who: { kind: 'all' as const, of: [] } }
    expect(await insight.answer(touchpointAnalysis, { ...question, scope: { who } })).toMatchObject({
      strangers: 0,
    })
  })

  test('who joined day by day adds up to who joined', async () => {
    const days = { from: '2026-08-01', to: '2026-11-18' }
    const answer = await insight.answer(touchpointAnalysis, { range: days })
    const scoped = { rows: [], people: [], params: {} }
    const { sql, params } = fansByDaySql({ rules: presetRules('en'), days, scoped })
    const found = await world.warehouse.query<{ channel: string; day: string; fans: string }>(sql, params)
    for (const { channel, fans } of answer.channels) {
      const own = found.filter((row) => (row.channel || 'unknown') === channel)
      expect(
        own.reduce((many, row) => many + Number(row.fans), 0),
        channel,
      ).toBe(fans)
    }
    expect(found.length).toBeGreaterThan(10)
  })

  test('every statement is one that ClickHouse can plan', async () => {
    for (const rules of [[], presetRules('en')]) {
      const scoped = { rows: [], people: ['m > 0'], params: {} }
      const days = { from: '2026-11-01', to: '2026-11-19' }
      const writing: TouchpointWriting = {
        rules,
        days,
        scoped,
        within: 30,
        today,
        own: ["it's", 'store'],
        public: [],
      }
      const cells = (['met', 'fans', 'mature', 'kept', 'buyers'] as const).flatMap((of) => [
        { of },
        { of, channel: 'unknown' },
        { of, kind: 'own' as const },
      ])
      const stages = stageNames.flatMap((stage) => [
        { of: 'stage' as const, stage, channel: 'x' },
        { of: 'base' as const, stage },
      ])
      const statements = [
        metByPlaceSql(writing, 1),
        wonByChannelSql(writing),
        fansByDaySql(writing),
        strangersSql(writing),
        ...(rules.length > 0 ? [] : [...cells, ...stages, { of: 'open' as const }]).map((cell) =>
          touchpointPeopleSql(writing, touchpointCell.parse(cell), 1),
        ),
      ]
      for (const { sql, params } of statements) {
        expect((await world.warehouse.query(`EXPLAIN PIPELINE ${sql}`, params)).length).toBeGreaterThan(0)
      }
      // The control: a table that is not there is found out.
      for (const { sql, params } of statements.slice(0, 4))
        await expect(
          world.warehouse.query(`EXPLAIN ${sql.replaceAll('FROM event', 'FROM nobody')}`, params),
        ).rejects.toThrow()
    }
  })
})
