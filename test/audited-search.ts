/** How changes of search are exercised by the test of the audit log. */
import type { Reply } from './client.ts'
import type { TestProduct } from './product.ts'

const added = async (at: TestProduct, words: readonly string[]): Promise<string> =>
  (await at.owner.post('/api/search/synonyms', { words })).body.id

export const auditedSearch: Record<string, (at: TestProduct) => Promise<Reply>> = {
  'POST /api/search/rebuild': ({ owner }) => owner.post('/api/search/rebuild'),
  'POST /api/search/synonyms': ({ owner }) =>
    owner.post('/api/search/synonyms', { words: ['拿铁', 'latte'] }),
  'PUT /api/search/synonyms/{id}': async (at) =>
    await at.owner.put(`/api/search/synonyms/${await added(at, ['摩卡', 'mocha'])}`, {
      words: ['摩卡', 'mocha', '摩卡壶'],
    }),
  'DELETE /api/search/synonyms/{id}': async (at) =>
    await at.owner.delete(`/api/search/synonyms/${await added(at, ['冷萃', 'cold brew'])}`),
}
