/**
 * Counts what is sent to PostgreSQL, so that a test can say "one round of queries per page": the same
 * statements for one row and for fifty.
 */
import type pg from 'pg'

/** Opening and closing a transaction asks nothing of a table. */
const framing = /^\s*(begin|commit|rollback|savepoint|release|set|show|start transaction)\b/i

const listeners = new Set<(statement: string) => void>()
const watched = new WeakSet<object>()

/**
 * The statements that went through the pool while `work` ran, in order. Everything on the pool counts, so
 * use it with a server or a database of one test file (`useServer`, `useDatabase`) and nothing beside it.
 */
export async function statementsOf(
  { pool }: { readonly pool: pg.Pool },
  work: () => Promise<unknown>,
): Promise<readonly string[]> {
  if (!watched.has(pool)) {
    watched.add(pool)
    pool.on('acquire', watch)
  }
  const statements: string[] = []
  const listen = (statement: string) => statements.push(statement)
  listeners.add(listen)
  try {
    await work()
  } finally {
    listeners.delete(listen)
  }
  return statements
}

function watch(client: pg.PoolClient): void {
  if (watched.has(client)) return
  watched.add(client)
  const query = client.query.bind(client) as (...given: unknown[]) => unknown
  client.query = ((...given: unknown[]) => {
    const [first] = given
    const text = typeof first === 'string' ? first : (first as { text?: string } | undefined)?.text
    if (text && !framing.test(text)) for (const listen of listeners) listen(text)
    return query(...given)
  }) as typeof client.query
}
