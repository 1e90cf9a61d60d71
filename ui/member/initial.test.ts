import { expect, test } from 'vitest'
import { initialOf } from './initial.ts'

test.each([
  ['阿澈', '澈'],
  ['韩小禾', '禾'],
  ['野', '野'],
  ['Maya', 'M'],
  ['maya 小满', '满'],
  ['🌱', '🌱'],
  ['  ', '·'],
])('the initial of %s is %s', (name, initial) => {
  expect(initialOf(name)).toBe(initial)
})
