import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addToDay } from '#base/time/calendar.ts'
import {
  type PublishedCase,
  type PublishedWorld,
  publishedCases,
  publishedWorld,
} from '#test/published-analytics.ts'
import { hasSharedData } from '#test/shared-data.ts'
import { stickinessAnalysis } from './stickiness.analysis.ts'
import { stickinessQuestion } from './stickiness.ts'

const known = hasSharedData('analytics')
const all = known ? publishedCases('stickiness') : []
/** A figure counts members, not groups of other things. */
const cases = all.filter(({ query }) => !query.aggregate_by)
const movedOf = ({ query }: PublishedCase) => (query.week_start === 'sunday' ? 86_400 : 0)

describe.runIf(known)('S4-78 stickiness as published', () => {
  const worlds = new Map<number, PublishedWorld>()
  beforeAll(async () => {
    for (const moved of new Set(cases.map(movedOf)))
      worlds.set(
        moved,
        await publishedWorld(
          'UTC',
          cases.filter((each) => movedOf(each) === moved),
          moved,
        ),
      )
  })
  afterAll(async () => {
    for (const world of worlds.values()) await world.end()
  })

  const answerOf = (published: PublishedCase, more: object = {}) => {
    const { name, query } = published
    const world = worlds.get(movedOf(published))!
    const shift = movedOf(published) / 86_400
    const to = query.date_to === 'now' ? query.now.slice(0, 10) : query.date_to.slice(0, 10)
    const from = /^-\d+d$/.test(query.date_from)
      ? addToDay(to, Number(query.date_from.slice(0, -1)), 'day')
      : query.date_from
    const question = stickinessQuestion.parse({
      range: { from: addToDay(from.slice(0, 10), shift, 'day'), to: addToDay(to, shift, 'day') },
      scope: { group: world.group(name) },
      event: {
        event: query.event ?? '*',
        where: Object.entries({ ...query.where }).map(([property, value]) => ({
          property,
          test: { op: 'is', value: String(value) },
        })),
      },
      unit: query.interval,
      every: query.interval_count ?? 1,
      atLeast: query.criteria?.value ?? 1,
      ...more,
    })
    return { question, world, answer: stickinessAnalysis.answerOf(world.asking(), question) }
  }

  test.each(cases.map((each) => [each.name, each] as const))('%s', async (_, published) => {
    const { expected, query } = published
    const { question, world, answer } = answerOf(published)
    const { members, buckets } = await answer
    const counts = buckets.map(({ exactly, orMore }) => (query.computed === 'cumulative' ? orMore : exactly))
    // Our ranges are whole days: hours that they do not ask for follow.
    const asked = query.interval === 'hour' ? counts.slice(0, expected.data?.length) : counts
    if (expected.data) expect(asked).toEqual(expected.data)
    if (query.interval === 'hour') expect(counts).toHaveLength(24)
    // Their count is the sum of a curve; of a plain one that is all members.
    if (expected.count !== undefined && query.computed !== 'cumulative') expect(members).toBe(expected.count)
    for (const [at, count] of Object.entries(expected.partial_data ?? {}))
      expect(counts[Number(at)]).toBe(count)
    for (const [behind, count] of Object.entries<number>(expected.members ?? {})) {
      const [how, number] = behind.split(' ')
      const { sql, params } = await stickinessAnalysis.peopleOf(world.asking(), question, {
        of: 'buckets',
        buckets: Number(number),
        orMore: how === 'gte',
      })
      expect((await world.rows(sql, params)).length, behind).toBe(count)
    }
  })

  test('which cases are not ours to answer is known', () => {
    expect(all.filter((each) => !cases.includes(each)).map(({ name }) => name)).toEqual([
      'stickiness_by_group',
    ])
  })

  test('the comparison notices another meaning of being active', async () => {
    const published = cases.find(({ name }) => name === 'stickiness_cumulative_criteria')!
    const { buckets } = await answerOf(published, { atLeast: 1 }).answer
    expect(buckets.map(({ orMore }) => orMore)).not.toEqual(published.expected.data)
  })
})
