/** How each change of groups that only the team may make is exercised by the test of the audit log. */
import type { Reply } from './client.ts'
import type { TestProduct } from './product.ts'

let made = 0
const group = async ({ owner }: TestProduct, more: object = {}): Promise<{ id: string; slug: string }> =>
  (await owner.post('/api/groups', { name: `社群 ${made++}`, kind: 'interest', ...more })).body

const path = async (at: TestProduct) => `/api/groups/${(await group(at)).id}`

const memberId = async (at: TestProduct): Promise<string> =>
  (await (await at.member('群友')).get('/api/member')).body.id

const review = { steps: [{ kind: 'review', settings: {} }] }

/** A group with one member, and the id of his stay. */
async function stay(at: TestProduct): Promise<string> {
  const at1 = await path(at)
  await at.owner.post(`${at1}/members`, { memberIds: [await memberId(at)] })
  return (await at.owner.get(`${at1}/members`)).body.items[0].id
}

async function application(at: TestProduct): Promise<string> {
  const { id, slug } = await group(at)
  await at.owner.put(`/api/groups/${id}/admission`, review)
  await (await at.member('群友')).post(`/api/site/groups/${slug}/membership`, { rulesVersion: null })
  return (await at.owner.get(`/api/group-applications?group=${id}`)).body.items[0].id
}

const words = { title: '周三杯测', body: '耶加与肯尼亚' }
const announcement = async (at: TestProduct): Promise<string> =>
  (await at.owner.post(`${await path(at)}/announcements`, words)).body.id

export const auditedGroups: Record<string, (at: TestProduct) => Promise<Reply>> = {
  'POST /api/groups': ({ owner }) => owner.post('/api/groups', { name: '手冲研究所', kind: 'interest' }),
  'PATCH /api/groups/{id}': async (at) => at.owner.patch(await path(at), { summary: '一支豆、一组参数' }),
  'PUT /api/groups/{id}/archive': async (at) =>
    at.owner.put(`${await path(at)}/archive`, { reason: '合并到别的群' }),
  'DELETE /api/groups/{id}/archive': async (at) => {
    const at1 = await path(at)
    await at.owner.put(`${at1}/archive`, { reason: '暂停' })
    return await at.owner.delete(`${at1}/archive`)
  },
  'PUT /api/groups/{id}/boards': async (at) =>
    at.owner.put(`${await path(at)}/boards`, { boards: [{ name: '提问' }] }),
  'POST /api/groups/{id}/rules': async (at) =>
    at.owner.post(`${await path(at)}/rules`, {
      theme: '主题',
      service: '服务',
      forbidden: '禁止',
      rewarded: '奖励',
    }),
  'PUT /api/groups/{id}/admission': async (at) => at.owner.put(`${await path(at)}/admission`, review),
  'POST /api/groups/{id}/invitations': async (at) => at.owner.post(`${await path(at)}/invitations`, {}),
  'DELETE /api/group-invitations/{id}': async (at) => {
    const { body } = await at.owner.post(`${await path(at)}/invitations`, {})
    return await at.owner.delete(`/api/group-invitations/${body.id}`)
  },
  'POST /api/group-applications/decisions': async (at) =>
    at.owner.post('/api/group-applications/decisions', { ids: [await application(at)], accept: true }),
  'POST /api/groups/{id}/members': async (at) =>
    at.owner.post(`${await path(at)}/members`, { memberIds: [await memberId(at)] }),
  'PATCH /api/group-memberships/{id}': async (at) =>
    at.owner.patch(`/api/group-memberships/${await stay(at)}`, { role: 'expert', reason: '答疑多' }),
  'PUT /api/group-memberships/{id}/removal': async (at) =>
    at.owner.put(`/api/group-memberships/${await stay(at)}/removal`, { reason: '发广告' }),
  'POST /api/group-memberships/{id}/greeting': async (at) =>
    at.owner.post(`/api/group-memberships/${await stay(at)}/greeting`, { words: '欢迎！' }),
  'POST /api/groups/{id}/announcements': async (at) =>
    at.owner.post(`${await path(at)}/announcements`, words),
  'PATCH /api/group-announcements/{id}': async (at) =>
    at.owner.patch(`/api/group-announcements/${await announcement(at)}`, { pinned: true }),
  'DELETE /api/group-announcements/{id}': async (at) =>
    at.owner.delete(`/api/group-announcements/${await announcement(at)}`),
  'PUT /api/groups/{id}/newcomer-steps': async (at) =>
    at.owner.put(`${await path(at)}/newcomer-steps`, { steps: [{ kind: 'introduce', withinHours: 24 }] }),
}
