/**
 * Where the sign-in library keeps its rows: our tables, through our pool, in our transaction. Here, and
 * not in the library, is decided that nothing readable is stored: session tokens as SHA-256, short-lived
 * values encrypted, tokens of identity providers not at all.
 */
import { createHash } from 'node:crypto'
import { type CleanedWhere, type CustomAdapter, createAdapterFactory } from 'better-auth/adapters'
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '#base/db/database.ts'
import type { Sealer } from '#base/sealer.ts'
import { scopeDb } from './scope.ts'

type Row = Record<string, unknown>

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Tokens of identity providers: asked for once to learn who someone is, then forgotten. */
const neverStored = [
  'accessToken',
  'refreshToken',
  'idToken',
  'accessTokenExpiresAt',
  'refreshTokenExpiresAt',
]

const operators: Record<string, string> = { eq: '=', ne: '<>', lt: '<', lte: '<=', gt: '>', gte: '>=' }

export function libraryStore(pool: Database, sealer: Sealer) {
  const run = async (statement: RawBuilder<Row>) => (await statement.execute(scopeDb(pool))).rows

  const inward = (model: string, row: Row): Row => {
    const kept = Object.fromEntries(Object.entries(row).filter(([column]) => !neverStored.includes(column)))
    if (model === 'session' && typeof kept.token_hash === 'string')
      kept.token_hash = hashToken(kept.token_hash)
    if (model === 'verification' && typeof kept.value === 'string') kept.value = sealer.seal(kept.value)
    return kept
  }

  /** `token`: the one that the caller showed or just made; a row never tells it. */
  const outward = (model: string, row: Row | undefined, token?: unknown): Row | null => {
    if (!row) return null
    if (model === 'session' && typeof token === 'string') return { ...row, token_hash: token }
    if (model === 'verification') return { ...row, value: sealer.open(String(row.value)) }
    return row
  }

  const shownToken = (model: string, where: readonly CleanedWhere[]) =>
    model === 'session' ? where.find((each) => each.field === 'token_hash')?.value : undefined

  const condition = (model: string, where: readonly CleanedWhere[] = []): RawBuilder<unknown> => {
    if (where.length === 0) return sql`true`
    return where.reduce<RawBuilder<unknown>>((left, each, index) => {
      const right = comparison(model, each)
      if (index === 0) return right
      return each.connector === 'OR' ? sql`(${left} or ${right})` : sql`(${left} and ${right})`
    }, sql`true`)
  }

  const comparison = (model: string, { field, operator, value }: CleanedWhere): RawBuilder<unknown> => {
    const column = sql.ref(field)
    const stored = (each: unknown) =>
      model === 'session' && field === 'token_hash' && typeof each === 'string' ? hashToken(each) : each
    if (operator === 'in' || operator === 'not_in') {
      const values = (Array.isArray(value) ? value : [value]).map(stored)
      if (values.length === 0) return operator === 'in' ? sql`false` : sql`true`
      return operator === 'in'
        ? sql`${column} in (${sql.join(values)})`
        : sql`${column} not in (${sql.join(values)})`
    }
    if (value === null) return operator === 'ne' ? sql`${column} is not null` : sql`${column} is null`
    const sign = operators[operator]
    if (!sign) throw new Error(`The sign-in library asked for "${operator}", which its store does not speak`)
    return sql`${column} ${sql.raw(sign)} ${stored(value)}`
  }

  const assignments = (row: Row) =>
    sql.join(Object.entries(row).map(([column, value]) => sql`${sql.ref(column)} = ${value}`))

  /** Exactly one row, chosen under its lock: two callers never take the same one. */
  const oneOf = (model: string, where: readonly CleanedWhere[]) =>
    sql`id = (select id from ${sql.table(model)} where ${condition(model, where)} limit 1 for update)`

  /** `columnOf`: the library sorts by its own names. */
  const custom = (columnOf: (model: string, field: string) => string) =>
    ({
      async create({ model, data }) {
        const row = inward(model, data)
        const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)))
        const [made] = await run(
          sql`insert into ${sql.table(model)} (${columns}) values (${sql.join(Object.values(row))}) returning *`,
        )
        return outward(model, made, data.token_hash) as typeof data
      },
      async findOne({ model, where }) {
        const [row] = await run(
          sql`select * from ${sql.table(model)} where ${condition(model, where)} limit 1`,
        )
        return outward(model, row, shownToken(model, where)) as never
      },
      async findMany({ model, where, limit, offset, sortBy }) {
        const order = sortBy
          ? sql`order by ${sql.ref(columnOf(model, sortBy.field))} ${sql.raw(sortBy.direction === 'desc' ? 'desc' : 'asc')}, id desc`
          : sql``
        const rows = await run(
          sql`select * from ${sql.table(model)} where ${condition(model, where)} ${order} limit ${limit} offset ${offset ?? 0}`,
        )
        return rows.map((row) => outward(model, row)) as never
      },
      async update({ model, where, update }) {
        const [row] = await run(
          sql`update ${sql.table(model)} set ${assignments(inward(model, update as Row))}
            where ${condition(model, where)} returning *`,
        )
        return outward(model, row, shownToken(model, where)) as never
      },
      async updateMany({ model, where, update }) {
        const rows = await run(
          sql`update ${sql.table(model)} set ${assignments(inward(model, update))}
            where ${condition(model, where)} returning 1`,
        )
        return rows.length
      },
      async delete({ model, where }) {
        await run(sql`delete from ${sql.table(model)} where ${condition(model, where)}`)
      },
      async deleteMany({ model, where }) {
        return (await run(sql`delete from ${sql.table(model)} where ${condition(model, where)} returning 1`))
          .length
      },
      async consumeOne({ model, where }) {
        const [row] = await run(sql`delete from ${sql.table(model)} where ${oneOf(model, where)} returning *`)
        return outward(model, row, shownToken(model, where)) as never
      },
      async incrementOne({ model, where, increment, set }) {
        const grown = Object.entries(increment).map(
          ([column, delta]) => sql`${sql.ref(column)} = ${sql.ref(column)} + ${delta}`,
        )
        const fixed = Object.entries(inward(model, set ?? {})).map(
          ([column, value]) => sql`${sql.ref(column)} = ${value}`,
        )
        const [row] = await run(
          sql`update ${sql.table(model)} set ${sql.join([...grown, ...fixed])}
            where ${oneOf(model, where)} and ${condition(model, where)} returning *`,
        )
        return outward(model, row, shownToken(model, where)) as never
      },
      async count({ model, where }) {
        const [row] = await run(
          sql`select count(*)::int as n from ${sql.table(model)} where ${condition(model, where)}`,
        )
        return Number(row?.n)
      },
    }) satisfies CustomAdapter

  return createAdapterFactory({
    config: {
      adapterId: 'juluo',
      adapterName: 'Juluo tables',
      supportsBooleans: true,
      supportsDates: true,
      supportsJSON: true,
      transaction: false,
    },
    adapter: ({ getFieldName }) => custom((model, field) => getFieldName({ model, field })),
  })
}
