import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayOf, startOfDay } from '#base/time/calendar.ts'
import {
  type PublishedCase,
  type PublishedWorld,
  publishedCases,
  publishedWorld,
} from '#test/published-analytics.ts'
import { hasSharedData } from '#test/shared-data.ts'
import { bucketOf, startOfBucket } from './buckets.ts'
import { retentionAnalysis } from './retention.analysis.ts'
import { retentionQuestion } from './retention.ts'

const known = hasSharedData('analytics')
const cases = known ? publishedCases('retention') : []
const day = 86_400

/** Weeks begin on Monday here: for who begins them on Sunday, everything happens a day later. */
const movedOf = ({ query }: PublishedCase) => (query.week_start === 'sunday' ? day : 0)

function asked(published: PublishedCase, world: PublishedWorld) {
  const { query } = published
  const zone = query.timezone ?? 'UTC'
  const last = bucketOf(
    dayOf(new Date(Date.parse(query.date_to) + movedOf(published) * 1_000), zone),
    query.period,
  )
  // Any moment of the last unit asks for all of it there: here it is asked at its end.
  const now = new Date(startOfDay(startOfBucket(last + 1, query.period), zone).getTime() - 1)
  const where = Object.entries({ ...query.where }).map(([property, value]) => ({
    property,
    test: { op: 'is' as const, value: String(value) },
  }))
  const question = retentionQuestion.parse({
    range: { from: startOfBucket(last - query.intervals + 1, query.period), to: dayOf(now, zone) },
    scope: { group: world.group(published.name) },
    start: { event: query.target, where },
    again: { event: query.returning, where },
    newcomers: query.retention === 'first_time',
    unit: query.period,
    columns: Math.max(1, query.intervals - 1),
  })
  return { question, asking: world.asking(now) }
}

describe.runIf(known)('T40 retention as published', () => {
  const worlds = new Map<string, PublishedWorld>()
  const keyOf = (each: PublishedCase) => `${each.query.timezone ?? 'UTC'} ${movedOf(each)}`
  beforeAll(async () => {
    for (const key of new Set(cases.map(keyOf))) {
      const [zone, moved] = key.split(' ')
      worlds.set(
        key,
        await publishedWorld(
          zone!,
          cases.filter((each) => keyOf(each) === key),
          Number(moved),
        ),
      )
    }
  })
  afterAll(async () => {
    for (const world of worlds.values()) await world.end()
  })

  test.each(cases.map((each) => [each.name, each] as const))('%s', async (name, published) => {
    const world = worlds.get(keyOf(published))!
    const { question, asking } = asked(published, world)
    const { expected, query } = published
    const only: string[] = Object.entries(published.members ?? {}).flatMap(([member, props]) =>
      Object.entries({ ...query.member_where }).every(([key, value]) => props[key] === value)
        ? [world.id(name, member)]
        : [],
    )
    // Who is asked about is a condition; here it is a list of members.
    const found = query.member_where
      ? await tableOf(only)
      : (await retentionAnalysis.answerOf(asking, question)).cohorts.map(({ start, cells }) => ({
          start,
          counts: cells.map(({ returned }) => returned),
        }))
    if (expected.counts) expect(found.map(({ counts }) => counts)).toEqual(expected.counts)
    if (expected.bucket_dates && query.period !== 'month')
      expect(
        found.map(({ start }) =>
          dayOf(new Date(Date.parse(`${start}T12:00:00Z`) - movedOf(published) * 1_000), 'UTC'),
        ),
      ).toEqual(expected.bucket_dates)
    for (const [member, row] of Object.entries<number[]>(expected.appearances_for_interval_0 ?? {}))
      for (const [column, came] of row.entries())
        expect((await people(column)).includes(member), `${member} in ${column}`).toBe(came === 1)

    async function people(column: number): Promise<string[]> {
      const { sql, params } = await retentionAnalysis.peopleOf(asking, question, {
        cohort: found[0]!.start,
        column,
        lost: false,
        versus: false,
      })
      return world.names((await world.rows<{ member_id: string }>(sql, params)).map((row) => row.member_id))
    }
    async function tableOf(members: readonly string[]) {
      const { cohorts } = await retentionAnalysis.answerOf(asking, question)
      const rows: { start: string; counts: number[] }[] = []
      for (const { start, cells } of cohorts) {
        const counts: number[] = []
        for (const column of cells.keys()) {
          const { sql, params } = await retentionAnalysis.peopleOf(asking, question, {
            cohort: start,
            column,
            lost: false,
            versus: false,
          })
          const ids = (await world.rows<{ member_id: string }>(sql, params)).map((row) => row.member_id)
          counts.push(ids.filter((id) => members.includes(id)).length)
        }
        rows.push({ start, counts })
      }
      return rows
    }
  })

  test('the comparison notices who began by another meaning', async () => {
    const published = cases.find(({ name }) => name === 'retention_month')!
    const { question, asking } = asked(published, worlds.get(keyOf(published))!)
    const { cohorts } = await retentionAnalysis.answerOf(asking, { ...question, newcomers: true })
    expect(cohorts.map(({ cells }) => cells.map(({ returned }) => returned))).not.toEqual(
      published.expected.counts,
    )
  })
})
