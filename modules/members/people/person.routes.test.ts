/** G33 over HTTP: what a role may not see is nowhere in any answer, and what is masked stays masked. */
import { beforeAll, expect, test } from 'vitest'
import type { Client } from '#test/client.ts'
import { useProduct } from '#test/product.ts'

const product = useProduct()
const canary = 'canary-7f3a'
let id: string
let owner: Client

beforeAll(async () => {
  owner = product().owner
  const member = await product().member('阿澈')
  id = (await member.get('/api/member')).body.id
  await member.put('/api/account/consents/sensitive', { granted: true })
  for (const [key, more] of [
    ['open_field', {}],
    ['for_analysts', { seenBy: ['analyst'] }],
    ['secret', { sensitive: true, purpose: '保险' }],
  ] as const)
    await owner.post('/api/members/fields', { key, type: 'text', label: key, ...more })
  await owner.patch(`/api/members/${id}/fields`, {
    values: { open_field: '人人可见', for_analysts: `${canary}-analyst`, secret: `${canary}-secret` },
  })
  await owner.post(`/api/members/${id}/contacts`, { kind: 'wechat', value: `${canary}_wx` })
  await owner.post(`/api/members/${id}/notes`, { body: '团队备注' })
})

/** Everything a person can read about members. */
async function everything(client: Client): Promise<string> {
  const paths = [
    '/api/members',
    '/api/members?field=open_field:人人',
    `/api/members/${id}`,
    `/api/members/${id}/timeline`,
    `/api/members/${id}/timeline/names`,
    `/api/members/${id}/notes`,
    '/api/members/fields?archived=true',
    '/api/members/tags',
    '/api/members/owners',
  ]
  const replies = await Promise.all(paths.map((path) => client.get(encodeURI(path))))
  expect(replies.map((reply) => reply.status)).toEqual(paths.map(() => 200))
  return replies.map((reply) => reply.text).join('\n')
}

test('G33 a role reads only the fields that are for it; sealed ones nobody reads unasked', async () => {
  const analyst = await everything(await product().operator('analyst'))
  const viewer = await everything(await product().operator('viewer'))
  const theirs = await everything(owner)
  for (const text of [analyst, viewer, theirs]) {
    expect(text).toContain('人人可见')
    for (const sealed of [`${canary}-secret`, `${canary}_wx`, 'member-0@example.com'])
      expect(text).not.toContain(sealed)
  }
  expect(analyst).toContain(`${canary}-analyst`)
  expect(theirs).toContain(`${canary}-analyst`)
  expect(viewer).not.toContain(canary)
  // A program with the scope to read members is no role: it gets what is for everyone.
  const program = await everything(await product().program(['members.read']))
  expect(program).toContain('人人可见')
  expect(program).not.toContain(canary)
})

test('G33 nobody filters by what he may not read, since to filter is to read', async () => {
  const viewer = await product().operator('viewer')
  const by = async (client: Client, field: string) =>
    (await client.get(encodeURI(`/api/members?field=${field}`))).body
  expect((await by(viewer, `for_analysts:${canary}`)).code).toBe('filter_unknown')
  expect((await by(owner, `secret:${canary}`)).code).toBe('filter_unknown')
  expect((await by(await product().operator('analyst'), `for_analysts:${canary}`)).items).toHaveLength(1)
  // A whole contact point finds its holder only for those who may see it.
  const found = async (client: Client) =>
    (await client.get(`/api/members?q=${canary}_wx`)).body.items.map((each: { id: string }) => each.id)
  expect(await found(await product().operator('support'))).toEqual([id])
  expect(await found(viewer)).toEqual([])
})

test('what one may not do is refused, and the profile says so beforehand', async () => {
  const viewer = await product().operator('viewer')
  const profile = (await viewer.get(`/api/members/${id}`)).body
  expect(profile.can).toEqual({ tag: false, edit: false, export: false })
  expect(profile.contacts[0].can).toEqual({ edit: false, reveal: false })
  expect(profile.fields.map((field: { key: string }) => field.key)).toEqual(['open_field', 'secret'])
  expect(profile.fields[1]).toMatchObject({
    value: null,
    masked: 'c****t',
    can: { edit: false, reveal: false },
  })
  const contact = `/api/members/${id}/contacts/${profile.contacts[0].id}/reveal`
  expect((await viewer.post(contact)).status).toBe(403)
  expect((await (await product().operator('support')).post(contact)).body.value).toBe(`${canary}_wx`)
  // The note of somebody else, and fields of other roles.
  const support = await product().operator('support')
  const [note] = (await support.get(`/api/members/${id}/notes`)).body.items
  expect(note).toMatchObject({ body: '团队备注', author: '林晓', can: { rewrite: false } })
  expect((await support.patch(`/api/members/${id}/notes/${note.id}`, { body: '改' })).body.code).toBe(
    'note_not_yours',
  )
  expect(
    (await support.patch(`/api/members/${id}/fields`, { values: { for_analysts: 'x' } })).body.code,
  ).toBe('field_not_yours')
  for (const path of ['notes', 'contacts', 'fields', 'timeline'])
    expect((await owner.get(`/api/members/999999/${path}`)).status, path).toBe(
      path === 'contacts' || path === 'fields' ? 405 : 404,
    )
})

test('a note or contact point is written once however often the request is sent', async () => {
  const key = { headers: { 'idempotency-key': crypto.randomUUID() } }
  const made = await Promise.all(
    [1, 2].map(() => owner.post(`/api/members/${id}/notes`, { body: '只写一次' }, key)),
  )
  expect(made.map((reply) => reply.status).every((status) => status === 201 || status === 409)).toBe(true)
  const { items } = (await owner.get(`/api/members/${id}/notes`)).body
  expect(items.filter((note: { body: string }) => note.body === '只写一次')).toHaveLength(1)
})

test('one’s own trail is what one did, not what the team noted', async () => {
  const member = await product().member('阿澈')
  await member.patch('/api/member', { bio: '今天也要好好喝咖啡' })
  await owner.post('/api/members/tags', { ids: [id], add: ['常客'] })
  const names = (await member.get('/api/member/timeline')).body.items.map(
    (each: { name: string }) => each.name,
  )
  expect(names).toEqual(['member.profile_changed', 'account.signed_in', 'member.joined'])
  const all = (await owner.get(`/api/members/${id}/timeline`)).body.items
  expect(all.map((each: { name: string }) => each.name)).toEqual(
    expect.arrayContaining(['member.noted', 'member.tagged', 'member.contacts_changed']),
  )
})
