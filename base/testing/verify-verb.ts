/**
 * What must hold for every verb, tried on a real database: killed before any of its statements it
 * leaves nothing behind; it announces only declared facts with valid payloads; the query keys it
 * touches are exactly those whose reads changed; repeated, it changes nothing when it is declared idempotent.
 */
import { type KyselyPlugin, sql } from 'kysely'
import type { Ctx } from '../context.ts'
import type { Connection, Database } from '../db/database.ts'
import type { Fact } from '../facts/fact.ts'
import { findEvent } from '../facts/log.ts'
import { touchedBy } from '../live/touches.ts'

export interface VerbUnderTest<T> {
  readonly connection: Connection
  /** Who acts and when; its `db` is replaced. */
  readonly ctx: Ctx
  readonly verb: (ctx: Ctx) => Promise<T>
  /** Facts it may announce. */
  // biome-ignore lint/suspicious/noExplicitAny: facts of different payloads live in one list
  readonly facts: readonly Fact<any>[]
  /** Reads as screens make them, with the query key each is kept under. */
  readonly reads?: readonly {
    readonly key: readonly string[]
    readonly read: (ctx: Ctx) => Promise<unknown>
  }[]
  /** Whether a second call must change nothing. */
  readonly idempotent?: boolean
}

export interface VerbReport<T> {
  readonly result: T
  /** How many places it was killed at. */
  readonly kills: number
  /** Names of the facts it announced, in order. */
  readonly announced: readonly string[]
}

export class VerbViolation extends Error {
  override name = 'VerbViolation'
}

class Killed extends Error {
  override name = 'Killed'
}

/** A verb with more statements than this does too much in one transaction to be tried here. */
const mostStatements = 500

/** Tries the verb; throws VerbViolation naming the rule that it breaks. The verb has run once when it returns. */
export async function verifyVerb<T>(subject: VerbUnderTest<T>): Promise<VerbReport<T>> {
  const { connection, ctx, verb, facts, reads = [], idempotent = false } = subject
  const { db } = connection
  const plain = { ...ctx, db }
  const readAll = async () =>
    await Promise.all(reads.map(async ({ read }) => JSON.stringify(await read(plain))))
  const seenBefore = await readAll()
  const logBefore = await nextTransaction(db)
  const before = await fingerprint(db)

  for (let at = 1; at <= mostStatements; at++) {
    const attempt = await runKilledAt(at, plain, verb)
    if (attempt.killed) {
      const changed = difference(before, await fingerprint(db))
      if (changed.length > 0)
        throw new VerbViolation(
          `not atomic: killed before statement ${at} it left changes in ${changed.join(', ')}`,
        )
      continue
    }
    const announced = await checkFacts(db, logBefore, facts)
    const seenAfter = await readAll()
    const stale = reads.map(({ key }) => key).filter((_, index) => seenBefore[index] !== seenAfter[index])
    checkTouches(
      reads.map(({ key }) => key),
      stale,
      announced.touched,
    )
    if (idempotent) await checkRepeat(db, plain, verb)
    return { result: attempt.result, kills: at - 1, announced: announced.names }
  }
  throw new VerbViolation(`it makes more than ${mostStatements} statements`)
}

async function runKilledAt<T>(
  at: number,
  ctx: Ctx & { readonly db: Database },
  verb: (ctx: Ctx) => Promise<T>,
): Promise<{ readonly killed: true } | { readonly killed: false; readonly result: T }> {
  let statements = 0
  const killer: KyselyPlugin = {
    transformQuery: ({ node }) => {
      // Dead is dead: whatever the verb tries after the kill does not reach the database either.
      if (++statements >= at) throw new Killed(`killed before statement ${at}`)
      return node
    },
    transformResult: async ({ result }) => result,
  }
  try {
    const result = await verb({ ...ctx, db: ctx.db.withPlugin(killer) })
    if (statements >= at)
      throw new VerbViolation(`it goes on as if nothing happened after a kill before statement ${at}`)
    return { killed: false, result }
  } catch (error) {
    if (error instanceof Killed) return { killed: true }
    throw error
  }
}

async function checkFacts(db: Database, after: string, facts: readonly Fact[]) {
  const { rows: places } = await sql<{ tx: string; seq: string }>`
    select tx, seq from event_log where tx >= ${after}::xid8 and source = 'fact' order by tx, seq`.execute(db)
  const found = await Promise.all(places.map((place) => findEvent(db, place)))
  const fresh = found.filter((event) => event !== undefined)
  for (const event of fresh) {
    const fact = facts.find(({ name }) => name === event.name)
    if (!fact) throw new VerbViolation(`it announces ${event.name}, which it does not declare`)
    const payload = fact.payload.strict().safeParse(event.props)
    if (!payload.success)
      throw new VerbViolation(`it announces ${event.name} with a payload that is not what is declared`)
  }
  const touched = fresh.flatMap((event) =>
    touchedBy(
      facts.find(({ name }) => name === event.name),
      event,
    ),
  )
  return { names: fresh.map(({ name }) => name), touched }
}

/** A touched key makes stale whatever begins with it. */
function checkTouches(
  known: readonly (readonly string[])[],
  stale: readonly (readonly string[])[],
  touched: readonly (readonly string[])[],
): void {
  const covers = (key: readonly string[], read: readonly string[]) =>
    key.every((part, index) => read[index] === part)
  const missed = stale.filter((read) => !touched.some((key) => covers(key, read)))
  if (missed.length > 0) throw new VerbViolation(`it changes ${JSON.stringify(missed)} without touching them`)
  const needless = touched.filter((key) => {
    const covered = known.filter((read) => covers(key, read))
    return covered.length > 0 && !covered.some((read) => stale.includes(read))
  })
  if (needless.length > 0)
    throw new VerbViolation(`it touches ${JSON.stringify(needless)}, which did not change`)
}

async function checkRepeat<T>(db: Database, ctx: Ctx, verb: (ctx: Ctx) => Promise<T>): Promise<void> {
  const once = await fingerprint(db)
  await verb(ctx)
  const changed = difference(once, await fingerprint(db))
  if (changed.length > 0) throw new VerbViolation(`not idempotent: a repeat changes ${changed.join(', ')}`)
}

/** The first transaction number that is not given out yet; unlike the log's horizon it waits for nobody. */
async function nextTransaction(db: Database): Promise<string> {
  const { rows } = await sql<{ tx: string }>`
    select pg_snapshot_xmax(pg_current_snapshot())::text as tx`.execute(db)
  return rows[0]!.tx
}

/** A hash of the rows of every table; partitions count for their table. */
async function fingerprint(db: Database): Promise<ReadonlyMap<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`
    select c.oid::regclass::text as name from pg_class c
     where c.relkind in ('r', 'p') and not c.relispartition
       and c.relnamespace in ('public'::regnamespace, to_regnamespace('pgboss'))
     order by 1`.execute(db)
  const hashes = tables.map(
    ({ name }) => sql`select ${name}::text as name,
      count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) as hash from ${sql.raw(name)} t`,
  )
  const { rows } = await sql<{ name: string; hash: string }>`${sql.join(hashes, sql` union all `)}`.execute(
    db,
  )
  return new Map(rows.map(({ name, hash }) => [name, hash]))
}

const difference = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] =>
  [...other].filter(([name, hash]) => one.get(name) !== hash).map(([name]) => name)
