import { expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import type { FieldSource } from '#base/declarations/fields.ts'
import { type Definition, openAudience } from '#modules/audience/api.ts'
import { joinCommunity } from '#modules/members/api.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { findRuledTiers, writeTierRule } from '../tiers/tiers.ts'
import { findTierCourse } from './course.ts'

const database = useDatabase()
const ctx = (): Ctx => testCtx(database(), undefined, new Date('2026-11-20T04:00:00Z'))
const warehouse = {
  query: async () => [],
  insert: async () => undefined,
  status: async () => ({ state: 'missing' as const }),
}
const section = { zh: '资料', en: 'Profile' }
const source: FieldSource = {
  name: 'test',
  describe: async () => [
    { key: 'test.tags', label: '标签', type: 'choices', section, teamOnly: true },
    { key: 'test.cups', label: '杯数', type: 'number', section },
  ],
  read: async (_, ids) => new Map(ids.map((id) => [id, { 'test.tags': ['难缠'], 'test.cups': 3 }])),
}
const audience = openAudience({ warehouse }, { facts: () => [], fields: () => [source] })
const rises: Definition = {
  version: 1,
  who: {
    kind: 'all',
    of: [
      { kind: 'field', field: 'test.cups', test: { op: 'gte', value: 5 } },
      { kind: 'field', field: 'test.tags', test: { op: 'hasNoneOf', value: ['难缠'] } },
    ],
  },
}

test('a member reads what the next tier asks of him, not what the team keeps; nothing once a field is gone', async () => {
  const memberId = await joinCommunity(ctx(), { accountId: null, nickname: '阿澈' })
  const [, advanced] = await findRuledTiers(ctx(), null)
  await writeTierRule(ctx(), audience, advanced!.id, {
    rises,
    stays: null,
    falls: true,
    graceDays: 14,
    active: true,
    revision: 0,
  })
  const course = await findTierCourse(ctx(), audience, null, memberId)
  expect(course?.next).toMatchObject({ tier: { key: advanced!.key }, missing: 2 })
  const [cups, kept] = course?.next?.asks ?? []
  expect(cups).toMatchObject({ evidence: '3', progress: { actual: 3, needed: 5 } })
  expect(kept).toMatchObject({ met: false, evidence: null, progress: null })
  expect(JSON.stringify(course?.next?.asks)).not.toMatch(/难缠|标签/)

  const archived = openAudience({ warehouse }, { facts: () => [], fields: () => [] })
  expect((await findTierCourse(ctx(), archived, null, memberId))?.next).toBeNull()
})
