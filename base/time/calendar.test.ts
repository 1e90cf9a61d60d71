import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addToDay,
  addToInstant,
  dayOf,
  daysBetween,
  instantOf,
  isTimeZone,
  offsetMinutes,
  startOfDay,
  startOfUnit,
} from './calendar.ts'
import { isoDay } from './format.ts'
import { bucketsOf, instantsOf, lastDays, previousRange } from './range.ts'

/** Zones whose clocks do odd things: half-hour steps, days that are skipped, midnights that do not exist. */
const zones = [
  'America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Asia/Shanghai', 'Africa/Cairo', 'Pacific/Apia',
  'America/Sao_Paulo', 'Asia/Kolkata', 'Africa/Casablanca', 'America/St_Johns', 'Asia/Tehran', 'Antarctica/Troll', 'UTC',
] // biome-ignore format: one list
const zone = fc.constantFrom(...zones)
const instant = fc.date({ min: new Date('1985-01-01Z'), max: new Date('2040-01-01Z'), noInvalidDate: true })
const runs = { numRuns: 400, seed: 16 }
const hours = (from: Date, to: Date) => (to.getTime() - from.getTime()) / 3_600_000
const iso = (date: Date) => date.toISOString()

describe('days and instants', () => {
  test('every instant is in exactly one day, and days follow each other without a gap', () => {
    fc.assert(
      fc.property(instant, zone, (moment, where) => {
        const day = dayOf(moment, where)
        const from = startOfDay(day, where)
        const to = startOfDay(addToDay(day, 1, 'day'), where)
        expect(from.getTime()).toBeLessThanOrEqual(moment.getTime())
        expect(to.getTime()).toBeGreaterThan(moment.getTime())
        expect(dayOf(from, where)).toBe(day)
        expect(dayOf(new Date(from.getTime() - 1), where) < day).toBe(true)
      }),
      runs,
    )
  })

  test('the server’s calendar and Intl, which screens use, show the same day', () => {
    fc.assert(
      fc.property(instant, zone, (moment, where) => {
        expect(isoDay(moment, where)).toBe(dayOf(moment, where))
      }),
      runs,
    )
  })

  test('adding days keeps the time by the clock unless the clocks skip it', () => {
    fc.assert(
      fc.property(instant, zone, fc.integer({ min: -800, max: 800 }), (moment, where, amount) => {
        const later = addToInstant(moment, amount, 'day', where)
        const expected = addToDay(dayOf(moment, where), amount, 'day')
        // Apia has no 30 December 2011; whoever lands there is on the next day.
        if (!(where === 'Pacific/Apia' && expected === '2011-12-30'))
          expect(dayOf(later, where)).toBe(expected)
        const drift =
          hours(moment, later) +
          (offsetMinutes(later, where) - offsetMinutes(moment, where)) / 60 -
          amount * 24
        expect(Math.abs(drift)).toBeLessThanOrEqual(
          where === 'Pacific/Apia' || where === 'Antarctica/Troll' ? 24 : 1,
        )
      }),
      runs,
    )
  })

  test('known turns of the clock', () => {
    const length = (day: string, where: string) =>
      hours(startOfDay(day, where), startOfDay(addToDay(day, 1, 'day'), where))
    expect(length('2026-03-08', 'America/New_York')).toBe(23)
    expect(length('2026-11-01', 'America/New_York')).toBe(25)
    expect(length('2026-03-29', 'Europe/London')).toBe(23)
    expect(length('2026-04-05', 'Australia/Lord_Howe')).toBe(24.5)
    expect(length('2026-10-04', 'Australia/Lord_Howe')).toBe(23.5)
    expect(length('2026-11-22', 'Asia/Shanghai')).toBe(24)
    // China had summer time until 1991.
    expect(length('1991-04-14', 'Asia/Shanghai')).toBe(23)
    expect(length('1991-09-15', 'Asia/Shanghai')).toBe(25)
    // In Cairo and São Paulo the clocks skip midnight itself.
    expect(iso(startOfDay('2026-04-24', 'Africa/Cairo'))).toBe('2026-04-23T22:00:00.000Z')
    expect(iso(startOfDay('2018-11-04', 'America/Sao_Paulo'))).toBe('2018-11-04T03:00:00.000Z')
    // Samoa crossed the date line: there was no 30 December.
    expect(hours(startOfDay('2011-12-29', 'Pacific/Apia'), startOfDay('2011-12-31', 'Pacific/Apia'))).toBe(24)
  })

  test('a time that is skipped moves on, one that comes twice is its first', () => {
    expect(iso(instantOf('2026-03-08', '02:30', 'America/New_York'))).toBe('2026-03-08T07:30:00.000Z')
    expect(iso(instantOf('2026-11-01', '01:30', 'America/New_York'))).toBe('2026-11-01T05:30:00.000Z')
    expect(iso(instantOf('2026-11-22', '09:30', 'Asia/Shanghai'))).toBe('2026-11-22T01:30:00.000Z')
  })

  test('months end where they end, weeks begin on Monday', () => {
    expect(addToDay('2026-01-31', 1, 'month')).toBe('2026-02-28')
    expect(addToDay('2028-02-29', 12, 'month')).toBe('2029-02-28')
    expect(startOfUnit('2026-11-22', 'week')).toBe('2026-11-16')
    expect(startOfUnit('2026-11-16', 'week')).toBe('2026-11-16')
    expect(startOfUnit('2026-11-22', 'month')).toBe('2026-11-01')
    expect(daysBetween('2026-11-22', '2026-03-01')).toBe(-266)
    expect([
      isTimeZone('Asia/Shanghai'),
      isTimeZone('Mars/Olympus'),
      isTimeZone('+08:00'),
      isTimeZone(''),
    ]).toEqual([true, false, false, false])
  })
})

