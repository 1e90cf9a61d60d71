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
