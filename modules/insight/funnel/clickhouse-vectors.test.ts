/**
 * ClickHouse's own cases of windowFunnel, sequenceMatch, sequenceCount and retention, asked of our analyses. What means
 * something else than any question of ours stands below with why; docs/decisions/funnels.md decides.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { type PublishedCase, type PublishedWorld, publishedWorld } from '#test/published-analytics.ts'
import { hasSharedData, sharedJson } from '#test/shared-data.ts'
import { retentionAnalysis } from '../retention/retention.analysis.ts'
import { retentionQuestion } from '../retention/retention.ts'
import { funnelAnalysis } from './funnel.analysis.ts'
import { funnelQuestion } from './funnel.ts'

interface Happened {
  readonly member?: string
  readonly ts: number
  readonly event: number | string
}

interface Published {
  readonly name: string
  readonly kind: string
  readonly events?: readonly Happened[]
  /** By day: `members 0..79`. */
  readonly data?: Readonly<Record<string, string>>
  // biome-ignore lint/suspicious/noExplicitAny: each kind asks in its own shape
  readonly query: any
  // biome-ignore lint/suspicious/noExplicitAny: each kind expects in its own shape
  readonly expected: any
}

const known = hasSharedData('analytics')
const cases = known ? sharedJson<Published[]>('analytics/clickhouse_cases.json') : []
const ofKind = (kind: string) =>
  cases.filter((each) => each.kind === kind).map((each) => [each.name, each] as const)

/** Their seconds are our minutes: windows shorter than a minute are nothing that people do. */
const begin = Date.parse('2026-03-02T00:00:00Z')
const instant = (events: readonly Happened[], { ts }: Happened) =>
  new Date(begin + (ts - Math.min(...events.map((each) => each.ts))) * 60_000).toISOString()

const named = (event: number | string) => `e${event}`

/** `members 0..79` */
function membersOf(said: string): number[] {
  const [from, to] = said.match(/\d+/g)!.map(Number)
  return Array.from({ length: to! - from! + 1 }, (_, at) => from! + at)
}

function eventsOf({ events, data }: Published): PublishedCase['events'] {
  if (events)
    return events.map((each) => ({
      member: each.member ?? '1',
      event: named(each.event),
      ts: instant(events, each),
      props: {},
    }))
  return Object.entries(data ?? {}).flatMap(([day, said]) =>
    membersOf(said).map((member) => ({
      member: String(member),
      event: 'came',
      ts: `${day}T10:00:00Z`,
      props: { parity: member % 2 === 0 ? 'even' : 'odd' },
    })),
  )
}

const lastDay = (events: PublishedCase['events']) =>
  events
    .map(({ ts }) => ts.slice(0, 10))
    .sort()
    .at(-1)!

/** Minutes as a window that can be asked; longer than all there is, as long as can be asked. */
function windowOf(minutes: number) {
  if (minutes <= 3_660) return { amount: Math.max(1, minutes), unit: 'minutes' }
  return { amount: Math.min(3_660, Math.ceil(minutes / 1_440)), unit: 'days' }
}

const oneStep = 'one event is one step at most'
/** What means something else than any question of ours, and what it is. */
const otherwise: Readonly<Record<string, string>> = {
  one_event_many_same_steps: oneStep,
  sharded_10000_users: oneStep,
  ecommerce_strict_order_4: oneStep,
  ecommerce_allow_reentry_4: oneStep,
  reentry_strict_order_4: 'going back is passed over, but not to the first step',
  reentry_all_modes: 'answered with the step before the one done again, not with the furthest',
  sequenceMatch_01: 'a pattern without steps is no question',
  sequenceMatch_03: 'a pattern without steps is no question',
  sequenceCount_24: 'a pattern without steps is no question',
  sequenceCount_26: 'a pattern without steps is no question',
}
const isAsked = ([name]: readonly [string, Published]) => !(name in otherwise)

/**
 * Modes of windowFunnel as ours. `strict_once` is how we always are. `strict_order` follows one attempt: it passes over
 * steps done again, begins again where the first is done again at once, and ends where it is done again later;
 * histories are asked with what they show of it.
 */
function modesOf({ name, query }: Published) {
  const modes: readonly string[] = query.modes
  const has = (mode: string) => modes.includes(mode)
  const order = has('strict_order') ? ('strict' as const) : ('ordered' as const)
  const back = has('allow_reentry') || name === 'six_users_strict_order' ? ('ignored' as const) : undefined
  return {
    order,
    apart: has('strict_increase'),
    repeats: has('strict_deduplication') ? ('ending' as const) : back,
    count: name.startsWith('reentry') ? ('first' as const) : ('members' as const),
  }
}

