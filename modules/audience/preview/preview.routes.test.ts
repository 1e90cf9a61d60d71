import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#base/access/actor.ts'
import { defineModule } from '#base/module.ts'
import type { Files } from '#base/parts.ts'
import { type Audience, openAudience } from '#modules/audience/api.ts'
import type { Condition } from '#modules/audience/conditions/condition.ts'
import type { Client } from '#test/client.ts'
import { testCtx } from '#test/database.ts'
import { startTestServer, type TestServer } from '#test/server.ts'
import { useWarehouse } from '#test/warehouse.ts'
import { conditionsPart } from '../conditions/part.ts'

const world = useWarehouse()
let server: TestServer
let audience: Audience
let client: Client

const section = { zh: '资料', en: 'Profile' }
const source = {
  name: 'test',
  describe: async () => [
    {
      key: 'member.city',
      label: { zh: '城市', en: 'City' },
      type: 'choice' as const,
      section,
      options: [
        { value: 'sh', label: { zh: '上海', en: 'Shanghai' } },
        { value: 'hz', label: { zh: '杭州', en: 'Hangzhou' } },
      ],
    },
    {
      key: 'member.reachable',
      label: { zh: '可触达', en: 'Can be reached' },
      type: 'flag' as const,
      section,
    },
    {
      key: 'group.joined_at',
      label: { zh: '加入时间', en: 'Joined' },
      type: 'date' as const,
      section,
      of: { label: { zh: '社群', en: 'group' }, options: [{ value: '7', label: '手冲研究所' }] },
    },
    {
      key: 'custom.worth',
      label: '身价',
      type: 'number' as const,
      section,
      options: [{ value: '10', label: '很高' }],
      seenBy: ['analyst'],
    },
    {
      key: 'member.tags',
      label: { zh: '标签', en: 'Tags' },
      type: 'choices' as const,
      section,
      teamOnly: true,
    },
  ],
  read: async (_ctx: unknown, ids: readonly string[]) =>
    new Map(
      ids.map((id) => [
        id,
        {
          'member.city': Number(id) % 2 ? 'sh' : 'hz',
          'member.reachable': Number(id) % 4 !== 0,
          'custom.worth': Number(id) * 10,
          'member.tags': ['难缠'],
          'group.joined_at:7': Date.now() - Number(id) * 5 * 86_400_000,
        },
      ]),
    ),
}

const field = (key: string, test: Extract<Condition, { kind: 'field' }>['test'], of?: string): Condition => ({
  kind: 'field',
  field: key,
  ...(of ? { of } : {}),
  test,
})
const shanghai = field('member.city', { op: 'isOneOf', value: ['sh'] })
const viewed: Condition = {
  kind: 'event',
  event: 'post.read',
  window: { last: { amount: 30, unit: 'days' } },
  measure: { of: 'count', op: 'gte', value: 3 },
}
const worth = field('custom.worth', { op: 'gte', value: 100 })
const long = field('group.joined_at', { op: 'beforeLast', value: 30 }, '7')
const definition = (who: Condition) => ({ version: 1, who })
const whole = definition({
  kind: 'all',
  of: [long, { kind: 'any', of: [viewed, shanghai] }, { kind: 'not', of: shanghai }],
})

const operator = (role: string): Actor => ({
  kind: 'account',
  accountId: '1',
  sessionId: '1',
  name: '林晓',
  suspended: false,
  operator: { role, permissions: new Set(['audience.read']) },
})
const program: Actor = { kind: 'apiKey', keyId: '1', name: '报表', scopes: new Set(['audience.read']) }

beforeAll(async () => {
  const { database, warehouse } = world()
  await database.pool.query(
    `insert into member (id, token, nickname, joined_at) select n, 'm' || n, '成员' || n, now() from generate_series(1, 20) as n`,
  )
  await database.pool.query(
    `insert into event_log (name, source, member_id, occurred_at, props)
     select 'post.read', 'track', n, now() - make_interval(days => k), jsonb_build_object('path', '/p/' || k)
       from generate_series(1, 20) as n, generate_series(1, 20) as k where k <= n`,
  )
  world().startSink()
  await world().settled()
  audience = openAudience(
    { warehouse },
    { facts: () => [], fields: () => [source] },
    {
      find: async (_ctx, ids) =>
        new Map(ids.includes('5') ? [['5', { name: '大户', definition: { version: 1, who: worth } }]] : []),
    },
  )
  await audience.copies.fill(testCtx(database, undefined, new Date()))
  const files = { url: async () => undefined } as Partial<Files> as Files
  server = await startTestServer({
    database,
    parts: { files },
    modules: () => [defineModule({ name: 'audience', ...conditionsPart({ files }, audience), schedule: [] })],
  })
  client = server.as(operator('operator'))
})
afterAll(() => server?.close())

