/** How each change of dashboards and of links to them is exercised by the test of the audit log. */
import type { Reply } from './client.ts'
import type { TestProduct } from './product.ts'

let made = 0
const make = ({ owner }: TestProduct): Promise<Reply> =>
  owner.post('/api/insight/dashboards', { name: `看板 ${made++}` })

const made1 =
  (act: (product: TestProduct, path: string) => Promise<Reply>) =>
  async (product: TestProduct): Promise<Reply> =>
    await act(product, `/api/insight/dashboards/${(await make(product)).body.id}`)

const share = ({ owner }: TestProduct, path: string) => owner.post(`${path}/shares`, { note: '董事会' })

export const auditedInsightDashboards: Record<string, (at: TestProduct) => Promise<Reply>> = {
  'POST /api/insight/dashboards': make,
  'PUT /api/insight/dashboards/{id}': made1(({ owner }, path) =>
    owner.put(path, { version: 1, name: '换个名字' }),
  ),
  'POST /api/insight/dashboards/{id}/tiles': made1(({ owner }, path) =>
    owner.post(`${path}/tiles`, { content: { kind: 'text', text: '先看这里' } }),
  ),
  'POST /api/insight/dashboards/{id}/copy': made1(({ owner }, path) => owner.post(`${path}/copy`, {})),
  'PUT /api/insight/dashboards/{id}/archived': made1(({ owner }, path) =>
    owner.put(`${path}/archived`, { archived: true }),
  ),
  'POST /api/insight/dashboards/{id}/shares': made1(share),
  'DELETE /api/insight/dashboards/{id}/shares/{share}': made1(async (product, path) =>
    product.owner.delete(`${path}/shares/${(await share(product, path)).body.id}`),
  ),
}

export const askedInsightDashboards: Record<string, string> = {
  'POST /api/insight/dashboards/{id}/answers': 'a question: it changes nothing',
  'POST /api/insight/dashboards/{id}/tables': 'a question: it changes nothing',
  'POST /api/insight/dashboards/preview': 'a question: it changes nothing',
  'POST /api/insight/shared': 'a question: it changes nothing but when the link was seen last',
}
