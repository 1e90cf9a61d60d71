import { beforeAll, expect, test } from 'vitest'
import { testCtx } from '#test/database.ts'
import { postRows } from '#test/post-rows.ts'
import { useWarehouse } from '#test/warehouse.ts'
import { openAsking } from '../asking.ts'
import type { InsightParts } from '../parts.ts'
import { annotate, changeAnnotation, findAnnotations, removeAnnotation } from './annotations.ts'
import { findMarks } from './marks.sql.ts'

const world = useWarehouse()
const now = new Date('2026-11-19T01:41:58Z')
const ctx = () => testCtx(world().database, { kind: 'system', name: 'test' }, now)
const october = { from: '2026-10-01', to: '2026-10-31' }
const fields = { until: null, kind: 'activity', groupId: null } as const
let group: string

beforeAll(async () => {
  group = await postRows(world().database, now).group('手冲研究所')
})

test('annotations of some days are those that touch them, of the whole community and of the group asked', async () => {
  const before = await annotate(ctx(), {
    ...fields,
    day: '2026-09-20',
    until: '2026-10-02',
    text: '秋季上新',
  })
  const own = await annotate(ctx(), { ...fields, day: '2026-10-20', text: '周三杯测停播', groupId: group })
  await annotate(ctx(), { ...fields, day: '2026-11-01', text: '双十一' })
  const texts = async (of: string | undefined) =>
    (await findAnnotations(ctx(), october, of)).map(({ text }) => text)
  expect(await texts(undefined)).toEqual(['秋季上新'])
  expect(await texts(group)).toEqual(['秋季上新', '周三杯测停播'])

  await changeAnnotation(ctx(), own.id, { groupId: null })
  expect(await texts(undefined)).toEqual(['秋季上新', '周三杯测停播'])
  await removeAnnotation(ctx(), before.id)
  expect(await texts(undefined)).toEqual(['周三杯测停播'])
  const { rows } = await world().database.pool.query(
    `select action from audit_entry where object_kind = 'annotation' order by id`,
  )
  expect(rows.map(({ action }) => action.split('.')[1])).toEqual([
    'made',
    'made',
    'made',
    'changed',
    'removed',
  ])
})

test('the last day of an annotation lies after its first', async () => {
  const wrong = { ...fields, day: '2026-10-20', until: '2026-10-20', text: 'x' }
  await expect(annotate(ctx(), wrong)).rejects.toMatchObject({ code: 'annotation_backwards' })
  const one = await annotate(ctx(), { ...wrong, until: null })
  await expect(changeAnnotation(ctx(), one.id, { until: '2026-10-19' })).rejects.toMatchObject({
    code: 'annotation_backwards',
  })
})

test('marks are facts that operators announced: several of one kind on a day are one', async () => {
  const { database, warehouse } = world()
  await database.pool.query(
    `insert into event_log (name, source, actor, occurred_at, group_id, test) values
       ('post.featured', 'fact', 'account:1', '2026-10-05 02:00+00', $1, false),
       ('post.featured', 'fact', 'account:1', '2026-10-05 15:59+00', $1, false),
       ('post.featured', 'fact', 'account:1', '2026-10-05 16:00+00', null, false),
       ('group.announced', 'fact', 'account:1', '2026-10-05 02:00+00', $2, false),
       ('group.announced', 'fact', 'account:1', '2026-10-06 02:00+00', $1, true),
       ('post.published', 'fact', 'account:1', '2026-10-05 02:00+00', $1, false)`,
    [group, String(Number(group) + 1)],
  )
  world().startSink()
  await world().settled()
  const asking = await openAsking(ctx(), { warehouse } as unknown as InsightParts)
  expect(await findMarks(asking, october, undefined)).toEqual([
    { day: '2026-10-05', name: 'post.featured', group, times: 2 },
    { day: '2026-10-05', name: 'group.announced', group: String(Number(group) + 1), times: 1 },
    { day: '2026-10-06', name: 'post.featured', group: null, times: 1 },
  ])
  expect((await findMarks(asking, october, group)).map(({ times }) => times)).toEqual([2])
})
