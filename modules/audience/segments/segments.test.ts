import { beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { FieldSource } from '#base/declarations/fields.ts'
import { testCtx } from '#test/database.ts'
import { until, useWarehouse } from '#test/warehouse.ts'
import type { Audience } from '../audience.ts'
import type { Condition, Definition } from '../conditions/condition.ts'
import { openAudience } from '../open-audience.ts'
import { computeSegment } from './compute.ts'
import { segmentFields } from './fields.ts'
import { computeAll } from './jobs.ts'
import { changeList, findListed, findSegmentsOf } from './listing.ts'
import { findOverlap } from './overlap.ts'
import { segmentPersonal } from './personal.ts'
import { findSegmentUses, keepSegmentUses } from './references.ts'
import { findSizes, findVersions, getSegment } from './segments.sql.ts'
import { changeSegment, createSegment, removeSegment, restoreVersion } from './segments.ts'

const held = useWarehouse()
const many = 60
const monday = new Date('2026-11-16T04:00:00Z')
const ctx = (now = monday): Ctx =>
  testCtx(
    held().database,
    {
      kind: 'account',
      accountId: '1',
      sessionId: '1',
      name: '陈朗',
      suspended: false,
      operator: { role: 'operator', permissions: new Set(['audience.edit', 'audience.read']) },
    },
    now,
  )

/** Cities of members, kept beside the test: what a module would read from its tables. */
const cityOf = new Map<Id, string>()
const source: FieldSource = {
  name: 'test',
  describe: async () => [
    { key: 'test.city', label: '城市', type: 'text', section: { zh: '测试', en: 'Test' } },
  ],
  read: async (_, ids) => new Map(ids.map((id) => [id, { 'test.city': cityOf.get(id) ?? null }])),
}
let audience: Audience

const livesIn = (city: string): Condition => ({
  kind: 'field',
  field: 'test.city',
  test: { op: 'is', value: city },
})
const who = (condition: Condition): Definition => ({ version: 1, who: condition })
const inSegment = (segment: Id): Condition => ({ kind: 'segment', segment })
const move = async (city: string, ...ids: Id[]) => {
  for (const id of ids) cityOf.set(id, city)
  await audience.copies.refresh(ctx(), ids)
}
const listed = async (id: Id) =>
  (await findListed(ctx(), id, { after: undefined, limit: 100 })).items
    .map((member) => Number(member.id))
    .sort((a, b) => a - b)
const facts = async (id: Id) =>
  (
    await held().database.pool.query<{ name: string; member: string; because: string }>(
      `select name, member_id as member, props ->> 'because' as because from event_log
        where name in ('segment.entered', 'segment.left') and props ->> 'segmentId' = $1 order by seq`,
      [id],
    )
  ).rows.map(({ name, member, because }) => `${name} ${member} ${because}`)
const make = async (name: string, condition: Condition, kind: 'dynamic' | 'static' = 'dynamic') =>
  (await createSegment(ctx(), audience, { name, kind, definition: who(condition) })).id

beforeAll(async () => {
  const { pool } = held().database
  await pool.query(`insert into account (name, email) values ('陈朗', 'chen@example.com')`)
  await pool.query(
    `insert into member (id, token, nickname, joined_at) select n, 'm' || n, '成员' || n, now() from generate_series(1, $1) as n`,
    [many],
  )
  for (let id = 1; id <= many; id++) cityOf.set(String(id), id <= 20 ? '上海' : id <= 50 ? '杭州' : '成都')
  held().startSink()
  audience = openAudience(
    { warehouse: held().warehouse },
    { facts: () => [], fields: () => [source, segmentFields] },
  )
  await held().settled()
  await until(() => audience.copies.fill(ctx()))
})

describe('a dynamic segment', () => {
  test('T29 holds who fits, silently the first time, and then says who entered and left', async () => {
    const id = await make('上海的人', livesIn('上海'))
    expect(await computeSegment(ctx(), audience, id)).toEqual({ members: 20, entered: 20, left: 0 })
    expect(await facts(id)).toEqual([])
    await move('成都', '3', '4')
    await move('上海', '21')
    const tuesday = new Date('2026-11-17T04:00:00Z')
    expect(await computeSegment(ctx(tuesday), audience, id)).toEqual({ members: 19, entered: 1, left: 2 })
    expect((await facts(id)).sort()).toEqual([
      'segment.entered 21 behaviour',
      'segment.left 3 behaviour',
      'segment.left 4 behaviour',
    ])
    expect(await listed(id)).toEqual([1, 2, ...Array.from({ length: 16 }, (_, at) => at + 5), 21])
    expect(await findSizes(ctx(), id, 10)).toEqual([
      { day: '2026-11-16', members: 20, entered: 0, left: 0 },
      { day: '2026-11-17', members: 19, entered: 1, left: 2 },
    ])
    // Nothing changed: nothing is written and nothing is said.
    expect(await computeSegment(ctx(tuesday), audience, id)).toEqual({ members: 19, entered: 0, left: 0 })
    expect(await facts(id)).toHaveLength(3)
    await move('上海', '3', '4')
    await move('杭州', '21')
  })

  test('keeps every definition, says that a change of it moved people, and goes back', async () => {
    const id = await make('城市之一', livesIn('上海'))
    await computeSegment(ctx(), audience, id)
    const changed = await changeSegment(ctx(), audience, id, {
      definition: who(livesIn('成都')),
      seenVersion: 1,
    })
    expect(changed).toMatchObject({ version: 2, computedVersion: 1 })
    await computeSegment(ctx(), audience, id)
    expect(await listed(id)).toEqual([51, 52, 53, 54, 55, 56, 57, 58, 59, 60])
    const said = await facts(id)
    expect(said).toHaveLength(30)
    expect(said.every((line) => line.endsWith('definition'))).toBe(true)
    // Somebody else had the old version before him.
    await expect(
      changeSegment(ctx(), audience, id, { definition: who(livesIn('杭州')), seenVersion: 1 }),
    ).rejects.toMatchObject({ code: 'segment_changed_meanwhile' })
    const restored = await restoreVersion(ctx(), audience, id, 1)
    expect(restored).toMatchObject({ version: 3, definition: who(livesIn('上海')) })
    expect((await findVersions(ctx(), id)).map((each) => [each.number, each.restoredFrom])).toEqual([
      [3, 1],
      [2, null],
      [1, null],
    ])
    expect((await findVersions(ctx(), id))[0]).toMatchObject({ madeByName: '陈朗' })
    // The same again is no version.
    expect((await changeSegment(ctx(), audience, id, { definition: who(livesIn('上海')) })).version).toBe(3)
    await computeSegment(ctx(), audience, id)
    expect(await listed(id)).toHaveLength(20)
  })

  test('is resumed after a kill, and told apart from an older run that still works', async () => {
    const id = await make('分步', livesIn('杭州'))
    const everyone = ['21', '22', '23', '24', '25', '26', '27', '28', '29', '30']
    let killed = true
    const steps = {
      async *members(): AsyncGenerator<readonly Id[]> {
        yield everyone.slice(0, 4)
        if (killed) throw new Error('killed')
        yield everyone.slice(4, 8)
        yield everyone.slice(8)
      },
    }
    await expect(computeSegment(ctx(), steps, id)).rejects.toThrow('killed')
    // What was written stays, but nobody calls it whole; why it failed is kept.
    expect(await listed(id)).toEqual([21, 22, 23, 24])
    expect(await getSegment(ctx(), id)).toMatchObject({ computedAt: null, failure: 'internal', members: 0 })
    killed = false
    expect(await computeSegment(ctx(), steps, id)).toEqual({ members: 10, entered: 6, left: 0 })
    expect(await getSegment(ctx(), id)).toMatchObject({ failure: null, members: 10 })

    const slow = {
      async *members(): AsyncGenerator<readonly Id[]> {
        yield ['1', '2']
        // A newer run begins and ends while this one is on its way.
        await computeSegment(ctx(), steps, id)
        yield ['3']
      },
    }
    expect(await computeSegment(ctx(), slow, id)).toBeUndefined()
    expect(await listed(id)).toEqual(everyone.map(Number))
  })

  test('that fails keeps its reason and does not keep the others from being computed', async () => {
    const id = await make('会失败', livesIn('上海'))
    const broken = {
      members: (at: Ctx, definition: Definition) => {
        if (JSON.stringify(definition).includes('成都')) throw new Error('away')
        return audience.members(at, definition)
      },
    }
    await changeSegment(ctx(), audience, id, { definition: who(livesIn('成都')) })
    const run = { signal: new AbortController().signal, progress: async () => undefined }
    const { computed, failed } = await computeAll(ctx(), broken, run)
    expect(failed).toBe(1)
    expect(computed).toBeGreaterThan(2)
    expect((await getSegment(ctx(), id)).failure).toBe('internal')
    expect((await computeAll(ctx(), audience, run)).failed).toBe(0)
    expect((await getSegment(ctx(), id)).failure).toBeNull()
  })
})

describe('a static segment', () => {
  test('is filled once and stays as it is, whatever people do', async () => {
    const id = await make('成都名单', livesIn('成都'), 'static')
    expect(await computeSegment(ctx(), audience, id)).toMatchObject({ members: 10 })
    // Its copies in the warehouse follow facts, so each entry is one.
    expect(await facts(id)).toHaveLength(10)
    await move('上海', '51')
    expect(await computeSegment(ctx(), audience, id)).toBeUndefined()
    expect(await listed(id)).toContain(51)
    await move('成都', '51')
  })

  test('keeps who was put on it by hand before it was filled', async () => {
    const id = await make('先手选再计算', livesIn('成都'), 'static')
    await changeList(ctx(), id, { add: ['1', '60'], remove: [] })
    expect(await computeSegment(ctx(), audience, id)).toEqual({ members: 11, entered: 9, left: 0 })
    expect(await listed(id)).toEqual([1, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60])
    expect((await facts(id)).filter((line) => line.startsWith('segment.left'))).toEqual([])
  })

  test('is changed by hand, without strangers and without doubles', async () => {
    const { id } = await createSegment(ctx(), audience, { name: '手选', kind: 'static' })
    expect(await changeList(ctx(), id, { add: ['1', '2', '2', '999'], remove: [] })).toEqual({
      added: 2,
      removed: 0,
    })
    expect(await changeList(ctx(), id, { add: ['2'], remove: ['1', '7'] })).toEqual({ added: 0, removed: 1 })
    expect(await getSegment(ctx(), id)).toMatchObject({ members: 1, kind: 'static' })
    expect((await findSegmentsOf(ctx(), '2')).map(({ name }) => name)).toContain('手选')
    const dynamic = await make('不能手改', livesIn('上海'))
    await expect(changeList(ctx(), dynamic, { add: ['1'], remove: [] })).rejects.toMatchObject({
      code: 'segment_is_dynamic',
    })
  })

  test('counts inside a condition together with dynamic ones, for all members and for one', async () => {
    const { id: list } = await createSegment(ctx(), audience, { name: '引用名单', kind: 'static' })
    await changeList(ctx(), list, { add: ['1', '2', '55'], remove: [] })
    await audience.copies.refresh(ctx(), ['1', '2', '55'])
    const shanghai = await make('引用动态', livesIn('上海'))
    const both = who({ kind: 'all', of: [inSegment(list), inSegment(shanghai)] })
    expect(await audience.count(ctx(), both)).toBe(2)
    expect(await audience.matches(ctx(), both, '1')).toBe(true)
    expect(await audience.matches(ctx(), both, '55')).toBe(false)
    expect(await audience.count(ctx(), who({ kind: 'not', of: inSegment(list) }))).toBe(many - 3)
  })
})

describe('what asks for a segment', () => {
  test('is known, and keeps it from being removed', async () => {
    const inner = await make('被引用', livesIn('上海'))
    const outer = await make('引用者', inSegment(inner))
    await keepSegmentUses(
      ctx(),
      { by: 'groups.admission', id: '3', name: '产品内测', path: '/groups/3' },
      who({ kind: 'any', of: [inSegment(inner), livesIn('杭州')] }),
    )
    expect((await findSegmentUses(ctx(), inner)).map(({ by, name }) => `${by} ${name}`)).toEqual([
      'groups.admission 产品内测',
      'segment 引用者',
    ])
    await expect(removeSegment(ctx(), inner)).rejects.toMatchObject({ code: 'segment_in_use' })
    // Past the verb, the database refuses as well.
    await expect(held().database.pool.query('delete from segment where id = $1', [inner])).rejects.toThrow(
      /segment_use/,
    )
    await changeSegment(ctx(), audience, outer, { definition: who(livesIn('成都')) })
    await keepSegmentUses(
      ctx(),
      { by: 'groups.admission', id: '3', name: '产品内测', path: '/groups/3' },
      undefined,
    )
    await removeSegment(ctx(), inner)
    await expect(getSegment(ctx(), inner)).rejects.toMatchObject({ code: 'segment_not_found' })
  })

  test('never asks for itself, however far around', async () => {
    const a = await make('环一', livesIn('上海'))
    const b = await make('环二', inSegment(a))
    const c = await make('环三', { kind: 'all', of: [inSegment(b)] })
    await expect(
      changeSegment(ctx(), audience, a, { definition: who({ kind: 'not', of: inSegment(c) }) }),
    ).rejects.toMatchObject({ code: 'segment_circle' })
    await expect(changeSegment(ctx(), audience, a, { definition: who(inSegment(a)) })).rejects.toMatchObject({
      code: 'segment_circle',
    })
  })

  test('has a name of its own', async () => {
    await make('同名', livesIn('上海'))
    await expect(make('同名', livesIn('杭州'))).rejects.toMatchObject({ code: 'segment_name_taken' })
  })
})

describe('the overlap of segments', () => {
  test('is what counting member by member finds', async () => {
    const sets = [
      ['1', '2', '3', '4'],
      ['3', '4', '5'],
      ['4', '5', '6', '7', '8'],
    ] as const
    const ids: Id[] = []
    for (const [place, members] of sets.entries()) {
      const { id } = await createSegment(ctx(), audience, { name: `重叠${place}`, kind: 'static' })
      await changeList(ctx(), id, { add: members, remove: [] })
      ids.push(id)
    }
    const overlap = await findOverlap(ctx(), ids)
    const shared = (a: readonly string[], b: readonly string[]) => a.filter((id) => b.includes(id)).length
    expect(overlap.both).toEqual(sets.map((a) => sets.map((b) => shared(a, b))))
    expect(overlap.together).toBe(new Set(sets.flat()).size)
    expect(overlap.parts.find((part) => part.of.join() === '0,1,2')?.members).toBe(1)
    expect(overlap.parts.reduce((sum, part) => sum + part.members, 0)).toBe(overlap.together)
  })
})

describe('what segments know about a person', () => {
  test('is copied, merged into another member, given back and erased', async () => {
    const { id } = await createSegment(ctx(), audience, { name: '个人数据', kind: 'static' })
    await changeList(ctx(), id, { add: ['40'], remove: [] })
    expect(await segmentPersonal.copy(ctx(), '40')).toContainEqual({
      name: '个人数据',
      since: monday.toISOString(),
    })
    const before = await findSegmentsOf(ctx(), '40')
    const moved = await segmentPersonal.merge(ctx(), '40', '41')
    expect((await findSegmentsOf(ctx(), '41')).map(({ name }) => name)).toContain('个人数据')
    expect(await findSegmentsOf(ctx(), '40')).toEqual([])
    await segmentPersonal.unmerge(ctx(), '40', '41', JSON.parse(JSON.stringify(moved)))
    expect((await findSegmentsOf(ctx(), '40')).map(({ name }) => name).sort()).toEqual(
      before.map(({ name }) => name).sort(),
    )
    expect((await findSegmentsOf(ctx(), '41')).map(({ name }) => name)).not.toContain('个人数据')
    await segmentPersonal.erase(ctx(), '40')
    expect(await findSegmentsOf(ctx(), '40')).toEqual([])
  })
})
