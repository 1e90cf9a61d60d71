/** How each change of segments and tag rules is exercised by the test of the audit log. */
import type { Reply } from './client.ts'
import type { TestProduct } from './product.ts'

let made = 0
const joined = (days: number) => ({
  version: 1,
  who: { kind: 'field', field: 'member.joined_at', test: { op: 'inLast', value: days } },
})
const segment = (at: TestProduct, kind: 'dynamic' | 'static' = 'dynamic') =>
  at.owner.post('/api/audience/segments', { name: `分群 ${made++}`, kind, definition: joined(7) })
const path = async (at: TestProduct) => `/api/audience/segments/${(await segment(at)).body.id}`
const rule = (at: TestProduct) =>
  at.owner.post('/api/audience/tag-rules', { tag: `规则 ${made++}`, definition: joined(7) })
const rulePath = async (at: TestProduct) => `/api/audience/tag-rules/${(await rule(at)).body.id}`

export const auditedSegments: Record<string, (at: TestProduct) => Promise<Reply>> = {
  'POST /api/audience/segments': (at) => segment(at),
  'PATCH /api/audience/segments/{id}': async (at) =>
    at.owner.patch(await path(at), { definition: joined(30), seenVersion: 1 }),
  'DELETE /api/audience/segments/{id}': async (at) => at.owner.delete(await path(at)),
  'PUT /api/audience/segments/{id}/version': async (at) => {
    const here = await path(at)
    await at.owner.patch(here, { definition: joined(30) })
    return await at.owner.put(`${here}/version`, { number: 1 })
  },
  'POST /api/audience/segments/{id}/computation': async (at) =>
    at.owner.post(`${await path(at)}/computation`),
  'POST /api/audience/segments/{id}/members': async (at) => {
    const member = await (await at.member('名单')).get('/api/member')
    const list = await at.owner.post('/api/audience/segments', {
      name: `名单 ${made++}`,
      kind: 'static',
      members: [member.body.id],
    })
    return await at.owner.post(`/api/audience/segments/${list.body.id}/members`, { remove: [member.body.id] })
  },
  'POST /api/audience/tag-rules': rule,
  'PATCH /api/audience/tag-rules/{id}': async (at) => at.owner.patch(await rulePath(at), { active: false }),
  'DELETE /api/audience/tag-rules/{id}': async (at) => at.owner.delete(await rulePath(at)),
  'POST /api/audience/tag-rules/{id}/application': async (at) =>
    at.owner.post(`${await rulePath(at)}/application`),
}
