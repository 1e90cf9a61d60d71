import { describe, expect, test } from 'vitest'
import { createDatabase, createStatements, dropStatements, fingerprint } from './ddl.ts'
import { warehouseSchema } from './schema.ts'

const schema = warehouseSchema({ timeZone: 'Asia/Shanghai' })
const single = createStatements(schema, { database: 'juluo' })
const cluster = createStatements(schema, { database: 'juluo', cluster: 'main' })
const find = (statements: readonly string[], start: string) =>
  statements.find((statement) => statement.startsWith(start)) ?? ''

describe('the statements for one server', () => {
  test('make plain MergeTree tables that remember insert tokens', () => {
    for (const statement of single.filter((each) => each.startsWith('CREATE TABLE'))) {
      expect(statement).toMatch(/\nENGINE = (?:Replacing|Aggregating)?MergeTree(?:\(`version`\))?\n/)
      expect(statement).toMatch(/SETTINGS (?:\w+ = \d+, )?non_replicated_deduplication_window = \d{3,}$/)
    }
    expect(find(single, 'CREATE TABLE IF NOT EXISTS `juluo`.`event`\n')).toContain(
      'PARTITION BY toYYYYMM(day)\nORDER BY (`group_id`, `name`, `day`, `member_id`, `seq`)',
    )
  })
  test('name no cluster and no Distributed table', () => {
    expect(single.join('\n')).not.toMatch(/ON CLUSTER|Distributed|Replicated|_local/)
  })
})

describe('the statements for a cluster (CLICKHOUSE_CLUSTER)', () => {
  test('run on every node', () => {
    for (const statement of [
      createDatabase({ database: 'juluo', cluster: 'main' }),
      ...cluster,
      ...dropStatements(schema, { database: 'juluo', cluster: 'main' }),
    ])
      expect(statement).toContain(' ON CLUSTER `main`')
  })
  test('make a replicated table per table, under a Distributed one of its name', () => {
    for (const { name, shardBy } of schema.tables) {
      const local = find(cluster, `CREATE TABLE IF NOT EXISTS \`juluo\`.\`${name}_local\``)
      expect(local).toMatch(
        /ENGINE = Replicated\w*MergeTree\('\/clickhouse\/tables\/\{uuid\}\/\{shard\}', '\{replica\}'/,
      )
      expect(local).toMatch(/SETTINGS (?:\w+ = \d+, )?replicated_deduplication_window = \d{3,}$/)
      expect(find(cluster, `CREATE TABLE IF NOT EXISTS \`juluo\`.\`${name}\` `)).toContain(
        `ENGINE = Distributed(\`main\`, \`juluo\`, \`${name}_local\`, ${shardBy})`,
      )
    }
  })
  test('roll up on each shard, from its own rows into its own rows', () => {
    for (const { name, from, into } of schema.rollups) {
      const rollup = find(cluster, `CREATE MATERIALIZED VIEW IF NOT EXISTS \`juluo\`.\`${name}\``)
      expect(rollup).toContain(`TO \`juluo\`.\`${into}_local\``)
      expect(rollup).toContain(`FROM \`juluo\`.\`${from}_local\``)
    }
  })
  test('have the columns, keys and partitions of the single server', () => {
    const bare = (statement: string) =>
      statement.slice(statement.indexOf('\n('), statement.indexOf('\nENGINE'))
    const tail = (statement: string) =>
      statement.slice(statement.indexOf('ORDER BY'), statement.indexOf('SETTINGS'))
    for (const { name } of schema.tables) {
      const one = find(single, `CREATE TABLE IF NOT EXISTS \`juluo\`.\`${name}\`\n`)
      const many = find(cluster, `CREATE TABLE IF NOT EXISTS \`juluo\`.\`${name}_local\``)
      expect(bare(many)).toBe(bare(one))
      expect(tail(many)).toBe(tail(one))
      expect(bare(one).length).toBeGreaterThan(20)
    }
  })
})

describe('the fingerprint', () => {
  const of = (timeZone: string) => fingerprint(warehouseSchema({ timeZone }), { database: 'juluo' })
  test('changes with the time zone, because days do', () => {
    expect(of('Asia/Shanghai')).toBe(of('Asia/Shanghai'))
    expect(of('Asia/Shanghai')).not.toBe(of('Europe/Berlin'))
  })
})

test('a time zone that is no name is refused before it reaches a statement', () => {
  expect(() => warehouseSchema({ timeZone: `UTC') OR ('` })).toThrow(/not the name of a time zone/)
})
