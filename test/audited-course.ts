/** How changes of charters, tiers, elimination and health are exercised by the test of the audit log. */
import type { Reply } from './client.ts'
import type { TestProduct } from './product.ts'

let made = 0
const group = async ({ owner }: TestProduct): Promise<{ id: string; slug: string }> =>
  (await owner.post('/api/groups', { name: `分层 ${made++}`, kind: 'interest' })).body
const draft = async ({ owner }: TestProduct): Promise<string> =>
  (await owner.post('/api/group-charters', { title: '手冲研究所' })).body.id
const observation = {
  place: '隔壁烘焙',
  seenOn: '2026-11-12',
  kind: 'welcome',
  saw: '三分钟内有人喊名字欢迎',
}
const event = {
  version: 1,
  who: {
    kind: 'event',
    event: '*',
    window: { last: { amount: 30, unit: 'days' } },
    measure: { of: 'count', op: 'lt', value: 1 },
  },
}
const advanced = async ({ owner }: TestProduct): Promise<string> =>
  (await owner.get('/api/tiers')).body.items[1].id
const memberId = async (at: TestProduct): Promise<string> =>
  (await (await at.member('群友')).get('/api/member')).body.id

/** A member of a new group who has a case in this state; removed ones are outside. */
async function caseIn(at: TestProduct, state: 'due' | 'removed'): Promise<string> {
  const { id } = await group(at)
  const member = await memberId(at)
  if (state === 'due') await at.owner.post(`/api/groups/${id}/members`, { memberIds: [member] })
  const { rows } = await at.database.pool.query<{ id: string }>(
    `insert into elimination_case (group_id, member_id, state, revision, reasons, warned_at, grace_until, seen_at, decided_at, decided_by)
     values ($1, $2, $3, 1, '[]', now() - interval '9 days', now() - interval '2 days', now(),
             case when $3 = 'removed' then now() end, case when $3 = 'removed' then 'system:rule' end) returning id`,
    [id, member, state],
  )
  return rows[0]!.id
}

async function appeal(at: TestProduct): Promise<string> {
  const { rows } = await at.database.pool.query<{ id: string }>(
    `insert into elimination_appeal (case_id, kind, words, asked_at, state) values ($1, 'appeal', '住院了', now(), 'open') returning id`,
    [await caseIn(at, 'removed')],
  )
  return rows[0]!.id
}

const revisionOf = async (at: TestProduct, tierId: string): Promise<number> =>
  (await at.owner.get('/api/tiers')).body.items.find((tier: { id: string }) => tier.id === tierId)?.rule
    ?.revision ?? 0

export const auditedCourse: Record<string, (at: TestProduct) => Promise<Reply>> = {
  'POST /api/group-charters': ({ owner }) => owner.post('/api/group-charters', { title: '新手上手' }),
  'PATCH /api/group-charters/{id}': async (at) =>
    at.owner.patch(`/api/group-charters/${await draft(at)}`, { revision: 1, title: '改过的名字' }),
  'DELETE /api/group-charters/{id}': async (at) => at.owner.delete(`/api/group-charters/${await draft(at)}`),
  'POST /api/group-charters/{id}/group': async (at) =>
    at.owner.post(`/api/group-charters/${await draft(at)}/group`, {
      name: '手冲研究所',
      kind: 'interest',
      despite: '先跑两周',
    }),
  'POST /api/group-observations': ({ owner }) => owner.post('/api/group-observations', observation),
  'DELETE /api/group-observations/{id}': async ({ owner }) => {
    const { body } = await owner.post('/api/group-observations', observation)
    return await owner.delete(`/api/group-observations/${body.id}`)
  },
  'PUT /api/group-health/lines': ({ owner }) =>
    owner.put('/api/group-health/lines', {
      lines: {
        activeRate: { warn: 45, bad: 30, weight: 35 },
        participation: { warn: 30, bad: 20, weight: 25 },
        answered: { warn: 80, bad: 50, weight: 15 },
        growth: { warn: 0, bad: -5, weight: 10 },
        concentration: { warn: 60, bad: 80, weight: 15 },
      },
    }),
  'PUT /api/group-levels': ({ owner }) =>
    owner.put('/api/group-levels', {
      levels: [{ rank: 1, needs: [{ figure: 'members', atLeast: 30 }], perks: '群头像框' }],
    }),
  'PUT /api/tiers': async (at) =>
    at.owner.put('/api/tiers', { group: (await group(at)).id, tiers: [{ name: '成员' }, { name: '常客' }] }),
  'PUT /api/tiers/{id}/rule': async (at) => {
    const id = await advanced(at)
    return await at.owner.put(`/api/tiers/${id}/rule`, { rises: event, revision: await revisionOf(at, id) })
  },
  'DELETE /api/tiers/{id}/rule': async (at) => {
    const id = await advanced(at)
    await at.owner.put(`/api/tiers/${id}/rule`, { rises: event, revision: await revisionOf(at, id) })
    return await at.owner.delete(`/api/tiers/${id}/rule`)
  },
  'PUT /api/members/{id}/tier': async (at) =>
    at.owner.put(`/api/members/${await memberId(at)}/tier`, {
      tierId: await advanced(at),
      reason: '创始成员',
    }),
  'PUT /api/groups/{id}/elimination': async (at) =>
    at.owner.put(`/api/groups/${(await group(at)).id}/elimination`, {
      revision: 0,
      risk: event,
      words: '回来看看吧',
    }),
  'POST /api/group-elimination/decisions': async (at) =>
    at.owner.post('/api/group-elimination/decisions', {
      ids: [await caseIn(at, 'due')],
      remove: true,
      decision: '两个月没有来过',
    }),
  'PUT /api/group-elimination/{id}/return': async (at) =>
    at.owner.put(`/api/group-elimination/${await caseIn(at, 'removed')}/return`),
  'PUT /api/group-appeals/{id}/answer': async (at) =>
    at.owner.put(`/api/group-appeals/${await appeal(at)}/answer`, { grant: true, answer: '欢迎回来' }),
}
