import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import { joinCommunity } from '#modules/members/api.ts'
import { testCtx, useDatabase } from '#test/database.ts'
import { emptyEvents, emptyWarehouse, putEvents } from '#test/event-rows.ts'
import { computeRfm } from './compute.ts'
import { rfmFields } from './fields.ts'
import { purchasePreset } from './model.ts'
import { rfmPersonal } from './personal.ts'
import { discardDraft, findDraft, findVersions, getInForce, publishDraft, saveDraft } from './versions.ts'

const database = useDatabase()
let client: Awaited<ReturnType<typeof emptyWarehouse>>
const people: string[] = []
const asOf = '2026-11-19'
const quiet = { signal: new AbortController().signal, progress: async () => undefined }
const ctx = (): Ctx => testCtx(database())
const compute = (day = asOf, run = quiet) => computeRfm(ctx(), client.query, 'purchase', day, run)
const buys = (member: string, day: string, value: number) => ({
  name: 'order.paid',
  at: `${day} 12:00`,
  member,
  value,
})
const rows = async (sql: string) => (await database().pool.query(sql)).rows

beforeAll(async () => {
  client = await emptyWarehouse()
  for (const nickname of ['阿澈', '韩小禾', '许木', '舟舟'])
    people.push(await joinCommunity(ctx(), { accountId: null, nickname }))
  const [ache = '', xiaohe = '', xumu = ''] = people
  await putEvents(client, [
    ...['2026-11-10', '2026-10-01', '2026-09-01'].map((day) => buys(ache, day, 9_000)),
    buys(xiaohe, '2026-08-01', 3_000),
    buys(xumu, '2026-11-01', 3_000),
    // Somebody who is no member any more.
    buys('999999', '2026-11-01', 3_000),
  ])
})
afterAll(() => client?.end())

test('S2-20 where everybody stands is kept, with a fact for everyone who moved', async () => {
  const done = await compute()
  expect(done).toMatchObject({ asOf, moved: 3 })
  const kept = await rows(
    `select member_id, tier, frequency, amount, last_on::text, since::text from rfm_standing order by member_id`,
  )
  expect(kept).toEqual([
    {
      member_id: people[0],
      tier: 'important_value',
      frequency: '3',
      amount: '27000',
      last_on: '2026-11-10',
      since: asOf,
    },
    {
      member_id: people[1],
      tier: 'general_retain',
      frequency: '1',
      amount: '3000',
      last_on: '2026-08-01',
      since: asOf,
    },
    {
      member_id: people[2],
      tier: 'general_develop',
      frequency: '1',
      amount: '3000',
      last_on: '2026-11-01',
      since: asOf,
    },
  ])
  const facts = await rows(
    `select member_id, props->>'from' as from, props->>'to' as to from event_log where name = 'rfm.changed' order by member_id`,
  )
  expect(facts.map((fact) => [fact.member_id, fact.from, fact.to])).toEqual([
    [people[0], 'none', 'important_value'],
    [people[1], 'none', 'general_retain'],
    [people[2], 'none', 'general_develop'],
  ])
})

test('the same day again moves nobody and writes nothing', async () => {
  const before = await rows('select xmin::text, * from rfm_standing order by member_id')
  await compute()
  expect(await rows('select xmin::text, * from rfm_standing order by member_id')).toEqual(before)
  expect(await rows('select count(*)::int from rfm_change')).toEqual([{ count: 3 }])
})

test('an order moves its buyer, the history says from where to where, and the rest stay', async () => {
  await putEvents(client, [buys(people[1]!, '2026-11-20', 50_000)])
  expect(await compute('2026-11-20')).toMatchObject({ moved: 1 })
  expect(
    await rows('select member_id, as_of::text, from_tier, to_tier from rfm_change order by id desc limit 1'),
  ).toEqual([
    { member_id: people[1], as_of: '2026-11-20', from_tier: 'general_retain', to_tier: 'important_develop' },
  ])
  expect(await rows(`select since::text from rfm_standing where member_id = ${people[0]}`)).toEqual([
    { since: asOf },
  ])
  // Never back to an earlier day than what is kept.
  expect((await compute(asOf))?.asOf).toBe('2026-11-20')
})

test('stopped between two ranges, the next computation finds the rest to do', async () => {
  await database().pool.query('truncate rfm_standing, rfm_change')
  const stopped = new AbortController()
  const run = { signal: stopped.signal, progress: async () => stopped.abort(new Error('the process stops')) }
  await expect(
    computeRfm(ctx(), client.query, 'purchase', '2026-11-20', run, { asked: 2, written: 2 }),
  ).rejects.toThrow(/stops/)
  expect(await rows('select count(*)::int from rfm_change')).toEqual([{ count: 2 }])
  expect(
    await computeRfm(ctx(), client.query, 'purchase', '2026-11-20', quiet, { asked: 2, written: 2 }),
  ).toMatchObject({
    moved: 3,
  })
  expect(await rows('select count(*)::int from rfm_change')).toEqual([{ count: 3 }])
})

