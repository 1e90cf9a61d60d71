/** How each change of metrics, and each list kept from a trend, is exercised by the test of the audit log. */
import type { Reply } from './client.ts'
import type { TestProduct } from './product.ts'

let made = 0
const how = { kind: 'events', event: 'check_in', counted: { of: 'members' } }
const metric = ({ owner }: TestProduct) =>
  owner.post('/api/insight/metrics', {
    name: `签到人数 ${made++}`,
    formula: '当期签到过的成员数',
    unit: 'members',
    definition: { version: 1, how },
  })
const key = async (at: TestProduct): Promise<string> => (await metric(at)).body.key

export const auditedInsightMetrics: Record<string, (at: TestProduct) => Promise<Reply>> = {
  'POST /api/insight/metrics': metric,
  'PATCH /api/insight/metrics/{key}': async (at) =>
    at.owner.patch(`/api/insight/metrics/${await key(at)}`, { version: 1, formula: '签到过的成员数，去重' }),
  'PUT /api/insight/metrics/{key}/archived': async (at) =>
    at.owner.put(`/api/insight/metrics/${await key(at)}/archived`, { archived: true }),
  'POST /api/insight/trend/list': ({ owner }) =>
    owner.post(
      '/api/insight/trend/list',
      {
        question: { of: [{ metric: 'active_members' }], range: { last: 4, unit: 'week' }, unit: 'week' },
        cell: { series: 0 },
        name: `近四周活跃 ${made++}`,
      },
      { headers: { 'idempotency-key': crypto.randomUUID() } },
    ),
}
