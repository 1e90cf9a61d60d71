import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { testCtx } from '#test/database.ts'
import { conditionsAt, fieldsOf, someSegments, writeHistory } from '#test/histories.ts'
import { makeTestWarehouse } from '#test/warehouse.ts'
import type { Audience, Explanation } from '../audience.ts'
import { openAudience } from '../open-audience.ts'
import type { Condition, Definition } from './condition.ts'
import { openFields } from './fields.ts'
import { nodesOf, type Resolved, resolve } from './resolve.ts'
import { ask, listOf, prepare } from './set/ask.ts'
import { compile, type Statement } from './set/compile.ts'

/** Conditions in each of the two worlds; a node of a tree is a condition, since it has an answer of its own. */
const conditions = 1_100
const members = 60

const worlds = [
  { zone: 'Asia/Shanghai', now: new Date('2026-11-19T01:41:58.123Z'), seed: 20_261_119 },
  // The clocks went back on 1 November: a day of 25 hours lies in the histories.
  { zone: 'America/New_York', now: new Date('2026-11-19T04:59:59.999Z'), seed: 7 },
]

describe.each(worlds)('days of $zone', ({ zone, now, seed }) => {
  let world: Awaited<ReturnType<typeof makeTestWarehouse>>
  let audience: Audience
  let ctx: Ctx
  let resolved: (definition: Definition) => Promise<Resolved>
  const ids = Array.from({ length: members + 10 }, (_, at) => String(at + 1))

  beforeAll(async () => {
    world = await makeTestWarehouse()
    const options = { seed, now, zone, members }
    await writeHistory(world.database.pool, options)
    world.startSink({ timeZone: async () => zone })
    await world.settled()
    const declared = { facts: () => [], fields: () => [fieldsOf(options)] }
    audience = openAudience({ warehouse: world.warehouse }, declared, someSegments)
    ctx = testCtx(world.database, { kind: 'system', name: 'test' }, now)
    const known = { fields: openFields(declared), segments: someSegments }
    resolved = (definition) => resolve(ctx, known, definition)
    expect(await audience.copies.fill(ctx)).toBe(true)
  })
  afterAll(() => world?.end())

  /** Members of every node, from the warehouse. */
  async function fromWarehouse(
    statement: Statement,
    paths: readonly string[],
  ): Promise<Map<string, string[]>> {
    const { found } = await ask<{ found: string[][] }>(
      world.warehouse,
      statement,
      `[${paths.map((path) => listOf(statement.nodes.get(path)!)).join(', ')}] AS found`,
    )
    return new Map(paths.map((path, at) => [path, found[at]!]))
  }

  /** Members of every node, from the explanations of all members. */
  function fromExplanations(explained: ReadonlyMap<Id, Explanation>): Map<string, string[]> {
    const met = new Map<string, string[]>()
    const visit = (id: Id, { path, met: is, of }: Explanation) => {
      const here = met.get(path) ?? []
      met.set(path, is ? [...here, id] : here)
      for (const each of of) visit(id, each)
    }
    for (const [id, explanation] of explained) visit(id, explanation)
    return met
  }

  const trees = (count: number, from: number): Definition[] => {
    const seen = new Set<string>()
    const found: Definition[] = []
    for (const who of fc.sample(conditionsAt(now), { numRuns: count * 3, seed: from })) {
      const nodes = partsOf(who).map((each) => JSON.stringify(each))
      if (nodes.every((each) => seen.has(each))) continue
      for (const each of nodes) seen.add(each)
      found.push({ version: 1, who })
      if (seen.size >= count) break
    }
    expect(seen.size).toBeGreaterThanOrEqual(count)
    return found
  }

  test('set, single and explanation agree about every member, whatever is asked', async () => {
    let some = 0
    let nobody = 0
    for (const definition of together(trees(conditions, seed), 6)) {
      const asked = await resolved(definition)
      const statement = await prepare(ctx, audience.copies, asked)
      const paths = nodesOf(asked.root).map(({ path }) => path)
      const [set, single, explained] = await Promise.all([
        fromWarehouse(statement, paths),
        audience.matching(ctx, definition, ids),
        audience.explainAll(ctx, definition, ids),
      ])
      const reasons = fromExplanations(explained)
      // Leaves first, so that a failure names the smallest condition that shows it.
      for (const node of nodesOf(asked.root).reverse()) {
        const { path } = node
        const what = 'condition' in node ? JSON.stringify(node.condition) : `${node.kind} at ${path}`
        expect(set.get(path), what).toEqual(reasons.get(path))
        if (set.get(path)!.length > 0) some++
        else nobody++
      }
      expect([...single]).toEqual(set.get('who'))
    }
    // Conditions that nobody fits prove little: most must divide the members.
    expect(some).toBeGreaterThan(nobody)
  }, 120_000)

  test('the comparison notices a warehouse that means something else', async () => {
    let differing = 0
    for (const definition of trees(60, seed + 1)) {
      const asked = await resolved(definition)
      const explained = fromExplanations(await audience.explainAll(ctx, definition, ids))
      const wrong = compile({
        ...asked,
        clock: { ...asked.clock, today: '2026-11-16', now: new Date(now.getTime() - 72 * 3_600_000) },
      })
      const set = await fromWarehouse(wrong, ['who'])
      if (JSON.stringify(set.get('who')) !== JSON.stringify(explained.get('who'))) differing++
    }
    expect(differing).toBeGreaterThan(2)
  })

  test('every statement is one that ClickHouse can plan, and stands in a larger one', async () => {
    const [one, other] = trees(60, seed + 2)
    const first = await audience.sql(ctx, one!)
    const second = await audience.sql(ctx, other!)
    const both = await world.warehouse.query<{ n: string }>(
      `SELECT count() AS n FROM member FINAL WHERE id IN (${first.sql}) OR id IN (${second.sql})`,
      { ...first.params, ...second.params },
    )
    const union = await audience.count(ctx, { version: 1, who: { kind: 'any', of: [one!.who, other!.who] } })
    expect(Number(both[0]!.n)).toBe(union)
    for (const definition of trees(40, seed + 3)) {
      const { sql, params } = await audience.sql(ctx, definition)
      const plan = await world.warehouse.query<{ explain: string }>(`EXPLAIN PIPELINE ${sql}`, params)
      expect(plan.length).toBeGreaterThan(0)
      await expect(
        world.warehouse.query(`EXPLAIN ${sql.replaceAll('FROM member', 'FROM nobody')}`, params),
      ).rejects.toThrow()
    }
  })
})

/** Several in one: as many answers from one statement. */
function together(definitions: readonly Definition[], size: number): Definition[] {
  const joined: Definition[] = []
  for (let at = 0; at < definitions.length; at += size)
    joined.push({
      version: 1,
      who: { kind: 'any', of: definitions.slice(at, at + size).map(({ who }) => who) },
    })
  return joined
}

/** A condition and all in it. */
function partsOf(condition: Condition): Condition[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return [condition, ...condition.of.flatMap(partsOf)]
    case 'not':
      return [condition, ...partsOf(condition.of)]
    default:
      return [condition]
  }
}
