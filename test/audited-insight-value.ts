/** How each change of value and of experiments is exercised by the test of the audit log. */
import type { Reply } from './client.ts'
import type { TestProduct } from './product.ts'

let made = 0
const keyed = () => ({ headers: { 'idempotency-key': crypto.randomUUID() } })
const definition = {
  version: 1,
  variants: [
    { key: 'control', name: '现在的欢迎语', weight: 50 },
    { key: 'short', name: '短欢迎语', weight: 50 },
  ],
  metric: { version: 1, how: { kind: 'events', event: 'order.paid', counted: { of: 'members' } } },
}
const draft = () => ({ name: `欢迎语 ${made}`, hypothesis: '短一点，读完的人更多', definition })
const experiment = ({ owner }: TestProduct) =>
  owner.post('/api/insight/experiments', { key: `welcome_${++made}`, ...draft() }, keyed())
const path = async (at: TestProduct) => `/api/insight/experiments/${(await experiment(at)).body.id}`
async function stopped(at: TestProduct): Promise<string> {
  const own = await path(at)
  await at.owner.put(`${own}/start`)
  await at.owner.put(`${own}/stop`, { reason: '到期' })
  return own
}

export const auditedInsightValue: Record<string, (at: TestProduct) => Promise<Reply>> = {
  'POST /api/insight/value/runs': ({ owner }) => owner.post('/api/insight/value/runs', {}),
  'POST /api/insight/value/list': ({ owner }) =>
    owner.post('/api/insight/value/list', { question: {}, cell: {}, name: `买过的人 ${++made}` }, keyed()),
  'POST /api/insight/value-standing/list': ({ owner }) =>
    owner.post(
      '/api/insight/value-standing/list',
      {
        question: {},
        cell: { going: true },
        name: `值得挽回 ${++made}`,
      },
      keyed(),
    ),
  'POST /api/insight/experiments': experiment,
  'PUT /api/insight/experiments/{id}': async (at) => at.owner.put(await path(at), draft()),
  'DELETE /api/insight/experiments/{id}': async (at) => at.owner.delete(await path(at)),
  'PUT /api/insight/experiments/{id}/start': async (at) => at.owner.put(`${await path(at)}/start`),
  'PUT /api/insight/experiments/{id}/stop': async (at) => {
    const own = await path(at)
    await at.owner.put(`${own}/start`)
    return await at.owner.put(`${own}/stop`, { reason: '到期' })
  },
  'PUT /api/insight/experiments/{id}/decision': async (at) =>
    at.owner.put(`${await stopped(at)}/decision`, { variant: 'short', reason: '下单的人更多' }),
  'PUT /api/insight/experiment-holdout': ({ owner }) =>
    owner.put('/api/insight/experiment-holdout', { share: 0.05, reason: '按季度看总效果' }),
  'POST /api/insight/experiment/list': async (at) =>
    at.owner.post(
      '/api/insight/experiment/list',
      {
        question: { experiment: (await experiment(at)).body.id },
        cell: { arm: 'control' },
        name: `对照组 ${++made}`,
      },
      keyed(),
    ),
}

const question = 'a question: it changes nothing'

/** Doors of value and of experiments that only ask. */
export const askedInsightValue: Record<string, string> = {
  'POST /api/insight/value': question,
  'POST /api/insight/value/people': question,
  'POST /api/insight/value-standing/people': question,
  'POST /api/insight/experiment': question,
  'POST /api/insight/experiment/people': question,
  'POST /api/insight/experiment-plan': question,
}