/** A pattern as a funnel of ours: strict where nothing stands between, waits of steps where times do. */
function sequenceOf({ query }: Published): Pick<z.input<typeof funnelQuestion>, 'steps' | 'order'> {
  const pattern: string = query.pattern
  const parts = [...pattern.matchAll(/\(\?t(<=|<|>=|>|==)(\d+)\)|\(\?(\d)\)|\./g)]
  const steps: z.input<typeof funnelQuestion>['steps'] = []
  let wait: Pick<(typeof steps)[number], 'within' | 'atLeast'> = {}
  for (const [, how, time, condition] of parts) {
    if (how === undefined) {
      const event = condition === undefined ? '*' : named(query.conditions[Number(condition) - 1])
      steps.push({ of: [{ event }], ...wait })
      wait = {}
      continue
    }
    const minutes = (more: number) => ({ amount: Number(time) + more, unit: 'minutes' as const })
    if (how !== '>' && how !== '>=') wait.within = minutes(how === '<' ? -1 : 0)
    if (how !== '<' && how !== '<=') wait.atLeast = minutes(how === '>' ? 1 : 0)
  }
  const timed = steps.some(({ within, atLeast }) => within || atLeast)
  return {
    // A funnel has two steps at least: one is asked for with what never happens behind it.
    steps: steps.length > 1 ? steps : [...steps, { of: [{ event: 'never' }] }],
    order: timed ? 'ordered' : 'strict',
  }
}

