import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { type BehaviourRow, behaviourRows } from '#test/behaviour-rows.ts'
import { writeHistory } from '#test/histories.ts'
import { type InsightWorld, openInsightWorld } from '#test/insight-world.ts'
import { makeTestWarehouse } from '#test/warehouse.ts'
import { attributionAnalysis } from './attribution.analysis.ts'
import {
  attributionPeopleSql,
  converterSql,
  fansByChannelSql,
  journeysByPathSql,
  regularsTotalSql,
} from './attribution.sql.ts'
import { type AttributionQuestion, attributionQuestion, mostTouches } from './attribution.ts'
import { arrangeChannels, presetRules } from './channels.ts'
import { enterCosts } from './costs.ts'
import { creditsOf, decayWeights, type Journey, modelNames } from './models.ts'

const zone = 'Asia/Shanghai'
const now = new Date('2026-11-19T01:41:58.123Z')
const members = 30

const sources: readonly (readonly [channel: string, context: string, props?: string])[] = [
  ['xiaohongshu', '{"utm":{"source":"XiaoHongShu","medium":"social"}}'],
  ['xiaohongshu', '{"referrer":"https://www.xiaohongshu.com/explore"}'],
  ['search', '{"utm": {"source": "baidu", "medium": "organic"}, "landing": "/"}'],
  ['ads', '{"utm":{"source":"baidu","medium":"cpc"}}'],
  ['direct', '{"landing":"/posts/1"}'],
  ['豆瓣', '{"utm":{"source":"豆瓣"}}'],
  ['', '{}'],
  ['', '{"page":"/x"}'],
]

/** Visits with sources around what `writeHistory` wrote, some of them of the same moment. */
async function writeVisits(
  pool: Awaited<ReturnType<typeof makeTestWarehouse>>['database']['pool'],
  seed: number,
) {
  let state = seed
  const below = (most: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * most)
  }
  const rows: unknown[][] = []
  for (let n = 0; n < 900; n++) {
    const [, context] = sources[below(sources.length)]!
    const at = new Date(now.getTime() - below(50) * 86_400_000 - below(8) * 600_000).toISOString()
    rows.push(['page_view', at, 1 + below(members + 3), null, '{}', context])
    if (n % 9 === 0) rows.push(['order.paid', at, 1 + below(members + 3), 100 + below(9_000), '{}', context])
  }
  for (let member = 1; member <= members; member++) {
    const channel = ['store', 'referral', 'xiaohongshu', ''][below(4)]
    const at = new Date(now.getTime() - below(60) * 86_400_000).toISOString()
    rows.push(['member.joined', at, member, null, channel ? JSON.stringify({ channel }) : '{}', '{}'])
  }
  await pool.query(
    `insert into event_log (name, source, actor, occurred_at, member_id, value, props, context)
     select name, 'track', 'anonymous', at, member, value, props, context
       from unnest($1::text[], $2::timestamptz[], $3::bigint[], $4::bigint[], $5::jsonb[], $6::jsonb[]) as given (name, at, member, value, props, context)`,
    Array.from({ length: 6 }, (_, at) => rows.map((row) => row[at])),
  )
}

function channelOf({ name, props, context }: BehaviourRow): string {
  const utm = (context.utm ?? {}) as Record<string, string>
  const joined = name === 'member.joined' ? String(props.channel ?? '') : ''
  if (joined) return joined
  if (utm.medium === 'cpc') return 'ads'
  if (utm.medium === 'organic') return 'search'
  if (utm.source) return utm.source.toLowerCase()
  if (typeof context.referrer === 'string') return 'xiaohongshu'
  return 'landing' in context ? 'direct' : ''
}

/** Journeys as the question says, one member after another. */
function naive(
  rows: readonly BehaviourRow[],
  question: AttributionQuestion,
  days: { from: string; to: string },
) {
  const lookBack = BigInt(question.lookBack) * 86_400_000_000n
  const journeys: (Journey & { member: string })[] = []
  const midnight = BigInt(new Date(`${days.from}T00:00:00+08:00`).getTime()) * 1_000n
  const early = new Date(new Date(days.from).getTime() - (question.lookBack + 1) * 86_400_000)
    .toISOString()
    .slice(0, 10)
  for (const member of new Set(rows.map((row) => row.member))) {
    const own = rows.filter((row) => row.member === member && row.day >= early && row.day <= days.to)
    const touches: { channel: string; at: bigint }[] = []
    let before: { channel: string; at: bigint } | undefined
    for (const row of own) {
      const touch = { channel: channelOf(row), at: row.at }
      if (touch.channel === '') continue
      if (!before || before.channel !== touch.channel || touch.at - before.at >= 1_800_000_000n)
        touches.push(touch)
      before = touch
    }
    const conversions = own.filter(
      ({ name, day, value }) =>
        name === question.conversion.event && day >= days.from && value !== null && value < 1_000_000,
    )
    const shorten = (list: typeof touches) =>
      list.length > mostTouches ? [list[0]!, ...list.slice(1 - mostTouches)] : list
    for (const { at, value } of conversions) {
      const path = shorten(touches.filter((touch) => touch.at <= at && touch.at >= at - lookBack))
      const worth = question.worth.of === 'value' ? (value ?? 0) : 0
      const decay = decayWeights(
        path.map((touch) => Number(at - touch.at) / 3.6e9),
        question.halfLife * 24,
      )
      journeys.push({
        member,
        path: path.map(({ channel }) => channel),
        conversions: 1,
        value: worth,
        nulls: 0,
        decay,
        decayValue: decay.map((each) => each * worth),
      })
    }
    const unpaid = shorten(touches.filter(({ at }) => at >= midnight))
    if (conversions.length === 0 && unpaid.length > 0)
      journeys.push({
        member,
        path: unpaid.map(({ channel }) => channel),
        conversions: 0,
        value: 0,
        nulls: 1,
      })
  }
  return journeys
}

