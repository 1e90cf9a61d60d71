/**
 * G31: whatever an operator changes is in the audit log, from the same transaction. Every route that changes
 * something for operators must be exercised here (or say why it is not their business): a new one fails this test
 * until it is.
 */
import { beforeAll, expect, test } from 'vitest'
import { judge } from '#base/access/access.ts'
import type { AnyRoute } from '#base/http/route.ts'
import { auditedCommerce } from './audited-commerce.ts'
import { auditedExchange } from './audited-content-exchange.ts'
import { auditedContentPosts } from './audited-content-posts.ts'
import { auditedTalk } from './audited-content-talk.ts'
import { auditedTrust } from './audited-content-trust.ts'
import { auditedCourse } from './audited-course.ts'
import { auditedGroups } from './audited-groups.ts'
import { auditedImports } from './audited-imports.ts'
import { askedInsightDashboards, auditedInsightDashboards } from './audited-insight-dashboards.ts'
import { askedInsightFunnels, auditedInsightFunnels } from './audited-insight-funnels.ts'
import { auditedInsightMetrics } from './audited-insight-metrics.ts'
import { askedInsightPaths, auditedInsightPaths } from './audited-insight-paths.ts'
import { askedInsightPlan, auditedInsightPlan } from './audited-insight-plan.ts'
import { auditedInsightReports } from './audited-insight-reports.ts'
import { auditedInsightSaved } from './audited-insight-saved.ts'
import { askedInsightValue, auditedInsightValue } from './audited-insight-value.ts'
import { auditedMembers } from './audited-members.ts'
import { auditedOrders } from './audited-orders.ts'
import { auditedResearch } from './audited-research.ts'
import { auditedSearch } from './audited-search.ts'
import { auditedSegments } from './audited-segments.ts'
import { auditedStages } from './audited-stages.ts'
import type { Reply } from './client.ts'
import { useProduct as productForTests, type TestProduct } from './product.ts'
import { makeWarehouse } from './product-warehouse.ts'

const product = productForTests()
// Lists are kept from figures, so these must be answered.
beforeAll(() => makeWarehouse(product()))

type Exercise = (at: TestProduct) => Promise<Reply>

const roleId = async ({ owner }: TestProduct, key: string): Promise<string> =>
  (await owner.get('/api/roles')).body.items.find((role: { key: string }) => role.key === key).id

const ownRole = async ({ owner }: TestProduct): Promise<string> =>
  (await owner.post('/api/roles', { name: `role ${performance.now()}`, permissions: [] })).body.id

/** The id of an operator with this role. */
async function colleague(at: TestProduct, role: 'viewer' | 'analyst'): Promise<string> {
  const person = await at.operator(role)
  return (await person.get('/api/account')).body.id
}

async function memberId(at: TestProduct): Promise<string> {
  return (await (await at.member('小满')).get('/api/member')).body.id
}

const suspendable = async (at: TestProduct): Promise<string> =>
  (await (await at.member('舟舟')).get('/api/account')).body.id

async function deadLetter({ database }: TestProduct): Promise<string> {
  const { rows } = await database.pool.query<{ id: string }>(
    `insert into consumer_dead_letter (consumer, effect, tx, seq, event_name, reason, attempts)
     select $1, 'test', pg_current_xact_id(), (random() * 1e9)::bigint, 'test.happened', 'test', 5 returning id`,
    [await follower(database)],
  )
  return rows[0]!.id
}

async function follower({ pool }: TestProduct['database']): Promise<string> {
  await pool.query(
    `insert into consumer_cursor (name, tx, seq) select 'test-follower', pg_current_xact_id(), 0 on conflict do nothing`,
  )
  return 'test-follower'
}

async function job(at: TestProduct): Promise<string> {
  const made = await at.owner.post('/api/members/export', { filter: {} })
  return made.body.jobId
}

const taskId = async ({ owner }: TestProduct): Promise<string> =>
  (
    await owner.post('/api/tasks', {
      title: '写周报',
      dueAt: '2026-11-20T18:00:00+08:00',
      repeat: { rule: 'FREQ=WEEKLY' },
    })
  ).body.id

const departmentId = async ({ owner }: TestProduct): Promise<string> =>
  (await owner.post('/api/departments', { name: `部门 ${performance.now()}` })).body.id

const meetingId = async ({ owner }: TestProduct): Promise<string> =>
  (await owner.post('/api/meetings', { title: '周会', startsAt: '2026-11-23T10:00:00+08:00' })).body.id

async function agendaItem(at: TestProduct): Promise<[string, string]> {
  const id = await meetingId(at)
  await at.owner.post(`/api/meetings/${id}/items`, { text: '双十二' })
  const items: { id: string; text: string }[] = (await at.owner.get(`/api/meetings/${id}`)).body.items
  return [id, items.find((item) => item.text === '双十二')!.id]
}

