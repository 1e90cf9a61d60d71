import { expect, test } from 'vitest'
import { openClient } from '#base/warehouse/client.ts'
import { createDatabase, createStatements } from '#base/warehouse/schema/ddl.ts'
import { warehouseSchema } from '#base/warehouse/schema/schema.ts'
import type { BoundSql } from '#modules/audience/api.ts'
import { testWarehouseUrl } from '#test/warehouse.ts'
import type { Scoped } from './asking.ts'
import { betweenPeopleSql, betweenSql, crossingsSql } from './funnel/funnel.sql.ts'
import { type FunnelQuestion, funnelQuestion } from './funnel/funnel.ts'
import { kindCountsSql, kindPeopleSql, statePeopleSql, statesSql } from './lifecycle/lifecycle.sql.ts'
import { kinds, lifecycleQuestion, states } from './lifecycle/lifecycle.ts'
import * as intervals from './purchases/intervals.sql.ts'
import * as products from './purchases/products.sql.ts'
import * as repurchase from './purchases/repurchase.sql.ts'
import { activePeopleSql, bucketPeopleSql, stickinessSql, trendSql } from './stickiness/stickiness.sql.ts'
import { stickinessQuestion } from './stickiness/stickiness.ts'

const days = { from: '2026-09-07', to: '2026-11-15' }
const clock = { now: new Date('2026-11-19T01:41:58Z'), zone: 'Asia/Shanghai', today: '2026-11-19' }
const range = { last: 10, unit: 'week' as const }
const where = [{ property: 'path', test: { op: 'isKnown' as const } }]

const scopes: Record<string, Scoped> = {
  everybody: { rows: [], people: [], params: {} },
  'some in a group': {
    rows: ['group_id = {scope_group:UInt64}'],
    people: ['m IN (SELECT id FROM member FINAL WHERE present)'],
    params: { scope_group: '1' },
  },
}

function lifecycle(scoped: Scoped): Record<string, BoundSql> {
  const made: Record<string, BoundSql> = {}
  for (const unit of ['day', 'week', 'month'] as const)
    for (const more of [{}, { newBy: 'joining' as const }, { event: { event: 'post.read', where } }]) {
      const question = lifecycleQuestion.parse({ range, unit, ...more })
      const writing = { question, days, clock, scoped }
      const of = `life cycle by ${unit}, ${JSON.stringify(more)}`
      made[`${of}: states`] = statesSql(writing)
      if (unit !== 'week') continue
      made[`${of}: kinds`] = kindCountsSql(writing)
      for (const state of states) made[`${of}: who is ${state}`] = statePeopleSql(writing, state, 2_960)
      for (const kind of kinds) made[`${of}: who is ${kind}`] = kindPeopleSql(writing, kind)
    }
  return made
}

function stickiness(scoped: Scoped): Record<string, BoundSql> {
  const made: Record<string, BoundSql> = {}
  for (const more of [{}, { atLeast: 2, every: 3 }, { event: { event: 'check_in', where } }]) {
    const writing = { question: stickinessQuestion.parse({ range, ...more }), days, clock, scoped }
    const of = `stickiness ${JSON.stringify(more)}`
    made[of] = stickinessSql(writing)
    made[`${of}: trend`] = trendSql(writing)
    made[`${of}: who was there on so many`] = bucketPeopleSql(writing, 3, false)
    made[`${of}: who was there on so many or more`] = bucketPeopleSql(writing, 3, true)
    made[`${of}: who was active`] = activePeopleSql(writing, '2026-11-02', 7)
  }
  return made
}

