import { describe, expect, test } from 'vitest'
import { addToDay } from '#base/time/calendar.ts'
import { findAnomalies, robustScore } from './anomalies.ts'
import type { Contributor } from './question.ts'
import {
  changeTitle,
  funnelTitle,
  groupsTitle,
  northTitle,
  retentionTitle,
  revenueTitle,
  type Title,
  thenIn,
  titleText,
} from './sentences.ts'
import { stoppedSince } from './stopped.sql.ts'

const zh = (title: Title) => titleText(title, 'zh-CN')
const en = (title: Title) => titleText(title, 'en')
const percent = (share: number) => `${Math.round(share * 100)}%`
const money = (minor: number) => `¥${minor / 100}`

const weeks = (...actives: number[]) =>
  actives.map((each) => ({ start: '2026-11-12', end: '2026-11-18', actives: each, before: 0 }))
const goal = {
  name: '季度',
  target: 12_000,
  startsOn: '2026-10-01',
  dueOn: '2026-12-31',
  baseline: 8_000,
  paceNow: 10_366,
}

describe('the north star says', () => {
  test('how it moved against the week before, and where it stands on the way to the goal', () => {
    expect(zh(northTitle({ weeks: weeks(9_534, 9_846), goal }))).toBe(
      '周活跃成员 9,846 人，比上周多 312 人，离目标节奏还差 520 人',
    )
    expect(en(northTitle({ weeks: weeks(9_846, 9_534), goal: null }))).toBe(
      '9,534 weekly actives, 312 fewer than the week before',
    )
    expect(zh(northTitle({ weeks: weeks(11_000, 12_000), goal }))).toContain('已达到目标 12,000')
    expect(zh(northTitle({ weeks: weeks(50, 50), goal: null }))).toBe('周活跃成员 50 人，和上周持平')
  })
  test('that few people are few, and that nobody is nobody', () => {
    expect(zh(northTitle({ weeks: weeks(4, 7), goal: null }))).toContain('人少，升降可能只是偶然')
    expect(zh(northTitle({ weeks: weeks(0, 0), goal: null }))).toBe('这几周还没有人活跃')
  })
})

const moved = (label: string, came: number, away: number): Contributor => ({
  value: label,
  label,
  came,
  newcomers: 0,
  away,
  change: came - away,
})
const change = (...contributors: Contributor[]) => ({
  now: 1_000 + contributors.reduce((sum, each) => sum + each.change, 0),
  before: 1_000,
  contributors,
  stopped: [],
})

describe('the change says', () => {
  test('where most came, and who lost meanwhile', () => {
    expect(zh(changeTitle(change(moved('新手上手', 300, 12), moved('手冲研究所', 5, 126)), '上周'))).toBe(
      '比上周多 167 人：最多的在新手上手，手冲研究所反而在减少',
    )
    expect(en(changeTitle(change(moved('Beginners', 20, 90)), 'the week before'))).toBe(
      '70 fewer than the week before, most of it Beginners',
    )
  })
  test('that a few moves tell nothing, and that as many people are not the same people', () => {
    expect(zh(changeTitle(change(moved('新手上手', 5, 3)), '上周'))).toBe(
      '和上周比只有 8 人变动，太少，看不出原因',
    )
    expect(zh(changeTitle(change(moved('新手上手', 30, 0), moved('意式角落', 0, 30)), '上周'))).toBe(
      '和上周人数相同，但来了 30 人、走了 30 人',
    )
    expect(zh(changeTitle(change(), thenIn('zh-CN')(4)))).toBe('和4 周前是同一批人')
  })
  test('nothing of a group that lost two people beside one that gained a hundred', () => {
    expect(zh(changeTitle(change(moved('新手上手', 100, 0), moved('手冲研究所', 0, 2)), '上周'))).toBe(
      '比上周多 98 人，最多的在新手上手',
    )
  })
})

const group = (name: string, light: 'good' | 'warn' | 'bad' | 'off') => ({
  ...{ id: name, name, glyph: '冲', colour: 'pine', light, score: 50, members: 1, actives: 1, activeRate: 1 },
  ...{ activeRateBefore: 1, rates: [], firstReply: null, replied: 0, posts: 0 },
})