/** Amounts beyond any order are in the histories too. */
const paid = {
  event: 'order.paid',
  where: [{ property: 'value', test: { op: 'lt' as const, value: 1_000_000 } }],
}

const questions = fc
  .record({
    range: fc.constantFrom({ last: 20, unit: 'day' as const }, { from: '2026-10-01', to: '2026-11-10' }),
    lookBack: fc.constantFrom(1, 7, 30),
    halfLife: fc.constantFrom(1, 7),
    order: fc.constantFrom(1 as const, 2 as const),
    worth: fc.constantFrom({ of: 'value' as const }, { of: 'nothing' as const }),
    conversion: fc.constantFrom(paid, { ...paid, event: 'check_in' }),
  })
  .map((question) => attributionQuestion.parse(question))

describe('attribution', () => {
  let world: Awaited<ReturnType<typeof makeTestWarehouse>>
  let insight: InsightWorld
  let rows: BehaviourRow[]

  beforeAll(async () => {
    world = await makeTestWarehouse()
    await writeHistory(world.database.pool, { seed: 5, now, zone, members })
    await writeVisits(world.database.pool, 42)
    world.startSink({ timeZone: async () => zone })
    await world.settled()
    insight = await openInsightWorld(world, { now })
    rows = await behaviourRows(world.database.pool, zone)
  })
  afterAll(() => world?.end())

  const present = (ids: Iterable<string>) => [...new Set(ids)].filter((id) => Number(id) <= members)

  test('S2-52 journeys and credits are what a naive reading of the log finds; credits add up to conversions', async () => {
    let converted = 0
    await fc.assert(
      fc.asyncProperty(questions, async (question) => {
        const answer = await insight.answer(attributionAnalysis, question)
        const journeys = naive(rows, question, answer.days)
        const expected = creditsOf(journeys, question.order)
        for (const model of modelNames) {
          for (const [channel, { conversions, value }] of expected[model]) {
            const found = answer.channels.find((each) => each.channel === channel)!.credits[model]!
            expect(found.conversions, `${model} ${channel}`).toBeCloseTo(conversions, 5)
            expect(found.value, `${model} ${channel}`).toBeCloseTo(value, 3)
          }
          const sum = answer.channels.reduce((total, { credits }) => total + credits[model]!.conversions, 0)
          expect(sum).toBeCloseTo(answer.conversions, 5)
        }
        const winners = present(journeys.filter((each) => each.conversions > 0).map(({ member }) => member))
        expect(answer.members).toBe(winners.length)
        for (const { channel, members: many } of answer.channels.slice(0, 3)) {
          const met = journeys.filter(
            ({ conversions, path }) =>
              conversions > 0 && (channel === 'unknown' ? path.length === 0 : path.includes(channel)),
          )
          expect(present(met.map(({ member }) => member)).length, channel).toBe(many)
          expect(
            (await insight.people(attributionAnalysis, question, { of: 'channel', channel })).length,
          ).toBe(many)
        }
        expect((await insight.people(attributionAnalysis, question, { of: 'converted' })).length).toBe(
          answer.members,
        )
        expect((await insight.people(attributionAnalysis, question, { of: 'without' })).length).toBe(
          answer.without,
        )
        converted += answer.conversions
      }),
      { numRuns: 4, seed: 3, endOnFailure: true },
    )
    expect(converted).toBeGreaterThan(100)
  })

  const asked: z.input<typeof attributionQuestion> = {
    range: { from: '2026-10-01', to: '2026-11-19' },
    conversion: paid,
    model: 'linear',
  }

  test('S2-42 what a fan costs is what was spent on the days asked for, divided by who joined by the channel', async () => {
    await enterCosts(insight.ctx, [
      // Half of its ten days lie in the range.
      {
        channel: 'store',
        firstDay: '2026-09-26',
        lastDay: '2026-10-05',
        amount: 10_000,
        purpose: 'winning',
        note: '',
      },
      {
        channel: 'store',
        firstDay: '2026-11-01',
        lastDay: '2026-11-01',
        amount: 600,
        purpose: 'winning',
        note: '',
      },
      {
        channel: 'wechat',
        firstDay: '2026-11-01',
        lastDay: '2026-11-02',
        amount: 900,
        purpose: 'keeping',
        note: '',
      },
      {
        channel: 'store',
        firstDay: '2026-01-01',
        lastDay: '2026-01-31',
        amount: 77,
        purpose: 'winning',
        note: '',
      },
    ])
    const answer = await insight.answer(attributionAnalysis, asked)
    const store = answer.channels.find(({ channel }) => channel === 'store')!
    const joined = present(
      rows
        .filter(
          (row) =>
            row.name === 'member.joined' &&
            row.props.channel === 'store' &&
            row.day >= '2026-10-01' &&
            row.day <= '2026-11-19',
        )
        .map(({ member }) => member),
    )
    expect(joined.length).toBeGreaterThan(1)
    expect(store).toMatchObject({ cost: 5_600, fans: joined.length, perFan: 5_600 / joined.length })
    const linear = store.credits.linear!
    expect(store.roas).toBeCloseTo(linear.value / 5_600, 8)
    expect(store.roi).toBeCloseTo((linear.value - 5_600) / 5_600, 8)
    expect(store.perConversion ?? 0).toBeCloseTo(linear.conversions > 0 ? 5_600 / linear.conversions : 0, 8)
    expect(await insight.people(attributionAnalysis, asked, { of: 'fans', channel: 'store' })).toEqual(
      joined.sort((one, other) => Number(one) - Number(other)),
    )
    // Kept: active again a week after joining, or later.
    const joinedOn = new Map(
      rows.filter(({ name }) => name === 'member.joined').map((row) => [row.member, row.day]),
    )
    const kept = joined.filter((id) => {
      const week = new Date(new Date(joinedOn.get(id)!).getTime() + 7 * 86_400_000).toISOString().slice(0, 10)
      return rows.some((row) => row.member === id && row.day >= week)
    })
    expect(store.kept).toBe(kept.length)
    expect((await insight.people(attributionAnalysis, asked, { of: 'kept', channel: 'store' })).length).toBe(
      store.kept,
    )
  })

  test('S2-56 what keeping costs stands beside what winning costs', async () => {
    const { keeping } = await insight.answer(attributionAnalysis, asked)
    const joined = rows.filter(
      (row) => row.name === 'member.joined' && row.day >= '2026-10-01' && row.day <= '2026-11-19',
    )
    const fans = new Set(joined.map(({ member }) => member))
    const regulars = present(
      rows
        .filter((row) => row.day >= '2026-10-01' && row.day <= '2026-11-19' && !fans.has(row.member))
        .map(({ member }) => member),
    )
    expect(keeping).toMatchObject({
      winningCost: 5_600,
      keepingCost: 900,
      fans: fans.size,
      regulars: regulars.length,
    })
    expect(keeping.ratio).toBeCloseTo(900 / regulars.length / (5_600 / fans.size), 8)
    expect((await insight.people(attributionAnalysis, asked, { of: 'regulars' })).length).toBe(
      regulars.length,
    )
  })

  test('S2-37 sources are grouped as the team says, from then on', async () => {
    const rules = presetRules('zh-CN')
    await arrangeChannels(insight.ctx, [
      {
        channel: 'social',
        name: '社交媒体',
        any: [
          { of: 'source', like: '豆*' },
          { of: 'channel', like: 'xiaohongshu' },
        ],
      },
      ...rules,
    ])
    const { channels } = await insight.answer(attributionAnalysis, asked)
    expect(channels.find(({ channel }) => channel === 'social')?.name).toBe('社交媒体')
    expect(channels.some(({ channel }) => channel === '豆瓣')).toBe(false)
  })

  test('every statement is one that ClickHouse can plan', async () => {
    const { clock } = await insight.asking()
    const question = attributionQuestion.parse({ ...asked, worth: { of: 'property', property: 'n' } })
    for (const rules of [[], presetRules('en')]) {
      const scoped = { rows: ['group_id = {g:UInt64}'], people: ['m > 0'], params: { g: '1' } }
      const writing = { question, rules, clock, scoped, days: { from: '2026-11-01', to: '2026-11-19' } }
      const cells = [
        { of: 'converted' },
        { of: 'without' },
        { of: 'channel', channel: 'unknown' },
        { of: 'channel', channel: 'x' },
        { of: 'fans' },
        { of: 'kept', channel: 'x' },
        { of: 'regulars' },
      ] as const
      const statements = [
        journeysByPathSql(writing),
        converterSql(writing),
        fansByChannelSql(writing),
        regularsTotalSql(writing),
        ...cells.map((cell) => attributionPeopleSql(writing, cell)),
      ]
      for (const { sql, params } of statements) {
        expect((await world.warehouse.query(`EXPLAIN PIPELINE ${sql}`, params)).length).toBeGreaterThan(0)
        await expect(
          world.warehouse.query(`EXPLAIN ${sql.replaceAll('FROM event', 'FROM nobody')}`, params),
        ).rejects.toThrow()
      }
    }
  })
})
