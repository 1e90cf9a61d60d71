import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { transact } from '#base/context.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { registerConsumers } from './cursor.ts'
import { announce, defineFact } from './fact.ts'
import { readAhead } from './log.ts'
import { once } from './once.ts'
import { makeLogMonths, sweepEffectKeys } from './upkeep.ts'

const database = useDatabase()

const cup = defineFact({
  name: 'cup.poured',
  payload: z.object({ guest: z.string() }),
  label: { zh: '倒了一杯', en: 'A cup was poured' },
})

describe('the log', () => {
  test('takes no change and no deletion', async () => {
    await announce(testCtx(database()), cup, { guest: 'Xiaoman' })
    const { db } = database()
    await expect(sql`update event_log set name = 'cup.spilled'`.execute(db)).rejects.toMatchObject({
      code: '42501',
    })
    await expect(sql`delete from event_log`.execute(db)).rejects.toMatchObject({ code: '42501' })
    await expect(sql`truncate event_log`.execute(db)).rejects.toMatchObject({ code: '42501' })
  })

  test('lets erasure rewrite who it was, but not what happened or when', async () => {
    const { db } = database()
    const rewriting = (change: ReturnType<typeof sql>) =>
      db.transaction().execute(async (tx) => {
        await sql`set local juluo.log_rewrite = 'erasure'`.execute(tx)
        await change.execute(tx)
      })
    await rewriting(sql`update event_log set actor = 'erased', props = '{}', member_id = null`)
    await expect(rewriting(sql`update event_log set name = 'cup.spilled'`)).rejects.toMatchObject({
      code: '42501',
    })
    await expect(rewriting(sql`delete from event_log`)).rejects.toMatchObject({ code: '42501' })
  })

  test('has a partition for today and three months on, and nothing in the default one', async () => {
    await makeLogMonths({ ...testCtx(database()), now: new Date('2031-01-15T00:00:00Z') })
    const { rows } = await sql<{ name: string }>`
      select inhrelid::regclass::text as name from pg_inherits where inhparent = 'event_log'::regclass`.execute(
      database().db,
    )
    const names = rows.map((row) => row.name)
    expect(names).toEqual(expect.arrayContaining(['event_log_203101', 'event_log_203104']))
    const stray = await sql<{ n: number }>`select count(*)::int as n from event_log_default`.execute(
      database().db,
    )
    expect(stray.rows[0]?.n).toBe(0)
  })

  test('is read through the order index of each partition, never by a full scan or a sort', async () => {
    const { db } = database()
    await sql`insert into event_log (name, source, props)
      select 'page.viewed', 'track', '{}' from generate_series(1, 20000)`.execute(db)
    await sql`analyze event_log`.execute(db)
    const { rows } = await sql<{ 'QUERY PLAN': string }>`
      explain select * from event_log where (tx, seq) > ('5'::xid8, 7::bigint) and tx < log_horizon()
       order by tx, seq limit 1000`.execute(db)
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).toMatch(/Index Scan using event_log_\d+_tx_seq_idx/)
    expect(plan).not.toMatch(/Sort Key.*\n.*Seq Scan on event_log_2/)
  })

  test('is read through an index of its own by those who want facts only', async () => {
    const { rows } = await sql<{ 'QUERY PLAN': string }>`
      explain select * from event_log where (tx, seq) > ('5'::xid8, 7::bigint) and tx < log_horizon()
         and source = 'fact' order by tx, seq limit 1000`.execute(database().db)
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).toMatch(/event_log_\d+_tx_seq_idx1/)
  })

  test('looks at unwanted rows without carrying them, and says how far it looked', async () => {
    const look = () =>
      readAhead(database().db, { tx: '0', seq: '0' }, { limit: 100_000, names: ['cup.poured'] })
    // Transactions of other tests on this server may hold the horizon back for a moment.
    await expect.poll(async () => (await look()).rows, { timeout: 10_000 }).toBeGreaterThan(20_000)
    const ahead = await look()
    expect(ahead.events.filter((event) => event.name === 'cup.poured')).toHaveLength(1)
    expect(ahead.last).toBeDefined()
  })
})

describe('once', () => {
  test('runs the first time and not again', async () => {
    let runs = 0
    const work = () => once(testCtx(database()), 'weekly report 2026-W47', async () => ++runs)
    expect(await work()).toBe(1)
    expect(await work()).toBeUndefined()
  })

  test('of twenty callers at once lets one through', async () => {
    let runs = 0
    await Promise.all(
      Array.from({ length: 20 }, () =>
        once(testCtx(database()), 'race', async (ctx) => {
          await sql`select pg_sleep(0.02)`.execute(ctx.db)
          runs++
        }),
      ),
    )
    expect(runs).toBe(1)
  })

  test('forgets the key when the work failed', async () => {
    const failing = once(testCtx(database()), 'fails first', async () => {
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await once(testCtx(database()), 'fails first', async () => 'done')).toBe('done')
  })

  test('belongs to the transaction around it', async () => {
    const outer = transact(testCtx(database()), async (ctx) => {
      await once(ctx, 'joined', async () => 'done')
      throw new Error('undone')
    })
    await expect(outer).rejects.toThrow('undone')
    expect(await once(testCtx(database()), 'joined', async () => 'done')).toBe('done')
  })
})

describe('a consumer that is new', () => {
  const effects = (name: string) => ({ name, kind: 'effects', effects: [] }) as const
  const startOf = async (name: string) =>
    (await database().db.selectFrom('consumer_cursor').select('tx').where('name', '=', name).execute())[0]?.tx

  test('starts at the beginning in a new installation, and now in one that has consumers', async () => {
    await registerConsumers(database(), [effects('first'), effects('also first')])
    expect(await startOf('also first')).toBe('0')
    await registerConsumers(database(), [effects('first'), effects('later')])
    expect(BigInt((await startOf('later')) ?? 0)).toBeGreaterThan(0n)
    expect(await startOf('first')).toBe('0')
  })
})

describe('keys of effects', () => {
  test('are swept a day after their event is behind the cursor, never before', async () => {
    const { db } = database()
    await sql`insert into consumer_cursor (name, tx, seq) values ('keys', '100', 50)`.execute(db)
    await sql`insert into effect_done (consumer, effect, tx, seq, done_at) values
      ('keys', 'old, behind', '100', 49, now() - interval '2 days'),
      ('keys', 'fresh, behind', '100', 49, now()),
      ('keys', 'old, ahead', '100', 51, now() - interval '2 days')`.execute(db)
    expect(await sweepEffectKeys(testCtx(database()))).toBe(1)
    const left = await db.selectFrom('effect_done').select('effect').where('consumer', '=', 'keys').execute()
    expect(left.map(({ effect }) => effect).sort()).toEqual(['fresh, behind', 'old, ahead'])
  })
})
