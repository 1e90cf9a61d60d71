/** Facts and their effects under kill −9 of the worker and of PostgreSQL. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemCtx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import '#base/facts/follow.ts'
import { declaredFailpoints } from '#base/testing/failpoint.ts'
import { type DurablePostgres, seeded, startDurablePostgres, startVictim } from './durable.ts'
import { orderPlaced } from './order.ts'

let postgres: DurablePostgres
let placed = 0

beforeAll(async () => {
  postgres = await startDurablePostgres()
  const { db } = postgres.connection
  await sql`create table crash_effect (kind text not null, number bigint not null)`.execute(db)
  await sql`create table crash_batch (seq bigint primary key, number bigint not null)`.execute(db)
})
afterAll(() => postgres?.close())

async function place(orders: number): Promise<void> {
  for (let each = 0; each < orders; each++) {
    const number = ++placed
    await transact(systemCtx(postgres.connection.db, 'till'), (ctx) => announce(ctx, orderPlaced, { number }))
  }
}

interface Tally {
  readonly kind: string
  readonly done: number
  readonly doubled: number
}

/** For each kind of effect: how many orders it was done for, and for how many more than once. */
async function tally(): Promise<Record<string, Omit<Tally, 'kind'>>> {
  const { rows } = await sql<Tally>`
    select kind, count(*)::int as done, count(*) filter (where times > 1)::int as doubled
      from (select kind, number, count(*) as times from crash_effect group by kind, number
            union all select 'batch', number, count(*) from crash_batch group by number) as each
     group by kind`.execute(postgres.connection.db)
  return Object.fromEntries(rows.map(({ kind, ...rest }) => [kind, rest]))
}

/** Lets a worker finish everything and stops it. */
async function drain(): Promise<void> {
  const worker = await startVictim('facts-victim.ts', { DATABASE_URL: postgres.url })
  await expect
    .poll(
      async () => {
        const { rows } = await sql<{ behind: number }>`
          select count(*)::int as behind from consumer_cursor c join event_log e on (e.tx, e.seq) > (c.tx, c.seq)`.execute(
          postgres.connection.db,
        )
        return rows[0]?.behind
      },
      { timeout: 20_000, interval: 100 },
    )
    .toBe(0)
  await worker.kill()
}

describe('kill −9 of the process that runs effects', () => {
  test('I8: at every failpoint and at random moments, each effect happens exactly once; without a key some double (control)', async () => {
    const points = declaredFailpoints().filter((name) => name.startsWith('facts.'))
    expect(points.length).toBeGreaterThanOrEqual(8)
    for (const [index, point] of points.entries()) {
      await place(12)
      const victim = await startVictim('facts-victim.ts', {
        DATABASE_URL: postgres.url,
        JULUO_FAILPOINT: `${point}:${1 + (index % 3)}:kill`,
      })
      // Work keeps coming, so that the third passage of a point is reached as well.
      const busy = setInterval(() => void place(1), 30)
      expect(await victim.ended, point).toBe('SIGKILL')
      clearInterval(busy)
    }
    const seed = Number(process.env.SEED ?? Date.now() % 100_000)
    console.warn(`random kills with SEED=${seed}`)
    const random = seeded(seed)
    for (let round = 0; round < 4; round++) {
      await place(30)
      const victim = await startVictim('facts-victim.ts', { DATABASE_URL: postgres.url })
      await new Promise((resume) => setTimeout(resume, random() * 150))
      await victim.kill()
    }
    await drain()
    const all = { done: placed, doubled: 0 }
    const counted = await tally()
    expect(counted).toMatchObject({ 'packs the beans': all, 'thanks the guest': all, batch: all })
    expect(counted['without a key']?.doubled).toBeGreaterThan(0)
  })
})

describe('kill −9 of PostgreSQL under writers', () => {
  test('loses nothing that was acknowledged after its commit; acknowledged before it, some is lost (control)', async () => {
    const { db } = postgres.connection
    const worker = await startVictim('facts-victim.ts', { DATABASE_URL: postgres.url })
    const acknowledged: number[] = []
    const tooEarly: number[] = []
    let stop = false
    const writers = Array.from({ length: 6 }, async () => {
      while (!stop) {
        const number = ++placed
        try {
          await transact(systemCtx(db, 'till'), async (ctx) => {
            await announce(ctx, orderPlaced, { number })
            tooEarly.push(number)
            await sql`select pg_sleep(0.01)`.execute(ctx.db)
          })
          acknowledged.push(number)
        } catch {
          await new Promise((resume) => setTimeout(resume, 50))
        }
      }
    })
    for (let crash = 0; crash < 3; crash++) {
      await new Promise((resume) => setTimeout(resume, 700))
      await postgres.crash()
    }
    await new Promise((resume) => setTimeout(resume, 300))
    stop = true
    await Promise.all(writers)
    // The worker went through it all alive.
    expect(await Promise.race([worker.ended, 'alive'])).toBe('alive')
    await worker.kill()
    await drain()

    const { rows } = await sql<{ number: number }>`
      select distinct (props->>'number')::int as number from event_log where name = 'order.placed'`.execute(
      db,
    )
    const kept = new Set(rows.map((row) => row.number))
    expect(acknowledged.length).toBeGreaterThan(100)
    expect(acknowledged.filter((number) => !kept.has(number))).toEqual([])
    expect(tooEarly.filter((number) => !kept.has(number)).length).toBeGreaterThan(0)
    const all = { done: kept.size, doubled: 0 }
    expect(await tally()).toMatchObject({ 'packs the beans': all, 'thanks the guest': all, batch: all })
  })
})
