import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addToDay, type Day, daysBetween } from '#base/time/calendar.ts'
import { openAudience } from '#modules/audience/api.ts'
import { type BehaviourRow, behaviourRows } from '#test/behaviour-rows.ts'
import { testCtx } from '#test/database.ts'
import { fieldsOf, someSegments, writeHistory } from '#test/histories.ts'
import { makeTestWarehouse } from '#test/warehouse.ts'
import { openAsking } from '../asking.ts'
import type { InsightParts } from '../parts.ts'
import type { Breakdown } from '../shapes.ts'
import { changePeople, findChange } from './change.sql.ts'
import { answerOverview } from './overview.ts'
import { question } from './question.ts'

const zone = 'Asia/Shanghai'
const now = new Date('2026-11-19T01:41:58.123Z')
const options = { seed: 47, now, zone, members: 60 }
const ids = Array.from({ length: options.members }, (_, at) => String(at + 1))

const active = (rows: readonly BehaviourRow[], to: Day, week: number) =>
  new Set(rows.filter(({ day }) => Math.floor(daysBetween(day, to) / 7) === week).map(({ member }) => member))
const sorted = (of: Iterable<string>) => [...new Set(of)].sort((a, b) => Number(a) - Number(b))

describe('what changed, told by what members are', () => {
  let world: Awaited<ReturnType<typeof makeTestWarehouse>>
  let parts: InsightParts
  let rows: BehaviourRow[]
  const ctx = () => testCtx(world.database, { kind: 'system', name: 'test' }, now)
  const declared = { facts: () => [], fields: () => [fieldsOf(options)] }
  const asking = () => openAsking(ctx(), parts)

  beforeAll(async () => {
    world = await makeTestWarehouse()
    await writeHistory(world.database.pool, options)
    world.startSink({ timeZone: async () => zone })
    await world.settled()
    const audience = openAudience({ warehouse: world.warehouse }, declared, someSegments)
    parts = { warehouse: world.warehouse, audience, declared } as unknown as InsightParts
    expect(await audience.copies.fill(ctx())).toBe(true)
    rows = await behaviourRows(world.database.pool, zone)
  }, 30_000)
  afterAll(() => world?.end())

  /** The one value of each member, by the evaluator of one member and by what the source of the fields says. */
  async function givenTo(by: Breakdown): Promise<(member: string) => string> {
    if (by.by === 'segments') {
      const sets = new Map<string, ReadonlySet<string>>()
      for (const segment of by.segments)
        sets.set(
          segment,
          await parts.audience.matching(ctx(), { version: 1, who: { kind: 'segment', segment } }, ids),
        )
      return (member) => by.segments.find((segment) => sets.get(segment)?.has(member)) ?? ''
    }
    if (by.by !== 'field') throw new Error(by.by)
    const values = await fieldsOf(options).read(ctx(), ids)
    return (member) => {
      const value = values.get(member)?.[by.field]
      if (typeof value === 'boolean') return value ? '1' : '0'
      return typeof value === 'string' ? value : ''
    }
  }

  const cuts: readonly Breakdown[] = [
    { by: 'field', field: 't.channel' },
    { by: 'field', field: 't.vip' },
    { by: 'segments', segments: ['1', '2'] },
    { by: 'segments', segments: ['2', '1'] },
    { by: 'segments', segments: ['2'] },
  ]

  test('each member is in one value, the values sum to the change, and each opens exactly its people', async () => {
    let moved = 0
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...cuts),
        fc.integer({ min: 2, max: 20 }),
        fc.integer({ min: 1, max: 6 }),
        fc.option(fc.constantFrom('1', '2'), { nil: undefined }),
        async (by, back, against, group) => {
          const to = addToDay('2026-11-19', -back, 'day')
          const asked = question.parse({ to, against, by, ...(group ? { group } : {}) })
          const here = group === undefined ? rows : rows.filter((row) => row.group === group)
          const [later, earlier] = [active(here, to, 0), active(here, to, against)]
          const of = await givenTo(by)
          const found = await findChange(await asking(), asked, to)
          expect(found.reduce((sum, each) => sum + each.came - each.away, 0)).toBe(later.size - earlier.size)
          const came = [...later].filter((member) => !earlier.has(member))
          const away = [...earlier].filter((member) => !later.has(member))
          expect(new Set(found.map(({ value }) => value))).toEqual(new Set([...came, ...away].map(of)))
          for (const { value, ...each } of found) {
            const behind = {
              came: came.filter((member) => of(member) === value),
              away: away.filter((member) => of(member) === value),
            }
            expect(each, value).toMatchObject({ came: behind.came.length, away: behind.away.length })
            moved += each.came + each.away
            const way = each.came > each.away ? 'came' : 'away'
            const { sql, params } = await changePeople(await asking(), asked, to, { of: way, value })
            const people = await world.warehouse.query<{ member_id: string }>(sql, params)
            expect(sorted(people.map((row) => row.member_id))).toEqual(sorted(behind[way]))
            expect(people).toHaveLength(behind[way].length)
          }
        },
      ),
      { numRuns: 5, seed: 47, endOnFailure: true },
    )
    expect(moved).toBeGreaterThan(40)
  }, 60_000)

  test('what has no value is named, and every contributor is', async () => {
    for (const [by, nobody] of [
      [cuts[0]!, '没有这一项'],
      [cuts[4]!, '其他人'],
    ] as const) {
      const { change } = await answerOverview(await asking(), question.parse({ to: '2026-11-12', by }))
      expect(change.contributors.reduce((sum, each) => sum + each.change, 0)).toBe(change.now - change.before)
      expect(change.contributors.find(({ value }) => value === '')?.label).toBe(nobody)
      expect(change.contributors.length).toBeGreaterThan(1)
    }
  })

  test('the order of segments matters: a member is in the first that he fits', async () => {
    const of = await givenTo({ by: 'segments', segments: ['1', '2'] })
    const turned = await givenTo({ by: 'segments', segments: ['2', '1'] })
    expect(ids.filter((member) => of(member) !== turned(member)).length).toBeGreaterThan(3)
  })

  test('a field of which members have several values is refused, and so is what is no cut of members', async () => {
    const several = question.parse({ by: { by: 'field', field: 't.tags' } })
    await expect(answerOverview(await asking(), several)).rejects.toMatchObject({ code: 'cut_has_several' })
    expect(question.safeParse({ by: { by: 'group' } }).success).toBe(false)
    expect(question.safeParse({ by: { by: 'property', property: 'path' } }).success).toBe(false)
  })
})
