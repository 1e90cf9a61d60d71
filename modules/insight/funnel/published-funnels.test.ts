import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type PublishedCase,
  type PublishedWorld,
  publishedCases,
  publishedWorld,
} from '#test/published-analytics.ts'
import { hasSharedData } from '#test/shared-data.ts'
import { funnelAnalysis, funnelWriting } from './funnel.analysis.ts'
import { stepsSql } from './funnel.sql.ts'
import { type FunnelAnswer, type FunnelQuestion, funnelQuestion } from './funnel.ts'

const known = hasSharedData('analytics')
const cases = known ? [...publishedCases('funnel'), ...publishedCases('funnel_trend')] : []
const zoneOf = ({ query }: PublishedCase): string => query.timezone ?? 'UTC'

interface Asked {
  readonly event: string | null
  readonly where?: Readonly<Record<string, unknown>>
}

const happening = ({ event, where }: Asked) => ({
  event: event ?? '*',
  where: Object.entries(where ?? {}).map(([property, value]) => ({
    property,
    test: { op: 'is', value: String(value) },
  })),
})

const attributions: Record<string, string> = { first_touch: 'first', last_touch: 'last', all_events: 'all' }

/** Their question in our words. Without days: all there are. */
function questionOf({ query, events, kind }: PublishedCase, group: string): FunnelQuestion {
  const days = events.map(({ ts }) => ts.slice(0, 10)).sort()
  const [property] = query.breakdown ?? []
  return funnelQuestion.parse({
    range: {
      from: query.date_from?.slice(0, 10) ?? days[0] ?? '2020-01-01',
      to: query.date_to?.slice(0, 10) ?? days.at(-1) ?? '2020-01-01',
    },
    scope: { group },
    order: query.order,
    steps: query.steps.map((step: Asked) => ({ of: [happening(step)] })),
    within:
      query.window.unit === 'week'
        ? { amount: query.window.value * 7, unit: 'days' }
        : { amount: query.window.value, unit: `${query.window.unit}s` },
    exclusions: (query.exclusions ?? []).map((each: Asked & { from_step: number; to_step: number }) => ({
      ...happening(each),
      after: each.from_step + 1,
      before: each.to_step + 1,
    })),
    ...(property && !property.startsWith('member.') ? { breakdown: { by: 'property', property } } : {}),
    ...(query.attribution
      ? {
          attribution:
            query.attribution === 'step'
              ? { by: 'step', step: query.attribution_step + 1 }
              : { by: attributions[query.attribution] },
        }
      : {}),
    show: kind === 'funnel_trend' ? { of: 'trend', unit: query.interval } : { of: 'steps' },
  })
}

/** Only what the source says is compared: null says nothing. */
function compare(
  found: readonly (number | null)[],
  expected: readonly (number | null)[] | undefined,
  what: string,
) {
  for (const [at, value] of (expected ?? []).entries())
    if (value !== null) expect(found[at], `${what}, step ${at + 1}`).toBeCloseTo(value, 6)
}

describe.runIf(known)('T39 funnels as published', () => {
  const worlds = new Map<string, PublishedWorld>()
  beforeAll(async () => {
    for (const zone of new Set(cases.map(zoneOf)))
      worlds.set(
        zone,
        await publishedWorld(
          zone,
          cases.filter((each) => zoneOf(each) === zone),
        ),
      )
  })
  afterAll(async () => {
    for (const world of worlds.values()) await world.end()
  })

  test.each(cases.map((each) => [each.name, each] as const))('%s', async (name, published) => {
    const world = worlds.get(zoneOf(published))!
    const asking = world.asking()
    const question = questionOf(published, world.group(name))
    const { expected } = published
    const people = async (step: number, value?: string) => {
      const { sql, params } = await funnelAnalysis.peopleOf(asking, question, {
        of: 'reached',
        step,
        ...(value === undefined ? {} : { value }),
      })
      return world.names(
        (await world.rows<{ member_id: string }>(sql, params)).map(({ member_id }) => member_id),
      )
    }
    const { steps, values, trend } = await funnelAnalysis.answerOf(asking, question)
    compare(
      steps.map(({ count }) => count),
      expected.counts,
      'count',
    )
    for (const [step, members] of Object.entries<string[]>(expected.members_at_step ?? {}))
      expect(await people(Number(step)), `members at step ${step}`).toEqual([...members].sort())
    for (const [step, members] of Object.entries<string[]>(expected.dropped_before_step ?? {})) {
      const { sql, params } = await funnelAnalysis.peopleOf(asking, question, {
        of: 'dropped',
        step: Number(step),
      })
      const ids = (await world.rows<{ member_id: string }>(sql, params)).map(({ member_id }) => member_id)
      expect(world.names(ids), `dropped before ${step}`).toEqual([...members].sort())
    }
    if (expected.avg_seconds) {
      const times = await timesOf({ ...question, show: { of: 'time', from: 1, to: question.steps.length } })
      compare(
        times.map((each) => each.averageSeconds ?? null),
        expected.avg_seconds,
        'average',
      )
      compare(
        times.map((each) => each.medianSeconds ?? null),
        expected.median_seconds,
        'median',
      )
    }
    for (const [value, { counts, members_at_step }] of Object.entries<{
      counts: number[]
      members_at_step?: Record<string, string[]>
    }>(expected.breakdowns ?? {})) {
      compare((await countsOf(value)) ?? [], counts, value)
      for (const [step, members] of Object.entries(members_at_step ?? {}))
        expect(await people(Number(step), value)).toEqual([...members].sort())
    }
    for (const [at, day] of (expected.first_seven ?? []).entries())
      expect(trend?.[at]).toMatchObject({
        start: day.date,
        entered: day.reached_from,
        converted: day.reached_to,
      })

    async function timesOf(asked: FunnelQuestion): Promise<FunnelAnswer['steps']> {
      return (await funnelAnalysis.answerOf(asking, asked)).steps
    }
    /** Figures of a value; of a property of members they are told apart by a list of them. */
    async function countsOf(value: string): Promise<number[] | undefined> {
      if (question.breakdown)
        return values.find((each) => each.value === value)?.steps.map(({ count }) => count)
      const property = published.query.breakdown[0].slice('member.'.length)
      const cut = Object.entries(published.members ?? {}).map(
        ([member, props]) => `SELECT toUInt64(${world.id(name, member)}) AS m, '${props[property]}' AS value`,
      )
      const writing = await funnelWriting(asking, question)
      const { sql, params } = stepsSql(
        {
          ...writing,
          cut: { of: 'member', sql: cut.join(' UNION ALL '), params: {}, labels: async () => new Map() },
        },
        true,
      )
      const rows = await world.rows<{ value: string; counts: string[] }>(sql, params)
      return rows.find((row) => row.value === value)?.counts.map(Number)
    }
  })

  test('the comparison notices another window', async () => {
    const published = cases.find(({ name }) => name === 'ordered_window_14_days')!
    const world = worlds.get('UTC')!
    const question = questionOf(published, world.group(published.name))
    const { steps } = await funnelAnalysis.answerOf(world.asking(), {
      ...question,
      within: { amount: 1, unit: 'minutes' },
    })
    expect(steps.map(({ count }) => count)).not.toEqual(published.expected.counts)
  })
})
