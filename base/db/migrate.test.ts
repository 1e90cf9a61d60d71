import { describe, expect, test } from 'vitest'
import { type MigrationFile, pendingMigrations } from './migrate.ts'

const file = (name: string, hash = name): MigrationFile => ({ name, sql: '', hash })

describe('pending migrations', () => {
  test('are the files that have not run, in order', () => {
    const files = [file('1.sql'), file('2.sql'), file('3.sql')]
    expect(pendingMigrations(files, new Map([['1.sql', '1.sql']])).map((each) => each.name)).toEqual([
      '2.sql',
      '3.sql',
    ])
  })
  test('refuse a file that was changed after it ran', () => {
    expect(() => pendingMigrations([file('1.sql', 'new')], new Map([['1.sql', 'old']]))).toThrow(
      /changed after it ran/,
    )
  })
  test('refuse a database that is newer than this version', () => {
    expect(() => pendingMigrations([], new Map([['9.sql', 'x']]))).toThrow(/newer Juluo/)
  })
})