describe('POST /api/audience/preview', () => {
  test('says the sentence with places, counts every part, narrows step by step, shows ten people and why', async () => {
    const { status, body } = await client.post('/api/audience/preview', { definition: whole, seed: 5 })
    expect(status).toBe(200)
    expect(body.sentence.map((part: { text: string }) => part.text).join('')).toBe(
      '成员：手冲研究所的加入时间已满 30 天；并且（近 30 天浏览帖子 ≥ 3 次，或城市是上海）；排除城市是上海的人。',
    )
    expect(body.sentence.find((part: { path: string }) => part.path === 'who.of.1.of.0')).toEqual({
      text: '近 30 天浏览帖子 ≥ 3 次',
      path: 'who.of.1.of.0',
    })
    // Members 6 to 20 joined thirty days ago; the even ones of those live elsewhere.
    expect(body).toMatchObject({ total: 8, members: 20, share: 0.4, reachable: 4 })
    expect(
      Object.fromEntries(body.nodes.map((node: { path: string; count: number }) => [node.path, node.count])),
    ).toEqual({
      who: 8,
      'who.of.0': 15,
      'who.of.1': 19,
      'who.of.1.of.0': 18,
      'who.of.1.of.1': 10,
      'who.of.2': 10,
      'who.of.2.of': 10,
    })
    expect(body.steps.map((step: { count: number }) => step.count)).toEqual([20, 15, 15, 8])
    expect(body.steps.at(-1)).toMatchObject({ label: '排除：城市是上海', excludes: true })
    expect(body.sample).toHaveLength(8)
    expect(body.sample.find((each: { id: string }) => each.id === '8')).toMatchObject({
      nickname: '成员8',
      fact: '浏览帖子 8 次',
    })
    const again = await client.post('/api/audience/preview', { definition: whole, seed: 5 })
    expect(again.body.sample).toEqual(body.sample)
  })

  test('speaks English to who reads English', async () => {
    const { body } = await client.post(
      '/api/audience/preview',
      { definition: whole },
      { headers: { 'accept-language': 'en' } },
    )
    expect(body.sentence.map((part: { text: string }) => part.text).join('')).toBe(
      'Members: Joined of 手冲研究所 30 days ago or more; and (read a post ≥ 3 times in the last 30 days or City is Shanghai); except those who: City is Shanghai.',
    )
  })

  test.each([
    [field('member.gone', { op: 'isKnown' }), 'body.definition.who.field', /没有「member.gone」/],
    [field('member.city', { op: 'gte', value: 3 }), 'body.definition.who.test', /不能这样比较/],
    [field('group.joined_at', { op: 'inLast', value: 3 }), 'body.definition.who.of', /请选择是哪一个社群/],
    [field('member.city', { op: 'isKnown' }, '7'), 'body.definition.who.of', /不分对象/],
    [field('member.city', { op: 'isOneOf', value: ['sh', ''] }), 'body.definition.who.test.value', /请填写/],
    [{ kind: 'segment', segment: '404' } as const, 'body.definition.who.segment', /已不存在/],
    [
      [0, 1, 2, 3, 4, 5, 6].reduce<Condition>((of) => ({ kind: 'not', of }), shanghai),
      'body.definition.who.of.of.of.of.of.of.of',
      /超过 6 层/,
    ],
  ])('refuses what cannot be asked: %j', async (who, path, message) => {
    const { status, body } = await client.post('/api/audience/preview', { definition: definition(who) })
    expect([status, body.code]).toEqual([422, 'condition_invalid'])
    expect(body.fields).toEqual([{ path, message: expect.stringMatching(message) }])
  })
})

describe('POST /api/audience/explanation', () => {
  test('tells condition by condition what was found, and how many miss one', async () => {
    const { body } = await client.post('/api/audience/explanation', { definition: whole, memberId: '4' })
    expect(body.member).toMatchObject({ id: '4', nickname: '成员4' })
    const [joined, either, not] = body.explanation.of
    expect(body.explanation).toMatchObject({ met: false, says: '3 项都要满足' })
    expect(joined).toMatchObject({ met: false, progress: { actual: 20, needed: 30 } })
    expect(joined.evidence).toMatch(/20 天前$/)
    expect(either).toMatchObject({ met: true, says: '2 项里满足任一项' })
    expect(either.of[0]).toMatchObject({ met: true, evidence: '4 次', progress: { actual: 4, needed: 3 } })
    expect(not).toMatchObject({ kind: 'not', met: true, of: [{ met: false, evidence: '杭州' }] })
    const missing = await client.post('/api/audience/people', {
      definition: whole,
      oneShort: true,
      limit: 100,
    })
    expect(missing.body.items).toHaveLength(body.oneShort)
    expect(missing.body.items.map((each: { id: string }) => each.id)).toContain('4')
  })
  test('knows nobody who is not there', async () => {
    const { status } = await client.post('/api/audience/explanation', { definition: whole, memberId: '999' })
    expect(status).toBe(404)
  })
})

