/**
 * Idempotency keys: a caller who is not sure whether a request arrived sends it again with the same
 * `Idempotency-Key`, and gets the answer of the first. The answer is stored in the transaction of the
 * effect, so there is never one without the other, whatever crashes and whichever connection breaks.
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../access/actor.ts'
import { describeActor } from '../access/actor.ts'
import { inTransaction } from '../context.ts'
import type { Database, Tx } from '../db/database.ts'
import { defineMessages } from '../i18n/messages.ts'
import { subscriber } from './address.ts'
import { malformed } from './body.ts'
import { problems } from './problem.ts'

export interface StoredAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}

/** What a handler did: its answer, and whether a repeated request may get the same. */
export interface Effect {
  readonly answer: StoredAnswer
  readonly keep: boolean
}

export interface KeyedRequest {
  readonly keyHash: Buffer
  readonly requestHash: Buffer
}

const reasons = defineMessages({
  key: {
    zh: 'Idempotency-Key 应为 1 至 200 个可见 ASCII 字符',
    en: 'Idempotency-Key must be 1 to 200 visible ASCII characters',
  },
})

/** How long a request waits for a twin that is still being processed, before it is told so (409). */
const patienceMs = 2_000

/** Names a request: who asks with which key, and for what exactly. Throws when the key is not usable. */
export function keyedRequest(
  key: string,
  actor: Actor,
  ip: string,
  request: { method: string; url: string; body: Uint8Array | undefined },
): KeyedRequest {
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw malformed(reasons.key)
  // Strangers are told apart by address: nobody gets another's answer by guessing a weak key.
  const who = actor.kind === 'anonymous' ? `anonymous:${subscriber(ip)}` : describeActor(actor)
  const { pathname, search } = new URL(request.url)
  const what = createHash('sha256').update(`${request.method} ${pathname}${search}\n`)
  if (request.body) what.update(request.body)
  return {
    keyHash: createHash('sha256').update(`${who}\n${key}`).digest(),
    requestHash: what.digest(),
  }
}

/** Requests of this process that are being processed, so that their twins wait without a connection. */
const underWay = new Map<string, Promise<unknown>>()

/**
 * Runs `effect` once for the key. Resolves to the stored answer, and whether it was stored before.
 * Throws `keyReused` for another request with the key, `inProgress` when a twin takes too long.
 */
export async function onceForKey(
  db: Database,
  request: KeyedRequest,
  effect: (tx: Tx) => Promise<Effect>,
): Promise<{ readonly answer: StoredAnswer; readonly replayed: boolean }> {
  const name = request.keyHash.toString('base64')
  const until = Date.now() + patienceMs
  for (let attempt = 0; ; attempt++) {
    const twin = underWay.get(name)
    if (twin) {
      await waitFor(twin, until - Date.now())
    } else {
      const run = attemptOnce(db, request, effect)
      underWay.set(name, run)
      try {
        const result = await run
        if (result) return result
      } finally {
        underWay.delete(name)
      }
      // The twin runs in another process.
      await sleep(Math.min(25 * 2 ** attempt, 200))
    }
    if (Date.now() >= until) throw problems.inProgress({ retryAfter: 1 })
  }
}

/** Undefined when another process holds the key right now. */
async function attemptOnce(db: Database, request: KeyedRequest, effect: (tx: Tx) => Promise<Effect>) {
  const before = await findAnswer(db, request)
  if (before) return { answer: before, replayed: true }
  return await inTransaction(db, async (tx) => {
    const lock = request.keyHash.readBigInt64BE(0).toString()
    const { rows } = await sql<{
      held: boolean
    }>`select pg_try_advisory_xact_lock(${lock}::bigint) as held`.execute(tx)
    if (!rows[0]!.held) return undefined
    // Again, under the lock: the twin may have committed between the first look and now.
    const stored = await findAnswer(tx, request)
    if (stored) return { answer: stored, replayed: true }
    const { answer, keep } = await effect(tx)
    if (keep)
      await tx
        .insertInto('idempotent_answer')
        .values({
          key_hash: request.keyHash,
          request_hash: request.requestHash,
          status: answer.status,
          headers: JSON.stringify(answer.headers),
          body: answer.body,
        })
        .execute()
    return { answer, replayed: false }
  })
}

async function findAnswer(db: Database | Tx, request: KeyedRequest): Promise<StoredAnswer | undefined> {
  const row = await db
    .selectFrom('idempotent_answer')
    .select(['request_hash', 'status', 'headers', 'body'])
    .where('key_hash', '=', request.keyHash)
    .executeTakeFirst()
  if (!row) return undefined
  if (!row.request_hash.equals(request.requestHash)) throw problems.keyReused()
  return { status: row.status, headers: row.headers as Record<string, string>, body: row.body }
}

/** Forgets answers older than 48 hours. */
export async function forgetOldAnswers(db: Database | Tx): Promise<void> {
  await sql`delete from idempotent_answer where answered_at < now() - interval '48 hours'`.execute(db)
}

const sleep = (ms: number) => new Promise<void>((resume) => setTimeout(resume, ms))

async function waitFor(twin: Promise<unknown>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resume) => {
    timer = setTimeout(resume, Math.max(0, ms))
  })
  await Promise.race([twin.catch(() => undefined), late])
  clearTimeout(timer)
}
