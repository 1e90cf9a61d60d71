import { beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Declared } from '#base/declarations/declared.ts'
import type { FieldSource } from '#base/declarations/fields.ts'
import { joinCommunity } from '#modules/members/api.ts'
import { testCtx } from '#test/database.ts'
import { until, useWarehouse } from '#test/warehouse.ts'
import type { Audience } from '../audience.ts'
import type { Condition, Definition } from '../conditions/condition.ts'
import { apart } from '../conditions/set/apart.ts'
import { openAudience } from '../open-audience.ts'
import { cellOf, findMatrix } from './matrix.ts'
import {
  changePersona,
  countPersonas,
  definePersona,
  findPersonas,
  getPersona,
  type PersonaWords,
  removePersona,
} from './personas.ts'
import { paintPortrait } from './portrait.ts'

const held = useWarehouse()
const now = new Date('2026-11-20T04:00:00Z')
const ctx = (): Ctx => testCtx(held().database, undefined, now)

/** City and tastes of members, kept beside the test: what a module would read from its tables. */
const known = new Map<Id, { city: string; tastes: readonly string[]; spend: number }>()
const section = { zh: '测试', en: 'Test' }
const source: FieldSource = {
  name: 'test',
  describe: async () => [
    { key: 'test.city', label: '城市', type: 'text', section },
    { key: 'test.tastes', label: '口味', type: 'choices', section },
    { key: 'test.spend', label: '花费', type: 'money', section },
  ],
  read: async (_, ids) =>
    new Map(
      ids.flatMap((id) => {
        const person = known.get(id)
        return person
          ? [
              [
                id,
                {
                  'test.city': person.city || null,
                  'test.tastes': person.tastes,
                  'test.spend': person.spend,
                },
              ],
            ]
          : []
      }),
    ),
}
const declared: Pick<Declared, 'facts' | 'fields'> = { facts: () => [], fields: () => [source] }
let audience: Audience
const tools = () => ({ audience, query: held().warehouse.query })

const fromShanghai: Condition = { kind: 'field', field: 'test.city', test: { op: 'is', value: '上海' } }
const who = (condition: Condition): Definition => ({ version: 1, who: condition })
const words = (over: Partial<PersonaWords> = {}): PersonaWords => ({
  name: '上海手冲党',
  tagline: '周末泡在咖啡馆里',
  definition: who(fromShanghai),
  needs: '',
  approach: '',
  tone: 'pine',
  ...over,
})

/** 40 in Shanghai (30 like filter coffee), 60 in Chengdu (6 do), 20 nobody knows; every second of Shanghai came today. */
beforeAll(async () => {
  const { database } = held()
  held().startSink()
  audience = openAudience({ warehouse: held().warehouse }, declared)
  for (let at = 0; at < 120; at++) {
    const id = await joinCommunity(ctx(), { accountId: null, nickname: `成员${at}` })
    const city = at < 40 ? '上海' : at < 100 ? '成都' : ''
    const filter = at < 30 || (at >= 40 && at < 46)
    known.set(id, { city, tastes: filter ? ['手冲', '甜品'] : ['拿铁'], spend: at < 40 ? 20_000 : 5_000 })
    if (city === '上海' && at % 2 === 0)
      await database.pool.query(
        `insert into event_log (name, source, actor, member_id, occurred_at) values ('page_view', 'track', 'anonymous', $1, $2)`,
        [id, now],
      )
  }
  await held().settled()
  await until(() => audience.copies.fill(ctx()))
})

describe('personas', () => {
  test('S0-31 S3-13 a persona is counted by its condition, and its size is kept day by day', async () => {
    const id = await definePersona(ctx(), audience, words())
    expect(await countPersonas(ctx(), audience)).toBe(1)
    const tomorrow = { ...ctx(), now: new Date('2026-11-21T04:00:00Z') }
    await countPersonas(tomorrow, audience)
    await countPersonas(tomorrow, audience)
    expect((await getPersona(ctx(), id)).sizes).toEqual([
      { day: '2026-11-20', members: 40, ofAll: 120 },
      { day: '2026-11-21', members: 40, ofAll: 120 },
    ])
    await removePersona(ctx(), await getPersona(ctx(), id))
    expect(await findPersonas(ctx())).toEqual([])
  })

  test('refuses a condition that cannot be asked and a name that is taken, and changes nothing', async () => {
    const id = await definePersona(ctx(), audience, words())
    await expect(definePersona(ctx(), audience, words({ name: '上海手冲党' }))).rejects.toMatchObject({
      code: 'persona_name_taken',
    })
    const wrong = who({ kind: 'field', field: 'test.nothing', test: { op: 'is', value: '1' } })
    const persona = await getPersona(ctx(), id)
    await expect(
      changePersona(ctx(), audience, persona, { definition: wrong, name: '新名' }),
    ).rejects.toMatchObject({
      code: 'condition_invalid',
    })
    expect(await getPersona(ctx(), id)).toMatchObject({ name: '上海手冲党', definition: words().definition })
    await removePersona(ctx(), persona)
  })

  test('S3-24 a portrait names what is more frequent here than elsewhere, with figures', async () => {
    const portrait = await paintPortrait(ctx(), tools(), words().definition)
    expect(portrait).toMatchObject({ members: 40, ofAll: 120 })
    const filter = portrait.traits.find((trait) => trait.value === '手冲')!
    expect(filter).toMatchObject({ fieldLabel: '口味', members: 30, share: 0.75 })
    expect(filter.shareOfAll).toBeCloseTo(36 / 120)
    expect(filter.lift).toBeCloseTo(2.5)
    expect(portrait.traits.map((trait) => trait.value)).not.toContain('拿铁')
    expect(portrait.traits.map((trait) => trait.value)).not.toContain('成都')
    expect(portrait.middles).toEqual([
      { field: 'test.spend', fieldLabel: '花费', type: 'money', median: 20_000, medianOfAll: 5_000 },
    ])
    expect(known.get(portrait.typical!)).toMatchObject({ city: '上海', tastes: ['手冲', '甜品'] })
  })

  test('a portrait of nobody says so', async () => {
    const nobody = who({ kind: 'any', of: [] })
    expect(await paintPortrait(ctx(), tools(), nobody)).toEqual({
      members: 0,
      ofAll: 120,
      traits: [],
      middles: [],
      typical: null,
    })
  })

  test('S3-14 the matrix counts every member once in a row of a text, and its cells are conditions that hold the same people', async () => {
    const matrix = await findMatrix(ctx(), tools(), 'test.city', 'activity')
    expect(matrix.rows).toEqual([
      { value: '成都', members: 60, cells: [60, 0, 0, 0] },
      { value: '上海', members: 40, cells: [20, 20, 0, 0] },
      { value: '', members: 20, cells: [20, 0, 0, 0] },
    ])
    expect(matrix.columns.map((column) => column.members)).toEqual([100, 20, 0, 0])
    for (const row of matrix.rows)
      for (const [at, column] of matrix.columns.entries())
        expect(
          await audience.count(
            ctx(),
            cellOf({ key: 'test.city', type: 'text' }, row.value, 'activity', column.key),
          ),
        ).toBe(row.cells[at])
  })

  test('statements keep their parameters apart', () => {
    const one = apart({ sql: 'SELECT {p_0:String} + {p_1:UInt8}', params: { p_0: 'a', p_1: 1 } }, 'left')
    expect(one).toEqual({
      sql: 'SELECT {left_p_0:String} + {left_p_1:UInt8}',
      params: { left_p_0: 'a', left_p_1: 1 },
    })
  })
})