describe.runIf(known)("T39 S2-51 ClickHouse's own cases", () => {
  let world: PublishedWorld
  beforeAll(async () => {
    world = await publishedWorld(
      'UTC',
      cases.map((each) => ({ ...each, events: eventsOf(each) })),
    )
  })
  afterAll(() => world.end())

  async function levels(published: Published, modes = modesOf(published)): Promise<Record<string, number>> {
    const events = eventsOf(published)
    const names = [...new Set(events.map(({ event }) => event))]
    const fits: Record<string, (event: string, value: string) => boolean> = {
      '=': (event, value) => event === named(value),
      '<=': (event, value) => Number(event.slice(1)) <= Number(value),
      '>=': (event, value) => Number(event.slice(1)) >= Number(value),
    }
    const asked: readonly (readonly [string, number | string])[] = published.query.steps
    const steps = asked.map(([how, value]) => {
      const of = names.filter((event) => fits[how]!(event, String(value))).map((event) => ({ event }))
      return { of: of.length > 0 ? of : [{ event: named(value) }] }
    })
    const question = funnelQuestion.parse({
      range: { from: '2026-03-02', to: lastDay(events) },
      scope: { group: world.group(published.name) },
      // A funnel has two steps at least: one is asked for with what never happens behind it.
      steps: steps.length > 1 ? steps : [...steps, { of: [{ event: 'never' }] }],
      ...modes,
      within: windowOf(published.query.window),
    })
    const members = new Set(events.map(({ member }) => member))
    const found = Object.fromEntries([...members].map((member) => [member, 0]))
    const answer = await funnelAnalysis.answerOf(world.asking(), question)
    for (let step = 1; step <= steps.length && answer.steps[step - 1]!.count > 0; step++) {
      if (members.size === answer.steps[step - 1]!.count) {
        for (const member of members) found[member] = step
        continue
      }
      const { sql, params } = await funnelAnalysis.peopleOf(world.asking(), question, { of: 'reached', step })
      const rows = await world.rows<{ member_id: string }>(sql, params)
      for (const member of world.names(rows.map(({ member_id }) => member_id))) found[member] = step
    }
    return found
  }

  test.each(ofKind('windowFunnel').filter(isAsked))('windowFunnel %s', async (_, published) => {
    expect(await levels(published)).toEqual(published.expected)
  })

  test('what is decided otherwise is decided, not missed', async () => {
    const named = (name: string) => cases.find((each) => each.name === name)!
    const found = (name: string, change: Partial<ReturnType<typeof modesOf>> = {}) =>
      levels(named(name), { ...modesOf(named(name)), ...change })
    // An event is one step; one more of it is needed for the next.
    expect(await found('one_event_many_same_steps')).toEqual({ 1: 1 })
    // Steps that are the same event are taken one after the other: a b a c is a, b, a, c.
    expect(await found('ecommerce_strict_order_4')).toEqual({ 1: 4, 2: 2, 3: 2 })
    expect(await found('ecommerce_allow_reentry_4')).toEqual({ 1: 4, 2: 4, 3: 2 })
    // Strictly next, a b c b is not on its way to d; passed over, it is.
    expect(await found('reentry_strict_order_4')).toEqual({ 1: 2, 2: 2, 3: 3, 4: 1, 5: 3 })
    // Of a b a b c the first attempt reached b.
    expect(await found('reentry_all_modes')).toEqual({ 1: 2, 2: 2, 3: 3, 4: 1, 5: 3 })
    // The furthest attempt of a b a b c got to the end.
    expect(await found('reentry_strict_order', { count: 'members' })).toEqual({
      1: 2,
      2: 3,
      3: 3,
      4: 1,
      5: 3,
    })
    // Without the modes: of one moment, a step done again, a step in between.
    expect(await found('strict_increase', { apart: false })).toEqual({ 1: 5 })
    expect(await found('strict_dedup_issue_27469', { repeats: undefined })).toEqual({ 1: 4 })
    expect(await found('strict_order_acb', { order: 'ordered' })).toEqual({ 7: 2 })
  })

  async function matchesOf(published: Published): Promise<number> {
    const size = [...published.query.pattern.matchAll(/\(\?\d\)|\./g)].length
    const { steps } = await funnelAnalysis.answerOf(
      world.asking(),
      funnelQuestion.parse({
        ...sequenceOf(published),
        range: { from: '2026-03-02', to: '2026-03-02' },
        scope: { group: world.group(published.name) },
        within: { amount: 1, unit: 'days' },
        count: 'rounds',
      }),
    )
    return steps[size - 1]!.count
  }

  test.each(ofKind('sequenceMatch').filter(isAsked))('%s', async (_, published) => {
    expect((await matchesOf(published)) > 0).toBe(published.expected)
  })
  test.each(ofKind('sequenceCount').filter(isAsked))('%s', async (_, published) => {
    expect(await matchesOf(published)).toBe(published.expected)
  })

  /** Who began on the first day, and who of them came on each later one. */
  async function daysOf(published: Published, where: readonly object[] = []) {
    const days: readonly string[] = published.query.conditions.filter((each: string) => /^\d/.test(each))
    const first = days[0]!
    const question = retentionQuestion.parse({
      range: { from: first, to: first },
      scope: { group: world.group(published.name) },
      start: { event: 'came', where },
      newcomers: false,
      again: { event: 'came' },
      unit: 'day',
      columns: 3,
    })
    const { cohorts } = await retentionAnalysis.answerOf(world.asking(), question)
    const columns = days.map((day) => (Date.parse(day) - Date.parse(first)) / 86_400_000)
    return { question, cohort: cohorts[0]!, columns }
  }

  test.each(ofKind('retention_aggregate'))('%s', async (_, published) => {
    const { cohort, columns } = await daysOf(published)
    expect(columns.map((column) => cohort.cells[column]!.returned)).toEqual(published.expected)
  })

  test.each(ofKind('retention_per_member'))('%s', async (_, published) => {
    const conditions: readonly string[] = published.query.conditions
    const even = conditions.includes('member even')
    const where = even ? [{ property: 'parity', test: { op: 'is', value: 'even' } }] : []
    const { question, columns, cohort } = await daysOf(published, where)
    const there: string[][] = []
    for (const column of even ? [0, ...columns] : columns) {
      const { sql, params } = await retentionAnalysis.peopleOf(world.asking(), question, {
        cohort: cohort.start,
        column,
        lost: false,
        versus: false,
      })
      const rows = await world.rows<{ member_id: string }>(sql, params)
      there.push(world.names(rows.map(({ member_id }) => member_id)))
    }
    for (const [member, expected] of Object.entries<number[]>(published.expected))
      expect(
        there.map((members) => Number(members.includes(member))),
        `member ${member}`,
      ).toEqual(expected)
  })

  test('every case is asked or has a reason', () => {
    const reasons = cases.map(({ name }) => otherwise[name])
    const counted = new Map<string, number>()
    for (const reason of reasons) counted.set(reason ?? 'asked', (counted.get(reason ?? 'asked') ?? 0) + 1)
    expect(Object.fromEntries(counted)).toMatchInlineSnapshot(`
      {
        "a pattern without steps is no question": 4,
        "answered with the step before the one done again, not with the furthest": 1,
        "asked": 84,
        "going back is passed over, but not to the first step": 1,
        "one event is one step at most": 4,
      }
    `)
  })
})
