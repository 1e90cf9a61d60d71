import { expect, test } from 'vitest'
import { expectProblem } from '#test/client.ts'
import { useProduct } from '#test/product.ts'

const product = useProduct()
const path = '/api/insight/channel-plan'

test.each([
  ['a channel that stands there twice', '2026-11-01', ['store', 'store']],
  ['a year that the warehouse does not know', '1900-01-01', ['store']],
  ['a year that no database knows', '0000-01-01', ['store']],
  ['a year that nobody plans', '9999-12-01', ['store']],
  ['a day that is no month', '2026-11-02', ['store']],
])('S2-43 a plan is refused for %s, and nothing of it is kept', async (_, month, channels) => {
  const { owner, database } = product()
  const entries = channels.map((channel) => ({ channel, fans: 10, budget: 0 }))
  expectProblem(await owner.put(path, { month, entries }), 422, 'invalid_input')
  const { rows } = await database.pool.query('select count(*)::int as kept from channel_plan')
  expect(rows).toEqual([{ kept: 0 }])
})