test('groups are counted by their lights, and a single red one is named', () => {
  const some = [
    group('新手上手', 'good'),
    group('产品内测', 'good'),
    group('意式角落', 'warn'),
    group('手冲研究所', 'bad'),
  ]
  expect(zh(groupsTitle(some))).toBe('4 个社群里 2 个健康，手冲研究所亮红灯')
  expect(zh(groupsTitle([group('甲', 'good'), group('乙', 'off')]))).toBe('1 个社群都健康（1 个还没测量）')
  expect(en(groupsTitle([group('A', 'bad'), group('B', 'bad')]))).toBe('0 of 2 groups are healthy; 2 are red')
  expect(zh(groupsTitle([group('甲', 'off')]))).toBe('1 个社群都还没有测量过')
})

const cohort = (size: number, first: number) => ({
  start: '2026-11-05',
  end: '2026-11-11',
  size,
  retained: [first],
})

test('retention is the best only when it is better than each other, and a small cohort says so', () => {
  const cohorts = [cohort(400, 184), cohort(380, 160), cohort(500, 275)]
  expect(zh(retentionTitle({ cohorts }, percent))).toBe('新入群者首周留存 55%，3 周最高')
  expect(zh(retentionTitle({ cohorts: [...cohorts, cohort(9, 9)] }, percent))).toBe(
    '新入群者首周留存 100%，4 周的中位数是 51%（只有 9 人，仅供参考）',
  )
  expect(zh(retentionTitle({ cohorts: [] }, percent))).toBe('新人留存，满一周后出数')
})

test('the way of newcomers names the step before which most of them stop', () => {
  const steps = (...members: number[]) => ({
    from: '',
    to: '',
    steps: ['joined', 'profile', 'post'].map((step, at) => ({ step, members: members[at]! })),
  })
  const name = (step: string) => ({ profile: '完善资料', post: '发出首帖' })[step] ?? step
  expect(zh(funnelTitle(steps(3_204, 2_627, 1_089), percent, name))).toBe(
    '34% 的新人发了首帖；最多的人停在「发出首帖」之前（1,538 人）',
  )
  expect(zh(funnelTitle(steps(4, 2, 1), percent, name))).toBe('只有 4 位新人，看不出卡在哪')
})

test('money given back can outweigh money paid, and few orders are few', () => {
  const pair = (now: number, before: number) => ({ now, before })
  const revenue = {
    net: pair(-5_000, 10_000),
    refunded: pair(5_000, 0),
    orders: pair(0, 2),
    buyers: pair(0, 2),
    weekly: [],
  }
  expect(zh(revenueTitle(revenue, '上周', money))).toBe('一周净收入 ¥-50，比上周少 ¥150（只有 0 单）')
})

describe('what stands out', () => {
  const to = '2026-11-18'
  const watched = (at: (day: string) => number) => [{ metric: 'posts' as const, at, since: '2026-08-01' }]
  test('is far from the same weekday before, not from other weekdays', () => {
    // Saturdays have four times as much as other days: usual for them.
    const usual = (day: string) => (new Date(`${day}T00:00:00Z`).getUTCDay() === 6 ? 80 : 20)
    expect(findAnomalies(watched(usual), to)).toEqual([])
    const odd = addToDay(to, -3, 'day')
    expect(
      findAnomalies(
        watched((day) => (day === odd ? 60 : usual(day))),
        to,
      ),
    ).toEqual([{ day: odd, metric: 'posts', value: 60, usual: 20, score: 8.9 }])
  })
  test('is nothing while numbers are small or nobody knows what is usual', () => {
    expect(
      findAnomalies(
        watched((day) => (day === to ? 9 : 0)),
        to,
      ),
    ).toEqual([])
    expect(
      findAnomalies(
        [{ metric: 'posts', at: (day) => (day === to ? 99 : 5), since: addToDay(to, -20, 'day') }],
        to,
      ),
    ).toEqual([])
  })
  test('is not found by one outlier among those that say what is usual', () => {
    expect(Math.abs(robustScore(20, [20, 21, 19, 20, 500], 1))).toBeLessThan(1)
  })
})

test('a custom has stopped when a tenth of it is left in every week since, and it was one before', () => {
  expect(stoppedSince([0, 0, 0, 20, 22, 19, 21, 20])).toEqual({ weeks: 3, usual: 20.5 })
  expect(stoppedSince([0, 3, 20, 22, 19, 21, 20])).toBeUndefined()
  expect(stoppedSince([18, 20, 22, 19, 21, 20])).toBeUndefined()
  expect(stoppedSince([0, 3, 2, 4, 3, 2])).toBeUndefined()
})
