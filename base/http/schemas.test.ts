import { expect, test } from 'vitest'
import { z } from 'zod'
import { daysBetween } from '../time/calendar.ts'
import { day } from './schemas.ts'

test('what is no day is refused before a check of the range reckons with it', () => {
  const range = z
    .object({ from: day, to: day })
    .refine(({ from, to }) => daysBetween(from, to) < 10, { path: ['to'] })
  expect(range.safeParse({ from: '6714-05-05', to: '6714-05-08' }).success).toBe(true)
  expect(range.safeParse({ from: '6714-05-05', to: '6714-06-08' }).error?.issues).toMatchObject([
    { path: ['to'], code: 'custom' },
  ])
  for (const no of ['', 'zzz', '2026-02-30', '2026-1-1', '2026-11-22T00:00:00Z'])
    expect(range.safeParse({ from: '2026-11-22', to: no }).error?.issues).toMatchObject([
      { path: ['to'], code: 'invalid_format' },
    ])
})
