import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '#test/database.ts'
import { problemOf } from './failure.ts'

const database = useDatabase()
const codeOf = async (query: Promise<unknown>) => {
  const error = await query.then(
    () => undefined,
    (thrown) => thrown,
  )
  const { code, kind } = problemOf(error)
  return `${kind.status} ${code}`
}
const run = (text: string) => sql.raw(text).execute(database().db)

test('what PostgreSQL refuses becomes what a caller can act on', async () => {
  expect(await codeOf(run('set statement_timeout = 20; select pg_sleep(5)'))).toBe('504 timeout')
  expect(await codeOf(run("select '99999999999999999999'::bigint"))).toBe('422 invalid_input')
  expect(await codeOf(run("select 'x'::bigint"))).toBe('422 invalid_input')
  expect(await codeOf(run("select '2026-02-30'::date"))).toBe('422 invalid_input')
  expect(await codeOf(sql`select ${'a\0b'}::text`.execute(database().db))).toBe('422 invalid_input')
  expect(
    await codeOf(run('insert into migration (name, hash) select name, hash from migration limit 1')),
  ).toBe('409 conflict')
})

test('a fault of ours stays a fault', async () => {
  expect(await codeOf(run('select nothing from nowhere'))).toBe('500 internal')
  expect(await codeOf(Promise.reject(new TypeError('x is not a function')))).toBe('500 internal')
  expect(await codeOf(Promise.reject('a string'))).toBe('500 internal')
})

test('a database that is away is unavailable, and worth another try', () => {
  for (const error of [
    Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', syscall: 'connect' }),
    Object.assign(new Error('terminating'), { code: '57P01' }),
    new Error('Connection terminated unexpectedly'),
    new Error('timeout exceeded when trying to connect'),
  ]) {
    const problem = problemOf(error)
    expect([problem.kind.status, problem.options.retryAfter]).toEqual([503, 2])
  }
})
