import { sql } from 'kysely'
import { afterEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { transact } from '#base/context.ts'
import { openDatabase } from '#base/db/database.ts'
import { type Listener, openListener } from '#base/live/listener.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import type { Log } from '../parts.ts'
import type { BatchConsumer, Consumer, EffectsConsumer } from './consumer.ts'
import { announce, defineFact } from './fact.ts'
import { type Following, followLog } from './follow.ts'
import { listConsumers, pauseConsumer, redriveDeadLetter, resumeConsumer } from './operate.ts'

const database = useDatabase()

const bean = defineFact({
  name: 'bean.roasted',
  payload: z.object({ lot: z.string() }),
  label: { zh: '烘了一炉', en: 'A batch was roasted' },
})

const quiet: Log = { debug() {}, info() {}, warn() {}, error() {}, child: () => quiet }

const open: { listeners: Listener[]; following: Following[] } = { listeners: [], following: [] }

afterEach(async () => {
  await Promise.all(open.following.splice(0).map((each) => each.stop()))
  await Promise.all(open.listeners.splice(0).map((each) => each.close()))
})

async function follow(consumers: readonly Consumer[], pollMs = 50): Promise<Following> {
  const listener = openListener({ url: database().url })
  open.listeners.push(listener)
  await listener.ready
  const following = await followLog({
    connection: database(),
    listener,
    consumers,
    log: quiet,
    pollMs,
    patience: { attempts: 3, waitMs: () => 20 },
  })
  open.following.push(following)
  return following
}

const roast = (lot: string) => announce(testCtx(database()), bean, { lot })

/** A consumer that remembers the lots it saw, in order. */
function remembering(name: string, react: (lot: string) => Promise<void> = async () => {}) {
  const lots: string[] = []
  const consumer: EffectsConsumer = {
    name,
    kind: 'effects',
    effects: [
      {
        on: bean,
        does: 'remembers the lot',
        run: async (_, event) => {
          await react(String(event.props.lot))
          lots.push(String(event.props.lot))
        },
      },
    ],
  }
  return { consumer, lots }
}

describe('following the log', () => {
  test('brings every fact to its effects, in order', async () => {
    const { consumer, lots } = remembering('order')
    await follow([consumer])
    for (let lot = 1; lot <= 50; lot++) await roast(`o${lot}`)
    await expect.poll(() => lots.length).toBe(50)
    expect(lots).toEqual(Array.from({ length: 50 }, (_, index) => `o${index + 1}`))
  })

  test('wakes on an announcement instead of waiting for the next poll', async () => {
    const { consumer, lots } = remembering('wakes')
    const { wakeThrough } = await import('./follow.ts')
    const stop = wakeThrough(database())
    await follow([consumer], 60_000)
    // Whoever takes this one hears already, and looks again by itself in a minute.
    await roast('first')
    await expect.poll(() => lots, { timeout: 20_000 }).toEqual(['first'])
    await transact(testCtx(database()), (ctx) => announce(ctx, bean, { lot: 'woken' }))
    await expect.poll(() => lots, { timeout: 20_000 }).toEqual(['first', 'woken'])
    stop()
  })

  test('never reacts to a row that came from outside under the name of a fact', async () => {
    const { consumer, lots } = remembering('outside')
    await follow([consumer])
    await database()
      .db.insertInto('event_log')
      .values({ name: 'bean.roasted', source: 'track', props: JSON.stringify({ lot: 'forged' }) })
      .execute()
    await roast('true')
    await expect.poll(() => lots).toEqual(['true'])
  })

  test('runs with two runners as with one: nothing doubles, and the second takes over from the first', async () => {
    const { consumer, lots } = remembering('two')
    const first = await follow([consumer])
    await follow([consumer])
    for (let lot = 1; lot <= 20; lot++) await roast(`t${lot}`)
    await expect.poll(() => lots.length).toBe(20)
    await first.stop()
    await roast('t21')
    await expect.poll(() => lots.length).toBe(21)
    expect(new Set(lots).size).toBe(21)
  })

  test('a new effects consumer starts now, a new batch consumer at the beginning', async () => {
    await roast('before')
    const { consumer, lots } = remembering('late')
    const seen: string[] = []
    const sink: BatchConsumer = {
      name: 'late batch',
      kind: 'batch',
      batchSize: 10,
      take: async (_, events) => void seen.push(...events.map((event) => String(event.props.lot))),
    }
    await follow([consumer, sink])
    await roast('after')
    await expect.poll(() => lots).toEqual(['after'])
    await expect.poll(() => seen).toEqual(expect.arrayContaining(['before', 'after']))
  })
})

describe('a transaction that takes its number early and commits late', () => {
  /** Rows as a reader meets them when it simply goes by the row's number. */
  async function readBySeqOnly(after: string) {
    const { rows } = await sql<{ seq: string; lot: string }>`
      select seq, props->>'lot' as lot from event_log where seq > ${after}::bigint and name = 'bean.roasted'
       order by seq`.execute(database().db)
    return rows
  }

  test('is not passed over; a reader that goes by seq alone does pass over it (control)', async () => {
    const { consumer, lots } = remembering('inflight')
    await follow([consumer])
    const started = (await readBySeqOnly('0')).at(-1)?.seq ?? '0'
    const naive: string[] = []
    let cursor = started
    const readNaively = async () => {
      for (const row of await readBySeqOnly(cursor)) {
        naive.push(row.lot)
        cursor = row.seq
      }
    }
    const slow = Promise.withResolvers<void>()
    const wrote = Promise.withResolvers<void>()
    const late = transact(testCtx(database()), async (ctx) => {
      await announce(ctx, bean, { lot: 'early number' })
      wrote.resolve()
      await slow.promise
    })
    await wrote.promise
    // A newer session: its row numbers come from a later block of the sequence.
    const newer = openDatabase({ url: database().url, max: 1 })
    for (const lot of ['quick one', 'quick two']) await announce(testCtx(newer), bean, { lot })
    await newer.close()
    await readNaively()
    await new Promise((done) => setTimeout(done, 300))
    expect(lots).toEqual([])
    slow.resolve()
    await late
    await readNaively()
    await expect.poll(() => lots).toEqual(['early number', 'quick one', 'quick two'])
    expect(naive).not.toContain('early number')
  })
})

describe('trouble', () => {
  test('is tried again with patience, then put aside with its reason while the consumer goes on', async () => {
    let broken = true
    let tries = 0
    const { consumer, lots } = remembering('trouble', async (lot) => {
      if (lot !== 'burnt') return
      tries++
      if (broken) throw new Error('the drum is on fire')
    })
    await follow([consumer])
    await roast('burnt')
    await roast('good')
    await expect.poll(() => lots).toEqual(['good'])
    expect(tries).toBe(3)
    const [letter] = await database()
      .db.selectFrom('consumer_dead_letter')
      .selectAll()
      .where('consumer', '=', 'trouble')
      .execute()
    expect(letter).toMatchObject({ reason: 'Error: the drum is on fire', attempts: 3, resolution: null })

    // Sent back while still broken: it is a dead letter again. Sent back when mended: it happens, once.
    await redriveDeadLetter(testCtx(database()), letter!.id)
    await expect.poll(() => tries).toBe(4)
    broken = false
    await expect.poll(() => redriveDeadLetter(testCtx(database()), letter!.id)).toBe(true)
    await expect.poll(() => lots).toEqual(['good', 'burnt'])
    expect(await redriveDeadLetter(testCtx(database()), letter!.id)).toBe(false)
  })

  test('of one runner is no dead letter when another has done the work meanwhile', async () => {
    let tries = 0
    const consumer: EffectsConsumer = {
      name: 'overlap',
      kind: 'effects',
      effects: [
        {
          on: bean,
          does: 'pays for the lot',
          run: async (ctx, event) => {
            if (event.props.lot !== 'paid twice') return
            // This runner's transaction is undone, and the other one does the work before this one says so.
            if (++tries === 3) {
              await sql`rollback`.execute(ctx.db)
              const key = ['overlap', 'bean.roasted: pays for the lot', event.tx, event.seq]
              await database().pool.query(
                'insert into effect_done (consumer, effect, tx, seq) values ($1, $2, $3, $4)',
                key,
              )
            }
            throw new Error('the till is stuck')
          },
        },
      ],
    }
    await follow([consumer])
    await roast('paid twice')
    await expect.poll(() => tries).toBe(3)
    const lag = async () =>
      (await listConsumers(database().db)).find(({ name }) => name === 'overlap')?.lagRows
    await expect.poll(lag).toBe(0)
    const letters = await database()
      .db.selectFrom('consumer_dead_letter')
      .select('id')
      .where('consumer', '=', 'overlap')
      .execute()
    expect(letters).toEqual([])
  })

  test('in a batch is narrowed down to the one bad row', async () => {
    const taken: string[] = []
    const sink: BatchConsumer = {
      name: 'narrowing',
      kind: 'batch',
      batchSize: 64,
      from: 'now',
      take: async (_, events) => {
        const lots = events.map((event) => String(event.props.lot))
        if (lots.includes('n13')) throw new Error('unlucky')
        taken.push(...lots)
      },
    }
    const following = await follow([sink])
    await following.stop()
    for (let lot = 1; lot <= 30; lot++) await roast(`n${lot}`)
    await follow([sink])
    await expect.poll(() => taken.length, { timeout: 10_000 }).toBe(29)
    expect(taken).not.toContain('n13')
    const letters = await database()
      .db.selectFrom('consumer_dead_letter')
      .select(['reason', 'effect'])
      .where('consumer', '=', 'narrowing')
      .execute()
    expect(letters).toEqual([{ reason: 'Error: unlucky', effect: '' }])
  })

  test('of what a batch writes to is waited for, however long, and nothing is put aside', async () => {
    const { problems } = await import('#base/http/problem.ts')
    let away = true
    let refusals = 0
    const taken: string[] = []
    const sink: BatchConsumer = {
      name: 'patient',
      kind: 'batch',
      batchSize: 10,
      from: 'now',
      take: async (_, events) => {
        if (away) {
          refusals++
          throw problems.warehouseUnavailable()
        }
        taken.push(...events.map((event) => String(event.props.lot)))
      },
    }
    await follow([sink])
    await roast('kept')
    await expect.poll(() => refusals, { timeout: 10_000 }).toBeGreaterThan(3)
    away = false
    await expect.poll(() => taken, { timeout: 5_000 }).toEqual(['kept'])
    expect(
      await database()
        .db.selectFrom('consumer_dead_letter')
        .select('id')
        .where('consumer', '=', 'patient')
        .execute(),
    ).toEqual([])
  })

  test('paused, it stands still and shows its lag; resumed, it catches up', async () => {
    const { consumer, lots } = remembering('paused')
    await follow([consumer])
    await roast('p1')
    await expect.poll(() => lots).toEqual(['p1'])
    await pauseConsumer(testCtx(database()), 'paused', 'cleaning the mill')
    await new Promise((done) => setTimeout(done, 150))
    await roast('p2')
    await new Promise((done) => setTimeout(done, 200))
    expect(lots).toEqual(['p1'])
    const state = (await listConsumers(database().db)).find(({ name }) => name === 'paused')
    expect(state).toMatchObject({ lagRows: 1, pauseReason: 'cleaning the mill', pausedBy: 'system:test' })
    expect(state?.lagSeconds).toBeGreaterThan(0)
    await resumeConsumer(testCtx(database()), 'paused')
    await expect.poll(() => lots).toEqual(['p1', 'p2'])
  })
})
