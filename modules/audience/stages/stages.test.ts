import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import { declaredBy } from '#base/declarations/declared.ts'
import type { Module } from '#base/module.ts'
import { joinCommunity } from '#modules/members/api.ts'
import { testCtx } from '#test/database.ts'
import { makeTestWarehouse } from '#test/warehouse.ts'
import type { Audience } from '../audience.ts'
import { type Condition, everybody } from '../conditions/condition.ts'
import { openAudience } from '../open-audience.ts'
import { computeStages, tryStages } from './compute.ts'
import { stageFields } from './fields.ts'
import { between, findFitting, fittingSql } from './fitting.ts'
import { findIntervals, intervalsSql } from './intervals.ts'
import { decide, type LifeDefinition } from './model.ts'
import { stagesPersonal } from './personal.ts'
import { communityPreset, contentPreset, privateDomainPreset, tradePreset } from './presets.ts'
import { findChanges, findFlow, findLifeSizes, findStanding } from './reading.ts'
import {
  archiveModel,
  createModel,
  findLifeVersions,
  findModels,
  getLifeInForce,
  publishLifeDraft,
  saveLifeDraft,
} from './versions.ts'

let world: Awaited<ReturnType<typeof makeTestWarehouse>>
let client: (typeof world)['warehouse']
let audience: Audience
let everyone = ''
const people: string[] = []
const at = (day: string): Ctx => testCtx(world.database, undefined, new Date(`${day}T04:00:00Z`))
const quiet = { signal: new AbortController().signal, progress: async () => undefined }
const compute = (day: string, model = everyone, size?: number) =>
  computeStages(at(day), client, audience, model, quiet, size)
const rows = async (sql: string) => (await world.database.pool.query(sql)).rows

const days = (event: string, op: 'gte' | 'eq', value: number, last: number): Condition => ({
  kind: 'event',
  event,
  window: { last: { amount: last, unit: 'days' } },
  measure: { of: op === 'eq' ? 'count' : 'days', op, value },
})
/** Small figures: growth from two days in ten, mature from four, dormant after five silent ones, churned after nine. */
const small: LifeDefinition = {
  version: 1,
  who: everybody,
  stages: communityPreset.stages.map((stage) => {
    const conditions: Record<string, Condition> = {
      growth: days('visit', 'gte', 2, 10),
      mature: days('visit', 'gte', 4, 10),
      dormant: days('visit', 'eq', 0, 5),
      churned: days('visit', 'eq', 0, 9),
    }
    const who = conditions[stage.key]
    return who ? { ...stage, when: { version: 1, who } } : stage
  }),
}
interface Visited {
  readonly name: string
  readonly at: string
  readonly member: string
  readonly value?: number
}
const visits = (member: string, ...onDays: number[]): Visited[] =>
  onDays.map((day) => ({ name: 'visit', at: `2026-11-${String(day).padStart(2, '0')}`, member }))
/** Into the log, and from there into the warehouse. */
async function happens(events: readonly Visited[]): Promise<void> {
  await world.database.pool.query(
    `insert into event_log (name, source, actor, occurred_at, member_id, value)
     select name, 'track', 'account:1', at::date + time '10:00' at time zone 'Asia/Shanghai', member, value
       from jsonb_to_recordset($1::jsonb) as happened (name text, at text, member bigint, value bigint)`,
    [JSON.stringify(events)],
  )
  await world.settled()
}

beforeAll(async () => {
  world = await makeTestWarehouse()
  client = world.warehouse
  world.startSink()
  const modules: Module[] = []
  audience = openAudience(
    { warehouse: client },
    declaredBy(() => modules),
  )
  for (const nickname of ['阿澈', '韩小禾', '许木', '舟舟', '小满'])
    people.push(await joinCommunity(at('2026-11-01'), { accountId: null, nickname }))
  const [ache = '', xiaohe = '', xumu = '', zhouzhou = ''] = people
  await happens([
    ...visits(ache, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15),
    ...visits(xiaohe, 7, 9, 13),
    ...visits(xumu, 2, 3, 4, 5, 6),
    ...visits(zhouzhou, 9),
  ])
  expect(await audience.copies.fill(at('2026-11-01'))).toBe(true)
  everyone = (await findModels(at('2026-11-01')))[0]!.id
  await saveLifeDraft(at('2026-11-01'), everyone, small)
  await publishLifeDraft(at('2026-11-01'), everyone, '')
})
afterAll(() => world?.end())

const stages = async () =>
  Object.fromEntries(
    (
      await rows(
        'select nickname, stage from life_standing join member on member.id = member_id order by member.id',
      )
    ).map((row) => [row.nickname, row.stage]),
  )

