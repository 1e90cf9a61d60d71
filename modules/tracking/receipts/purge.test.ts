import { expect, test } from 'vitest'
import { testCtx, useDatabase } from '#test/database.ts'
import { purgeReceipts, receiptDays } from './purge.ts'

const database = useDatabase()
const now = new Date('2026-11-19T01:41:58Z')
const run = { signal: new AbortController().signal, progress: async () => undefined }

test('receipts go when a repeat would be refused for its age anyway, and not a day earlier', async () => {
  const { pool } = database()
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
  await pool.query(
    `insert into event_receipt (id, received_at)
     select gen_random_uuid(), $1::timestamptz from generate_series(1, 30) union all select gen_random_uuid(), $2::timestamptz from generate_series(1, 20)`,
    [daysAgo(receiptDays + 1), daysAgo(31)],
  )
  await pool.query(`insert into visit values ('a:old', 's', $1), ('a:new', 's', $2)`, [
    daysAgo(3),
    daysAgo(1),
  ])
  expect(await purgeReceipts(testCtx(database(), undefined, now), run)).toEqual({ receipts: 30, visits: 1 })
  expect((await pool.query('select 1 from event_receipt')).rowCount).toBe(20)
  expect((await pool.query('select subject from visit')).rows).toEqual([{ subject: 'a:new' }])
})

test('receipts outlive every event that is still taken', () => {
  // 30 days old at most, and up to a day ahead of its sender's clock when it came.
  expect(receiptDays).toBeGreaterThanOrEqual(30 + 1)
})
