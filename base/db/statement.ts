/**
 * Statements under a name, for what runs on every request. It is written out once, and PostgreSQL reads and
 * plans it once for each connection: for pages that is most of what their statements cost.
 *
 *     const commentsOf = statement<Row, { postId: Id; limit: number }>(
 *       'comments of post',
 *       (at) => sql<Row>`select … where post_id = ${at.postId}::bigint limit ${at.limit}::int`,
 *     )
 *     const rows = await commentsOf(ctx.db, { postId, limit: 21 })
 *
 * Cast what is given, because the text says nothing of its type. The first five plans on a connection are made
 * for the values; from then on PostgreSQL takes one for all values, unless it holds that for dearer. So no
 * statement should have a name whose right plan depends on the values (few boards or all of them): give each
 * shape a name of its own, or leave it as it is. What is given may fill in values, never change the text.
 *
 * A plan that is kept is made anew when PostgreSQL has counted a table again or one was altered.
 *
 * Poolers that hand a connection to somebody else after each transaction do not know such names:
 * `DATABASE_STATEMENTS=plain` sends the same statements without.
 */
import type { CompiledQuery, RawBuilder } from 'kysely'
import type pg from 'pg'
import type { Database, Tx } from './database.ts'

/** Where a value goes when the statement runs. */
class Place {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

export type Statement<Row, Given> = (db: Database | Tx, given: Given) => Promise<readonly Row[]>

/** Under which name a text is sent now. */
interface Named {
  readonly base: string
  /** Undefined while it is sent without one. */
  name: string | undefined
  /** How often it was named anew, and when last. */
  times: number
  at: number
  /** Losses of a name that followed quickly upon another. */
  quick: number
}
const namedByText = new Map<string, Named>()
const names = new Set<string>()

/** Declares a statement. `name` is one in the whole product, at most 63 bytes. */
export function statement<Row, Given extends object>(
  name: string,
  write: (at: { readonly [Key in keyof Given]: Place }) => RawBuilder<Row>,
): Statement<Row, Given> {
  if (names.has(name)) throw new Error(`There are two statements called "${name}"`)
  names.add(name)
  let written: CompiledQuery<Row> | undefined
  return async (db, given) => {
    written ??= writeOut(
      name,
      write(places as { readonly [Key in keyof Given]: Place }).compile(db.withoutPlugins()),
    )
    const parameters = written.parameters.map((value) =>
      value instanceof Place ? given[value.name as keyof Given] : value,
    )
    return await run(db, { ...written, parameters })
  }
}

/** Plugins see a statement each time, though none may change it: the test that kills a verb before any of its statements is one. */
async function run<Row>(db: Database | Tx, written: CompiledQuery<Row>): Promise<readonly Row[]> {
  db.getExecutor().transformQuery(written.query, written.queryId)
  return (await db.executeQuery<Row>(written)).rows
}

const places: unknown = new Proxy({}, { get: (_, name) => new Place(String(name)) })

function writeOut<Row>(name: string, query: CompiledQuery<Row>): CompiledQuery<Row> {
  namedByText.set(query.sql, { base: name, name, times: 0, at: 0, quick: 0 })
  return query
}

/**
 * For a query that is put together anew each time and yet has few texts: runs it, and under a name of its own.
 * `name` says what it is; the texts of it are numbered.
 */
export async function runPlanned<Row>(
  db: Database | Tx,
  name: string,
  query: RawBuilder<Row>,
): Promise<readonly Row[]> {
  const written = query.compile(db.withoutPlugins())
  if (!plannedTexts.has(written.sql)) {
    plannedTexts.add(written.sql)
    writeOut(`${name} ${plannedTexts.size}`, written)
  }
  return await run(db, written)
}
const plannedTexts = new Set<string>()

/** The name under which a text is sent now. */
export const nameOf = (text: string): string | undefined => namedByText.get(text)?.name

/** The statement was there, and no longer is or no longer fits: a migration, or a pooler in between. */
const gone = new Set(['0A000', '26000', '42P05'])

/** Names lost sooner than this after one another are lost to a pooler, not to a migration. */
const quickMs = 1_000
const mostQuick = 5
/** How long a text goes without a name then. */
const restMs = 60_000

function nameFor(named: Named, now: number): string | undefined {
  if (named.name === undefined && now - named.at >= restMs) rename(named, now)
  return named.name
}

/**
 * A new name is read and planned anew by every connection, whatever it holds under the old one: so a migration of a
 * running product costs each connection one plan. Where names never hold, the text goes without for a minute.
 */
function rename(named: Named, now: number): void {
  named.quick = now - named.at < quickMs ? named.quick + 1 : 0
  named.at = now
  named.times++
  named.name = named.quick < mostQuick ? `${named.times + 1} ${named.base}`.slice(0, 63) : undefined
}

/** Runs a statement on a connection, under its name if it has one. */
export async function runNamed(
  client: pg.ClientBase,
  text: string,
  values: unknown[],
): Promise<pg.QueryResult> {
  const named = namedByText.get(text)
  const name = named && nameFor(named, Date.now())
  if (name === undefined) return await client.query(text, values)
  try {
    return await client.query({ name, text, values })
  } catch (error) {
    if (!gone.has((error as { code?: string }).code ?? '')) throw error
    // Whoever else lost it at the same moment may have named it anew already.
    if (named!.name === name) rename(named!, Date.now())
    // In a transaction this one is lost, like any that an error ends.
    return await client.query(text, values).catch(() => {
      throw error
    })
  }
}
