/** How changes of products are exercised by the test of the audit log. */
import type { Reply } from './client.ts'
import type { TestProduct } from './product.ts'

let made = 0
const fields = () => ({
  sku: `SKU-${made++}`,
  name: '云间 · 耶加雪菲',
  priceMinor: 6800,
  link: 'https://shop.example.com/yj',
})
const product = async ({ owner }: TestProduct): Promise<string> =>
  (await owner.post('/api/products', fields())).body.id

export const auditedCommerce: Record<string, (at: TestProduct) => Promise<Reply>> = {
  'POST /api/products': ({ owner }) => owner.post('/api/products', fields()),
  'PUT /api/products/{id}': async (at) => at.owner.put(`/api/products/${await product(at)}`, fields()),
  'PUT /api/products/{id}/shelf': async (at) =>
    at.owner.put(`/api/products/${await product(at)}/shelf`, { archived: true }),
}
