import { describe, expect, test } from 'vitest'
import { addToDay } from '#base/time/calendar.ts'
import { openClient } from '#base/warehouse/client.ts'
import { createDatabase, createStatements } from '#base/warehouse/schema/ddl.ts'
import { warehouseSchema } from '#base/warehouse/schema/schema.ts'
import { openBinder } from '#modules/audience/api.ts'
import { testWarehouseUrl } from '#test/warehouse.ts'
import { statementOf } from '../answer.ts'
import { seenSql } from '../keep/sources.ts'
import { setsSql, settle } from '../leaf.sql.ts'
import { metricDefinition } from '../metric.ts'
import { absentSql } from '../remember/reading-stamps.ts'
import { provedCountSql, provedDaysSql, stampsParams, stampsSql } from '../remember/stamps.ts'
import { leavesOf, MetricError, resolveMetric } from '../resolve.ts'
import { cutScope, type PreparedScope } from '../scope.ts'
import { topsStatement } from '../tops.ts'
import { entries, familyOf } from './catalogue.ts'

/** Requirements of type M that ask for a figure. S2-34 is also told product by product by the analysis of purchases. */
const wanted =
  `S0-05 S0-06 S0-07 S0-40 S0-41 S0-42 S0-43 S0-44 S0-45 S1-02 S1-03 S1-04 S1-08 S1-09 S1-10 S1-34 S1-35
  S1-36 S1-45 S1-46 S1-49 S1-53 S1-54 S1-58 S1-59 S1-63 S1-67 S2-23 S2-24 S2-25 S2-33 S2-34 S2-42 S2-66 S3-56 S4-01 S4-14
  S4-42 S4-51 S4-52 S4-53 S4-78`.split(/\s+/)

const find = (key: string) => entries.find((each) => each.key === key)?.how

