import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Warehouse } from '#base/parts.ts'
import { openAudience } from '#modules/audience/api.ts'
import { openAsking } from '#modules/insight/asking.ts'
import type { InsightParts } from '#modules/insight/parts.ts'
import { testCtx } from '#test/database.ts'
import { makeTestWarehouse } from '#test/warehouse.ts'
import { type Ask, measureAll } from '../measure.ts'
import { written } from '../metric.ts'
import { Memory } from './memory.ts'
import { askOnce } from './share.ts'
import { stampsOf } from './stamps.ts'

const now = new Date('2026-11-19T02:00:00Z')
const days = { from: '2026-11-10', to: '2026-11-18' }

describe('figures are remembered', () => {
  let world: Awaited<ReturnType<typeof makeTestWarehouse>>
  let parts: InsightParts
  let asked: string[] = []

  const happen = async (
    rows: readonly { name?: string; member?: number; at: string; browser?: string; path?: string }[],
  ) => {
    for (const { name = 'post.read', member = null, at, browser = null, path = '/' } of rows)
      await world.database.pool.query(
        `insert into event_log (name, source, actor, member_id, anonymous_id, occurred_at, props)
         values ($1, 'track', 'anonymous', $2, $3, $4, $5)`,
        [name, member, browser, at, JSON.stringify({ path })],
      )
    await world.settled()
  }

  beforeAll(async () => {
    world = await makeTestWarehouse()
    await world.database.pool.query(
      `insert into member (id, token, nickname, joined_at) select n, 'm' || n, '成员' || n, now() from generate_series(1, 9) as n`,
    )
    world.startSink()
    const spy: Pick<Warehouse, 'query'> = {
      query: (sql, ...rest) => {
        asked.push(sql)
        return world.warehouse.query(sql, ...rest)
      },
    }
    const declared = { facts: () => [], fields: () => [] }
    const warehouse = { ...world.warehouse, ...spy }
    parts = {
      warehouse,
      audience: openAudience({ warehouse }, declared),
      declared,
    } as unknown as InsightParts
    await happen([
      { at: '2026-11-10T02:00Z', member: 1 },
      { at: '2026-11-10T03:00Z', browser: 'b1' },
      { at: '2026-11-12T02:00Z', member: 2, path: '/a' },
      { at: '2026-11-18T02:00Z', member: 1 },
    ])
    await parts.audience.copies.fill(testCtx(world.database, { kind: 'system', name: 'test' }, now))
  })
  afterAll(() => world?.end())

  const reads = written({ kind: 'events', event: 'post.read', counted: { of: 'members' } })
  async function measured(asks: readonly Ask[]) {
    asked = []
    const asking = await openAsking(testCtx(world.database, { kind: 'system', name: 'test' }, now), parts)
    const answers = await measureAll(asking, asks)
    return { answers, statements: asked.filter((sql) => !sql.includes('@proofs')) }
  }
  const daily = async () => {
    const { answers, statements } = await measured([{ ref: reads, question: { days, unit: 'day' } }])
    return {
      points: answers[0]!.points.map(({ value }) => value),
      total: answers[0]!.total.value,
      statements,
    }
  }

  test('so that the same question again asks nothing but whether anything is new', async () => {
    const first = await daily()
    expect(first.points).toEqual([1, 0, 1, 0, 0, 0, 0, 0, 1])
    expect(first.total).toBe(2)
    expect(first.statements.length).toBe(1)
    // A batch that was still on its way is looked at once more.
    await daily()
    const again = await daily()
    expect(again).toEqual({ ...first, statements: [] })
    expect(asked.length).toBe(1)
  })

  test('a late event changes its day and the whole, and only those are asked again', async () => {
    await daily()
    await happen([{ at: '2026-11-11T02:00Z', member: 3 }])
    const { points, total, statements } = await daily()
    expect(points).toEqual([1, 1, 1, 0, 0, 0, 0, 0, 1])
    expect(total).toBe(3)
    expect(statements.length).toBe(1)
    // An event of another name changes nothing.
    await daily()
    await happen([{ at: '2026-11-11T02:00Z', member: 4, name: 'check_in' }])
    expect((await daily()).statements).toEqual([])
  })

  test('whose browser it was becomes known later: its days are asked again', async () => {
    await daily()
    await daily()
    await world.database.pool.query(
      `insert into event_log (name, source, actor, member_id, occurred_at, props)
       values ('visitor.identified', 'fact', 'account:1', 5, '2026-11-19T01:00Z', '{"anonymousId":"b1","proof":"session"}')`,
    )
    await world.settled()
    const { points, total } = await daily()
    expect(points[0]).toBe(2)
    expect(total).toBe(4)
  })

  test('two members become one: nothing that was known counts any more', async () => {
    await daily()
    await world.database.pool.query('update member set merged_into = 1 where id = 3')
    await world.database.pool.query(
      `insert into event_log (name, source, actor, member_id, occurred_at, props)
       values ('member.merged_away', 'fact', 'account:1', 3, '2026-11-19T01:30Z', '{"intoId":"1"}')`,
    )
    await world.settled()
    const { points, total } = await daily()
    expect(points).toEqual([2, 1, 1, 0, 0, 0, 0, 0, 1])
    expect(total).toBe(3)
  })

  test('S2-33 an amount that the shop corrects counts in what was known, though nothing came to its day', async () => {
    const { pool } = world.database
    await pool.query(
      `insert into event_log (name, source, actor, member_id, object_kind, object_id, value, occurred_at)
       values ('order.paid', 'fact', 'member:1', 1, 'order', 7, 9900, '2026-11-12T02:00Z')`,
    )
    await world.settled()
    const revenue = async () => {
      const { answers, statements } = await measured([{ ref: 'revenue', question: { days, unit: 'day' } }])
      return { day: answers[0]!.points[2]!.value, total: answers[0]!.total.value, asks: statements.length }
    }
    await revenue()
    await revenue()
    expect(await revenue()).toEqual({ day: 9900, total: 9900, asks: 0 })
    const amended = async (value: number) => {
      await pool.query(
        `with counts as (
           insert into event_amendment (name, object_kind, object_id, value, amended_at) values ('order.paid', 'order', 7, $1, $2)
           on conflict (name, object_kind, object_id) do update set value = excluded.value)
         insert into event_log (name, source, actor, object_kind, object_id, value, occurred_at)
         values ('order.amended', 'fact', 'system:commerce', 'order', 7, $1, $2)`,
        [value, '2026-11-19T01:00Z'],
      )
      await world.settled()
    }
    await amended(5900)
    expect(await revenue()).toMatchObject({ day: 5900, total: 5900 })
    // What was on its way then is looked at once more; from there on it is known again, until the next time.
    await revenue()
    expect(await revenue()).toEqual({ day: 5900, total: 5900, asks: 0 })
    await amended(6900)
    expect(await revenue()).toMatchObject({ day: 6900, total: 6900 })
  })

  test('a dashboard of twelve tiles asks at most twelve times, cut and compared ones too', async () => {
    const keys = [
      'weekly_active_rate',
      'daily_actives',
      'stickiness',
      'messages',
      'reads',
      'retention_day_7',
      'churn_rate',
      'returned_members',
      'revenue',
      'repurchase_rate',
      'health',
      'answer_rate',
    ]
    const { answers } = await measured(
      keys.map((ref, at) => ({
        ref,
        question: {
          range: { last: 12, unit: 'week' },
          unit: 'week',
          ...(at % 3 === 0 ? { breakdown: { by: 'property', property: 'path' } } : {}),
          ...(at % 2 === 0 ? { compare: 'previous' } : {}),
        },
      })),
    )
    expect(answers.length).toBe(12)
    expect(asked.length).toBeLessThanOrEqual(12)
  })
})