test('S2-26…28 the first computation puts everybody where the conditions say, with a fact each', async () => {
  expect(await compute('2026-11-10')).toMatchObject({ asOf: '2026-11-10', members: 5, moved: 5 })
  expect(await stages()).toEqual({
    阿澈: 'mature',
    韩小禾: 'growth',
    许木: 'mature',
    舟舟: 'introduction',
    小满: 'churned',
  })
  const facts = await rows(`select props from event_log where name = 'lifecycle.changed'`)
  expect(facts).toHaveLength(5)
  expect(facts[0]?.props).toMatchObject({ modelId: everyone, from: null })
})

test('the same day again moves nobody', async () => {
  expect(await compute('2026-11-10')).toMatchObject({ moved: 5 })
  expect(await rows('select count(*)::int from life_change')).toEqual([{ count: 5 }])
})

test('days later, who fell silent is dormant only if he was active before, and who returns is woken up', async () => {
  await compute('2026-11-12')
  expect(await stages()).toMatchObject({ 许木: 'dormant', 舟舟: 'introduction', 阿澈: 'mature' })
  await happens(visits(people[2]!, 13, 14))
  await compute('2026-11-14')
  expect(await stages()).toMatchObject({ 许木: 'mature' })
  expect(await findChanges(at('2026-11-14'), everyone, people[2]!)).toEqual([
    { day: '2026-11-14', from: 'dormant', to: 'mature' },
    { day: '2026-11-12', from: 'mature', to: 'dormant' },
    { day: '2026-11-10', from: null, to: 'mature' },
  ])
})

test('S2-29 the flow since a day adds up to everybody, and the people behind it are as many as it says', async () => {
  await compute('2026-11-19')
  const ctx = at('2026-11-19')
  const flow = await findFlow(ctx, everyone, '2026-11-10')
  expect(flow.reduce((sum, each) => sum + each.members, 0)).toBe(5)
  expect(flow.some((each) => each.from !== each.to)).toBe(true)
  for (const { from, to, members } of flow.filter((each) => each.from !== each.to)) {
    const found = await findStanding(
      ctx,
      everyone,
      { stage: to ?? '', came: { after: '2026-11-10', from } },
      { limit: 10 },
    )
    expect(found).toHaveLength(members)
  }
  const sizes = await findLifeSizes(ctx, everyone, 10)
  expect(sizes.map((size) => size.day)).toEqual(['2026-11-10', '2026-11-12', '2026-11-14', '2026-11-19'])
  for (const { counts } of sizes) expect(Object.values(counts).reduce((sum, each) => sum + each, 0)).toBe(5)
})

test('S2-31 another version is tried without moving anybody, then published', async () => {
  const ctx = at('2026-11-19')
  const before = await stages()
  const strict: LifeDefinition = {
    ...small,
    stages: small.stages.map((stage) =>
      stage.key === 'mature' ? { ...stage, when: { version: 1, who: days('visit', 'gte', 9, 10) } } : stage,
    ),
  }
  const trial = await tryStages(ctx, client, audience, everyone, strict)
  expect(trial.members).toBe(5)
  expect(trial.moved).toBeGreaterThan(0)
  expect(await stages()).toEqual(before)
  await saveLifeDraft(ctx, everyone, strict)
  expect(await publishLifeDraft(ctx, everyone, '收紧成熟期')).toBe(3)
  await compute('2026-11-19')
  const counts = Object.values(await stages()).reduce<Record<string, number>>((all, stage) => {
    all[String(stage)] = (all[String(stage)] ?? 0) + 1
    return all
  }, {})
  expect(Object.fromEntries([...trial.counts].filter(([, members]) => members > 0))).toEqual(counts)
  expect((await findLifeVersions(ctx, everyone)).map((version) => version.number)).toEqual([3, 2, 1])
})

test('S2-30 each type of user has a model of its own; who is no longer of the type leaves it', async () => {
  const ctx = at('2026-11-19')
  const visitors: Condition = {
    kind: 'event',
    event: 'visit',
    window: { last: { amount: 6, unit: 'days' } },
    measure: { of: 'count', op: 'gte', value: 1 },
  }
  const id = await createModel(ctx, {
    name: '门店常客',
    note: '',
    definition: { ...small, who: { version: 1, who: visitors } },
  })
  expect(await compute('2026-11-15', id)).toMatchObject({ members: 3 })
  expect(await compute('2026-11-28', id)).toMatchObject({ members: 0, moved: 3 })
  expect(
    await rows(`select count(*)::int from life_change where model_id = ${id} and to_stage is null`),
  ).toEqual([{ count: 3 }])
  // The model of everybody knows nothing of it.
  expect(Object.keys(await stages())).toHaveLength(5)
  await expect(createModel(ctx, { name: '门店常客', note: '', definition: small })).rejects.toMatchObject({
    code: 'life_model_name_taken',
  })
  await archiveModel(ctx, id)
  expect(await findModels(ctx)).toHaveLength(1)
  await expect(archiveModel(ctx, everyone)).rejects.toMatchObject({ code: 'life_model_stays' })
})

