import { expect, test } from 'vitest'
import { amountShown, draftOf, type Filled } from './draft.ts'

const filled: Filled = {
  metric: 'weekly_active_rate',
  mode: 'absolute',
  amount: 40,
  startsOn: '2026-10-01',
  dueOn: '2026-12-31',
  days: 7,
}

test('people write percents and yuan; the API takes shares and minor units', () => {
  expect(draftOf(filled, 'share')?.amount).toBe(0.4)
  expect(draftOf({ ...filled, mode: 'relative', amount: 25 }, 'money')?.amount).toBe(0.25)
  expect(draftOf({ ...filled, amount: 12.5 }, 'money')?.amount).toBe(1_250)
  expect(draftOf({ ...filled, amount: 12_000 }, 'members')?.amount).toBe(12_000)
  expect(draftOf({ ...filled, mode: 'points', amount: 0.7 }, 'share')?.amount).toBe(0.007)
})

test('an amount comes back as it was written', () => {
  for (const amount of [0.07, 0.29, 1.1]) {
    const shown = amountShown(amount, 'relative', 'members')
    expect(draftOf({ ...filled, mode: 'relative', amount: shown }, 'members')?.amount).toBe(amount)
  }
})

test('what is not finished is no draft', () => {
  expect(draftOf({ ...filled, amount: null }, 'share')).toBeUndefined()
  expect(draftOf({ ...filled, dueOn: '2026-09-30' }, 'share')).toBeUndefined()
  expect(draftOf(filled, undefined)).toBeUndefined()
})
