import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { latestDue, nextDue, type Timing } from './due.ts'

const at = (text: string) => new Date(text)
const daily = (hour: number): Timing => ({ rhythm: 'daily', hour })

const clocks = new Map<string, Intl.DateTimeFormat>()
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    weekday: 'short',
  })
  clocks.set(zone, made)
  return made
}

/** What the clocks of a zone show, by Intl alone. */
function shown(instant: Date, zone: string) {
  const parts = clockOf(zone).formatToParts(instant)
  const part = (type: string) => parts.find((each) => each.type === type)!.value
  return {
    day: `${part('year')}-${part('month')}-${part('day')}`,
    minutes: Number(part('hour')) * 60 + Number(part('minute')),
    weekday: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(part('weekday')) + 1,
  }
}

const lastOfMonth = (day: string) =>
  new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate()

function isOn(timing: Timing, day: string, weekday: number): boolean {
  switch (timing.rhythm) {
    case 'daily':
      return true
    case 'weekly':
      return weekday === timing.weekday
    case 'monthly':
      return Number(day.slice(8)) === Math.min(timing.monthDay, lastOfMonth(day))
  }
}

/** Walks through the time in quarters of an hour: the first of each day whose clocks show the hour or have passed it. */
function naiveDues(timing: Timing, zone: string, from: Date, to: Date): { day: string; at: Date }[] {
  const found = new Map<string, Date>()
  for (let time = from.getTime(); time <= to.getTime(); time += 900_000) {
    const { day, minutes, weekday } = shown(new Date(time), zone)
    if (minutes >= timing.hour * 60 && !found.has(day) && isOn(timing, day, weekday))
      found.set(day, new Date(time))
  }
  return [...found].map(([day, first]) => ({ day, at: first }))
}

const timings = fc.oneof(
  fc.record({ rhythm: fc.constant('daily' as const), hour: fc.integer({ min: 0, max: 23 }) }),
  fc.record({
    rhythm: fc.constant('weekly' as const),
    hour: fc.integer({ min: 0, max: 23 }),
    weekday: fc.integer({ min: 1, max: 7 }),
  }),
  fc.record({
    rhythm: fc.constant('monthly' as const),
    hour: fc.integer({ min: 0, max: 23 }),
    monthDay: fc.integer({ min: 1, max: 31 }),
  }),
)
const zones = fc.constantFrom(
  'Asia/Shanghai',
  'America/New_York',
  'Europe/London',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
)

describe('when a subscription is due', () => {
  test('agrees with a walk through the time, in every zone, over clocks that are moved and ends of months', () => {
    fc.assert(
      fc.property(
        timings,
        zones,
        fc.date({ min: at('2026-01-01T00:00:00Z'), max: at('2027-03-31T00:00:00Z'), noInvalidDate: true }),
        (timing, zone, moment) => {
          const now = new Date(Math.floor(moment.getTime() / 900_000) * 900_000)
          const reach = timing.rhythm === 'monthly' ? 34 : timing.rhythm === 'weekly' ? 9 : 3
          const day = 86_400_000
          const dues = naiveDues(
            timing,
            zone,
            // A day that was cut at the beginning would seem to have begun there.
            new Date(now.getTime() - reach * day),
            new Date(now.getTime() + reach * day),
          ).slice(1)
          const before = dues.filter((due) => due.at <= now).at(-1)
          const after = dues.find((due) => due.at > now)
          if (before) expect(latestDue(timing, zone, now)).toEqual(before)
          if (after) expect(nextDue(timing, zone, now)).toEqual(after)
          return before !== undefined || after !== undefined
        },
      ),
      { numRuns: 100, seed: 49 },
    )
  })

  test('on the 31st it is the last day of a shorter month', () => {
    const timing: Timing = { rhythm: 'monthly', hour: 9, monthDay: 31 }
    const dues = ['2027-02-15', '2027-03-15', '2027-04-15'].map(
      (day) => nextDue(timing, 'Asia/Shanghai', at(`${day}T00:00:00Z`)).day,
    )
    expect(dues).toEqual(['2027-02-28', '2027-03-31', '2027-04-30'])
    expect(nextDue(timing, 'Asia/Shanghai', at('2028-02-01T00:00:00Z')).day).toBe('2028-02-29')
  })

  test('an hour that the clocks skip comes right after the gap, one that comes twice comes once', () => {
    // New York: at two it is three on 8 March 2026, at two it is one again on 1 November.
    expect(nextDue(daily(2), 'America/New_York', at('2026-03-08T05:30:00Z'))).toEqual({
      day: '2026-03-08',
      at: at('2026-03-08T07:00:00Z'),
    })
    const twice = nextDue(daily(1), 'America/New_York', at('2026-11-01T04:30:00Z'))
    expect(twice).toEqual({ day: '2026-11-01', at: at('2026-11-01T05:00:00Z') })
    expect(nextDue(daily(1), 'America/New_York', twice.at).day).toBe('2026-11-02')
  })

  test('the moment itself is due, not yet the one before it', () => {
    const nine = at('2026-11-19T01:00:00Z')
    expect(latestDue(daily(9), 'Asia/Shanghai', nine).at).toEqual(nine)
    expect(latestDue(daily(9), 'Asia/Shanghai', new Date(nine.getTime() - 1)).day).toBe('2026-11-18')
  })
})