const training = { topic: '选题与日历', skill: 'content', heldOn: '2026-11-12', minutes: 90 }

const exercises: Record<string, Exercise> = {
  ...auditedImports,
  ...auditedGroups,
  ...auditedCourse,
  ...auditedContentPosts,
  ...auditedTalk,
  ...auditedExchange,
  ...auditedTrust,
  ...auditedSearch,
  ...auditedCommerce,
  ...auditedOrders,
  ...auditedInsightDashboards,
  ...auditedInsightFunnels,
  ...auditedInsightMetrics,
  ...auditedInsightPaths,
  ...auditedInsightPlan,
  ...auditedInsightReports,
  ...auditedInsightSaved,
  ...auditedInsightValue,
  ...auditedMembers,
  ...auditedResearch,
  ...auditedSegments,
  ...auditedStages,
  'PUT /api/accounts/{id}/suspension': async (at) =>
    at.owner.put(`/api/accounts/${await suspendable(at)}/suspension`, { reason: '测试' }),
  'DELETE /api/accounts/{id}/suspension': async (at) => {
    const id = await suspendable(at).catch(async () => '')
    const { rows } = await at.database.pool.query<{ id: string }>(
      'select account_id as id from account_suspension limit 1',
    )
    return await at.owner.delete(`/api/accounts/${rows[0]?.id ?? id}/suspension`)
  },
  'POST /api/api-keys': ({ owner }) =>
    owner.post('/api/api-keys', { name: 'k', scopes: ['audit.read'], expiresAt: null }),
  'DELETE /api/api-keys/{id}': async ({ owner }) => {
    const { body } = await owner.post('/api/api-keys', { name: 'k', scopes: ['audit.read'], expiresAt: null })
    return await owner.delete(`/api/api-keys/${body.id}`)
  },
  'PATCH /api/community': ({ owner }) => owner.patch('/api/community', { slogan: '今天也要好好喝咖啡' }),
  'PUT /api/data-requests/{id}': async (at) => {
    const asked = await (await at.member('野')).post('/api/account/data-requests', { kind: 'export' })
    return await at.owner.put(`/api/data-requests/${asked.body.id}`, { state: 'done', answer: '已发送' })
  },
  'DELETE /api/demo': ({ owner }) => owner.delete('/api/demo'),
  'POST /api/members/export': ({ owner }) => owner.post('/api/members/export', { filter: {} }),
  'POST /api/members/tags': async (at) =>
    at.owner.post('/api/members/tags', { ids: [await memberId(at)], add: ['常客'], remove: [] }),
  'POST /api/operators': async (at) =>
    at.owner.post('/api/operators', { email: 'new@example.com', roleId: await roleId(at, 'viewer') }),
  'DELETE /api/operators/invitations/{id}': async (at) => {
    const { body } = await at.owner.post('/api/operators', {
      email: 'other@example.com',
      roleId: await roleId(at, 'viewer'),
    })
    return await at.owner.delete(`/api/operators/invitations/${body.invitationId}`)
  },
  'PATCH /api/operators/{id}': async (at) =>
    at.owner.patch(`/api/operators/${await colleague(at, 'viewer')}`, {
      roleId: await roleId(at, 'support'),
    }),
  'DELETE /api/operators/{id}': async (at) =>
    at.owner.delete(`/api/operators/${await colleague(at, 'analyst')}`),
  'POST /api/policies': ({ owner }) =>
    owner.post('/api/policies', {
      code: 'terms',
      zh: '这是一份新的用户协议，请大家仔细阅读后再继续使用。',
      en: 'These are new terms of use for everyone.',
    }),
  'POST /api/roles': ({ owner }) => owner.post('/api/roles', { name: '活动专员', permissions: [] }),
  'PATCH /api/roles/{id}': async (at) =>
    at.owner.patch(`/api/roles/${await ownRole(at)}`, { permissions: ['operators.read'] }),
  'DELETE /api/roles/{id}': async (at) => at.owner.delete(`/api/roles/${await ownRole(at)}`),
  'PATCH /api/security': ({ owner }) => owner.patch('/api/security', { sessionDays: 20 }),
  'PUT /api/system/consumers/{name}/pause': async (at) =>
    at.owner.put(`/api/system/consumers/${await follower(at.database)}/pause`, { reason: '维护' }),
  'DELETE /api/system/consumers/{name}/pause': async (at) =>
    at.owner.delete(`/api/system/consumers/${await follower(at.database)}/pause`),
  'POST /api/system/dead-letters/{id}/redrive': async (at) =>
    at.owner.post(`/api/system/dead-letters/${await deadLetter(at)}/redrive`),
  'DELETE /api/system/dead-letters/{id}': async (at) =>
    at.owner.delete(`/api/system/dead-letters/${await deadLetter(at)}`),
  'DELETE /api/jobs/{id}': async (at) => at.owner.delete(`/api/jobs/${await job(at)}`),
  'POST /api/jobs/{id}/retry': async (at) => {
    const id = await job(at)
    await at.owner.delete(`/api/jobs/${id}`)
    return await at.owner.post(`/api/jobs/${id}/retry`)
  },
  'POST /api/tasks': ({ owner }) => owner.post('/api/tasks', { title: '写周报' }),
  'PATCH /api/tasks/{id}': async (at) => at.owner.patch(`/api/tasks/${await taskId(at)}`, { urgent: true }),
  'PUT /api/tasks/{id}/closure': async (at) =>
    at.owner.put(`/api/tasks/${await taskId(at)}/closure`, { outcome: 'done' }),
  'DELETE /api/tasks/{id}/closure': async (at) => {
    const id = await taskId(at)
    await at.owner.put(`/api/tasks/${id}/closure`, { outcome: 'done' })
    return await at.owner.delete(`/api/tasks/${id}/closure`)
  },
  'DELETE /api/tasks/{id}/series': async (at) => at.owner.delete(`/api/tasks/${await taskId(at)}/series`),
  'POST /api/tasks/{id}/comments': async (at) =>
    at.owner.post(`/api/tasks/${await taskId(at)}/comments`, { body: '数据在看板里' }),
  'POST /api/tasks/{id}/steps': async (at) =>
    at.owner.post(`/api/tasks/${await taskId(at)}/steps`, { text: '核对' }),
  'PATCH /api/tasks/{id}/steps/{stepId}': async (at) => {
    const id = await taskId(at)
    const step = await at.owner.post(`/api/tasks/${id}/steps`, { text: '核对' })
    return await at.owner.patch(`/api/tasks/${id}/steps/${step.body.id}`, { done: true })
  },
  'DELETE /api/tasks/{id}/steps/{stepId}': async (at) => {
    const id = await taskId(at)
    const step = await at.owner.post(`/api/tasks/${id}/steps`, { text: '核对' })
    return await at.owner.delete(`/api/tasks/${id}/steps/${step.body.id}`)
  },
  'POST /api/tasks/handover': async (at) =>
    at.owner.post('/api/tasks/handover', { from: await colleague(at, 'viewer'), to: null }),
  'POST /api/departments': ({ owner }) =>
    owner.post('/api/departments', { name: `部门 ${performance.now()}` }),
  'PATCH /api/departments/{id}': async (at) =>
    at.owner.patch(`/api/departments/${await departmentId(at)}`, { focus: '内容与活动' }),
  'PUT /api/departments/{id}/people': async (at) =>
    at.owner.put(`/api/departments/${await departmentId(at)}/people`, {
      accountIds: [await colleague(at, 'viewer')],
    }),
  'DELETE /api/departments/{id}': async (at) => at.owner.delete(`/api/departments/${await departmentId(at)}`),
  'PUT /api/guests/{id}': async (at) => {
    const guest = (await (await at.operator('expert')).get('/api/account')).body.id
    return await at.owner.put(`/api/guests/${guest}`, { field: '烘焙' })
  },
  'PUT /api/working-calendar': ({ owner }) =>
    owner.put('/api/working-calendar', {
      hours: [{ weekday: 1, opens: '09:00', closes: '18:00' }],
      followsHolidays: true,
    }),
  'PUT /api/working-calendar/days/{day}': ({ owner }) =>
    owner.put('/api/working-calendar/days/2026-12-24', { name: '店庆', works: false }),
  'DELETE /api/working-calendar/days/{day}': async ({ owner }) => {
    await owner.put('/api/working-calendar/days/2026-12-25', { name: '盘点', works: false })
    return await owner.delete('/api/working-calendar/days/2026-12-25')
  },
  'POST /api/meetings': ({ owner }) =>
    owner.post('/api/meetings', { title: '周会', startsAt: '2026-11-23T10:00:00+08:00' }),
  'PATCH /api/meetings/{id}': async (at) =>
    at.owner.patch(`/api/meetings/${await meetingId(at)}`, { minutes: '先补周三杯测' }),
  'PUT /api/meetings/{id}/closure': async (at) =>
    at.owner.put(`/api/meetings/${await meetingId(at)}/closure`),
  'POST /api/meetings/{id}/items': async (at) =>
    at.owner.post(`/api/meetings/${await meetingId(at)}/items`, { text: '双十二' }),
  'PATCH /api/meetings/{id}/items/{itemId}': async (at) => {
    const [meeting, item] = await agendaItem(at)
    return await at.owner.patch(`/api/meetings/${meeting}/items/${item}`, { decision: '做' })
  },
  'POST /api/meetings/{id}/items/{itemId}/task': async (at) => {
    const [meeting, item] = await agendaItem(at)
    return await at.owner.post(`/api/meetings/${meeting}/items/${item}/task`, {
      title: '双十二方案',
      ownerId: null,
    })
  },
  'POST /api/trainings': ({ owner }) => owner.post('/api/trainings', training),
  'DELETE /api/trainings/{id}': async ({ owner }) =>
    owner.delete(`/api/trainings/${(await owner.post('/api/trainings', training)).body.id}`),
  'POST /api/track-keys': ({ owner }) => owner.post('/api/track-keys', { name: '门店小程序' }),
  'DELETE /api/track-keys/{id}': async ({ owner }) => {
    const { body } = await owner.post('/api/track-keys', { name: '旧门店' })
    return await owner.delete(`/api/track-keys/${body.id}`)
  },
}

