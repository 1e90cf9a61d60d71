import { expect, test } from 'vitest'
import { safeNext } from './next.ts'

test.each(['/me/security', '/policies/terms?from=join#part-2', '/'])('%s is a place of this site', (path) => {
  expect(safeNext(path)).toBe(path)
})

test.each([
  'https://evil.example/',
  '//evil.example',
  '/..//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'javascript:alert(1)',
  'me',
  '',
  null,
  undefined,
])('%s leads nowhere but home', (next) => {
  expect(safeNext(next)).toBe('/')
})
