/** How each change of saved questions and annotations, and each list kept from the overview, is exercised by the test of the audit log. */
import type { Reply } from './client.ts'
import type { TestProduct } from './product.ts'

let made = 0
const saved = ({ owner }: TestProduct) =>
  owner.post('/api/insight/saved', { analysis: 'overview', question: { weeks: 12 }, name: `问题 ${made++}` })
const path = async (at: TestProduct) => `/api/insight/saved/${(await saved(at)).body.id}`
const annotation = ({ owner }: TestProduct) =>
  owner.post('/api/insight/annotations', { day: '2026-11-02', text: '秋季上新', kind: 'content' })

export const auditedInsightSaved: Record<string, (at: TestProduct) => Promise<Reply>> = {
  'POST /api/insight/saved': saved,
  'PATCH /api/insight/saved/{id}': async (at) => at.owner.patch(await path(at), { shared: true }),
  'DELETE /api/insight/saved/{id}': async (at) => at.owner.delete(await path(at)),
  'POST /api/insight/overview/list': ({ owner }) =>
    owner.post(
      '/api/insight/overview/list',
      {
        question: {},
        cell: { of: 'actives', week: 0 },
        name: `本周活跃 ${made++}`,
      },
      { headers: { 'idempotency-key': crypto.randomUUID() } },
    ),
  'POST /api/insight/annotations': annotation,
  'PATCH /api/insight/annotations/{id}': async (at) =>
    at.owner.patch(`/api/insight/annotations/${(await annotation(at)).body.id}`, {
      text: '秋季上新（第二批）',
    }),
  'DELETE /api/insight/annotations/{id}': async (at) =>
    at.owner.delete(`/api/insight/annotations/${(await annotation(at)).body.id}`),
}