describe('POST /api/audience/people', () => {
  const page = (body: object) => client.post('/api/audience/people', { definition: whole, ...body })
  test('pages through the people behind a condition, a step or the whole', async () => {
    const first = await page({ node: 'who.of.1.of.1', limit: 6 })
    const second = await page({ node: 'who.of.1.of.1', limit: 6, cursor: first.body.next })
    const ids = [...first.body.items, ...second.body.items].map((each: { id: string }) => Number(each.id))
    expect(ids).toEqual([1, 3, 5, 7, 9, 11, 13, 15, 17, 19])
    expect(second.body.next).toBeNull()
    expect((await page({ step: 1 })).body.items).toHaveLength(15)
    expect((await page({})).body.items).toHaveLength(8)
    expect((await page({ node: 'who.of.9' })).status).toBe(404)
  })
})

describe('GET /api/audience/catalogue', () => {
  test('lists fields, what happened with its properties, and tests by type', async () => {
    const { body } = await client.get('/api/audience/catalogue')
    expect(body.fields[0]).toMatchObject({
      key: 'member.city',
      label: '城市',
      options: [
        { value: 'sh', label: '上海' },
        { value: 'hz', label: '杭州' },
      ],
    })
    expect(body.events[0]).toMatchObject({ name: '*', kind: 'any' })
    expect(body.events[1]).toMatchObject({
      name: 'post.read',
      label: '浏览帖子',
      kind: 'behaviour',
      recent: 210,
      properties: [
        { name: 'value', type: 'number' },
        { name: 'path', label: '页面', type: 'text' },
      ],
    })
    expect(body.tests.flag).toEqual(['isTrue', 'isFalse', 'isKnown', 'isUnknown'])
    const found = await client.get('/api/audience/values', { query: { field: 'member.city', text: '杭' } })
    expect(found.body.items).toEqual([{ value: 'hz', label: '杭州' }])
  })
})

describe('a field that some roles see', () => {
  const inside = definition({ kind: 'segment', segment: '5' })

  test.each([
    ['another role', operator('operator')],
    ['a key of another program', program],
  ])('is not there for %s: to ask is to see', async (_who, actor) => {
    const other = server.as(actor)
    const { body: catalogue } = await other.get('/api/audience/catalogue')
    expect(catalogue.fields.map((each: { key: string }) => each.key)).not.toContain('custom.worth')
    const { body: values } = await other.get('/api/audience/values', { query: { field: 'custom.worth' } })
    expect(values.items).toEqual([])
    for (const [path, rest] of [
      ['preview', {}],
      ['explanation', { memberId: '12' }],
      ['people', {}],
    ] as const) {
      const { body } = await other.post(`/api/audience/${path}`, { definition: definition(worth), ...rest })
      expect([body.code, body.fields?.[0].path], path).toEqual([
        'condition_invalid',
        'body.definition.who.field',
      ])
    }
  })

  test('keeps its values to itself inside a segment that anybody may ask for', async () => {
    const { body } = await client.post('/api/audience/explanation', { definition: inside, memberId: '12' })
    expect(body.explanation).toMatchObject({ met: true, says: '在分群「大户」里', evidence: null, of: [] })
    const { body: preview } = await client.post('/api/audience/preview', { definition: inside })
    expect(preview.total).toBe(11)
    expect(preview.sample.map((each: { fact: unknown }) => each.fact)).toEqual(Array(10).fill(null))
    const behind = await client.post('/api/audience/people', { definition: inside, node: 'who.segment' })
    expect(behind.status).toBe(404)
  })

  test('answers those roles, and the owner', async () => {
    for (const role of ['analyst', 'owner']) {
      const asked = server.as(operator(role))
      const { body } = await asked.post('/api/audience/explanation', { definition: inside, memberId: '12' })
      expect(body.explanation.of[0]).toMatchObject({
        evidence: '120',
        progress: { actual: 120, needed: 100 },
      })
      const { body: preview } = await asked.post('/api/audience/preview', { definition: definition(worth) })
      expect(preview.sample[0].fact).toMatch(/^身价 \d+$/)
      const { body: catalogue } = await asked.get('/api/audience/catalogue')
      expect(catalogue.fields.map((each: { key: string }) => each.key)).toContain('custom.worth')
    }
  })
})

test('what only the team keeps is not told to a member: neither the tag, nor the segment, nor the value', async () => {
  const ctx = testCtx(world().database, undefined, new Date())
  const tagged = field('member.tags', { op: 'hasAnyOf', value: ['难缠'] })
  const asked = {
    version: 1 as const,
    who: { kind: 'all' as const, of: [viewed, tagged, { kind: 'segment' as const, segment: '5' }, worth] },
  }
  const explanation = await audience.explain(ctx, asked, '12', { forMember: true })
  expect(explanation.of[0]).toMatchObject({ evidence: '12 次', progress: { actual: 12, needed: 3 } })
  for (const kept of explanation.of.slice(1))
    expect(kept).toMatchObject({
      met: true,
      says: '符合运营团队掌握的一项要求',
      evidence: null,
      progress: null,
      of: [],
    })
  const said = `${JSON.stringify(explanation)}${await audience.say(ctx, asked, { forMember: true })}`
  expect(said).toContain('浏览帖子')
  expect(said).not.toMatch(/难缠|标签|大户|身价|120/)
  // The team itself is told everything.
  expect(JSON.stringify(await audience.explain(ctx, asked, '12'))).toMatch(/难缠.*大户.*身价/)
})
