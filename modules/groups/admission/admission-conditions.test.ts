import { expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import { createSegment, openAudience } from '#modules/audience/api.ts'
import { joinCommunity } from '#modules/members/api.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { createGroup } from '../groups/groups.ts'
import { findOwnAdmission } from './own-admission.ts'
import { saveSteps } from './settings.ts'
import { stepFields } from './steps.ts'

const database = useDatabase()
const ctx = (): Ctx => testCtx(database(), undefined, new Date('2026-11-20T04:00:00Z'))
const section = { zh: '资料', en: 'Profile' }
const declared = {
  facts: () => [],
  fields: () => [
    {
      name: 'test',
      describe: async () => [
        { key: 'test.tags', label: '标签', type: 'choices' as const, section, teamOnly: true },
        { key: 'test.cups', label: '杯数', type: 'number' as const, section },
      ],
      read: async (_: unknown, ids: readonly string[]) =>
        new Map(ids.map((id) => [id, { 'test.tags': ['难缠'], 'test.cups': 3 }])),
    },
  ],
}
const warehouse = {
  query: async () => [],
  insert: async () => undefined,
  status: async () => ({ state: 'missing' as const }),
}
const audience = openAudience({ warehouse }, declared)

async function groupAsking(who: unknown) {
  const group = await createGroup(ctx(), { name: '手冲研究所', kind: 'interest' })
  const step = stepFields.parse({ kind: 'condition', settings: { condition: { version: 1, who } } })
  await saveSteps(ctx(), audience, group.id, [step])
  return group
}

test('admission keeps the segments that its conditions ask for, until they are asked no more', async () => {
  const everybody = { version: 1, who: { kind: 'all', of: [] } } as const
  const segment = await createSegment(ctx(), audience, {
    name: '老客',
    kind: 'dynamic',
    definition: everybody,
  })
  const group = await groupAsking({ kind: 'segment', segment: segment.id })
  const uses = () =>
    ctx()
      .db.selectFrom('segment_use')
      .select(['used_by', 'name', 'path'])
      .where('segment_id', '=', segment.id)
      .execute()
  expect(await uses()).toEqual([
    { used_by: 'groups.admission', name: '手冲研究所', path: `/groups/${group.id}/admission` },
  ])
  await saveSteps(ctx(), audience, group.id, [])
  expect(await uses()).toEqual([])
})

test('whoever wants to join reads what he can do, and not what the team thinks of him', async () => {
  const group = await groupAsking({
    kind: 'all',
    of: [
      { kind: 'field', field: 'test.cups', test: { op: 'gte', value: 5 } },
      { kind: 'not', of: { kind: 'field', field: 'test.tags', test: { op: 'hasAnyOf', value: ['难缠'] } } },
      { kind: 'field', field: 'test.tags', test: { op: 'hasAllOf', value: ['常客'] } },
    ],
  })
  const id = await joinCommunity(ctx(), { accountId: null, nickname: '阿澈' })
  const own = await findOwnAdmission(ctx(), audience, { ...group, capacity: null, memberCount: 0 }, id)
  const [cups, , regular] = own.steps[0]?.conditions ?? []
  expect(cups).toMatchObject({ met: false, evidence: '3', progress: { actual: 3, needed: 5 } })
  expect(regular).toMatchObject({ met: false, evidence: null, progress: null })
  expect(JSON.stringify(own)).not.toMatch(/难缠|常客|标签/)
})
