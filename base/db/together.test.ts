import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { inTransaction } from '#base/context.ts'
import { useDatabase } from '#test/database.ts'
import { together } from './together.ts'

const database = useDatabase()
const sizes: number[] = []
const add = together<number>(async (db, items) => {
  sizes.push(items.length)
  await sql`insert into together_test select unnest(${[...items]}::int[])`.execute(db)
})
const kept = async () =>
  (await database().pool.query('select n from together_test order by n')).rows.map(({ n }) => n)

beforeAll(async () => {
  await database().pool.query('create table together_test (n int primary key check (n >= 0))')
})

test('what comes while one is written goes into the next, and each resolves when it is there', async () => {
  const { db } = database()
  await Promise.all(
    [1, 2, 3, 4].map(async (n) => {
      await add(db, n)
      expect(await kept()).toContain(n)
    }),
  )
  expect(sizes).toEqual([1, 3])
  await add(db, 5)
  expect(await kept()).toEqual([1, 2, 3, 4, 5])
})

test('a bad one fails alone', async () => {
  const { db } = database()
  const results = await Promise.allSettled([10, 11, -1, 12].map((n) => add(db, n)))
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
  expect(await kept()).toEqual([1, 2, 3, 4, 5, 10, 11, 12])
})

test('in a transaction it belongs to it', async () => {
  const { db } = database()
  await inTransaction(db, async (tx) => {
    await add(tx, 20)
    throw new Error('undone')
  }).catch(() => undefined)
  expect(await kept()).not.toContain(20)
})

test('what may have been committed already is not written again', async () => {
  const { db } = database()
  // Committed, and the answer lost with the connection.
  const failing = { with: undefined as Error | undefined }
  const addOnce = together<number>(async (at, items) => {
    await sql`insert into together_test select unnest(${[...items]}::int[]) on conflict do nothing`.execute(
      at,
    )
    written.push(...items)
    if (items.length > 1 && failing.with) throw failing.with
  })
  const written: number[] = []
  const lost = [
    new Error('Connection terminated unexpectedly'),
    Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }),
    Object.assign(new Error('terminating connection'), { code: '57P01' }),
    Object.assign(new Error('connection failure'), { code: '08006' }),
  ]
  for (const [at, error] of lost.entries()) {
    failing.with = error
    const from = 100 + at * 10
    const results = await Promise.allSettled([0, 1, 2].map((n) => addOnce(db, from + n)))
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
    expect(written.splice(0).sort()).toEqual([from, from + 1, from + 2])
  }
  // The control: what PostgreSQL refused was not written, and is.
  failing.with = Object.assign(new Error('deadlock detected'), { code: '40P01' })
  const results = await Promise.allSettled([0, 1, 2].map((n) => addOnce(db, 200 + n)))
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled'])
})
