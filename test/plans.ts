/** What PostgreSQL would do for the statements of a verb, so that a test can say "on its index". */
import type { Ctx } from '#base/context.ts'
import { nameOf } from '#base/db/statement.ts'
import { type TestDatabase, testCtx } from './database.ts'

export interface Listening {
  readonly ctx: Ctx
  /** Plans of what was asked so far, in order; of a statement that has a name also the one for all values. */
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
  const execute = executor.executeQuery.bind(executor)
  executor.executeQuery = ((query: Parameters<typeof execute>[0]) => {
    asked.push({ sql: query.sql, parameters: query.parameters })
    return execute(query)
  }) as typeof executor.executeQuery
  return {
    ctx: { ...base, db: Object.assign(db, { getExecutor: () => executor }) },
    plans: async () => {
      const found: string[] = []
      for (const query of asked) {
        found.push(await explain(database, query.sql, query.parameters))
        if (nameOf(query.sql)) found.push(await explain(database, query.sql, undefined))
      }
      return found
    },
  }
}

/** Without values: the plan for all of them. */
async function explain(
  { pool }: TestDatabase,
  text: string,
  values: readonly unknown[] | undefined,
): Promise<string> {
  const { rows } = await pool.query<{ 'QUERY PLAN': string }>(
    `explain ${values ? '' : '(generic_plan)'} ${text}`,
    values ? [...values] : undefined,
  )
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}
