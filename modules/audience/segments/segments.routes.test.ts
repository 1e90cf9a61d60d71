import { describe, expect, test } from 'vitest'
import { useProduct as productForTests } from '#test/product.ts'
import { presetsFor } from './presets.ts'

const product = productForTests()
const joined = (value: number) => ({
  version: 1,
  who: { kind: 'field', field: 'member.joined_at', test: { op: 'inLast', value } },
})

describe('segments over HTTP', () => {
  test('T29 are made with their sentence, changed in versions, and say what the caller may do', async () => {
    const { owner } = product()
    const made = await owner.post('/api/audience/segments', {
      name: '本周新人',
      note: '欢迎礼',
      kind: 'dynamic',
      definition: joined(7),
    })
    expect(made.status, made.text).toBe(201)
    expect(made.body).toMatchObject({
      name: '本周新人',
      note: '欢迎礼',
      version: 1,
      versions: 1,
      definition: joined(7),
      computedAt: null,
      uses: [],
      can: { edit: true, list: false, remove: true, export: true },
    })
    expect(made.body.sentence).toMatch(/加入时间.*近 7 天/)
    const at = `/api/audience/segments/${made.body.id}`
    const changed = await owner.patch(at, { name: '近月新人', definition: joined(30), seenVersion: 1 })
    expect(changed.body).toMatchObject({ name: '近月新人', version: 2 })
    expect((await owner.patch(at, { definition: joined(9), seenVersion: 1 })).body.code).toBe(
      'segment_changed_meanwhile',
    )
    const { body } = await owner.get(`${at}/versions`)
    expect(body.items.map((each: { number: number }) => each.number)).toEqual([2, 1])
    const viewer = await product().operator('viewer')
    expect((await viewer.get(at)).body.can).toEqual({
      edit: false,
      list: false,
      remove: false,
      export: false,
    })
    expect((await viewer.patch(at, { name: '不行' })).status).toBe(403)
  })

  test('are listed by what changed last, page by page, and found by part of a name', async () => {
    const { owner } = product()
    for (const name of ['甲群', '乙群', '丙群'])
      await owner.post('/api/audience/segments', { name, kind: 'dynamic', definition: joined(7) })
    const first = await owner.get('/api/audience/segments', { query: { q: '群', limit: 2 } })
    expect(first.body.items.map((each: { name: string }) => each.name)).toEqual(['丙群', '乙群'])
    expect(first.body.total).toBe(3)
    const second = await owner.get('/api/audience/segments', {
      query: { q: '群', limit: 2, cursor: first.body.next },
    })
    expect(second.body).toMatchObject({ items: [{ name: '甲群' }], next: null, total: null })
  })

  test.each([
    ['a dynamic one without conditions', { kind: 'dynamic' }],
    ['a list that comes from nowhere', { kind: 'static' }],
    ['a list that comes from two places', { kind: 'static', definition: joined(7), members: ['1'] }],
    [
      'conditions of a version that is not ours',
      { kind: 'dynamic', definition: { version: 2, who: joined(7).who } },
    ],
    [
      'conditions on what nobody declares',
      {
        kind: 'dynamic',
        definition: { version: 1, who: { kind: 'field', field: 'member.gone', test: { op: 'isKnown' } } },
      },
    ],
    [
      'a segment that is not there',
      { kind: 'dynamic', definition: { version: 1, who: { kind: 'segment', segment: '999' } } },
    ],
    ['a name of nothing', { kind: 'dynamic', definition: joined(7), name: '  ' }],
  ])('%s is refused and nothing is made', async (_, body) => {
    const { owner } = product()
    const before = (await owner.get('/api/audience/segments')).body.total
    const { status } = await owner.post('/api/audience/segments', { name: '不会有', ...body })
    expect(status).toBe(422)
    expect((await owner.get('/api/audience/segments')).body.total).toBe(before)
  })

  test('a repeated request with one key makes one segment', async () => {
    const { owner } = product()
    const ask = () =>
      owner.post(
        '/api/audience/segments',
        { name: '只有一个', kind: 'dynamic', definition: joined(7) },
        { headers: { 'idempotency-key': 'segment-once-0001' } },
      )
    const [first, second] = [await ask(), await ask()]
    expect(second.body.id).toBe(first.body.id)
  })

  test('T29 a list takes members by hand, shows them, narrows the list of members and compares with others', async () => {
    const { owner } = product()
    const ids: string[] = []
    for (const name of ['阿澈', '韩小禾', '许木'])
      ids.push((await (await product().member(name)).get('/api/member')).body.id)
    const [a, b, c] = ids as [string, string, string]
    const one = await owner.post('/api/audience/segments', {
      name: '体验官',
      kind: 'static',
      members: [a, b],
    })
    const two = await owner.post('/api/audience/segments', {
      name: '答疑人',
      kind: 'static',
      members: [b, c],
    })
    const at = `/api/audience/segments/${one.body.id}`
    const listed = await owner.get(`${at}/members`)
    expect(listed.body.items.map((each: { nickname: string }) => each.nickname).sort()).toEqual([
      '阿澈',
      '韩小禾',
    ])
    expect(listed.body.total).toBe(2)
    const members = await owner.get('/api/members', { query: { segment: one.body.id } })
    expect(members.body.items.map((each: { id: string }) => each.id).sort()).toEqual([a, b].sort())
    const overlap = await owner.get('/api/audience/segment-overlap', {
      query: { ids: `${one.body.id},${two.body.id}` },
    })
    expect(overlap.body).toMatchObject({
      together: 3,
      both: [
        [2, 1],
        [1, 2],
      ],
    })
    const of = await owner.get(`/api/audience/members/${b}/segments`)
    expect(of.body.items.map((each: { name: string }) => each.name).sort()).toEqual(['体验官', '答疑人'])
    expect((await owner.get('/api/audience/segment-overlap', { query: { ids: one.body.id } })).status).toBe(
      422,
    )
    expect((await owner.delete(at)).status).toBe(204)
    expect((await owner.get(at)).body.code).toBe('segment_not_found')
  })

  test('S1-64 S2-32 presets are conditions that this community can ask; what one needs a field for is named', async () => {
    const { owner } = product()
    const { body } = await owner.get('/api/audience/segment-presets')
    expect(body.missing).toEqual(['expiring'])
    const keys = body.items.map((each: { key: string }) => each.key)
    expect(keys).toEqual(
      expect.arrayContaining(['silent', 'lurkers', 'valuable', 'value', 'slipping', 'lost']),
    )
    for (const preset of body.items) {
      expect(preset.sentence.length).toBeGreaterThan(8)
      const made = await owner.post('/api/audience/segments', {
        name: preset.name,
        kind: 'dynamic',
        definition: preset.definition,
      })
      expect(made.status, `${preset.key}: ${made.text}`).toBe(201)
    }
  })

  test('S1-64 who is about to expire is asked of the field that says until when', () => {
    const field = { key: 'member.field.contract', label: '合同到期日', type: 'day' as const }
    const { presets, missing } = presetsFor([{ ...field, key: 'member.birthday', label: '生日' }, field])
    expect(missing).toEqual([])
    expect(presets.find(({ key }) => key === 'expiring')?.definition.who).toEqual({
      kind: 'all',
      of: [{ kind: 'field', field: 'member.field.contract', test: { op: 'inNext', value: 30 } }],
    })
  })
})
