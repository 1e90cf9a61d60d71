import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type PublishedCase,
  type PublishedWorld,
  publishedCases,
  publishedWorld,
} from '#test/published-analytics.ts'
import { hasSharedData } from '#test/shared-data.ts'
import { lifecycleAnalysis } from './lifecycle.analysis.ts'
import { lifecycleQuestion, type State } from './lifecycle.ts'

const known = hasSharedData('analytics')
/** Who is excluded is staff here, which events say themselves: those of other people are all there is. */
const cases = known
  ? publishedCases('lifecycle').map((each) => {
      const ending = each.query.exclude_members_where?.email_endswith
      if (!ending) return each
      const members = Object.fromEntries(
        Object.entries(each.members ?? {}).filter(([, { email }]) => !email?.endsWith(ending)),
      )
      return { ...each, members, events: each.events.filter(({ member }) => member in members) }
    })
  : []

describe.runIf(known)('S4-78 the life cycle of activity as published', () => {
  const worlds = new Map<string, PublishedWorld>()
  beforeAll(async () => {
    for (const zone of new Set(cases.map(({ query }) => query.timezone)))
      worlds.set(
        zone,
        await publishedWorld(
          zone,
          cases.filter(({ query }) => query.timezone === zone),
        ),
      )
  })
  afterAll(async () => {
    for (const world of worlds.values()) await world.end()
  })
  const questionOf = ({ name, query }: PublishedCase, world: PublishedWorld) =>
    lifecycleQuestion.parse({
      range: { from: query.date_from.slice(0, 10), to: query.date_to.slice(0, 10) },
      scope: { group: world.group(name) },
      event: { event: query.event },
      unit: query.interval,
      // They call new who joined in the bucket, whenever he was active first.
      newBy: 'joining',
    })

  test.each(cases.map((each) => [each.name, each] as const))('%s', async (_, published) => {
    const world = worlds.get(published.query.timezone)!
    const asking = world.asking()
    const question = questionOf(published, world)
    const { expected } = published
    const { buckets } = await lifecycleAnalysis.answerOf(asking, question)
    const counts = (state: State) =>
      buckets.map((bucket) => (state === 'dormant' ? 0 - bucket[state] : bucket[state]))
    for (const state of ['new', 'returning', 'resurrecting', 'dormant'] as const)
      expect(
        counts(state).map((each) => each + 0),
        state,
      ).toEqual(expected[state])
    if (expected.buckets) expect(buckets.map(({ start }) => start)).toEqual(expected.buckets)
    for (const [bar, who] of Object.entries<string[] | { count: number }>(expected.members ?? {})) {
      const [state, start] = bar.split('@') as [State, string]
      const { sql, params } = await lifecycleAnalysis.peopleOf(asking, question, {
        of: 'state',
        state,
        start,
      })
      const ids = (await world.rows<{ member_id: string }>(sql, params)).map((row) => row.member_id)
      if (Array.isArray(who)) expect(world.names(ids)).toEqual(who)
      else expect(ids.length).toBe(who.count)
    }
  })

  test('the comparison notices the days of another zone', async () => {
    const published = cases.find(({ name }) => name === 'lifecycle_timezone_utc')!
    const pacific = cases.find(({ name }) => name === 'lifecycle_timezone_us_pacific')!
    const world = worlds.get('UTC')!
    const { buckets } = await lifecycleAnalysis.answerOf(world.asking(), questionOf(published, world))
    expect(buckets.map(({ returning }) => returning)).not.toEqual(pacific.expected.returning)
  })
})
