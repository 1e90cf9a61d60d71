import fc from 'fast-check'
import { expect, test } from 'vitest'
import { balanceOf } from '../statistics/balance.ts'
import { chiSquaredAbove } from '../statistics/distributions.ts'
import { type Arm, armAt, armOf, isHeldOut, placeOf } from './assignment.ts'

const arms: readonly Arm[] = [
  { key: 'control', weight: 50 },
  { key: 'a', weight: 30 },
  { key: 'b', weight: 20 },
]
const people = Array.from({ length: 20_000 }, (_, at) => String(at + 1))

test('N1 the same member is in the same arm, whoever asks and whenever', () => {
  expect(placeOf('s1', '42')).toBe(placeOf('s1', '42'))
  // Written down, so that another version of this code that answers otherwise is found out.
  expect(placeOf('s1', '42')).toBeCloseTo(0x30b5ef4fdd60d / 2 ** 52, 15)
  for (const id of people.slice(0, 200)) expect(armOf('s1', arms, id)).toBe(armOf('s1', arms, id))
})

test('N1 arms are as large as their shares, for every salt', () => {
  let least = 1
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 20 }), (salt) => {
      const counts = arms.map(() => 0)
      for (const id of people.slice(0, 5_000)) {
        const at = arms.indexOf(armOf(salt, arms, id))
        counts[at] = counts[at]! + 1
      }
      const p = balanceOf(
        counts,
        arms.map(({ weight }) => weight),
      )
      least = Math.min(least, p)
      return p > 1e-5
    }),
    { numRuns: 40, seed: 7 },
  )
  expect(least).toBeLessThan(0.5)
  // The control: arms that are not as large as they should be are found out.
  expect(balanceOf([2_650, 1_400, 950], [50, 30, 20])).toBeLessThan(1e-3)
})

test('N1 where somebody is in one experiment says nothing about another', () => {
  const two: readonly Arm[] = [
    { key: 'control', weight: 1 },
    { key: 'new', weight: 1 },
  ]
  for (const [one, other] of [
    ['a', 'b'],
    ['exp-1', 'exp-2'],
    ['1', '11'],
  ] as const) {
    const table = [0, 0, 0, 0]
    for (const id of people) {
      const at = two.indexOf(armOf(one, two, id)) * 2 + two.indexOf(armOf(other, two, id))
      table[at] = table[at]! + 1
    }
    const expected = people.length / 4
    const distance = table.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    expect(chiSquaredAbove(distance, 3), `${one} ${other}`).toBeGreaterThan(1e-4)
  }
  // The control: two that go together are anything but independent.
  expect(balanceOf([5_000, 0, 0, 5_000], [1, 1, 1, 1])).toBeLessThan(1e-9)
})

test('an arm without weight is empty, and every place lies in an arm', () => {
  const some: readonly Arm[] = [
    { key: 'none', weight: 0 },
    { key: 'all', weight: 3 },
    { key: 'nobody', weight: 0 },
  ]
  for (const place of [0, 0.3, 0.999999, 1 - 2 ** -52]) expect(armAt(some, place).key).toBe('all')
})

test('holdouts are a share of everybody', () => {
  const held = people.filter((id) => isHeldOut('global', 0.05, id)).length
  expect(balanceOf([held, people.length - held], [5, 95])).toBeGreaterThan(1e-4)
  expect(people.some((id) => isHeldOut('global', 0, id))).toBe(false)
})
