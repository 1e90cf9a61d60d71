/**
 * ClickHouse's own cases of windowFunnel, sequenceMatch, sequenceCount and retention, asked of our analyses. Where a
 * function means something else than our question, the case stands below with why; docs/decisions/funnels.md decides.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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

/** What windowFunnel means otherwise than we do, and why we do not. */
const otherwise: Readonly<Record<string, string>> = {
  strict_increase: 'equal moments may be successive steps: imports know only seconds',
  strict_deduplication: 'doing a step again is no reason to be thrown out',
  strict_order: 'strict means strictly next among all that a member did, repeats of a step included',
  one_event_many_same_steps: 'one event is one step at most',
  sharded_10000_users: 'one event is one step at most',
}
const equalMoments = (events: readonly Happened[]) =>
  events.some((one, at) =>
    events.some((other, place) => place > at && other.member === one.member && other.ts === one.ts),
  )
function whyNotFunnel({ name, query, events }: Published): string | undefined {
  const modes: readonly string[] = query.modes
  if (name in otherwise) return otherwise[name]
  return (
    modes
      // Where no two moments are equal, asking for it changes nothing.
      .filter((mode) => mode !== 'strict_increase' || equalMoments(events ?? []))
      .map((mode) => otherwise[mode])
      .find(Boolean)
  )
}

/** A pattern as a funnel of ours: strict where nothing stands between, a window where a longest time does. */
function sequenceOf({
  query,
  kind,
  name,
}: Published):
  | { readonly steps: readonly number[]; readonly within?: number; readonly order: 'strict' | 'ordered' }
  | string {
  const pattern: string = query.pattern
  const steps = [...pattern.matchAll(/\(\?(\d)\)/g)].map(([, n]) => Number(query.conditions[Number(n) - 1]))
  if (steps.length === 0) return 'a pattern without steps is no question'
  const time = pattern.match(/\(\?t(<=|<|>=|>|==)(\d+)\)/)
  if (time && !time[1]!.startsWith('<'))
    return 'least and exact times are read from the distribution of times, not asked for'
  if (kind === 'sequenceCount' && overlapping.has(name))
    return 'attempts count every beginning; sequenceCount begins again after the end of a match'
  return time
    ? { steps, order: 'ordered', within: Number(time[2]) - (time[1] === '<' ? 1 : 0) }
    : { steps, order: 'strict' }
}
/** Those whose matches would overlap. */
const overlapping = new Set(['sequenceCount_31', 'sequenceCount_32', 'sequenceCount_38'])

describe.runIf(known)("T39 S2-51 ClickHouse's own cases", () => {
  let world: PublishedWorld
  beforeAll(async () => {
    world = await publishedWorld(
      'UTC',
      cases.map((each) => ({ ...each, events: eventsOf(each) })),
    )
  })
  afterAll(() => world.end())

  async function levels(published: Published, order: 'ordered' | 'strict'): Promise<Record<string, number>> {
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
      order,
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

  test.each(ofKind('windowFunnel').filter(([, each]) => whyNotFunnel(each) === undefined))(
    'windowFunnel %s',
    async (_, published) => {
      expect(await levels(published, 'ordered')).toEqual(published.expected)
    },
  )

  test('what is decided otherwise is decided, not missed', async () => {
    const named = (name: string) => cases.find((each) => each.name === name)!
    // An event is one step; one more of it is needed for the next.
    expect(await levels(named('one_event_many_same_steps'), 'ordered')).toEqual({ 1: 1 })
    // Successive steps may be of one moment.
    expect(await levels(named('strict_increase'), 'ordered')).toEqual({ 1: 5 })
    // Doing b again does not throw out.
    expect(await levels(named('strict_dedup_issue_27469'), 'ordered')).toEqual({ 1: 4 })
    // Strictly next: a b b c is not a b c; and of two attempts the better one counts (member 2: a b a b c).
    expect(await levels(named('six_users_strict_order'), 'strict')).toEqual({
      1: 3,
      2: 1,
      3: 2,
      4: 2,
      5: 2,
      6: 1,
    })
    expect(await levels(named('reentry_strict_order'), 'strict')).toEqual({ 1: 2, 2: 3, 3: 3, 4: 1, 5: 3 })
  })

  async function matchesOf(published: Published): Promise<number> {
    const sequence = sequenceOf(published)
    if (typeof sequence === 'string') throw new Error(sequence)
    const steps = sequence.steps.map((event) => ({ of: [{ event: named(event) }] }))
    const { steps: figures } = await funnelAnalysis.answerOf(
      world.asking(),
      funnelQuestion.parse({
        range: { from: '2026-03-02', to: '2026-03-02' },
        scope: { group: world.group(published.name) },
        steps: steps.length > 1 ? steps : [...steps, { of: [{ event: 'never' }] }],
        order: sequence.order,
        within: windowOf(sequence.within ?? 1_440),
        count: 'attempts',
      }),
    )
    return figures[steps.length - 1]!.count
  }
  const askable = ([, each]: readonly [string, Published]) => typeof sequenceOf(each) === 'object'

  test.each(ofKind('sequenceMatch').filter(askable))('%s', async (_, published) => {
    expect((await matchesOf(published)) > 0).toBe(published.expected)
  })
  test.each(ofKind('sequenceCount').filter(askable))('%s', async (_, published) => {
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
    const reasons = cases.map((each) => {
      if (each.kind === 'windowFunnel') return whyNotFunnel(each)
      if (!each.kind.startsWith('sequence')) return undefined
      const sequence = sequenceOf(each)
      return typeof sequence === 'string' ? sequence : undefined
    })
    const counted = new Map<string, number>()
    for (const reason of reasons) counted.set(reason ?? 'asked', (counted.get(reason ?? 'asked') ?? 0) + 1)
    expect(Object.fromEntries(counted)).toMatchInlineSnapshot(`
      {
        "a pattern without steps is no question": 6,
        "asked": 54,
        "attempts count every beginning; sequenceCount begins again after the end of a match": 3,
        "doing a step again is no reason to be thrown out": 4,
        "equal moments may be successive steps: imports know only seconds": 2,
        "least and exact times are read from the distribution of times, not asked for": 12,
        "one event is one step at most": 2,
        "strict means strictly next among all that a member did, repeats of a step included": 11,
      }
    `)
  })
})
