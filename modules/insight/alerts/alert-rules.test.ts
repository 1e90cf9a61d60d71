import { expect, test } from 'vitest'
import type { Id } from '#base/access/actor.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import type { Evidence } from './evidence.ts'
import { changeRule, makeRule, type RuleFields } from './rules.ts'
import { getSignal, raiseSignal } from './signals.ts'

const database = useDatabase()
const ctx = () => testCtx(database())

const fields: RuleFields = {
  name: '周活跃成员',
  metric: 'weekly_actives',
  scope: {},
  eachGroup: false,
  unit: 'week',
  // In another order than the one in which the database keeps keys.
  test: { side: 'below', line: 30, kind: 'threshold' },
  leastBase: 0,
  cooldown: 7,
  ownerId: null,
  department: null,
  mail: false,
}
const evidence: Evidence = {
  metric: { key: 'weekly_actives', name: '周活跃成员' },
  unit: 'members',
  kind: 'threshold',
  side: 'below',
  bucket: { from: '2026-11-09', to: '2026-11-15' },
  value: 12,
  against: 30,
  line: 30,
  base: null,
  series: [],
  causes: [],
}
const raisedBy = async (rule: Id) =>
  (await raiseSignal(
    ctx(),
    { rule, group: null, key: rule },
    { bucket: '2026-11-09', cooldown: 7, evidence },
  ))!

test('an alert that is renamed keeps its open signal; one that asks something else lets it go', async () => {
  const rule = await makeRule(ctx(), fields)
  const signal = await raisedBy(rule.id)
  await changeRule(ctx(), rule.id, { ...fields, name: '每周来的人', cooldown: 14 })
  expect(await getSignal(ctx(), signal)).toMatchObject({ name: '每周来的人', closedAt: null, outcome: null })

  await changeRule(ctx(), rule.id, { ...fields, test: { side: 'below', line: 20, kind: 'threshold' } })
  expect(await getSignal(ctx(), signal)).toMatchObject({ outcome: 'dismissed' })
})

test('an alert of the operators keeps its name when none is given', async () => {
  const rule = await makeRule(ctx(), { ...fields, name: '发言少了' })
  expect((await changeRule(ctx(), rule.id, { ...fields, name: '' })).name).toBe('发言少了')
})
