import { describe, expect, test } from 'vitest'
import { isGuessable } from './passwords.ts'

describe('passwords that are guessed first are refused', () => {
  test.each([
    'password', 'Password1', 'p@ssw0rd', 'P@$$w0rd2026!', '12345678', '123456789012', '87654321', '11111111',
    'abcabcabc', 'qwertyui', 'qwerty123', 'asdfghjk', '1qaz2wsx'.replace('1qaz2wsx', 'qazwsx123'), 'iloveyou1',
    'woaini520', 'admin888', 'letmein!!', 'abcd1234', 'zxcvbnm1', '20261122', 'aaaaaaab', 'juluo2026',
  ])('%s', (text) => expect(isGuessable(text)).toBe(true)) // biome-ignore format: a list
  test('the own address or name with decorations', () => {
    const me = { email: 'xiaoman.li@example.com', name: '林晓晓晓' }
    for (const text of [
      'xiaoman.li',
      'xiaoman.li88',
      'Xiaoman.Li!',
      '林晓晓晓2026',
      'xiaoman.li@example.com',
    ])
      expect([text, isGuessable(text, me)]).toEqual([text, true])
  })
})

test.each([
  'correct horse battery',
  '山丘咖啡的早班钥匙',
  'tR7-vanilla-mocha',
  'Kāfēi-42-handdrip',
  'b8Kq2!xPz',
])('lets a good one pass: %s', (text) =>
  expect(isGuessable(text, { email: 'linxiao@example.com', name: '林晓' })).toBe(false),
)
