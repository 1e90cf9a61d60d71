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

let named = 0
const classified = async ({ owner }: TestProduct): Promise<string> =>
  (
    await owner.put('/api/insight/channel-register', {
      channels: [{ channel: `booth-${++named}`, type: 'offline', note: '周末市集' }],
    })
  ).body.items[0].id
const register = '/api/insight/channel-register'
const plan = (at: TestProduct, month = '2026-10-01') =>
  at.owner.put('/api/insight/channel-plan', {
    month,
    entries: [{ channel: 'store', fans: 120, budget: 90_000, measures: '门店立牌' }],
  })

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
  'POST /api/insight/touchpoints/list': keep('touchpoints', { range }, { of: 'met' }),
  'PUT /api/insight/channel-register': ({ owner }) =>
    owner.put(register, { channels: [{ channel: 'store', type: 'shop' }] }),
  'PUT /api/insight/channel-register/{id}/base': async (at) =>
    at.owner.put(`${register}/${await classified(at)}/base`, { reason: '来的人留得住' }),
  'DELETE /api/insight/channel-register/{id}/base': async (at) =>
    at.owner.delete(`${register}/${await classified(at)}/base`),
  'PUT /api/insight/channel-register/{id}/retired': async (at) =>
    at.owner.put(`${register}/${await classified(at)}/retired`, { retired: true }),
  'PUT /api/insight/channel-plan': plan,
  'POST /api/insight/channel-plan/pasted': ({ owner }) =>
    owner.post(
      '/api/insight/channel-plan/pasted',
      { month: '2026-10-01', text: '门店,120,900,立牌' },
      keyed(),
    ),
  'POST /api/insight/channel-plan/copied': async (at) => {
    await plan(at)
    return at.owner.post('/api/insight/channel-plan/copied', { month: '2026-11-01' }, keyed())
  },
  'DELETE /api/insight/channel-plan/{id}': async (at) =>
    at.owner.delete(`/api/insight/channel-plan/${(await plan(at)).body.lines[0].id}`),
  'DELETE /api/insight/channel-costs/{id}': async (at) =>
    at.owner.delete(`/api/insight/channel-costs/${(await cost(at)).body.id}`),
}

const question = 'a question: it changes nothing'

/** Doors that only ask. */
export const askedInsightPaths: Record<string, string> = Object.fromEntries(
  ['paths', 'attribution', 'touchpoints', 'network', 'concentration', 'words'].flatMap((analysis) => [
    [`POST /api/insight/${analysis}`, question],
    [`POST /api/insight/${analysis}/people`, question],
  ]),
)
