/** How each change of channels, costs and lists kept from paths, attribution, network and words is exercised by the test of the audit log. */
import type { Reply } from './client.ts'
import type { TestProduct } from './product.ts'

let made = 0
const keyed = () => ({ headers: { 'idempotency-key': crypto.randomUUID() } })
const range = { last: 7, unit: 'day' }
const keep =
  (analysis: string, question: object, cell: object) =>
  ({ owner }: TestProduct) =>
    owner.post(
      `/api/insight/${analysis}/list`,
      { question, cell, name: `名单 ${analysis} ${++made}` },
      keyed(),
    )
const cost = ({ owner }: TestProduct) =>
  owner.post(
    '/api/insight/channel-costs',
    { channel: 'store', firstDay: '2026-11-01', lastDay: '2026-11-07', amount: 120_000 },
    keyed(),
  )

export const auditedInsightPaths: Record<string, (at: TestProduct) => Promise<Reply>> = {
  'POST /api/insight/paths/list': keep('paths', { range, steps: [{ event: '*' }] }, { of: 'all' }),
  'POST /api/insight/attribution/list': keep(
    'attribution',
    { range, conversion: { event: 'order.paid' } },
    { of: 'converted' },
  ),
  'POST /api/insight/network/list': keep('network', { range }, { of: 'alone' }),
  'POST /api/insight/concentration/list': keep('concentration', { range }, { of: 'all' }),
  'POST /api/insight/words/list': keep('words', { range }, { of: 'all' }),
  'PUT /api/insight/channels': ({ owner }) =>
    owner.put('/api/insight/channels', {
      rules: [{ channel: 'market', name: '周末市集', any: [{ of: 'source', like: 'market*' }] }],
    }),
  'POST /api/insight/channel-costs': cost,
  'POST /api/insight/channel-costs/pasted': ({ owner }) =>
    owner.post(
      '/api/insight/channel-costs/pasted',
      { text: '门店,2026-11-01,2026-11-07,1200,获客,海报' },
      keyed(),
    ),
  'DELETE /api/insight/channel-costs/{id}': async (at) =>
    at.owner.delete(`/api/insight/channel-costs/${(await cost(at)).body.id}`),
}

const question = 'a question: it changes nothing'

/** Doors that only ask. */
export const askedInsightPaths: Record<string, string> = Object.fromEntries(
  ['paths', 'attribution', 'network', 'concentration', 'words'].flatMap((analysis) => [
    [`POST /api/insight/${analysis}`, question],
    [`POST /api/insight/${analysis}/people`, question],
  ]),
)
