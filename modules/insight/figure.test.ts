import { expect, test } from 'vitest'
import { distanceWords, figureWords } from './figure.ts'

test.each([
  [0.318, 'share', '31.8%', '31.8%'],
  [1_282, 'members', '1,282', '1,282'],
  [8_043.48, 'members', '8,043', '8,043'],
  [37.5, 'members', '38', '38'],
  [2.345, 'times', '2.35', '2.35'],
  [-4.25, 'number', '−4.25', '−4.25'],
  [6_800, 'money', '¥68.00', 'CN¥68.00'],
  [384, 'minutes', '6.4 小时', '6.4 h'],
  [42, 'minutes', '42 分钟', '42 min'],
  [null, 'share', '未知', 'not known'],
] as const)('%s in %s is read as %s', (value, unit, zh, en) => {
  expect(figureWords(value, unit, 'zh-CN')).toBe(zh)
  expect(figureWords(value, unit, 'en')).toBe(en)
})

test('shares are apart by points', () => {
  expect(distanceWords(-0.048, 'share', 'zh-CN')).toBe('4.8 个百分点')
  expect(distanceWords(520, 'members', 'zh-CN')).toBe('520')
})
