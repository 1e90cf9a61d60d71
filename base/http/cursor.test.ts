import { expect, test } from 'vitest'
import { readCursor, writeCursor } from './cursor.ts'

test('a cursor leads back to its place, in its own order only', () => {
  const place = { value: '2026-11-19 01:41:58.123456+00', id: '42' }
  const cursor = writeCursor('members by joinedAt', place)!
  expect(readCursor('members by joinedAt', cursor)).toEqual(place)
  expect(readCursor('members by joinedAt', undefined)).toBeUndefined()
  expect(writeCursor('members by joinedAt', null)).toBeNull()
  expect(() => readCursor('members by name', cursor)).toThrow(/cursor_invalid/)
})

test.each([
  '',
  'x',
  '!!',
  Buffer.from('["members by joinedAt",null]').toString('base64url'),
  Buffer.from('["members by joinedAt",null,"1; drop"]').toString('base64url'),
  Buffer.from('{"__proto__":[]}').toString('base64url'),
])('a cursor that we never made is refused: %s', (cursor) => {
  expect(() => readCursor('members by joinedAt', cursor)).toThrow(/cursor_invalid/)
})
