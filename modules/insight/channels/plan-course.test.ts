import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addToDay } from '#base/time/calendar.ts'
import { channelKeys, presetRules } from '../attribution/channels.ts'
import { courseOf, monthOf } from './course.ts'
import { readPastedPlan } from './plan-paste.ts'
import { kindOf, suggestType } from './types.ts'
import { type Compared, verdictOf } from './verdict.ts'

const month = monthOf('2026-11-01')
const daily = (perDay: number, until: string) => {
  const joined = new Map<string, number>()
  for (let day = month.first; day <= until; day = addToDay(day, 1, 'day')) joined.set(day, perDay)
  return joined
}

describe('S2-43 the course of a plan', () => {
  test('four a day of a hundred and twenty a month is on pace, and ends there', () => {
    const course = courseOf(month, 120, daily(4, '2026-11-19'), '2026-11-19')
    expect(course).toMatchObject({ actual: 76, pace: 'on', expected: 72 })
    expect(course.forecast!.value).toBeCloseTo(120, 6)
  })

  test('today counts as here, and not for the pace: the day is not over', () => {
    const joined = daily(4, '2026-11-18')
    expect(courseOf(month, 120, joined, '2026-11-19')).toMatchObject({ actual: 72, pace: 'on', expected: 72 })
    expect(courseOf(month, 240, joined, '2026-11-19').pace).toBe('behind')
    expect(courseOf(month, 60, joined, '2026-11-19').pace).toBe('ahead')
  })

  test('nothing is foretold of a month that is over or that has not begun; on its first day nobody is behind', () => {
    expect(courseOf(month, 500, daily(4, '2026-11-30'), '2026-12-02')).toMatchObject({
      actual: 120,
      pace: 'behind',
      forecast: null,
    })
    expect(courseOf(month, 500, new Map(), '2026-10-20')).toMatchObject({ pace: 'unknown', forecast: null })
    expect(courseOf(month, 500, new Map(), '2026-11-01').pace).toBe('unknown')
  })

  test('no forecast lies below who is here already', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 50 }), { minLength: 6, maxLength: 29 }), (many) => {
        const joined = new Map(many.map((each, at) => [addToDay(month.first, at, 'day'), each]))
        const { forecast, actual } = courseOf(month, 100, joined, addToDay(month.first, many.length, 'day'))
        expect(forecast!.low).toBeGreaterThanOrEqual(actual)
        expect(forecast!.value).toBeGreaterThanOrEqual(forecast!.low)
      }),
    )
  })
})

describe('S2-43 which channel the figures speak for', () => {
  const of = (channel: string, mature: number, kept: number, perFan: number | null): Compared => ({
    channel,
    mature,
    kept,
    perFan,
    apart: false,
  })

  test('the one where a fan who stays costs least, not the one where a fan is cheapest', () => {
    expect(verdictOf([of('cheap', 400, 20, 1_000), of('dear', 400, 200, 3_000)])).toEqual({
      channel: 'dear',
      by: 'cost',
      clear: true,
      next: 'cheap',
    })
  })
  test('without costs the one that keeps most; what may be chance is said to be', () => {
    expect(verdictOf([of('a', 300, 150, null), of('b', 300, 60, 90)])).toMatchObject({
      channel: 'a',
      by: 'kept',
      clear: true,
    })
    expect(verdictOf([of('a', 40, 14, null), of('b', 40, 12, null)])).toMatchObject({
      channel: 'a',
      clear: false,
    })
  })
  test('nothing is said of few fans, of one channel, or of those that are out of use', () => {
    expect(verdictOf([of('a', 29, 20, 5), of('b', 400, 100, 5)])).toBeNull()
    expect(verdictOf([of('a', 300, 0, 5), of('b', 400, 100, 5)])).toBeNull()
    expect(verdictOf([{ ...of('a', 300, 100, 5), apart: true }, of('b', 400, 100, 5)])).toBeNull()
    expect(verdictOf([])).toBeNull()
  })
})

describe('S2-43 a plan out of a spreadsheet', () => {
  const known = {
    keys: channelKeys({ rules: presetRules('zh-CN'), names: new Map([['dy-live', '抖音直播间']]) }),
    owners: new Map<string, string | null>([
      ['林晓', '7'],
      ['陈朗', null],
    ]),
  }
  const read = (text: string) => readPastedPlan(text, known, 'zh-CN')

  test('a heading, names or keys, numbers as people write them', async () => {
    expect(
      await read(
        '渠道\t获粉\t预算\t措施\t负责人\n小红书\t1,200人\t¥12,000.5\t达人寄样\t林晓\n抖音直播间\t80\t\t\t\nstore\t9\t0\t"立牌,杯套"\t',
      ),
    ).toEqual({
      wrong: [],
      entries: [
        { channel: 'xiaohongshu', fans: 1_200, budget: 1_200_050, measures: '达人寄样', ownerId: '7' },
        { channel: 'dy-live', fans: 80, budget: 0, measures: '', ownerId: null },
        { channel: 'store', fans: 9, budget: 0, measures: '立牌,杯套', ownerId: null },
      ],
    })
  })
  test.each([
    ['小红书,0,100', '第 1 行', '整数'],
    ['小红书,12.5,100', '第 1 行', '整数'],
    ['小红书,12,一百', '第 1 行', '预算'],
    [',12,100', '第 1 行', '没有写渠道'],
    ['小红书,12,100,,王五', '第 1 行', '王五'],
    ['小红书,12,100,,陈朗', '第 1 行', '两位'],
    ['小红书,12,100\nxiaohongshu,5,1', '第 2 行', '第 1 行已经有了'],
    ['"小红书,12', '第 1 行', '引号'],
    ['渠道,计划', '', '只有表头'],
  ])('%s is refused: %s %s', async (text, row, reason) => {
    const { wrong } = await read(text)
    expect(wrong).toHaveLength(1)
    expect(wrong[0]).toContain(row)
    expect(wrong[0]).toContain(reason)
  })
})

test.each([
  ['wechat', '', 'account', 'own'],
  ['社群福利', '', 'group', 'own'],
  ['小程序', '', 'mini', 'own'],
  ['newsletter', '', 'mail', 'own'],
  ['xiaohongshu', '小红书', 'social', 'public'],
  ['x9', '抖音直播', 'video', 'public'],
  ['baidu', '', 'search', 'public'],
  ['qq群-广告', '', 'ads', 'public'],
  ['周末市集', '', 'offline', 'public'],
] as const)('S2-41 %s is probably %s%s', (channel, name, type, kind) => {
  expect(suggestType(channel, name)).toBe(type)
  expect(kindOf(suggestType(channel, name))).toBe(kind)
  expect(suggestType('z-7')).toBeNull()
})
