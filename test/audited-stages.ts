/** How each change of RFM and of the life cycle is exercised by the test of the audit log. */

import { purchasePreset } from '#modules/audience/rfm/model.ts'
import { communityPreset } from '#modules/audience/stages/presets.ts'
import type { Reply } from './client.ts'
import type { TestProduct } from './product.ts'

let made = 0
const rfm = '/api/audience/rfm/purchase'
const drafted = (at: TestProduct) =>
  at.owner.put(`${rfm}/draft`, { definition: { ...purchasePreset, windowDays: 90 + made++ } })

const model = (at: TestProduct) =>
  at.owner.post('/api/audience/lifecycle', { name: `用户类型 ${made++}`, definition: communityPreset })
/** A model of its own for each, so that none is in the way of another. */
const path = async (at: TestProduct) => `/api/audience/lifecycle/${(await model(at)).body.id}`
async function withDraft(at: TestProduct): Promise<string> {
  const own = await path(at)
  await at.owner.put(`${own}/draft`, { definition: communityPreset })
  return own
}

export const auditedStages: Record<string, (at: TestProduct) => Promise<Reply>> = {
  'PUT /api/audience/rfm/{kind}/draft': drafted,
  'DELETE /api/audience/rfm/{kind}/draft': async (at) => {
    await drafted(at)
    return await at.owner.delete(`${rfm}/draft`)
  },
  'POST /api/audience/rfm/{kind}/publication': async (at) => {
    await drafted(at)
    return await at.owner.post(`${rfm}/publication`, { note: '测试' })
  },
  'POST /api/audience/rfm/{kind}/runs': (at) => at.owner.post(`${rfm}/runs`),
  'POST /api/audience/lifecycle': model,
  'DELETE /api/audience/lifecycle/{id}': async (at) => at.owner.delete(await path(at)),
  'PUT /api/audience/lifecycle/{id}/draft': async (at) =>
    at.owner.put(`${await path(at)}/draft`, { definition: communityPreset }),
  'DELETE /api/audience/lifecycle/{id}/draft': async (at) => at.owner.delete(`${await withDraft(at)}/draft`),
  'POST /api/audience/lifecycle/{id}/publication': async (at) =>
    at.owner.post(`${await withDraft(at)}/publication`, { note: '测试' }),
  'POST /api/audience/lifecycle/{id}/runs': async (at) => at.owner.post(`${await path(at)}/runs`),
}
