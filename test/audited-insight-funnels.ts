/** How lists kept from funnels, retention, the life cycle and stickiness are exercised by the test of the audit log. */
import type { Reply } from './client.ts'
import type { TestProduct } from './product.ts'

const range = { last: 4, unit: 'week' }
let made = 0
const kept =
  (analysis: string, question: object, cell: object) =>
  ({ owner }: TestProduct): Promise<Reply> =>
    owner.post(
      `/api/insight/${analysis}/list`,
      { question, cell, name: `名单 ${analysis} ${made++}` },
      { headers: { 'idempotency-key': crypto.randomUUID() } },
    )

export const auditedInsightFunnels: Record<string, (at: TestProduct) => Promise<Reply>> = {
  'POST /api/insight/funnel/list': kept(
    'funnel',
    { range, steps: [{ of: [{ event: 'post.read' }] }, { of: [{ event: 'order.paid' }] }] },
    { of: 'dropped', step: 2 },
  ),
  'POST /api/insight/retention/list': kept(
    'retention',
    { range, start: { event: '*' }, again: { event: '*' }, unit: 'week' },
    { column: 1, lost: true },
  ),
  'POST /api/insight/lifecycle/list': kept(
    'lifecycle',
    { range, unit: 'week' },
    { of: 'kind', kind: 'lost' },
  ),
  'POST /api/insight/stickiness/list': kept('stickiness', { range }, { of: 'buckets', buckets: 1 }),
}

/** Questions of these analyses, which change nothing. */
export const askedInsightFunnels: Record<string, string> = Object.fromEntries(
  ['funnel', 'retention', 'lifecycle', 'stickiness'].flatMap((analysis) => [
    [`POST /api/insight/${analysis}`, 'a question: it changes nothing'],
    [`POST /api/insight/${analysis}/people`, 'a question: it changes nothing'],
  ]),
)