/** Changes that nobody but the person who makes them can see. */
const ownBusiness: Record<string, string> = {
  'POST /api/audience/explanation': 'a question: it changes nothing',
  'POST /api/audience/people': 'a question: it changes nothing',
  'POST /api/audience/lifecycle/{id}/trial': 'a question: it changes nothing',
  'POST /api/audience/preview': 'a question: it changes nothing',
  'POST /api/audience/rfm/{kind}/trial': 'a question: it changes nothing',
  'POST /api/groups/{id}/elimination/preview': 'a question: it changes nothing',
  'POST /api/insight/overview': 'a question: it changes nothing',
  'POST /api/insight/overview/people': 'a question: it changes nothing',
  ...askedInsightDashboards,
  ...askedInsightFunnels,
  ...askedInsightPaths,
  ...askedInsightPlan,
  ...askedInsightValue,
  'POST /api/insight/repurchase': 'a question: it changes nothing',
  'POST /api/insight/repurchase/people': 'a question: it changes nothing',
  'POST /api/insight/purchase-intervals': 'a question: it changes nothing',
  'POST /api/insight/purchase-intervals/people': 'a question: it changes nothing',
  'POST /api/insight/purchase-products': 'a question: it changes nothing',
  'POST /api/insight/purchase-products/people': 'a question: it changes nothing',
  'POST /api/imports/{id}/preview': 'a question: it changes nothing',
  'POST /api/order-lists/{id}/preview': 'a question: it changes nothing',
  'POST /api/tiers/{id}/preview': 'a question: it changes nothing',
  'POST /api/today/marks': 'what is put off is one’s own desk, and who took what is a row with who and when',
  'POST /api/views': 'a saved view is the operator’s own desk',
  'DELETE /api/views/{id}': 'a saved view is the operator’s own desk',
}

