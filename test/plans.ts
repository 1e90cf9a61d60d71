/** What PostgreSQL would do for the statements of a verb, so that a test can say "on its index". */
import type { Ctx } from '#base/context.ts'
import { type TestDatabase, testCtx } from './database.ts'

export interface Listening {
  readonly ctx: Ctx
  /** Plans of what was asked so far, in order. */
  plans(): Promise<string[]>
}

/** A context that keeps the statements that were asked besides running them. */
export function listening(database: TestDatabase, actor: Ctx['actor'], now: Date): Listening {
  const asked: { sql: string; parameters: readonly unknown[] }[] = []
  const base = testCtx(database, actor, now)
  const db = base.db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => result,
  })
  const executor = db.getExecutor()
  const compile = executor.compileQuery.bind(executor)
  executor.compileQuery = ((...given: Parameters<typeof compile>) => {
    const query = compile(...given)
    asked.push({ sql: query.sql, parameters: query.parameters })
    return query
  }) as typeof executor.compileQuery
  return {
    ctx: { ...base, db: Object.assign(db, { getExecutor: () => executor }) },
    plans: async () => {
      const found: string[] = []
      for (const query of asked) {
        const { rows } = await database.pool.query<{ 'QUERY PLAN': string }>(`explain ${query.sql}`, [
          ...query.parameters,
        ])
        found.push(rows.map((row) => row['QUERY PLAN']).join('\n'))
      }
      return found
    },
  }
}