test('killed between two ranges, the next computation finds the rest; two at once move everybody once', async () => {
  await world.database.pool.query('truncate life_standing, life_change')
  const stopped = new AbortController()
  const run = { signal: stopped.signal, progress: async () => stopped.abort(new Error('the process stops')) }
  await expect(computeStages(at('2026-11-19'), client, audience, everyone, run, 2)).rejects.toThrow(/stops/)
  expect(await rows('select count(*)::int from life_change')).toEqual([{ count: 2 }])
  await Promise.all([compute('2026-11-19', everyone, 2), compute('2026-11-19', everyone, 2)])
  expect(await rows('select count(*)::int from life_change')).toEqual([{ count: 5 }])
})

test('a computation that began earlier stops when another begins or the model is archived', async () => {
  await world.database.pool.query('truncate life_standing, life_change')
  const during = (does: () => Promise<unknown>) => {
    let done: Promise<unknown> | undefined
    return {
      signal: quiet.signal,
      progress: async () => {
        done ??= does()
        await done
      },
    }
  }
  const earlier = during(() => compute('2026-11-19'))
  expect(await computeStages(at('2026-11-10'), client, audience, everyone, earlier, 2)).toBeUndefined()
  const later = await rows(`select count(*)::int from life_change where as_of = '2026-11-10'`)
  // Only the range that was written before the other began.
  expect(later).toEqual([{ count: 2 }])
  const who = { name: '要归档的', note: '', definition: small }
  const id = await createModel(at('2026-11-19'), who)
  const archiving = during(() => archiveModel(at('2026-11-19'), id))
  expect(await computeStages(at('2026-11-19'), client, audience, id, archiving, 2)).toBeUndefined()
  expect(await rows(`select from life_standing where model_id = ${id}`)).toEqual([])
})

test('where somebody stands is what deciding over the single evaluator says', async () => {
  const ctx = at('2026-11-19')
  const { definition } = await getLifeInForce(ctx, everyone)
  for (const id of people) {
    const fits = await Promise.all(definition.stages.map((stage) => audience.matches(ctx, stage.when, id)))
    const fitting = await findFitting(ctx, client, audience, definition)
    const [found] = between(fitting, id, id)
    expect(decide(definition.stages, null, (place) => fits[place] ?? false)).toBe(
      decide(definition.stages, null, (place) => ((found?.[1] ?? 0) & (1 << place)) !== 0),
    )
  }
})

test('conditions may ask for the stage, of each type of user', async () => {
  const fields = await stageFields.describe(at('2026-11-19'))
  expect(fields.map((field) => [field.key, field.of?.options.length])).toEqual([
    ['lifecycle.stage', 1],
    ['lifecycle.since', 1],
  ])
  const values = await stageFields.read(at('2026-11-19'), people)
  expect(values.get(people[0]!)).toMatchObject({ [`lifecycle.since:${everyone}`]: '2026-11-19' })
})

test('PIPL 45, 47: the person gets a copy, and what is erased is gone', async () => {
  expect(JSON.stringify(await stagesPersonal.copy(at('2026-11-19'), people[0]!))).toContain('growth')
  await stagesPersonal.erase(at('2026-11-19'), people[0]!)
  expect(await stagesPersonal.copy(at('2026-11-19'), people[0]!)).toEqual({ standing: [], changes: [] })
})

test('intervals of purchase: four fifths and nine tenths, and the usual figures while there are few', async () => {
  expect(await findIntervals(client, 'order.paid', '2026-11-19')).toEqual({ warning: 30, churn: 60, gaps: 0 })
  const rowsOf = Array.from({ length: 41 }, (_, place) => ({
    name: 'order.paid',
    at: `${new Date(Date.parse('2026-11-19T00:00:00Z') - (((place * (place + 1)) / 2) * 86_400_000) / 4).toISOString().slice(0, 10)}`,
    member: people[4]!,
    value: 100,
  }))
  await happens(rowsOf)
  const found = await findIntervals(client, 'order.paid', '2026-11-19')
  expect(found.gaps).toBeGreaterThan(30)
  expect(found.warning).toBeGreaterThanOrEqual(7)
  expect(found.churn).toBeGreaterThan(found.warning)
})

test('every statement of the life cycle is one that ClickHouse can plan', async () => {
  const explain = (sql: string, params: Record<string, unknown>) =>
    client.query(`EXPLAIN PIPELINE ${sql}`, params)
  const trade = tradePreset({ warning: 30, churn: 60 }, { lost: '沉寂期' })
  for (const preset of [communityPreset, contentPreset, trade]) {
    const { sql, params } = await fittingSql(at('2026-11-19'), audience, preset)
    expect((await explain(sql, params)).length).toBeGreaterThan(0)
  }
  expect((await explain(intervalsSql, { name: 'order.paid', to: '2026-11-19' })).length).toBeGreaterThan(0)
  expect(privateDomainPreset.stages).toHaveLength(5)
})
