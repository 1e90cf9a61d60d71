import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { transact } from '#base/context.ts'
import { testCtx, useDatabase } from './database.ts'
import { statementsOf } from './queries.ts'

const database = useDatabase()

test('statements are counted one by one, through the pool and inside a transaction', async () => {
  const ctx = testCtx(database())
  const statements = await statementsOf(database(), async () => {
    await ctx.db.selectFrom('post').select('id').execute()
    await transact(ctx, async (tx) => {
      for (const each of [1, 2, 3]) await sql`select ${each}::int`.execute(tx.db)
    })
    await database().pool.query('select 5')
  })
  expect(statements).toHaveLength(5)
  expect(statements[0]).toContain('from "post"')
})

test('the control: asking for each row is seen as asking for each row', async () => {
  const ctx = testCtx(database())
  const ofRows = async (rows: number) =>
    (
      await statementsOf(database(), async () => {
        for (let row = 0; row < rows; row++) await sql`select ${row}::int`.execute(ctx.db)
      })
    ).length
  expect(await ofRows(9)).toBe(9 * (await ofRows(1)))
})