describe('the same question of many at once', () => {
  const slow = () => {
    let running = 0
    const stopped: boolean[] = []
    const warehouse: Pick<Warehouse, 'query'> = {
      query: <Row>(_sql: string, _params?: unknown, { signal }: { signal?: AbortSignal } = {}) => {
        running++
        const number = stopped.push(false) - 1
        return new Promise<Row[]>((resolve, reject) => {
          const timer = setTimeout(() => resolve([{ n: number }] as Row[]), 60)
          signal?.addEventListener('abort', () => {
            clearTimeout(timer)
            stopped[number] = true
            reject(new Error('cancelled'))
          })
        })
      },
    }
    return { warehouse, count: () => running, stopped }
  }

  test('runs once, and everybody has the answer', async () => {
    const { warehouse, count } = slow()
    const answers = await Promise.all([1, 2, 3].map(() => askOnce(warehouse, 'SELECT 1', { a: 1 })))
    expect(answers).toEqual([[{ n: 0 }], [{ n: 0 }], [{ n: 0 }]])
    expect(count()).toBe(1)
    await Promise.all([askOnce(warehouse, 'SELECT 1', { a: 1 }), askOnce(warehouse, 'SELECT 1', { a: 2 })])
    expect(count()).toBe(3)
  })

  test('goes on while one waits, and is cancelled when the last has left', async () => {
    const { warehouse, count, stopped } = slow()
    const [one, other] = [new AbortController(), new AbortController()]
    const first = askOnce(warehouse, 'SELECT 1', {}, { signal: one.signal })
    const second = askOnce(warehouse, 'SELECT 1', {}, { signal: other.signal })
    one.abort(new Error('left'))
    await expect(first).rejects.toThrow('left')
    expect(stopped).toEqual([false])
    expect(await second).toEqual([{ n: 0 }])

    const third = askOnce(warehouse, 'SELECT 1', {}, { signal: AbortSignal.timeout(5) })
    await expect(third).rejects.toThrow()
    expect(stopped).toEqual([false, true])
    // Whoever comes after that asks anew.
    expect(await askOnce(warehouse, 'SELECT 1', {})).toEqual([{ n: 2 }])
    expect(count()).toBe(3)
  })
})

test('a figure that was on its way while members became one is not kept', async () => {
  const memory = new Memory()
  const moved = (n: string) => stampsOf([{ name: '@moves', day: '', n }])
  const span = { from: '2026-11-10', to: '2026-11-10' }
  const cells = new Map([['', [3, null] as const]])
  const keep = (forgotten: number) =>
    memory.keep('reads', span, 'same', [span], cells, { rows: 1n, busy: false }, forgotten)
  await memory.follow(moved('0'), async () => [])
  const { forgotten } = memory
  // Somebody else looks, and hears of it first.
  await memory.follow(moved('1'), async () => [])
  keep(forgotten)
  expect(memory.find('reads', span, 'same')).toBeUndefined()
  keep(memory.forgotten)
  expect(memory.find('reads', span, 'same')).toBe(cells)
})
