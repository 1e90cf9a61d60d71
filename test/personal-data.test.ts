/**
 * L-12, L-13: nothing that is kept about a person is forgotten. Every table that refers to a member, or belongs
 * to an account, is answered for by a declaration (`personal` in a module) that copies, erases and merges it.
 */
import { expect, test } from 'vitest'
import { declaredBy } from '#base/declarations/declared.ts'
import { testCtx } from './database.ts'
import { useProduct as productForTests } from './product.ts'

const product = productForTests()
const declared = () => declaredBy(() => product().process.modules)

/** Tables with a column that refers to a member, or to an account as its owner. */
async function findTables(): Promise<string[]> {
  const { rows } = await product().database.pool.query<{ name: string }>(`
    select distinct referring.relname as name
      from pg_constraint as foreign_key
      join pg_class as referring on referring.oid = foreign_key.conrelid
      join pg_class as referred on referred.oid = foreign_key.confrelid
      join pg_attribute as col on col.attrelid = referring.oid and col.attnum = any (foreign_key.conkey)
     where foreign_key.contype = 'f'
       and (referred.relname = 'member' or (referred.relname = 'account' and col.attname = 'account_id'))
     order by 1`)
  return rows.map((row) => row.name)
}

test('L-13 every table that refers to a member or belongs to an account is declared by its module', async () => {
  const tables = await findTables()
  expect(tables.length).toBeGreaterThan(20)
  const answered = new Set(
    declared()
      .personal()
      .flatMap((data) => data.tables),
  )
  expect(tables.filter((table) => !answered.has(table))).toEqual([])
})

test('control: a table that nobody answers for would be seen', async () => {
  await product().database.pool.query(
    'create table forgotten_thing (id bigint primary key, member_id bigint references member (id))',
  )
  expect(await findTables()).toContain('forgotten_thing')
  await product().database.pool.query('drop table forgotten_thing')
})

test('what is declared is there, and nothing is declared twice under one name', async () => {
  const { rows } = await product().database.pool.query<{ name: string }>(
    `select relname as name from pg_class where relkind in ('r', 'p')`,
  )
  const known = new Set(rows.map((row) => row.name))
  const all = declared().personal()
  expect(all.flatMap((data) => data.tables).filter((table) => !known.has(table))).toEqual([])
  expect(new Set(all.map((data) => data.name)).size).toBe(all.length)
})

test('L-12 the copy of a member who did nothing yet can be made, and erasing twice is like erasing once', async () => {
  const at = product()
  const member = await at.member('要看看自己的资料')
  const { id } = (await member.get('/api/member')).body
  const ctx = testCtx(at.database)
  for (const data of declared().personal()) {
    expect(JSON.stringify(await data.copy(ctx, id)), data.name).toBeTypeOf('string')
    await data.erase(ctx, id)
    await data.erase(ctx, id)
  }
})
