/** Public pages of groups as a search engine or a link preview reads them: words in the HTML, before any script. */
import { expect, test } from 'vitest'
import { useProduct as productForTests } from '../product.ts'

const product = productForTests()

async function found(words: object): Promise<string> {
  const made = await product().owner.post('/api/groups', words, {
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  expect(made.status, made.text).toBeLessThan(300)
  return made.body.slug
}

test('T35 public pages carry their words in the HTML, private ones are not there', async () => {
  const open = await found({ name: '手冲研究所', kind: 'interest', summary: '写在网页里的一句话' })
  const hidden = await found({
    name: '产品内测',
    kind: 'beta',
    visibility: 'private',
    summary: '不能让人看见',
  })
  const page = await product().nobody.get(`/groups/${open}`)
  expect([page.status, page.text]).toEqual([200, expect.stringContaining('写在网页里的一句话')])
  const secret = await product().nobody.get(`/groups/${hidden}`)
  expect([secret.status, secret.text]).toEqual([404, expect.not.stringContaining('不能让人看见')])
})
