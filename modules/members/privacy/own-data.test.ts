/** One's own data through the whole product: seen, changed, deleted, taken along, and gone with the account. */
import { expect, test } from 'vitest'
import type { Client } from '#test/client.ts'
import { useProduct } from '#test/product.ts'

const product = useProduct({ env: { ROLES: 'web,worker' } })

const until = async <T>(look: () => Promise<T | undefined>, what: string): Promise<T> => {
  for (let tried = 0; tried < 280; tried++) {
    const found = await look()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`Waited in vain for ${what}`)
}

const field = async (key: string, more: object) =>
  await product().owner.post('/api/members/fields', { key, label: `字段 ${key}`, ...more })

const idOf = async (client: Client): Promise<string> => (await client.get('/api/member')).body.id

test('L-12 a copy has everything of one member and nothing of another, and only that member can fetch it', async () => {
  const { owner, database } = product()
  const [mine, other] = [await product().member('阿澈'), await product().member('小满')]
  await field('occupation', { type: 'text', memberAccess: 'edit' })
  await field('memo', { type: 'text' })
  for (const [client, word] of [
    [mine, '甲'],
    [other, '乙'],
  ] as const) {
    const id = await idOf(client)
    await client.patch('/api/member/fields', { values: { occupation: `职业${word}` } })
    await owner.patch(`/api/members/${id}/fields`, { values: { memo: `内部${word}` } })
    await owner.post(`/api/members/${id}/notes`, { body: `备注${word}` })
    await owner.post(`/api/members/${id}/contacts`, {
      kind: 'phone',
      value: word === '甲' ? '13700000001' : '13700000002',
    })
    await owner.post('/api/members/tags', { ids: [id], add: [`标签${word}`] })
  }
  expect((await mine.get('/api/member/copy')).body.state).toBe('none')
  expect((await mine.post('/api/member/copy')).body.state).toBe('making')
  // Twice at once is one copy.
  const again = await mine.post('/api/member/copy')
  expect([again.status, again.body.code ?? again.body.state]).toEqual([409, 'copy_making'])
  const url = await until(async () => {
    const { body } = await mine.get('/api/member/copy')
    return body.state === 'ready' ? (body.url as string) : undefined
  }, 'the copy')
  const file = await mine.get(url)
  expect(file.status).toBe(200)
  const copy = JSON.parse(file.text)
  const names = copy.sections.map((section: { name: string }) => section.name)
  const declared = product().process.modules.flatMap((module) => module.personal ?? [])
  expect(names).toEqual(declared.map((data) => data.name))
  for (const word of ['职业甲', '内部甲', '备注甲', '+8613700000001', '标签甲', '@example.com'])
    expect(file.text).toContain(word)
  for (const word of ['职业乙', '内部乙', '备注乙', '13700000002', '标签乙'])
    expect(file.text).not.toContain(word)
  for (const stranger of [other, product().nobody]) expect((await stranger.get(url)).status).toBe(404)
  // Whoever answers such a request for the member gets no file either.
  const made = await owner.post(`/api/members/${await idOf(other)}/copy`)
  expect([made.status, made.body]).toEqual([202, { state: 'making' }])
  const { rows } = await database.pool.query(`select 1 from audit_entry where action = 'member.copy_made'`)
  expect(rows).toHaveLength(1)
})

