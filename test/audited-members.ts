/** How each change of members that only the team may make is exercised by the test of the audit log. */
import type { Reply } from './client.ts'
import type { TestProduct } from './product.ts'

const path = async (at: TestProduct) =>
  `/api/members/${(await (await at.member('字段')).get('/api/member')).body.id}`

let fields = 0
const fieldWords = { label: '字段', options: [] }
const field = async ({ owner }: TestProduct, more: object = {}): Promise<{ id: string; key: string }> =>
  (
    await owner.post('/api/members/fields', {
      key: `audited_${fields++}`,
      type: 'text',
      ...fieldWords,
      ...more,
    })
  ).body

let numbers = 0
const contact = async (at: TestProduct) => {
  const value = `1380000${String(numbers++).padStart(4, '0')}`
  const { body } = await at.owner.post(`${await path(at)}/contacts`, { kind: 'phone', value })
  return `${await path(at)}/contacts/${body.id}`
}

const note = async (at: TestProduct) => {
  const { body } = await at.owner.post(`${await path(at)}/notes`, { body: '喜欢浅烘' })
  return `${await path(at)}/notes/${body.id}`
}

const tagGroup = async ({ owner }: TestProduct): Promise<string> =>
  (await owner.post('/api/members/tag-groups', { name: `组 ${numbers++}` })).body.id

export const auditedMembers: Record<string, (at: TestProduct) => Promise<Reply>> = {
  'PATCH /api/members/{id}': async (at) => at.owner.patch(await path(at), { city: '杭州' }),
  'PATCH /api/members/{id}/fields': async (at) =>
    at.owner.patch(`${await path(at)}/fields`, { values: { [(await field(at)).key]: '一' } }),
  'POST /api/members/{id}/fields/{key}/reveal': async (at) => {
    const { key } = await field(at, { sensitive: true, purpose: '保险登记' })
    const member = await at.member('字段')
    await member.put('/api/account/consents/sensitive', { granted: true })
    await at.owner.patch(`${await path(at)}/fields`, { values: { [key]: '一二三四' } })
    return await at.owner.post(`${await path(at)}/fields/${key}/reveal`)
  },
  'POST /api/members/fields': ({ owner }) =>
    owner.post('/api/members/fields', { key: `audited_${fields++}`, type: 'flag', ...fieldWords }),
  'PUT /api/members/fields/{id}': async (at) =>
    at.owner.put(`/api/members/fields/${(await field(at)).id}`, { ...fieldWords, label: '改名' }),
  'POST /api/members/fields/order': async (at) =>
    at.owner.post('/api/members/fields/order', { ids: [(await field(at)).id] }),
  'PUT /api/members/fields/{id}/archive': async (at) =>
    at.owner.put(`/api/members/fields/${(await field(at)).id}/archive`),
  'DELETE /api/members/fields/{id}/archive': async (at) => {
    const { id } = await field(at)
    await at.owner.put(`/api/members/fields/${id}/archive`)
    return await at.owner.delete(`/api/members/fields/${id}/archive`)
  },
  'POST /api/members/{id}/contacts': async (at) =>
    at.owner.post(`${await path(at)}/contacts`, { kind: 'external', system: 'crm', value: `C${numbers++}` }),
  'PATCH /api/members/{id}/contacts/{contactId}': async (at) =>
    at.owner.patch(await contact(at), { verified: true }),
  'DELETE /api/members/{id}/contacts/{contactId}': async (at) => at.owner.delete(await contact(at)),
  'POST /api/members/{id}/contacts/{contactId}/reveal': async (at) =>
    at.owner.post(`${await contact(at)}/reveal`),
  'POST /api/members/{id}/email/reveal': async (at) => at.owner.post(`${await path(at)}/email/reveal`),
  'POST /api/members/{id}/notes': async (at) =>
    at.owner.post(`${await path(at)}/notes`, { body: '来过店里' }),
  'PATCH /api/members/{id}/notes/{noteId}': async (at) => at.owner.patch(await note(at), { pinned: true }),
  'DELETE /api/members/{id}/notes/{noteId}': async (at) => at.owner.delete(await note(at)),
  'POST /api/members/{id}/copy': async (at) => at.owner.post(`${await path(at)}/copy`),
  'POST /api/members/owner': async (at) => {
    const accountId = (await at.owner.get('/api/account')).body.id
    return await at.owner.post('/api/members/owner', { ids: [(await path(at)).split('/').at(-1)], accountId })
  },
  'PATCH /api/members/tags/{id}': async (at) => {
    await at.owner.post('/api/members/tags', { ids: [(await path(at)).split('/').at(-1)], add: ['会说明'] })
    const { items } = (await at.owner.get('/api/members/tags')).body
    return await at.owner.patch(`/api/members/tags/${items[0].id}`, { note: '常来的人' })
  },
  'POST /api/members/tag-groups': ({ owner }) =>
    owner.post('/api/members/tag-groups', { name: `组 ${numbers++}`, exclusive: true }),
  'PUT /api/members/tag-groups/{id}': async (at) =>
    at.owner.put(`/api/members/tag-groups/${await tagGroup(at)}`, { name: `组 ${numbers++}` }),
  'DELETE /api/members/tag-groups/{id}': async (at) =>
    at.owner.delete(`/api/members/tag-groups/${await tagGroup(at)}`),
}
