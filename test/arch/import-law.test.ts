import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { findCycles, judgeImport, levels, violations } from './import-law.ts'
import { sources } from './sources.ts'

const all = sources('.ts', '.tsx')

describe('the import law', () => {
  test('holds in every file', () => {
    expect(violations(all)).toEqual([])
  })
  test('knows a level for every module', () => {
    expect(readdirSync('modules').filter((name) => levels[name] === undefined)).toEqual([])
  })
  test.each([
    ['base/db/x.ts', 'modules/identity/api.ts'],
    ['modules/identity/x.ts', 'modules/members/api.ts'],
    ['modules/members/x.ts', 'modules/identity/accounts/accounts.ts'],
    ['modules/members/x.ts', 'modules/files/api.ts'],
    ['modules/members/x.ts', 'apps/server/app.ts'],
    ['ui/console/x.tsx', 'modules/members/api.ts'],
  ])('would catch %s importing %s', (from, to) => {
    expect(judgeImport(from, to)).toBeDefined()
  })
  test.each([
    ['modules/members/x.ts', 'modules/identity/api.ts'],
    ['modules/identity/x.ts', 'modules/members/facts.ts'],
    ['modules/members/x.ts', 'modules/members/list/list.ts'],
    ['apps/server/x.ts', 'modules/members/list/list.ts'],
  ])('lets %s import %s', (from, to) => {
    expect(judgeImport(from, to)).toBeUndefined()
  })
  test('finds no ring of files that import each other', () => {
    expect(findCycles(all)).toEqual([])
  })
  test('would find a ring', () => {
    const ring = [
      { path: 'a.ts', text: `import { b } from './b.ts'` },
      { path: 'b.ts', text: `import { a } from './a.ts'` },
    ]
    expect(findCycles(ring)).toHaveLength(1)
  })
})
