import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { FieldValue } from '#base/declarations/fields.ts'
import { announce, defineFact } from '#base/facts/fact.ts'
import { followLog } from '#base/facts/follow.ts'
import { openListener } from '#base/live/listener.ts'
import { rebuildWarehouse } from '#base/warehouse/warehouse.ts'
import { testCtx } from '#test/database.ts'
import { silentLog, until, useWarehouse } from '#test/warehouse.ts'
import type { Audience } from '../audience.ts'
import type { Condition } from '../conditions/condition.ts'
import { openAudience } from '../open-audience.ts'
import { followMembers } from './follow.ts'

const world = useWarehouse()
const many = 5_000
const section = { zh: '资料', en: 'Profile' }
const cityOf = new Map<string, FieldValue>()
/** Ids of each read, to see that reads are bounded. */
const reads: number[] = []
let audience: Audience

const changed = defineFact({
  name: 'city.changed',
  payload: z.object({}),
  label: { zh: '换了城市', en: 'Moved' },
})
const source = {
  name: 'test',
  describe: async () => [{ key: 'city', label: '城市', type: 'choice' as const, section }],
  read: async (_ctx: unknown, ids: readonly string[]) => {
    reads.push(ids.length)
    return new Map(ids.map((id) => [id, { city: cityOf.get(id) ?? null }]))
  },
}
const ctx = () => testCtx(world().database, { kind: 'system', name: 'test' }, new Date())
const lives = (city: string): Condition => ({ kind: 'field', field: 'city', test: { op: 'is', value: city } })
const count = (who: Condition) => audience.count(ctx(), { version: 1, who })

beforeAll(async () => {
  await world().database.pool.query(
    `insert into member (id, token, nickname, joined_at) select n, 'm' || n, 'm' || n, now() from generate_series(1, $1) as n`,
    [many],
  )
  for (let id = 1; id <= many; id++) cityOf.set(String(id), id % 2 ? '上海' : '杭州')
  audience = openAudience(
    { warehouse: world().warehouse },
    { facts: () => [], fields: () => [source] },
    { find: async () => new Map() },
  )
})

describe('copies of members', () => {
  test('are refused while they are not whole, and made without holding many members at once', async () => {
    // The warehouse has no tables yet, or those of nobody.
    await expect(count(lives('上海'))).rejects.toMatchObject({ code: 'warehouse_unavailable' })
    world().startSink()
    await world().settled()
    await until(async () => await audience.copies.fill(ctx()))
    expect(await count(lives('上海'))).toBe(many / 2)
    expect(Math.max(...reads)).toBeLessThanOrEqual(2_000)
  })

  test('go on where an interrupted filling stood', async () => {
    await audience.copies.forget(ctx())
    const stopping = new AbortController()
    reads.length = 0
    const stopped = await audience.copies.fill(ctx(), {
      signal: stopping.signal,
      progress: async (done) => {
        if (done >= 2_000) stopping.abort()
      },
    })
    expect(stopped).toBe(false)
    await expect(count(lives('上海'))).rejects.toMatchObject({ code: 'warehouse_unavailable' })
    expect(await audience.copies.fill(ctx())).toBe(true)
    expect(reads.reduce((one, other) => one + other, 0)).toBe(many)
    expect(await count({ kind: 'all', of: [] })).toBe(many)
  })

  test('follow what is announced: a change, a merging, the end of a profile', async () => {
    const { database } = world()
    const listener = openListener({ url: database.url })
    const following = await followLog({
      connection: database,
      listener,
      consumers: [followMembers(audience.copies)],
      log: silentLog,
      pollMs: 50,
    })
    try {
      const before = await count(lives('上海'))
      cityOf.set('2', '上海')
      await announce(ctx(), changed, {}, { memberId: '2' })
      await until(async () => (await count(lives('上海'))) === before + 1)
      await database.pool.query('update member set merged_into = 3 where id = 1')
      await announce(ctx(), changed, {}, { memberId: '1' })
      await until(async () => (await count(lives('上海'))) === before)
      await database.pool.query('delete from member where id = 2')
      await announce(ctx(), changed, {}, { object: { kind: 'member', id: '2' } })
      await until(async () => (await count(lives('上海'))) === before - 1)
      expect(await count({ kind: 'all', of: [] })).toBe(many - 2)
    } finally {
      await following.stop()
      await listener.close()
    }
  })

  test('are made again after a rebuild of the warehouse, which has forgotten them', async () => {
    const expected = await count(lives('上海'))
    await rebuildWarehouse(world().database.pool)
    await expect(count(lives('上海'))).rejects.toMatchObject({ code: 'warehouse_unavailable' })
    await until(async () => await audience.copies.fill(ctx()))
    // What they did may take longer than who they are.
    await world().settled()
    expect(await count(lives('上海'))).toBe(expected)
  })

  test('are missed when the tables were made again without a word', async () => {
    const expected = await count(lives('上海'))
    await world().warehouse.client.command('TRUNCATE TABLE member')
    expect(await count(lives('上海'))).toBe(0)
    expect(await audience.copies.fill(ctx())).toBe(true)
    expect(await count(lives('上海'))).toBe(expected)
  })

  test('are nobody’s twice: a later reading wins over an earlier one', async () => {
    const before = await count(lives('上海'))
    cityOf.set('4', '上海')
    await audience.copies.refresh(ctx(), ['4', '4'])
    await audience.copies.refresh(ctx(), ['4'])
    expect(await count(lives('上海'))).toBe(before + 1)
    expect(await count({ kind: 'all', of: [] })).toBe(many - 2)
  })
})
