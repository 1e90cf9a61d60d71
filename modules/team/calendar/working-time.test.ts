import { describe, expect, test } from 'vitest'
import {
  addWorkingDays,
  addWorkingMinutes,
  isWorking,
  isWorkingDay,
  type WorkingCalendar,
  workingMinutesBetween,
} from './working-time.ts'

const day = [
  { opens: '09:30', closes: '12:30' },
  { opens: '13:30', closes: '18:30' },
]
const shanghai: WorkingCalendar = {
  zone: 'Asia/Shanghai',
  hours: new Map([1, 2, 3, 4, 5].map((weekday) => [weekday, day])),
  followsHolidays: true,
  exceptions: new Map(),
}
const at = (text: string) => new Date(`${text}+08:00`)

describe('working time in Shanghai', () => {
  test('stops for lunch, for the night and for the weekend', () => {
    // Friday 12:00, an hour: half before lunch, half after.
    expect(addWorkingMinutes(shanghai, at('2026-11-20T12:00'), 60)).toEqual(at('2026-11-20T14:00'))
    expect(addWorkingMinutes(shanghai, at('2026-11-20T18:00'), 60)).toEqual(at('2026-11-23T10:00'))
    expect(addWorkingMinutes(shanghai, at('2026-11-21T11:00'), 1)).toEqual(at('2026-11-23T09:31'))
    expect(workingMinutesBetween(shanghai, at('2026-11-20T18:00'), at('2026-11-23T10:00'))).toBe(60)
  })

  test('rests over the holidays of the state, and works on the days in their place', () => {
    // National Day 2026: off 1 to 7 October, worked on Saturday the 10th.
    expect(isWorkingDay(shanghai, '2026-10-01')).toBe(false)
    expect(isWorkingDay(shanghai, '2026-10-07')).toBe(false)
    expect(isWorkingDay(shanghai, '2026-10-10')).toBe(true)
    expect(isWorkingDay(shanghai, '2026-10-11')).toBe(false)
    expect(addWorkingMinutes(shanghai, at('2026-09-30T18:00'), 60)).toEqual(at('2026-10-08T10:00'))
    expect(addWorkingDays(shanghai, at('2026-10-09T15:00'), 1)).toEqual(at('2026-10-10T15:00'))
    expect(addWorkingDays({ ...shanghai, followsHolidays: false }, at('2026-09-30T15:00'), 1)).toEqual(
      at('2026-10-01T15:00'),
    )
  })

  test('an exception of one’s own wins over the weekday and over the state', () => {
    const own: WorkingCalendar = {
      ...shanghai,
      exceptions: new Map([
        ['2026-10-01', { works: true, hours: { opens: '10:00', closes: '12:00' } }],
        ['2026-11-23', { works: false }],
        ['2026-11-21', { works: true }],
      ]),
    }
    expect(workingMinutesBetween(own, at('2026-10-01T00:00'), at('2026-10-02T00:00'))).toBe(120)
    expect(isWorking(own, at('2026-11-23T10:00'))).toBe(false)
    // A Saturday that is worked has the hours of a usual day.
    expect(isWorking(own, at('2026-11-21T10:00'))).toBe(true)
    expect(isWorking(own, at('2026-11-21T13:00'))).toBe(false)
  })

  test('what was added lies between, wherever one begins', () => {
    for (let start = 0; start < 60; start++) {
      const from = new Date(at('2026-09-25T00:00').getTime() + start * 7 * 3_600_000 + start * 60_000 * 13)
      for (const minutes of [1, 90, 480, 2_000])
        expect(workingMinutesBetween(shanghai, from, addWorkingMinutes(shanghai, from, minutes))).toBe(
          minutes,
        )
    }
    expect(workingMinutesBetween(shanghai, at('2026-11-20T10:00'), at('2026-11-20T09:45'))).toBe(-15)
  })
})

test('without any hours all time is working time, holidays aside', () => {
  const open: WorkingCalendar = { ...shanghai, hours: new Map(), followsHolidays: false }
  expect(addWorkingMinutes(open, at('2026-11-21T23:30'), 60)).toEqual(at('2026-11-22T00:30'))
  expect(isWorkingDay({ ...open, followsHolidays: true }, '2026-10-01')).toBe(false)
})

test('a calendar in which nobody ever works answers instead of searching for ever', () => {
  const closed: WorkingCalendar = {
    ...shanghai,
    hours: new Map([[1, [{ opens: '09:00', closes: '10:00' }]]]),
    followsHolidays: false,
    exceptions: new Map(
      Array.from({ length: 200 }, (_, week) => [
        new Date(Date.UTC(2026, 10, 23 + 7 * week)).toISOString().slice(0, 10),
        { works: false },
      ]),
    ),
  }
  expect(addWorkingMinutes(closed, at('2026-11-22T09:00'), 30)).toEqual(at('2026-11-22T09:30'))
})

test('hours are those of the wall clock, also where clocks change', () => {
  const newYork: WorkingCalendar = {
    zone: 'America/New_York',
    hours: new Map([[7, [{ opens: '00:00', closes: '24:00' }]]]),
    followsHolidays: false,
    exceptions: new Map(),
  }
  // On 1 November 2026 the clocks go back: that Sunday has 25 hours.
  expect(workingMinutesBetween(newYork, new Date('2026-11-01T04:00Z'), new Date('2026-11-02T05:00Z'))).toBe(
    25 * 60,
  )
})
