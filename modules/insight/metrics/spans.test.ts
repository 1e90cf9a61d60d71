import { describe, expect, test } from 'vitest'
import { bucketsOf, lengthOf, unionOf, wholeOf } from './spans.ts'

const today = '2026-11-19'

describe('buckets', () => {
  test('are whole weeks from Monday, up to today, and the last one runs', () => {
    expect(bucketsOf({ from: '2026-11-04', to: '2026-11-30' }, 'week', today)).toEqual([
      { start: '2026-11-02', from: '2026-11-02', to: '2026-11-08', running: false },
      { start: '2026-11-09', from: '2026-11-09', to: '2026-11-15', running: false },
      { start: '2026-11-16', from: '2026-11-16', to: '2026-11-19', running: true },
    ])
  })

  test('of months have the days that months have', () => {
    expect(bucketsOf({ from: '2026-02-10', to: '2026-03-01' }, 'month', today)).toEqual([
      { start: '2026-02-01', from: '2026-02-01', to: '2026-02-28', running: false },
      { start: '2026-03-01', from: '2026-03-01', to: '2026-03-31', running: false },
    ])
  })

  test('are none in the future, and the whole of it is empty', () => {
    const future = { from: '2027-01-01', to: '2027-01-31' }
    expect(bucketsOf(future, 'day', today)).toEqual([])
    expect(lengthOf(wholeOf(future, today), 'day')).toBe(0)
  })

  test('have a length as far as they have come', () => {
    expect(lengthOf({ from: '2026-11-16', to: '2026-11-19' }, 'day')).toBe(4)
    expect(lengthOf({ from: '2026-11-02', to: '2026-11-15' }, 'week')).toBe(2)
  })

  test('that touch or overlap are read once', () => {
    expect(
      unionOf([
        { from: '2026-11-10', to: '2026-11-12' },
        { from: '2026-11-01', to: '2026-11-03' },
        { from: '2026-11-13', to: '2026-11-20' },
        { from: '2026-11-02', to: '2026-11-02' },
        { from: '2026-11-30', to: '2026-11-29' },
      ]),
    ).toEqual([
      { from: '2026-11-01', to: '2026-11-03' },
      { from: '2026-11-10', to: '2026-11-20' },
    ])
  })
})
