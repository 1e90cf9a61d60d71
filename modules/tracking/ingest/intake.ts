/**
 * Group commit. Batches that arrive while a transaction runs wait together and go into the next one:
 * one COPY for all of them, one fsync, and every sender is answered after the commit that holds his
 * events. Nothing is acknowledged from memory; what waits here is lost with the process, and its
 * senders, having no answer, send it again.
 *
 * A repeat is recognised by `event_receipt`: the ids go in first. Usually all of them are new, so they
 * are inserted plainly, which costs half of an insert that looks out for conflicts; when one of them is
 * there already the transaction ends and runs again, looking out.
 */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { wakeFollowers } from '#base/facts/wake.ts'
import { assignSessions } from '../visitors/visits.ts'
import { copyLine, eventColumns, type TrackedEvent } from './event.ts'

export interface Taken {
  /** Positions, in the batch, of events that had been taken before. */
  readonly duplicates: readonly number[]
}

export interface IntakeOptions {
  readonly pool: pg.Pool
  /** Events that may wait; beyond it `add` says no. Default 50,000 (some 25 MB). */
  readonly capacity?: number
  /** Most events in one transaction; default 10,000. */
  readonly perCommit?: number
  /** Transactions at once; default 2: one is formed while the other waits for the disk. */
  readonly commits?: number
}

export interface Intake {
  /** Resolves after the commit. Undefined when too much waits already: answer 503. */
  add(events: readonly TrackedEvent[]): Promise<Taken> | undefined
  /** Events that wait or are being written. */
  readonly waiting: number
  /** Resolves when everything that was added is written. */
  drained(): Promise<void>
}

interface Waiting {
  readonly events: readonly TrackedEvent[]
  readonly done: (taken: Taken) => void
  readonly failed: (error: unknown) => void
}

export function openIntake({
  pool,
  capacity = 50_000,
  perCommit = 10_000,
  commits = 2,
}: IntakeOptions): Intake {
  const queue: Waiting[] = []
  const idle: (() => void)[] = []
  let waiting = 0
  let running = 0

  const next = () => {
    const taken: Waiting[] = []
    for (let size = 0; queue.length > 0; ) {
      size += queue[0]!.events.length
      if (taken.length > 0 && size > perCommit) break
      taken.push(queue.shift()!)
    }
    return taken
  }
  const work = async () => {
    running++
    // Let the requests that are being read join before the first transaction begins.
    await new Promise<void>((resume) => setImmediate(resume))
    for (let batches = next(); batches.length > 0; batches = next()) {
      await settle(pool, batches)
      for (const { events } of batches) waiting -= events.length
    }
    running--
    if (running === 0) for (const resume of idle.splice(0)) resume()
  }

  return {
    get waiting() {
      return waiting
    },
    add(events) {
      if (waiting + events.length > capacity) return undefined
      waiting += events.length
      const taken = new Promise<Taken>((done, failed) => queue.push({ events, done, failed }))
      if (running < commits) void work()
      return taken
    },
    drained: () => (running === 0 ? Promise.resolve() : new Promise((resume) => idle.push(resume))),
  }
}

/** Writes the batches together; when the data of one of them is refused, each by itself, so that it fails alone. */
async function settle(pool: pg.Pool, batches: readonly Waiting[]): Promise<void> {
  const all = batches.map((batch) => batch.events)
  try {
    const taken = await write(pool, all, claimNew).catch((error) => {
      if (codeOf(error) === '23505') return write(pool, all, claimUnseen)
      throw error
    })
    for (const [at, batch] of batches.entries()) batch.done(taken[at]!)
  } catch (error) {
    const dataRefused = /^2[23]/.test(codeOf(error))
    if (dataRefused && batches.length > 1) for (const batch of batches) await settle(pool, [batch])
    else for (const batch of batches) batch.failed(error)
  }
}

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? ''

type Fresh = Map<string, TrackedEvent>
/** Inserts the receipts of `ids` (a PostgreSQL array) and leaves the new events in `fresh`. */
type Claim = (client: pg.PoolClient, ids: string, fresh: Fresh) => Promise<void>

/** One transaction for all batches. Returns, batch by batch, which events were there before. */
async function write(
  pool: pg.Pool,
  batches: readonly (readonly TrackedEvent[])[],
  claim: Claim,
): Promise<Taken[]> {
  const fresh: Fresh = new Map()
  for (const events of batches)
    for (const event of events) if (!fresh.has(event.id)) fresh.set(event.id, event)
  // In order, so that two transactions with common ids wait for each other instead of deadlocking.
  const ids = `{${[...fresh.keys()].sort().join(',')}}`
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    await claim(client, ids, fresh)
    if (fresh.size > 0) {
      await assignSessions(client, fresh.values())
      const copy = client.query(copyFrom(`copy event_log (${eventColumns}) from stdin`))
      await pipeline(Readable.from([Buffer.from(copyText(fresh.values()))]), copy)
    }
    await client.query('commit')
    wakeFollowers()
    return batches.map((events) => {
      const duplicates: number[] = []
      for (const [at, event] of events.entries()) if (fresh.get(event.id) !== event) duplicates.push(at)
      return { duplicates }
    })
  } catch (error) {
    broken = error as Error
    await client.query('rollback').then(
      () => {
        broken = undefined
      },
      () => undefined,
    )
    throw error
  } finally {
    // A connection whose rollback failed is thrown away.
    client.release(broken)
  }
}

function copyText(events: Iterable<TrackedEvent>): string {
  let text = ''
  for (const event of events) text += copyLine(event)
  return text
}

/** For events that are new as a rule. Fails with 23505 when one of them is not. */
const claimNew: Claim = async (client, ids) => {
  await client.query({
    name: 'claim-new-events',
    text: 'insert into event_receipt (id) select unnest($1::uuid[])',
    values: [ids],
  })
}

/** For events of which some have been taken before: those leave `fresh`. */
const claimUnseen: Claim = async (client, ids, fresh) => {
  await client.query('insert into event_receipt (id) select unnest($1::uuid[]) on conflict do nothing', [ids])
  const seen = await client.query<{ id: string }>(
    'select id from event_receipt where id = any($1::uuid[]) and xmin <> pg_current_xact_id()::xid',
    [ids],
  )
  for (const { id } of seen.rows) fresh.delete(id)
}
