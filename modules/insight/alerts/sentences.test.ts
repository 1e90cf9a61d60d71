import { expect, test } from 'vitest'
import type { Evidence } from './evidence.ts'
import { ruleSays } from './present.ts'
import { presets } from './presets.ts'
import { runOf, signalNote, signalTitle } from './sentences.ts'

const evidence: Evidence = {
  metric: { key: 'weekly_active_rate', name: '周活跃率' },
  unit: 'share',
  kind: 'threshold',
  side: 'below',
  bucket: { from: '2026-11-09', to: '2026-11-15' },
  value: 0.27,
  against: 0.3,
  line: 0.3,
  base: 1_282,
  series: [0.36, 0.34, 0.318, 0.27].map((value, at) => ({ start: `2026-10-${19 + at}`, value, base: 1_282 })),
  causes: [],
}
const told = { evidence, groupName: '手冲研究所', goalName: null, metricName: '周活跃率' }

test('S1-71 a signal says whose figure it is, and beyond which line', () => {
  expect(signalTitle(told, 'zh-CN')).toBe('手冲研究所 · 周活跃率 27%，低于预警线 30%')
  expect(signalTitle({ ...told, metricName: 'weekly active rate' }, 'en')).toBe(
    '手冲研究所: weekly active rate 27%, below the line of 30%',
  )
  expect(signalNote(told, 'zh-CN')).toContain('连降 3 期 · 基数 1,282')
})

test('a goal off pace says where it should be', () => {
  const pace = { ...evidence, kind: 'pace', value: 9_846, against: 10_366, unit: 'members' } as const
  expect(
    signalTitle({ evidence: pace, groupName: null, goalName: '周活跃成员', metricName: '周活跃' }, 'zh-CN'),
  ).toBe('目标「周活跃成员」落后：周活跃 9,846，按节奏应到 10,366')
})

test('S0-47 the alert about topics says what it looks for', () => {
  const rule = presets.find(({ key }) => key === 'S0-47')!
  expect(ruleSays(rule, 'times', 'zh-CN')).toBe('最近一个整周有话题占全部发言的比重达到前一期的 2 倍时提醒')
  expect(ruleSays(rule, 'times', 'en')).toBe(
    'Tells when the latest whole week has a topic 2 times as much talked about as before',
  )
})

test('a run ends where it went the other way, or nothing is known', () => {
  const run = (values: (number | null)[]) =>
    runOf(
      values.map((value) => ({ start: '2026-01-01', value, base: null })),
      'below',
    )
  expect(run([5, 4, 6, 5, 4])).toBe(2)
  expect(run([5, null, 3])).toBe(0)
  expect(run([1, 2])).toBe(0)
})
