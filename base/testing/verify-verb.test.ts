import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { testCtx, useDatabase } from '#test/database.ts'
import { type Ctx, transact } from '../context.ts'
import { announce, defineFact } from '../facts/fact.ts'
import { type VerbUnderTest, VerbViolation, verifyVerb } from './verify-verb.ts'

const database = useDatabase()

beforeAll(async () => {
  await sql`create table shelf (id bigint generated always as identity primary key, bean text not null unique)`.execute(
    database().db,
  )
})

const shelved = defineFact({
  name: 'bean.shelved',
  payload: z.object({ bean: z.string() }),
  label: { zh: '上架了', en: 'A bean was shelved' },
  touches: ({ payload }) => [['shelf'], ['bean', payload.bean]],
})

const insert = async (ctx: Ctx, bean: string) => {
  await sql`insert into shelf (bean) values (${bean}) on conflict do nothing`.execute(ctx.db)
}
const shelve = (bean: string) => (ctx: Ctx) =>
  transact(ctx, async (ctx) => {
    await insert(ctx, bean)
    await announce(ctx, shelved, { bean })
    return bean
  })

const listShelf = async ({ db }: Ctx) => (await sql`select bean from shelf order by bean`.execute(db)).rows

const trying = <T>(verb: (ctx: Ctx) => Promise<T>, more: Partial<VerbUnderTest<T>> = {}) =>
  verifyVerb({
    connection: database(),
    ctx: testCtx(database()),
    verb,
    facts: [shelved],
    reads: [
      { key: ['shelf'], read: listShelf },
      { key: ['till'], read: async () => 'unchanged' },
    ],
    ...more,
  })

describe('verifyVerb', () => {
  test('passes a verb that keeps the rules, and leaves it done once', async () => {
    expect(await trying(shelve('Yirgacheffe'))).toEqual({
      result: 'Yirgacheffe',
      kills: 2,
      announced: ['bean.shelved'],
    })
    expect(await listShelf(testCtx(database()))).toEqual([{ bean: 'Yirgacheffe' }])
  })

  const broken: [string, RegExp, (ctx: Ctx) => Promise<unknown>, Partial<VerbUnderTest<unknown>>?][] = [
    [
      'that is not atomic',
      /not atomic: killed before statement 2 it left changes in shelf/,
      async (ctx) => {
        await insert(ctx, 'Sidamo')
        await announce(ctx, shelved, { bean: 'Sidamo' })
      },
    ],
    [
      'that swallows its own death',
      /goes on as if nothing happened/,
      async (ctx) => await insert(ctx, 'Harrar').catch(() => undefined),
    ],
    ['that announces what it does not declare', /does not declare/, shelve('Kona'), { facts: [] }],
    [
      'that changes what it does not touch',
      /changes \[\["shelf"\]\] without touching/,
      async (ctx) => await insert(ctx, 'Mandheling'),
    ],
    [
      'that touches what it does not change',
      /touches \[\["bean","Huila"\]\], which did not change/,
      shelve('Huila'),
      {
        reads: [
          { key: ['shelf'], read: listShelf },
          { key: ['bean', 'Huila'], read: async () => 1 },
        ],
      },
    ],
    [
      'that is declared idempotent and is not',
      /not idempotent: a repeat changes event_log/,
      shelve('Antigua'),
      { idempotent: true },
    ],
  ]
  test.each(broken)('catches a verb %s', async (_, message, verb, more) => {
    const tried = trying(verb, more)
    await expect(tried).rejects.toThrow(message)
    await expect(tried).rejects.toBeInstanceOf(VerbViolation)
  })
})