test('two at once write every move once', async () => {
  await database().pool.query('truncate rfm_standing, rfm_change')
  await Promise.all([compute('2026-11-20'), compute('2026-11-20'), compute('2026-11-20')])
  expect(await rows('select count(*)::int from rfm_change')).toEqual([{ count: 3 }])
})

test('the warehouse is asked for a large range once, however small the transactions are', async () => {
  await database().pool.query('truncate rfm_standing, rfm_change')
  const asked: string[] = []
  const counting: typeof client.query = (sql, params, options) => {
    if (/owner BETWEEN/.test(sql)) asked.push(sql)
    return client.query(sql, params, options)
  }
  const sizes = { asked: 4, written: 1 }
  expect(await computeRfm(ctx(), counting, 'purchase', '2026-11-20', quiet, sizes)).toMatchObject({
    moved: 3,
  })
  expect(asked).toHaveLength(1)
})

test('conditions may ask for the tier', async () => {
  const fields = await rfmFields.describe(ctx())
  expect(fields.map((field) => field.key)).toContain('rfm.tier')
  const values = await rfmFields.read(ctx(), people)
  expect(values.get(people[0]!)).toEqual({ 'rfm.tier': 'important_value', 'rfm.since': '2026-11-20' })
  expect(values.get(people[3]!)).toBeUndefined()
})

test('S2-31 a model has versions: a draft changes nothing until it is published', async () => {
  const operator = ctx()
  const changed = { ...purchasePreset, windowDays: 90 }
  await saveDraft(operator, 'purchase', changed)
  await saveDraft(operator, 'purchase', { ...changed, windowDays: 60 })
  expect((await getInForce(operator, 'purchase')).definition).toEqual(purchasePreset)
  expect((await findDraft(operator, 'purchase'))?.definition.windowDays).toBe(60)
  expect(await publishDraft(operator, 'purchase', '改看近 60 天')).toBe(2)
  expect((await getInForce(operator, 'purchase')).definition.windowDays).toBe(60)
  expect((await findVersions(operator, 'purchase')).map(({ number, note }) => [number, note])).toEqual([
    [2, '改看近 60 天'],
    [1, ''],
  ])
  await expect(publishDraft(operator, 'purchase', '')).rejects.toMatchObject({ code: 'no_draft' })
  await expect(discardDraft(operator, 'purchase')).rejects.toMatchObject({ code: 'no_draft' })
  // The other kind has its own.
  expect((await findVersions(operator, 'contribution')).map(({ number }) => number)).toEqual([1])
})

test('the first publication of all is version 2, because what we ship was version 1', async () => {
  await saveDraft(ctx(), 'contribution', { ...purchasePreset })
  expect(await publishDraft(ctx(), 'contribution', '')).toBe(2)
})

test('PIPL 45, 47: the person gets a copy, and what is erased is gone', async () => {
  const copy = await rfmPersonal.copy(ctx(), people[0]!)
  expect(JSON.stringify(copy)).toContain('important_value')
  await rfmPersonal.erase(ctx(), people[0]!)
  expect(await rfmPersonal.copy(ctx(), people[0]!)).toEqual({ standing: [], changes: [] })
})

test('a computation that began earlier stops when another begins, and its older results do not win', async () => {
  await compute('2026-11-20')
  const before = await rows('select * from rfm_change order by id')
  let newer: unknown
  const slow = {
    signal: quiet.signal,
    progress: async () => {
      newer ??= await compute('2026-12-24')
    },
  }
  const sizes = { asked: 1, written: 1 }
  expect(await computeRfm(ctx(), client.query, 'purchase', '2026-11-20', slow, sizes)).toBeUndefined()
  expect(newer).toMatchObject({ asOf: '2026-12-24' })
  expect(await rows('select distinct as_of::text from rfm_run order by as_of desc limit 1')).toEqual([
    { as_of: '2026-12-24' },
  ])
  const since = await rows('select as_of::text from rfm_change order by id')
  expect(since.slice(before.length).every((row) => row.as_of === '2026-12-24')).toBe(true)
})

test('a warehouse that knows nobody takes nobody’s tier away', async () => {
  await compute('2026-11-20')
  const kept = await rows('select * from rfm_standing order by member_id')
  expect(kept.length).toBeGreaterThan(0)
  await emptyEvents(client)
  await expect(compute('2026-11-21')).rejects.toMatchObject({ code: 'warehouse_unavailable' })
  expect(await rows('select * from rfm_standing order by member_id')).toEqual(kept)
})
