/** How changes of trust are exercised by the test of the audit log. */
import type { Reply } from './client.ts'
import type { TestProduct } from './product.ts'

export const auditedTrust: Record<string, (at: TestProduct) => Promise<Reply>> = {
  'PUT /api/content/trust-levels/{rank}': async ({ owner }) => {
    const [level] = (await owner.get('/api/content/trust-levels')).body.items
    return await owner.put('/api/content/trust-levels/0', {
      name: '新朋友',
      definition: null,
      limits: level.limits,
      keeps: true,
      revision: level.revision,
    })
  },
  'PUT /api/content/members/{id}/trust': async (at) => {
    const { id } = (await (await at.member('群友')).get('/api/member')).body
    return await at.owner.put(`/api/content/members/${id}/trust`, { rank: 2, reason: '老朋友' })
  },
}
