import { expect, test } from 'vitest'
import { flowSums, kindOfMove } from './flow.ts'

const stages = [
  { key: 'introduction', phase: 'acquisition' },
  { key: 'growth', phase: 'value' },
  { key: 'mature', phase: 'value' },
  { key: 'dormant', phase: 'retention' },
  { key: 'churned', phase: 'retention' },
] as const

test.each([
  ['growth', 'growth', 'stayed'],
  [null, 'growth', 'entered'],
  ['introduction', 'growth', 'forward'],
  ['growth', 'mature', 'forward'],
  ['mature', 'growth', 'lost'],
  ['mature', 'dormant', 'lost'],
  ['introduction', 'churned', 'lost'],
  ['dormant', 'churned', 'lost'],
  ['dormant', 'mature', 'back'],
  ['churned', 'growth', 'back'],
] as const)('from %s to %s is %s', (from, to, kind) => {
  expect(kindOfMove(from, to, stages)).toBe(kind)
})

test('what the title says adds up; who stayed or is new is in none of it', () => {
  const flow = [
    { from: null, to: 'introduction', members: 100 },
    { from: 'growth', to: 'growth', members: 50 },
    { from: 'introduction', to: 'growth', members: 7 },
    { from: 'mature', to: 'dormant', members: 5 },
    { from: 'churned', to: 'growth', members: 3 },
    { from: 'growth', to: null, members: 2 },
  ]
  expect(flowSums(flow, stages)).toEqual({ forward: 7, lost: 5, back: 3, most: 100 })
})