test('members see the fields that are theirs, and sensitive ones are taken after a consent of their own', async () => {
  const { owner } = product()
  const mine = await product().member('南星')
  await field('hidden', { type: 'text' })
  await field('shown', { type: 'flag', memberAccess: 'see' })
  await field('id_number', { type: 'text', memberAccess: 'edit', sensitive: true, purpose: '投保' })
  const id = await idOf(mine)
  await owner.patch(`/api/members/${id}/fields`, { values: { hidden: '看不见', shown: true } })
  const seen = (await mine.get('/api/member/fields')).body
  const keys = seen.items.map((each: { key: string }) => each.key)
  expect(keys).toEqual(expect.arrayContaining(['shown', 'id_number']))
  expect(keys).not.toContain('hidden')
  expect(seen.sensitiveAgreed).toBe(false)
  const secret = { values: { id_number: '330106199202290011' } }
  expect((await mine.patch('/api/member/fields', secret)).body.code).toBe('sensitive_needs_consent')
  await mine.put('/api/account/consents/sensitive', { granted: true })
  const saved = await mine.patch('/api/member/fields', secret)
  expect([saved.status, saved.body.sensitiveAgreed]).toEqual([200, true])
  expect((await mine.patch('/api/member/fields', { values: { shown: false } })).body.code).toBe(
    'field_not_found',
  )
  // Operators get a mask; looking needs a right of its own.
  const profile = await owner.get(`/api/members/${id}`)
  expect(profile.text).not.toContain('330106199202290011')
  const support = await product().operator('support')
  expect((await support.post(`/api/members/${id}/fields/id_number/reveal`)).status).toBe(403)
  expect((await owner.post(`/api/members/${id}/fields/id_number/reveal`)).body.value).toBe(
    '330106199202290011',
  )
})

test('L-08 a member deletes a tag about himself, and it stays away', async () => {
  const { owner } = product()
  const mine = await product().member('可颂')
  const id = await idOf(mine)
  await owner.post('/api/members/tags', { ids: [id], add: ['价格敏感'] })
  const [tag] = (await mine.get('/api/member/tags')).body.items
  expect(tag.name).toBe('价格敏感')
  expect((await mine.delete(`/api/member/tags/${tag.id}`)).status).toBe(204)
  await owner.post('/api/members/tags', { ids: [id], add: ['价格敏感'] })
  expect((await mine.get('/api/member/tags')).body.items).toEqual([])
})

test('L-13 G33 after the end of an account no table has what the member told, and no canary is left', async () => {
  const { owner, database } = product()
  const mine = await product().member('金丝雀昵称')
  const id = await idOf(mine)
  await mine.patch('/api/member', { city: '金丝雀城市', bio: '金丝雀简介' })
  await mine.patch('/api/member/fields', { values: { occupation: '金丝雀职业' } })
  await owner.post(`/api/members/${id}/notes`, { body: '金丝雀备注' })
  await owner.post(`/api/members/${id}/contacts`, { kind: 'wechat', value: 'jinsique_wx' })
  await owner.post('/api/members/tags', { ids: [id], add: ['普通标签'] })
  const asked = await mine.post('/api/account/data-requests', { kind: 'delete' })
  const [request] = (await owner.get('/api/data-requests')).body.items
  expect(request).toMatchObject({ id: asked.body.id, memberId: id, kind: 'delete' })
  const closed = await owner.put(`/api/data-requests/${request.id}`, { state: 'done', answer: '已删除' })
  expect(closed.status).toBe(204)
  await until(async () => {
    const { body } = await owner.get(`/api/members/${id}`)
    return body.nickname === '已注销用户' &&
      body.fields.every((each: { value: unknown }) => each.value === null)
      ? true
      : undefined
  }, 'the erasure')
  const { rows: tables } = await database.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'event_log_2%'`,
  )
  const left: string[] = []
  for (const { name } of tables) {
    const { rows } = await database.pool.query<{ row: string }>(
      `select row_to_json(t)::text as row from "${name}" t where row_to_json(t)::text like '%金丝雀%'
          or row_to_json(t)::text like '%jinsique%'`,
    )
    left.push(...rows.map(({ row }) => `${name}: ${row}`))
  }
  expect(left).toEqual([])
  expect((await owner.get('/api/data-requests', { query: { state: 'closed' } })).body.items[0]).toMatchObject(
    {
      id: request.id,
      state: 'done',
      handler: '林晓',
    },
  )
})

test('control: what is not erased would be found', async () => {
  const mine = await product().member('留着的金丝雀')
  const { rows } = await product().database.pool.query(
    `select 1 from member t where row_to_json(t)::text like '%金丝雀%' and id = $1`,
    [await idOf(mine)],
  )
  expect(rows).toHaveLength(1)
})
