import { expect, test } from 'vitest'
import { endOfQuiet } from './quiet.ts'

const night = { quiet: true, from: 22 * 60, to: 8 * 60, zone: 'Asia/Shanghai' }
const at = (text: string) => new Date(text)
const end = (now: string, hours = night) => endOfQuiet(at(now), hours)?.toISOString()

test('the night goes over midnight, in the zone of the member', () => {
  expect(end('2026-11-19T21:59:59+08:00')).toBeUndefined()
  expect(end('2026-11-19T22:00:00+08:00')).toBe('2026-11-20T00:00:00.000Z')
  expect(end('2026-11-20T03:00:00+08:00')).toBe('2026-11-20T00:00:00.000Z')
  expect(end('2026-11-20T08:00:00+08:00')).toBeUndefined()
  // The same moment is day elsewhere.
  expect(end('2026-11-20T03:00:00+08:00', { ...night, zone: 'Europe/Berlin' })).toBeUndefined()
})

test('hours within one day, none, and switched off', () => {
  const noon = { ...night, from: 12 * 60, to: 14 * 60 }
  expect(end('2026-11-19T12:30:00+08:00', noon)).toBe('2026-11-19T06:00:00.000Z')
  expect(end('2026-11-19T14:00:00+08:00', noon)).toBeUndefined()
  expect(end('2026-11-19T23:00:00+08:00', { ...night, to: 22 * 60 })).toBeUndefined()
  expect(end('2026-11-19T23:00:00+08:00', { ...night, quiet: false })).toBeUndefined()
})

test('when the clock is moved the hours stay those on the wall', () => {
  const berlin = { ...night, zone: 'Europe/Berlin' }
  // Clocks go from 2:00 to 3:00 on 29 March 2026: eight o’clock is 6:00 UTC, not 7:00.
  expect(end('2026-03-28T23:00:00+01:00', berlin)).toBe('2026-03-29T06:00:00.000Z')
  // And back on 25 October: eight o’clock is 7:00 UTC.
  expect(end('2026-10-24T23:00:00+02:00', berlin)).toBe('2026-10-25T07:00:00.000Z')
})