function purchases(scoped: Scoped): Record<string, BoundSql> {
  const gaps = { days, scoped }
  const bought = { days, scoped, least: 2 }
  const again = { days, within: 30, clock, scoped }
  const period = { start: '2026-10-01' }
  return {
    'gaps: bins': intervals.binsSql(gaps),
    'gaps: lines': intervals.linesSql(gaps),
    'gaps: people': intervals.intervalPeopleSql(gaps, 1),
    'products: baskets': products.basketCountsSql(bought),
    products: products.productsSql(bought),
    'products: pairs': products.pairsSql(bought),
    'products: who bought': products.productPeopleSql(bought, { of: 'product', sku: 'A', who: 'buyers' }),
    'products: who bought again': products.productPeopleSql(bought, {
      of: 'product',
      sku: 'A',
      who: 'again',
    }),
    'products: who bought both': products.productPeopleSql(bought, { of: 'pair', one: 'A', other: 'B' }),
    ...Object.fromEntries(
      (['month', 'total'] as const).flatMap((each) => [
        [`repurchase by ${each}: figures`, repurchase.figuresSql(again, each)],
        [`repurchase by ${each}: refunds`, repurchase.refundsSql(again, each)],
        [`repurchase by ${each}: actives`, repurchase.activesSql(again, each)],
      ]),
    ),
    'repurchase: currencies': repurchase.currenciesSql(again),
    'repurchase: first orders': repurchase.firstsSql(again),
    'repurchase: who, of a month': repurchase.repurchasePeopleSql(again, {
      of: 'month',
      who: 'knownAgain',
      ...period,
    }),
    'repurchase: who, of all': repurchase.repurchasePeopleSql(again, { of: 'total', who: 'again' }),
    'repurchase: who, of first orders': repurchase.repurchasePeopleSql(again, {
      of: 'firsts',
      who: 'again',
      ...period,
    }),
  }
}

function between(scoped: Scoped): Record<string, BoundSql> {
  const made: Record<string, BoundSql> = {}
  const steps: FunnelQuestion['steps'] = ['page_view', 'post.read', 'order.paid'].map((event) => ({
    of: [{ event }],
  }))
  const exclusions = [{ event: 'comment.posted', after: 1, before: 3 }]
  for (const order of ['ordered', 'strict', 'unordered'] as const)
    for (const excluded of [false, true]) {
      const question = funnelQuestion.parse({
        range,
        steps,
        order,
        exclusions: excluded ? exclusions : [],
        show: { of: 'between', from: 1 },
      })
      const writing = { question, days, clock, scoped, cut: undefined }
      const watched = { days, needed: 3_600_000_000 }
      const of = `between two steps, ${order}${excluded ? ', with an exclusion' : ''}`
      made[`${of}: crossings`] = crossingsSql(writing, 1, 2)
      made[of] = betweenSql(writing, 1, 2, watched)
      for (const went of [true, false])
        made[`${of}: who ${went ? 'went on' : 'stopped'}`] = betweenPeopleSql(writing, 1, 2, watched, {
          of: 'did',
          event: 'check_in',
          went,
        })
    }
  return made
}

test('every query of life cycle, stickiness, purchases and between two steps is one that ClickHouse can plan', async () => {
  const client = openClient(testWarehouseUrl())
  const place = { database: client.database }
  await client.command(createDatabase(place), {}, { database: false })
  try {
    for (const statement of createStatements(warehouseSchema({ timeZone: 'Asia/Shanghai' }), place))
      await client.command(statement)
    const explain = async ({ sql, params }: BoundSql) =>
      (await client.query<{ explain: string }>(`EXPLAIN PIPELINE ${sql}`, params)).length
    // Every second statement is asked of everybody, the others of some in a group.
    const [everybody, some] = Object.entries(scopes)
    for (const area of [lifecycle, stickiness, purchases, between]) {
      const made = Object.keys(area(everybody![1]))
      for (const [at, name] of made.entries()) {
        const [who, scoped] = at % 2 === 0 ? everybody! : some!
        expect(await explain(area(scoped)[name]!), `${name}, of ${who}`).toBeGreaterThan(0)
      }
    }
    // The control: a query of a table that is not there is found out, in every area.
    for (const area of [lifecycle, stickiness, purchases, between]) {
      const [{ sql, params }] = Object.values(area(scopes.everybody!)) as [BoundSql]
      const broken = sql.replaceAll(/FROM (event|event_day|active_day)\b/g, 'FROM nothing')
      await expect(explain({ sql: broken, params })).rejects.toMatchObject({
        code: 'warehouse_unavailable',
      })
    }
  } finally {
    await client.command(`DROP DATABASE ${client.database} SYNC`, {}, { database: false })
    await client.close()
  }
}, 60_000)
