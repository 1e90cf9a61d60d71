import { afterAll, beforeAll, expect, test } from 'vitest'
import { findTierTrend } from '#modules/audience/api.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { emptyWarehouse, putEvents } from '#test/event-rows.ts'
import { endsOfMonths } from './rfm-trend.routes.ts'

const database = useDatabase()
let client: Awaited<ReturnType<typeof emptyWarehouse>>
beforeAll(async () => {
  client = await emptyWarehouse()
})
afterAll(() => client?.end())

test('months end on their last day, whatever their length, and today comes last', () => {
  expect(endsOfMonths('2026-03-31', 3)).toEqual(['2025-12-31', '2026-01-31', '2026-02-28', '2026-03-31'])
  expect(endsOfMonths('2026-11-01', 1)).toEqual(['2026-10-31', '2026-11-01'])
})

test('S2-19 S2-21 tiers month by month: who bought then stood there then, by the model of today', async () => {
  const bought = (member: number, day: string, value: number) => ({
    name: 'order.paid',
    at: `${day} 12:00`,
    member,
    value,
  })
  await putEvents(client, [
    ...['2026-08-20', '2026-08-25', '2026-08-30'].map((day) => bought(1, day, 9_000)),
    bought(2, '2026-10-20', 500),
  ])
  const { points, tiers } = await findTierTrend(
    testCtx(database()),
    client.query,
    'purchase',
    endsOfMonths('2026-11-10', 4),
  )
  const seen = points.map(({ day, tiers: some }) => [
    day,
    ...some.map(({ tier, members }) => `${tier} ${members}`).sort(),
  ])
  expect(seen).toEqual([
    ['2026-07-31'],
    ['2026-08-31', 'important_value 1'],
    // 31 days since the last one: far by a day.
    ['2026-09-30', 'important_keep 1'],
    ['2026-10-31', 'general_develop 1', 'important_keep 1'],
    ['2026-11-10', 'general_develop 1', 'important_keep 1'],
  ])
  expect(points[1]!.tiers[0]!.amount).toBe(27_000)
  expect(tiers.find(({ key }) => key === 'important_value')?.strategy).toContain('VIP')
})
