import { expect, test } from 'vitest'
import { hear } from '#base/declarations/said.ts'
import type { Locale } from '#base/i18n/messages.ts'
import { distanceWords } from '../../figure.ts'
import { firstTrend, type Series, type TrendAnswer, type TrendQuestion } from './trend.ts'
import { timeTitle, trendTitle } from './trendTitle.ts'
import { whenOf } from './when.ts'

const points = (values: readonly (number | null)[]) =>
  values.map((value, at) => ({
    start: `2026-11-0${at + 1}`,
    to: `2026-11-0${at + 1}`,
    running: false,
    value,
  }))
const series = (total: number | null, more: Partial<Series> = {}): Series => ({
  letter: 'a',
  metric: 'posts',
  name: '发帖',
  unit: 'times',
  better: 'more',
  formula: '',
  part: null,
  points: points([total]),
  total: { value: total },
  before: null,
  ...more,
})
const against = (total: number, then: number, more: Partial<Series> = {}) =>
  series(total, { before: { points: points([then]), total: { value: then } }, ...more })
const part = (label: string, total: number | null, key = `v${label}`) =>
  series(total, { part: { key, label } })

const value = (unit: string, each: number | null) =>
  each === null ? '—' : unit === 'share' ? `${Math.round(each * 100)}%` : String(each)
const words = {
  range: '近 12 周',
  percent: (share: number) => `${Math.round(share * 100)}%`,
  points: (share: number) => distanceWords(share, 'share', 'zh-CN'),
  comma: '、',
}
const answer = (of: readonly Series[]): TrendAnswer => ({
  days: { from: '2026-11-01', to: '2026-11-07' },
  before: null,
  unit: 'day',
  series: of,
})
const titled = (of: readonly Series[], question: Partial<TrendQuestion> = {}, locale: Locale = 'zh-CN') =>
  trendTitle({ ...firstTrend, ...question }, answer(of), value, words)
    .map((said) => hear(said, locale))
    .join('')

test('T38 the title of a trend says how much, and how much more or less than before', () => {
  expect(titled([against(120, 100)])).toBe('发帖 120，比上一段多 20（20%）')
  expect(titled([against(80, 100)], { compare: 'year' })).toBe('发帖 80，比去年同期少 20（20%）')
  expect(titled([against(100, 100)])).toBe('发帖 100，和上一段一样')
  expect(titled([against(80, 100)], {}, 'en')).toBe('发帖 80, 20 less than the period before (20%)')
})

test('a change of a share is said in points, and a small base says that it is one', () => {
  expect(titled([against(0.42, 0.4, { unit: 'share' })])).toBe('发帖 42%，比上一段多 2 个百分点')
  expect(titled([against(6, 4)])).toBe('发帖 6，比上一段多 2（50%）（基数小，比例仅供参考）')
  expect(titled([against(6, 0)])).toBe('发帖 6，比上一段多 6')
})

test('nothing to compare with: the figure alone; nothing known: that', () => {
  expect(titled([series(120)])).toBe('发帖，近 12 周 120')
  expect(titled([series(null)])).toBe('发帖 在这段时间没有数据')
})

test('a trend that is cut names the largest part, several series their names', () => {
  expect(titled([against(120, 100), part('手冲研究所', 30), part('新手上手', 70), part('其余', null)])).toBe(
    '发帖：新手上手最多（70）',
  )
  expect(titled([series(1), series(2, { letter: 'b', name: '评论' })])).toBe('发帖、评论：近 12 周')
})

test('by the clock every hour and weekday has its place; the title names the most and the least', () => {
  const weekday = (day: string) => ['一', '二', '三', '四', '五', '六', '日'][Number(day.slice(-2)) - 5]!
  const { slots, series: bars } = whenOf(
    answer([series(120), part('20:00', 90, 'v20'), part('08:00', 30, 'v08')]),
    'hour',
    weekday,
  )
  expect(slots).toHaveLength(24)
  expect([slots[0], slots[23]].map((slot) => slot?.label)).toEqual(['00:00', '23:00'])
  expect(bars[0]?.values[20]).toBe(90)
  expect(bars[0]?.values.filter((each) => each !== null)).toHaveLength(2)
  expect(timeTitle(slots, bars, value).map((said) => hear(said, 'zh-CN'))).toEqual([
    '发帖在20:00最多（90），08:00最少',
  ])
  const week = whenOf(answer([series(7), part('周日', 7, 'v7')]), 'weekday', weekday)
  expect(week.slots.map(({ label }) => label)).toEqual(['一', '二', '三', '四', '五', '六', '日'])
  expect(week.series[0]?.values).toEqual([null, null, null, null, null, null, 7])
  expect(timeTitle(week.slots, [], value)).toEqual([])
})
