import { expect, it } from 'vitest'
import { dayStart, nextDay } from './days.ts'

it('begins a day where the community lives', () => {
  expect(dayStart('2026-11-19', 'Asia/Shanghai')).toBe('2026-11-19T00:00:00+08:00')
  expect(dayStart('2026-11-19', 'UTC')).toBe('2026-11-19T00:00:00Z')
  expect(dayStart('2026-07-01', 'America/New_York')).toBe('2026-07-01T00:00:00-04:00')
})

it('knows the day after, over months and leap years', () => {
  expect(nextDay('2026-11-30')).toBe('2026-12-01')
  expect(nextDay('2028-02-28')).toBe('2028-02-29')
})