describe('the catalogue', () => {
  test.each(wanted)('%s has a metric', (id) => {
    expect(entries.filter(({ ids }) => ids.includes(id)).map(({ key }) => key)).not.toEqual([])
  })

  test('S2-65 S2-70 has metrics of acquisition, activity, retention, conversion and spread', () => {
    const stages = {
      acquisition: ['new_members', 'cost_per_member'],
      activity: ['weekly_active_rate', 'stickiness'],
      retention: ['retention_week_1', 'churn_rate'],
      conversion: ['customer_to_member_rate', 'repurchase_rate'],
      spread: ['invite_success_rate', 'referral_rate'],
    }
    const known = new Set(entries.map(({ key }) => key))
    for (const [stage, keys] of Object.entries(stages))
      expect(
        keys.filter((key) => !known.has(key)),
        stage,
      ).toEqual([])
  })

  test('has definitions that can be stored, each under its own key and name', () => {
    for (const { key, how } of entries) {
      expect(metricDefinition.parse({ version: 1, how }), key).toEqual({ version: 1, how })
      expect(familyOf(key)).toBeDefined()
    }
    expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length)
    expect(new Set(entries.map(({ name }) => name.zh)).size).toBe(entries.length)
    expect(new Set(entries.map(({ name }) => name.en)).size).toBe(entries.length)
  })

  test('refers only to what is there, and never to itself', () => {
    for (const { key } of entries) expect(() => resolveMetric(key, find), key).not.toThrow()
    const circle = (key: string) =>
      key === 'posts' ? ({ kind: 'metric', metric: 'posts' } as const) : find(key)
    expect(() => resolveMetric('posts', circle)).toThrow(MetricError)
    expect(() => resolveMetric('nothing_of_the_kind', find)).toThrow(/unknownMetric/)
  })

  test('and everything else that is asked for figures can be planned by ClickHouse', async () => {
    const client = openClient(testWarehouseUrl())
    const place = { database: client.database }
    await client.command(createDatabase(place), {}, { database: false })
    for (const statement of createStatements(warehouseSchema({ timeZone: 'Asia/Shanghai' }), place))
      await client.command(statement)
    const today = '2026-11-19'
    const clock = { now: new Date('2026-11-19T02:00:00Z'), zone: 'Asia/Shanghai', today }
    const spans = [
      { from: '2026-11-01', to: today },
      { from: today, to: addToDay(today, -1, 'day') },
    ]
    const whole: PreparedScope = { params: {}, key: '', aboutMembers: false }
    const members = 'SELECT id AS m, toString(id % 3) AS value FROM member FINAL WHERE present'
    const labels = async () => new Map()
    const scopes: Record<string, PreparedScope> = {
      whole,
      group: { ...whole, group: '7' },
      who: { ...whole, who: '(SELECT groupBitmapState(id) FROM member FINAL WHERE present)' },
      'by group': cutScope(
        whole,
        { by: 'group' },
        { of: 'row', sql: `if(group_id = 0, '', toString(group_id))`, params: {}, labels },
        ['1'],
      ),
      'by property': cutScope(
        whole,
        { by: 'property', property: 'path' },
        { of: 'row', sql: `JSONExtractString(props, 'path')`, params: {}, labels },
        ['1'],
      ),
      'by member': cutScope(
        whole,
        { by: 'segments', segments: ['1'] },
        { of: 'member', sql: members, params: {}, labels },
        ['1'],
      ),
    }
    const explain = (sql: string, params: Record<string, unknown>) => client.query(`EXPLAIN ${sql}`, params)
    try {
      for (const [name, prepared] of Object.entries(scopes)) {
        const leaves = entries.flatMap(({ key }) => leavesOf(resolveMetric(key, find)))
        // Every leaf as it is; in scopes and cut, one of each kind.
        const kindOf = (leaf: (typeof leaves)[number]) =>
          name === 'whole' ? leaf : [leaf.kind, 'counted' in leaf && leaf.counted, 'by' in leaf && leaf.by]
        const unique = [...new Map(leaves.map((leaf) => [JSON.stringify(kindOf(leaf)), leaf])).values()]
        const work = unique.flatMap((leaf) =>
          leaf.kind === 'time'
            ? []
            : [
                {
                  task: {
                    leaf: settle(leaf, { group: prepared.group, cut: prepared.cut?.(() => '') }),
                    spans,
                    prepared,
                  },
                  spans,
                },
              ],
        )
        for (let at = 0; at < work.length; at += 12) {
          const { sql, params } = statementOf(work.slice(at, at + 12), clock)
          expect((await explain(sql, params)).length, name).toBeGreaterThan(0)
        }
        // Who is behind each: the same parts, put together otherwise; one of each kind is enough.
        for (const { task } of [...new Map(work.map((each) => [each.task.leaf.kind, each])).values()]) {
          const { bind, params } = openBinder('b')
          const asked = {
            writing: { clock, bind },
            group: prepared.group,
            who: prepared.who,
            cut: prepared.cut?.(bind),
          }
          expect((await explain(setsSql(task.leaf, spans, asked), params)).length).toBeGreaterThan(0)
        }
      }
      const reads = { kind: 'events', event: 'post.read', counted: { of: 'count' } } as const
      const asked = { leaf: reads, spans, scope: whole }
      const tops = topsStatement(
        [
          {
            ...asked,
            breakdown: { by: 'group' },
            broken: { of: 'row', sql: 'toString(group_id)', params: {}, labels },
          },
          {
            ...asked,
            breakdown: { by: 'property', property: 'path' },
            broken: { of: 'row', sql: `JSONExtractString(props, 'path')`, params: {}, labels },
          },
          {
            ...asked,
            breakdown: { by: 'segments', segments: ['1'] },
            broken: { of: 'member', sql: members, params: {}, labels },
          },
        ],
        clock,
      )
      expect((await explain(tops.sql, tops.params)).length).toBeGreaterThan(0)
      for (const [sql, params] of [
        [stampsSql, stampsParams(['*', 'post.read'])],
        [absentSql, {}],
        [provedDaysSql, { after: '3' }],
        [provedCountSql, { after: '3' }],
        [seenSql, { from: '2026-10-01' }],
      ] as const)
        expect((await explain(sql, params)).length).toBeGreaterThan(0)
      // The control: what is not there is found out.
      await expect(explain(stampsSql.replaceAll('excluded', 'nobody'), stampsParams(['*']))).rejects.toThrow(
        /nobody/,
      )
    } finally {
      await client.command(`DROP DATABASE ${client.database} SYNC`, {}, { database: false })
      await client.close()
    }
  }, 60_000)
})