const nameOf = (route: AnyRoute) => `${route.method.toUpperCase()} ${route.path}`

/** A person who is signed in and nothing more: what is closed to them is the team's. */
const plain = {
  kind: 'account',
  accountId: '1',
  sessionId: '1',
  memberId: '1',
  name: 'x',
  suspended: false,
} as const

const ofTheTeam = (route: AnyRoute) => route.method !== 'get' && judge(route.access, plain) === 'forbidden'

test('every change that only the team may make is exercised here, or is its maker’s own business', () => {
  const routes = product()
    .process.modules.flatMap((module) => module.routes ?? [])
    .filter(ofTheTeam)
    .map(nameOf)
  expect(routes.length).toBeGreaterThan(20)
  expect(routes.filter((name) => !(name in exercises) && !(name in ownBusiness))).toEqual([])
  const known = new Set(product().process.modules.flatMap((module) => (module.routes ?? []).map(nameOf)))
  expect([...Object.keys(exercises), ...Object.keys(ownBusiness)].filter((name) => !known.has(name))).toEqual(
    [],
  )
})

test.each(Object.entries(exercises))('G31: %s leaves an entry of this very request', async (_, exercise) => {
  const reply = await exercise(product())
  expect(reply.status, reply.text).toBeLessThan(300)
  const request = reply.headers.get('x-request-id')
  const { rows } = await product().database.pool.query<{ actor_name: string; action: string }>(
    'select actor_name, action from audit_entry where request_id = $1',
    [request],
  )
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.map((row) => row.actor_name)).toEqual(rows.map(() => '林晓'))
})

test('control: a change that writes no entry would be seen', async () => {
  const reply = await product().owner.post('/api/views', { list: 'members', name: '我的', query: {} })
  const { rows } = await product().database.pool.query('select 1 from audit_entry where request_id = $1', [
    reply.headers.get('x-request-id'),
  ])
  expect(rows).toEqual([])
})

test('the chain is whole after all of it', async () => {
  expect((await product().owner.get('/api/audit/verification')).body).toMatchObject({
    intact: true,
    brokenAt: null,
  })
})
