import { expect, test } from 'vitest'
import { cutPage, readCursor, writeCursor } from './cursor.ts'

test('a cursor leads back to its place, in its own order only', () => {
  const place = { value: '2026-11-19 01:41:58.123456+00', id: '42' }
  const cursor = writeCursor('members by joinedAt', place)!
  expect(readCursor('members by joinedAt', cursor)).toEqual(place)
  expect(readCursor('members by joinedAt', undefined)).toBeUndefined()
  expect(writeCursor('members by joinedAt', null)).toBeNull()
  expect(() => readCursor('members by name', cursor)).toThrow(/cursor_invalid/)
})

test('a page leaves out the row that only says that more come', () => {
  const placeOf = (id: string) => ({ value: null, id })
  expect(cutPage(['9', '8', '7'], 2, placeOf)).toEqual({ items: ['9', '8'], next: { value: null, id: '8' } })
  expect(cutPage(['9', '8'], 2, placeOf)).toEqual({ items: ['9', '8'], next: null })
  expect(cutPage([], 2, placeOf)).toEqual({ items: [], next: null })
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
