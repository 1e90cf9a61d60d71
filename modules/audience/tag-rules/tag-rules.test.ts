import { beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { FieldSource } from '#base/declarations/fields.ts'
import { tagMembers } from '#modules/members/api.ts'
import { describeTag, refuseTag, saveTagGroup } from '#modules/members/tags/groups.ts'
import { testCtx } from '#test/database.ts'
import { until, useWarehouse } from '#test/warehouse.ts'
import type { Audience } from '../audience.ts'
import type { Definition } from '../conditions/condition.ts'
import { openAudience } from '../open-audience.ts'
import { findSegmentUses } from '../segments/references.ts'
import { createSegment } from '../segments/segments.ts'
import { applyTagRule } from './apply.ts'
import { changeTagRule, createTagRule, findTagRules, getTagRule, removeTagRule } from './tag-rules.ts'

const held = useWarehouse()
const ctx = (): Ctx => testCtx(held().database, undefined, new Date('2026-11-19T04:00:00Z'))
const spent = new Map<Id, number>()
const source: FieldSource = {
  name: 'test',
  describe: async () => [
    { key: 'test.spent', label: '消费', type: 'money', section: { zh: '测试', en: 'Test' } },
  ],
  read: async (_, ids) => new Map(ids.map((id) => [id, { 'test.spent': spent.get(id) ?? null }])),
}
let audience: Audience

const atLeast = (value: number): Definition => ({
  version: 1,
  who: { kind: 'field', field: 'test.spent', test: { op: 'gte', value } },
})
const carriers = async (tag: string) =>
  (
    await held().database.pool.query<{ member: string; source: string; rule: string | null }>(
      `select member_id as member, source, source_id as rule from member_tag join tag on tag.id = tag_id
        where tag.name = $1 order by member_id`,
      [tag],
    )
  ).rows.map(({ member, source: from, rule }) => `${member} ${from} ${rule ?? ''}`.trim())
const spend = async (fen: number, ...ids: Id[]) => {
  for (const id of ids) spent.set(id, fen)
  await audience.copies.refresh(ctx(), ids)
}

beforeAll(async () => {
  await held().database.pool.query(
    `insert into member (id, token, nickname, joined_at) select n, 'm' || n, '成员' || n, now() from generate_series(1, 8) as n`,
  )
  for (let id = 1; id <= 8; id++) spent.set(String(id), id * 10_000)
  held().startSink()
  audience = openAudience({ warehouse: held().warehouse }, { facts: () => [], fields: () => [source] })
  await held().settled()
  await until(() => audience.copies.fill(ctx()))
})

describe('a tag rule', () => {
  test('T28 gives its tag to who fits, with the rule on it, and takes it from who fits no more', async () => {
    const { id } = await createTagRule(ctx(), audience, {
      tag: '大户',
      definition: atLeast(60_000),
      takesAway: true,
    })
    expect(await applyTagRule(ctx(), audience, id)).toEqual({ members: 3, given: 3, taken: 0 })
    expect(await carriers('大户')).toEqual([`6 rule ${id}`, `7 rule ${id}`, `8 rule ${id}`])
    await spend(10_000, '8')
    await spend(90_000, '1')
    expect(await applyTagRule(ctx(), audience, id)).toEqual({ members: 3, given: 1, taken: 1 })
    expect(await carriers('大户')).toEqual([`1 rule ${id}`, `6 rule ${id}`, `7 rule ${id}`])
    expect(await applyTagRule(ctx(), audience, id)).toEqual({ members: 3, given: 0, taken: 0 })
    await spend(80_000, '8')
    await spend(10_000, '1')
  })

  test('leaves alone what people gave, and gives nothing that somebody refused', async () => {
    await tagMembers(ctx(), { ids: ['2', '7'] }, ['常客'])
    await tagMembers(ctx(), { ids: ['5'] }, ['常客'])
    const { rows } = await held().database.pool.query<{ id: string }>(
      `select id from tag where name = '常客'`,
    )
    await refuseTag(ctx(), '5', rows[0]!.id)
    const { id } = await createTagRule(ctx(), audience, {
      tag: '常客',
      definition: atLeast(50_000),
      takesAway: true,
    })
    await applyTagRule(ctx(), audience, id)
    // 2 has it by hand and does not fit; 7 has it by hand and fits; 5 fits and does not want it.
    expect(await carriers('常客')).toEqual(['2 operator', `6 rule ${id}`, '7 operator', `8 rule ${id}`])
    expect(await getTagRule(ctx(), id)).toMatchObject({ members: 2, failure: null })
  })

  test('of an exclusive heading gives only to who carries none of it, and rules do not fight each other', async () => {
    const heading = await saveTagGroup(ctx(), undefined, { name: '消费档', exclusive: true })
    await tagMembers(ctx(), { ids: ['6'] }, ['人工档'])
    const rules = []
    for (const [tag, least] of [['低档', 50_000], ['高档', 70_000]] as const) // biome-ignore format: pairs
      rules.push(await createTagRule(ctx(), audience, { tag, definition: atLeast(least), takesAway: true }))
    for (const name of ['人工档', '低档', '高档']) {
      const { rows } = await held().database.pool.query<{ id: string }>(
        'select id from tag where name = $1',
        [name],
      )
      await describeTag(ctx(), rows[0]!.id, { groupId: heading.id })
    }
    const [low, high] = rules
    for (let hour = 0; hour < 2; hour++) {
      const moved = { given: hour === 0 ? 3 : 0, taken: 0 }
      expect(await applyTagRule(ctx(), audience, low!.id)).toMatchObject(moved)
      expect(await applyTagRule(ctx(), audience, high!.id)).toMatchObject({ given: 0, taken: 0 })
    }
    expect(await carriers('人工档')).toEqual(['6 operator'])
    expect(await carriers('低档')).toEqual(['5', '7', '8'].map((id) => `${id} rule ${low!.id}`))
    // Once the first takes its tag back, the other gives its own.
    await changeTagRule(ctx(), audience, low!.id, { definition: atLeast(1_000_000) })
    await applyTagRule(ctx(), audience, low!.id)
    expect(await applyTagRule(ctx(), audience, high!.id)).toMatchObject({ given: 2 })
    // An operator is no rule: what he gives takes the place of the rule's.
    await tagMembers(ctx(), { ids: ['8'] }, ['人工档'])
    expect(await carriers('高档')).toEqual([`7 rule ${high!.id}`])
  })

  test('only gives where it is told not to take', async () => {
    const { id } = await createTagRule(ctx(), audience, {
      tag: '买过',
      definition: atLeast(70_000),
      takesAway: false,
    })
    await applyTagRule(ctx(), audience, id)
    await spend(10_000, '7')
    expect(await applyTagRule(ctx(), audience, id)).toMatchObject({ taken: 0, members: 2 })
    await spend(70_000, '7')
  })

  test('rests while it is paused; a changed one stops whoever applies it as it was', async () => {
    const { id } = await createTagRule(ctx(), audience, {
      tag: '活跃',
      definition: atLeast(80_000),
      takesAway: true,
    })
    await changeTagRule(ctx(), audience, id, { active: false })
    expect(await applyTagRule(ctx(), audience, id)).toBeUndefined()
    expect(await carriers('活跃')).toEqual([])
    await changeTagRule(ctx(), audience, id, { active: true })
    const slow = {
      async *members(): AsyncGenerator<readonly Id[]> {
        yield ['1', '2']
        await changeTagRule(ctx(), audience, id, { definition: atLeast(70_000) })
        yield ['3', '4']
      },
    }
    expect(await applyTagRule(ctx(), slow, id)).toBeUndefined()
    expect(await applyTagRule(ctx(), audience, id)).toMatchObject({ members: 2 })
    expect(await carriers('活跃')).toEqual([`7 rule ${id}`, `8 rule ${id}`])
  })

  test('keeps why it failed, and forgets it when it runs again', async () => {
    const [rule] = await findTagRules(ctx())
    const away = {
      // biome-ignore lint/correctness/useYield: it fails before it could
      async *members(): AsyncGenerator<readonly Id[]> {
        throw new Error('away')
      },
    }
    await expect(applyTagRule(ctx(), away, rule!.id)).rejects.toThrow('away')
    expect((await getTagRule(ctx(), rule!.id)).failure).toBe('internal')
    await applyTagRule(ctx(), audience, rule!.id)
    expect((await getTagRule(ctx(), rule!.id)).failure).toBeNull()
  })

  test('is one for each tag, is known to the segment that it asks for, and leaves its tags when it goes', async () => {
    await expect(
      createTagRule(ctx(), audience, { tag: '大户', definition: atLeast(1), takesAway: true }),
    ).rejects.toMatchObject({ code: 'tag_rule_exists' })
    const segment = await createSegment(ctx(), audience, {
      name: '八万以上',
      kind: 'dynamic',
      definition: atLeast(80_000),
    })
    const { id } = await createTagRule(ctx(), audience, {
      tag: '核心',
      definition: { version: 1, who: { kind: 'segment', segment: segment.id } },
      takesAway: true,
    })
    expect(await findSegmentUses(ctx(), segment.id)).toEqual([
      { by: 'tag_rule', id, name: '核心', path: `/tag-rules/${id}` },
    ])
    await applyTagRule(ctx(), audience, id)
    await removeTagRule(ctx(), id)
    expect(await carriers('核心')).toHaveLength(1)
    expect(await findSegmentUses(ctx(), segment.id)).toEqual([])
  })
})
