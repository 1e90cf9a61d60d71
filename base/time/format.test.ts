import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatDate,
  formatDateTime,
  formatDay,
  formatDuration,
  formatRelative,
  formatTime,
} from './format.ts'
import { parseDay, parseTime } from './parse.ts'

const zone = 'Asia/Shanghai'
const now = new Date('2026-11-22T06:05:00Z')
const earlier = (ms: number) => new Date(now.getTime() - ms)
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]

describe('times in words', () => {
  test('dates and times in both languages', () => {
    expect(formatDate(now, 'zh-CN', zone)).toBe('2026年11月22日')
    expect(formatDate(now, 'en', zone)).toBe('Nov 22, 2026')
    expect(formatTime(now, 'zh-CN', zone)).toBe('14:05')
    expect(formatDateTime(now, 'zh-CN', zone)).toBe('2026年11月22日 14:05')
    expect(formatDateTime(now, 'en', 'America/New_York')).toBe('Nov 22, 2026, 01:05')
    expect(formatDay('2026-11-22', 'zh-CN', { weekday: true })).toBe('11月22日 周日')
    expect(formatDay('2026-11-22', 'en', { weekday: true, year: true })).toBe('Sun, Nov 22, 2026')
    expect(formatTime(new Date('2026-11-21T16:00:00Z'), 'zh-CN', zone)).toBe('00:00')
  })

  test('how long ago, as people say it', () => {
    const zh = (ms: number) => formatRelative(earlier(ms), now, 'zh-CN', zone)
    const en = (ms: number) => formatRelative(earlier(ms), now, 'en', zone)
    expect([
      zh(20_000),
      zh(5 * minute),
      zh(3 * hour),
      zh(20 * hour),
      zh(3 * day),
      zh(20 * day),
      zh(400 * day),
    ]).toEqual(['刚刚', '5 分钟前', '3 小时前', '昨天 18:05', '3 天前', '11月2日', '2025年10月18日'])
    expect([
      en(20_000),
      en(minute),
      en(3 * hour),
      en(20 * hour),
      en(3 * day),
      en(20 * day),
      en(400 * day),
    ]).toEqual([
      'just now',
      '1 minute ago',
      '3 hours ago',
      'yesterday 18:05',
      '3 days ago',
      'Nov 2',
      'Oct 18, 2025',
    ])
    expect(formatRelative(new Date(now.getTime() + 26 * hour), now, 'zh-CN', zone)).toBe('明天 16:05')
    expect(formatRelative(new Date(now.getTime() + 2 * hour), now, 'en', zone)).toBe('in 2 hours')
  })

  test('lengths by their two largest units', () => {
    expect(
      [0, 45_000, 80 * minute, 26 * hour, 2 * day + 30_000].map((ms) => formatDuration(ms, 'zh-CN')),
    ).toEqual(['0 秒', '45 秒', '1 小时 20 分钟', '1 天 2 小时', '2 天'])
    expect(formatDuration(80 * minute, 'en')).toBe('1 h 20 min')
  })

  test('the part for screens needs no calendar library', () => {
    for (const file of ['format.ts', 'parse.ts'])
      expect(readFileSync(join(import.meta.dirname, file), 'utf8')).not.toMatch(/temporal|calendar\.ts/i)
  })
})

describe('days and times as people type them', () => {
  test('the usual forms are understood, doubtful ones refused', () => {
    for (const text of [
      '2026-11-22',
      '2026/11/22',
      '2026.11.22',
      '2026年11月22日',
      '20261122',
      '２０２６-１１-２２',
      '2026-11-22 08:00',
      '2026-11-22T08:00:00Z',
    ])
      expect([text, parseDay(text)]).toEqual([text, '2026-11-22'])
    for (const text of [
      '',
      '11/12/2026',
      '2026-02-30',
      '2026-13-01',
      '26-11-22',
      '2026-11-221',
      'yesterday',
      '0000-00-00',
    ])
      expect([text, parseDay(text)]).toEqual([text, undefined])
    expect(
      ['9:05', '９：０５', '9点', '下午3点05分', '3:05 PM', '12 am', '中午12点', '凌晨12点'].map(parseTime),
    ).toEqual(['09:05', '09:05', '09:00', '15:05', '15:05', '00:00', '12:00', '00:00'])
    for (const text of ['25:00', '9:60', '13 pm', 'noon', ''])
      expect([text, parseTime(text)]).toEqual([text, undefined])
  })

  test('a formatted day is read again', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01Z'), max: new Date('2100-01-01Z'), noInvalidDate: true }),
        (date) => {
          const text = date.toISOString().slice(0, 10)
          expect(parseDay(formatDay(text, 'zh-CN', { year: true }))).toBe(text)
        },
      ),
      { numRuns: 200, seed: 4 },
    )
  })
})
