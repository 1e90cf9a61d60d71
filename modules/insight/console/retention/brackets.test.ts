import { expect, test } from 'vitest'
import { readBrackets } from './brackets.ts'

test('T40 brackets are read as people write them', () => {
  expect(readBrackets('1 3 7')).toEqual([1, 3, 7])
  expect(readBrackets(' 1、3，7,14 ')).toEqual([1, 3, 7, 14])
  expect(readBrackets('30')).toEqual([30])
})

test('and are none while they do not ascend, are too many, or are no days', () => {
  for (const text of [
    '',
    '  ',
    '7 3',
    '1 1',
    '0 3',
    '1 400',
    '1.5 3',
    'a b',
    Array.from({ length: 25 }, (_, at) => at + 1).join(' '),
  ])
    expect(readBrackets(text), text).toBeUndefined()
})
