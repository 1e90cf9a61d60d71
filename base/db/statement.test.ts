import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '#test/database.ts'
import { openDatabase } from './database.ts'
import { runPlanned, statement } from './statement.ts'

const database = useDatabase()

const doubled = statement<{ n: number; word: string }, { from: number; to: number }>(
  'test doubled',
  (
    at,
  ) => sql`select n * 2 as n, ${'kept'}::text as word from generate_series(${at.from}::int, ${at.to}::int) as n
               where n between ${at.from}::int and ${at.to}::int`,
)
const ownBackend = statement<{ name: string }, { like: string }>(
  'test names',
  (at) => sql`select name from pg_prepared_statements where name like ${at.like}::text order by name`,
)

test('answers what the statement says, with the values of this time', async () => {
  const { db } = database()
  expect(await doubled(db, { from: 1, to: 2 })).toEqual([
    { n: 2, word: 'kept' },
    { n: 4, word: 'kept' },
  ])
  expect(await doubled(db, { to: 7, from: 7 })).toEqual([{ n: 14, word: 'kept' }])
  await expect(doubled(db, { from: 1, to: 'x' as unknown as number })).rejects.toThrow()
  expect(await doubled(db, { from: 3, to: 3 })).toHaveLength(1)
})

test('is prepared under its name, or not when names are off', async () => {
  for (const named of [true, false]) {
    const connection = openDatabase({ url: database().url, max: 1, named })
    try {
      await doubled(connection.db, { from: 1, to: 1 })
      const held = await ownBackend(connection.db, { like: 'test %' })
      expect(held.map((each) => each.name)).toEqual(named ? ['test doubled', 'test names'] : [])
    } finally {
      await connection.close()
    }
  }
})

test('belongs to the transaction in which it runs', async () => {
  const { db, pool } = database()
  await pool.query('create table statement_test (id int, word varchar(5))')
  const words = statement<{ word: string }, { id: number }>(
    'test words',
    (at) => sql`select word from statement_test where id = ${at.id}::int`,
  )
  await db
    .transaction()
    .execute(async (tx) => {
      await sql`insert into statement_test values (1, 'here')`.execute(tx)
      expect(await words(tx, { id: 1 })).toEqual([{ word: 'here' }])
      throw new Error('undone')
    })
    .catch(() => undefined)
  expect(await words(db, { id: 1 })).toEqual([])
})

test('goes on without its name when what it answers has changed beneath it', async () => {
  const connection = openDatabase({ url: database().url, max: 1 })
  const { db, pool } = connection
  const all = statement<Record<string, unknown>, { id: number }>(
    'test changing',
    (at) => sql`select * from changing_test where id = ${at.id}::int`,
  )
  try {
    await pool.query(`create table changing_test (id int); insert into changing_test values (1)`)
    expect(await all(db, { id: 1 })).toEqual([{ id: 1 }])
    await pool.query(`alter table changing_test add more text default 'more'`)
    expect(await all(db, { id: 1 })).toEqual([{ id: 1, more: 'more' }])
    expect(await all(db, { id: 2 })).toEqual([])
  } finally {
    await connection.close()
  }
})

test('goes on without its name when the connection no longer knows it', async () => {
  const connection = openDatabase({ url: database().url, max: 1 })
  try {
    await doubled(connection.db, { from: 1, to: 1 })
    await connection.pool.query('deallocate all')
    expect(await doubled(connection.db, { from: 4, to: 4 })).toEqual([{ n: 8, word: 'kept' }])
  } finally {
    await connection.close()
  }
})

test('is named again after a migration of the running product, on every connection', async () => {
  const connection = openDatabase({ url: database().url, max: 2 })
  const { db, pool } = connection
  const all = statement<Record<string, unknown>, { id: number }>(
    'test migrated',
    (at) => sql`select * from migrated_test where id = ${at.id}::int and pg_sleep(0.05) is not null`,
  )
  const both = async () => await Promise.all([all(db, { id: 1 }), all(db, { id: 1 })])
  const held = async () => {
    const clients = await Promise.all([pool.connect(), pool.connect()])
    const found = await Promise.all(
      clients.map((client) =>
        client.query<{ name: string }>(
          `select name from pg_prepared_statements where name like '%test migrated' order by name`,
        ),
      ),
    )
    for (const client of clients) client.release()
    return found.map(({ rows }) => rows.map(({ name }) => name).at(0))
  }
  try {
    await pool.query(`create table migrated_test (id int); insert into migrated_test values (1)`)
    await both()
    expect(await held()).toEqual(['test migrated', 'test migrated'])
    await pool.query(`alter table migrated_test add more text default 'more'`)
    for (let at = 0; at < 3; at++)
      expect(await both()).toEqual([[{ id: 1, more: 'more' }], [{ id: 1, more: 'more' }]])
    expect(await held()).toEqual(['2 test migrated', '2 test migrated'])
  } finally {
    await connection.close()
  }
})

test('goes without a name for a while where names never hold', async () => {
  const connection = openDatabase({ url: database().url, max: 1 })
  const { db, pool } = connection
  const lost = statement<{ n: number }, { n: number }>('test lost', (at) => sql`select ${at.n}::int as n`)
  const prepared = async () =>
    (await pool.query(`select name from pg_prepared_statements where name like '%test lost'`)).rows.length
  try {
    for (let at = 0; at < 12; at++) {
      expect(await lost(db, { n: at })).toEqual([{ n: at }])
      await pool.query('deallocate all')
    }
    await lost(db, { n: 1 })
    expect(await prepared()).toBe(0)
  } finally {
    await connection.close()
  }
})

test('a name is taken once', () => {
  expect(() => statement('test doubled', () => sql`select 1`)).toThrow('test doubled')
})

test('a query that is put together anew is planned once for each of its texts', async () => {
  const connection = openDatabase({ url: database().url, max: 1 })
  try {
    const many = async (n: number, even: boolean) =>
      await runPlanned<{ n: number }>(
        connection.db,
        'test many',
        sql`select g as n from generate_series(1, ${n}::int) as g ${even ? sql`where g % 2 = 0` : sql``}`,
      )
    expect(await many(2, false)).toEqual([{ n: 1 }, { n: 2 }])
    expect(await many(3, false)).toHaveLength(3)
    expect(await many(4, true)).toEqual([{ n: 2 }, { n: 4 }])
    expect(await ownBackend(connection.db, { like: 'test many%' })).toHaveLength(2)
  } finally {
    await connection.close()
  }
})
