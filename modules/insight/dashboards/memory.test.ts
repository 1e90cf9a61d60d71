import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openMemory } from './memory.ts'

test('the oldest go when there are too many, or when all together weigh too much', () => {
  const memory = openMemory<string>({ count: 3, weight: 100 })
  for (const key of ['a', 'b', 'c', 'd']) memory.set(key, key, 10)
  expect([memory.get('a'), memory.get('b'), memory.count]).toEqual([undefined, 'b', 3])
  memory.set('e', 'e', 85)
  // 85 and the 10 of the youngest: the two before it went.
  expect(['b', 'c', 'd', 'e'].map((key) => memory.get(key))).toEqual([undefined, undefined, 'd', 'e'])
  memory.set('f', 'f', 101)
  expect([memory.get('f'), memory.weight]).toEqual([undefined, 95])
})

test('whatever is remembered and forgotten, it stays within its bounds and knows its weight', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.integer({ min: -1, max: 60 }))),
      (steps) => {
        const memory = openMemory<number>({ count: 4, weight: 100 })
        for (const [key, weight] of steps) {
          if (weight < 0) memory.delete(key)
          else memory.set(key, weight, weight)
          expect(memory.count).toBeLessThanOrEqual(4)
          expect(memory.weight).toBeLessThanOrEqual(100)
        }
        const sum = ['a', 'b', 'c', 'd', 'e', 'f'].reduce((all, key) => all + (memory.get(key) ?? 0), 0)
        expect(memory.weight).toBe(sum)
      },
    ),
  )
})
