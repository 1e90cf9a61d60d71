import { expect, test } from 'vitest'
import { listSchedule } from '#base/jobs/board.ts'
import { useProduct } from '#test/product.ts'

const product = useProduct({ env: { ROLES: 'web,worker' } })

const zoneOf = async (job: string) =>
  (await listSchedule(product().database.db)).find((entry) => entry.job === job)?.zone

test('what recurs by the clock of the community follows it to another zone; the rest stays', async () => {
  expect(await zoneOf('groups.eliminate')).toBe('Asia/Shanghai')
  const moved = await product().owner.patch('/api/community', { timeZone: 'Europe/Berlin' })
  expect(moved.status, moved.text).toBe(200)
  await expect.poll(() => zoneOf('groups.eliminate'), { timeout: 8_000 }).toBe('Europe/Berlin')
  expect(await zoneOf('groups.move_tiers')).toBe('Europe/Berlin')
  expect(await zoneOf('system.log_months')).toBe('Asia/Shanghai')
})