describe('periods', () => {
  test('buckets cover a range exactly, in order, without overlap', () => {
    const day = instant.map((moment) => dayOf(moment, 'UTC'))
    fc.assert(
      fc.property(
        day,
        fc.nat(400),
        fc.constantFrom('day', 'week', 'month'),
        zone,
        (from, length, unit, where) => {
          const range = { from, to: addToDay(from, length, 'day') }
          const whole = instantsOf(range, where)
          const buckets = bucketsOf(range, unit, where)
          expect(buckets[0]?.from).toEqual(whole.from)
          expect(buckets.at(-1)?.to).toEqual(whole.to)
          buckets.slice(1).forEach((bucket, index) => {
            expect(bucket.from).toEqual(buckets[index]?.to)
          })
          expect(buckets.slice(1, -1).every((bucket) => !bucket.partial)).toBe(true)
        },
      ),
      { numRuns: 150, seed: 16 },
    )
  })

  test('a range, the one before it, and the last days', () => {
    const now = new Date('2026-11-21T17:00:00Z')
    expect(lastDays(7, now, 'Asia/Shanghai')).toEqual({ from: '2026-11-16', to: '2026-11-22' })
    expect(lastDays(7, now, 'America/New_York')).toEqual({ from: '2026-11-15', to: '2026-11-21' })
    expect(previousRange({ from: '2026-11-16', to: '2026-11-22' })).toEqual({
      from: '2026-11-09',
      to: '2026-11-15',
    })
    expect(() => bucketsOf({ from: '2000-01-01', to: '2026-01-01' }, 'day', 'UTC')).toThrow(RangeError)
    expect(bucketsOf({ from: '2026-11-18', to: '2026-11-24' }, 'week', 'Asia/Shanghai')).toMatchObject([
      { day: '2026-11-16', partial: true, from: new Date('2026-11-17T16:00:00Z') },
      { day: '2026-11-23', partial: true, to: new Date('2026-11-24T16:00:00Z') },
    ])
  })
})
