/**
 * Going through a list, batch by batch. A dry run finds what would happen; a run does it: each batch is one
 * transaction that also moves `place`, so that killed at any point it goes on behind the last batch that was
 * kept and does nothing twice.
 */
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { declareFailpoints } from '#base/testing/failpoint.ts'
import { contactKey } from '../contacts/contact.ts'
import type { MemberField } from '../fields/field.ts'
import type { Vault } from '../vault.ts'
import { findTouched, keepDoubles, keepErrors, keepProgress, type RefusedRow } from './batch.sql.ts'
import { changeOf, isEmpty } from './change.ts'
import { findHeld } from './held.sql.ts'
import { type Import, lockImport, noTally, type Tally } from './import.ts'
import { matchPeople } from './match.sql.ts'
import type { ListRow } from './read-file.ts'
import { type Person, type Read, type Reason, rowReader } from './read-row.ts'
import { Seen } from './seen.ts'
import { type Changed, type Newcomer, writeChanges, writeNewcomers } from './write.sql.ts'

const failpoint = declareFailpoints('imports.batch.written', 'imports.batch.kept')

export const batchRows = 2_000

export interface Walk {
  readonly mode: 'check' | 'run'
  readonly vault: Vault
  readonly fields: readonly MemberField[]
  readonly zone: string
  readonly signal: AbortSignal
  progress(done: number): Promise<void>
}

interface Candidate {
  readonly row: number
  readonly cells: readonly string[]
  readonly person: Person
}

interface Batch {
  readonly candidates: Candidate[]
  readonly refused: RefusedRow[]
  /** The last row that was read. */
  last: number
}

/** `stopped`: somebody stopped it meanwhile. */
export type Ended = { readonly tally: Tally; readonly stopped: boolean }

/** Works a list off. The rows begin with the heading. */
export async function walkList(
  ctx: Ctx,
  list: Import,
  rows: AsyncIterable<ListRow>,
  walk: Walk,
): Promise<Ended> {
  const plan = list.plan!
  const read = rowReader({ plan, fields: walk.fields, zone: walk.zone, now: ctx.now })
  const seen = new Seen()
  const from = walk.mode === 'run' ? list.place : 0
  let place = list.place
  let tally: Tally = walk.mode === 'run' ? list.outcome : noTally
  let batch: Batch = { candidates: [], refused: [], last: 0 }

  const flush = async (): Promise<boolean> => {
    walk.signal.throwIfAborted()
    const done = await settleBatch(ctx, { ...list, place }, batch, tally, seen, walk)
    await failpoint('imports.batch.kept')
    if (!done) return false
    tally = done
    if (walk.mode === 'run') place = batch.last
    await walk.progress(tally.rows)
    batch = { candidates: [], refused: [], last: batch.last }
    return true
  }

  for await (const { row, cells } of rows) {
    if (row === 1) continue
    const result = refuseRepeated(read(cells), row, seen)
    // Behind us already: it was only read to know who was in it.
    if (row <= from) continue
    batch.last = row
    if ('reasons' in result) batch.refused.push({ row, cells, ...result })
    else batch.candidates.push({ row, cells, person: withTags(result.person, plan.tags) })
    if (batch.candidates.length + batch.refused.length >= batchRows && !(await flush()))
      return { tally, stopped: true }
  }
  if (batch.last > from && !(await flush())) return { tally, stopped: true }
  return { tally, stopped: false }
}

const withTags = (person: Person, tags: readonly string[]): Person =>
  tags.length === 0 ? person : { ...person, tags: [...new Set([...person.tags, ...tags])] }

const keysOf = (person: Person): string[] =>
  person.contacts.length > 0
    ? person.contacts.map(contactKey)
    : [`name:${person.nickname?.toLowerCase() ?? ''}`]

/** Refuses somebody who was in an earlier row; keys of refused rows are not remembered. */
function refuseRepeated(read: Read, row: number, seen: Seen): Read {
  if ('reasons' in read) return read
  const keys = keysOf(read.person)
  const earlier = keys.map((key) => seen.rowOf(key)).filter((found) => found !== undefined)
  if (earlier.length > 0) return { reasons: [repeated(Math.min(...earlier))] }
  for (const key of keys) seen.add(key, row)
  return read
}
const repeated = (row: number): Reason => ({ code: 'repeated', values: { row } })

/**
 * The tally after the batch. Undefined when nothing was done: somebody stopped the import meanwhile, and
 * perhaps another run goes on with it, from a place that is not ours any more.
 */
async function settleBatch(
  ctx: Ctx,
  list: Import,
  batch: Batch,
  tally: Tally,
  seen: Seen,
  walk: Walk,
): Promise<Tally | undefined> {
  return await transact(ctx, async (tx) => {
    const now = await lockImport(tx, list.id)
    if (now.state !== (walk.mode === 'run' ? 'running' : 'checking')) return undefined
    if (now.jobId !== list.jobId || now.place !== list.place) return undefined
    const sorted = await sortOut(tx, list, batch.candidates, seen, walk)
    const refused = [...batch.refused, ...sorted.refused].sort((a, b) => a.row - b.row)
    if (walk.mode === 'run') {
      await writeNewcomers(tx, walk.vault, list.id, sorted.newcomers)
      await writeChanges(tx, walk.vault, list.id, sorted.changes)
    }
    await keepErrors(tx, list.id, refused, tally.failed + tally.repeated)
    await failpoint('imports.batch.written')
    const twice = refused.filter(({ reasons }) => reasons[0]?.code === 'repeated').length
    const after: Tally = {
      rows: tally.rows + batch.candidates.length + batch.refused.length,
      created: tally.created + sorted.newcomers.length,
      updated: tally.updated + sorted.changes.length,
      unchanged: tally.unchanged + sorted.unchanged,
      failed: tally.failed + refused.length - twice,
      repeated: tally.repeated + twice,
    }
    if (walk.mode === 'run') await keepProgress(tx, list.id, batch.last, after)
    return after
  })
}

interface Sorted {
  readonly newcomers: Newcomer[]
  readonly changes: Changed[]
  readonly refused: RefusedRow[]
  unchanged: number
}

/** Finds for each person whether he is new, known, or known as several. */
async function sortOut(
  ctx: Ctx,
  list: Import,
  candidates: readonly Candidate[],
  seen: Seen,
  walk: Walk,
): Promise<Sorted> {
  const sorted: Sorted = { newcomers: [], changes: [], refused: [], unchanged: 0 }
  const matches = await matchPeople(
    ctx,
    walk.vault,
    candidates.map(({ person }) => person),
  )
  const known = [...new Set(matches.flatMap(({ memberIds }) => (memberIds.length === 1 ? memberIds : [])))]
  const held = await findHeld(ctx, known, walk.mode === 'run')
  const touched = walk.mode === 'run' ? await findTouched(ctx, list.id, known) : new Map<Id, number>()
  for (const [at, { memberIds, by }] of matches.entries()) {
    const { row, cells, person } = candidates[at]!
    const [memberId] = memberIds
    if (memberId === undefined) {
      sorted.newcomers.push({ row, person })
      continue
    }
    if (memberIds.length > 1) {
      const code = by.get(memberId) === 'name' ? 'severalNames' : 'severalPeople'
      sorted.refused.push({ row, cells, reasons: [{ code, values: { count: memberIds.length } }] })
      if (code === 'severalPeople') await keepDoubles(ctx, list.id, row, by)
      continue
    }
    const earlier = touched.get(memberId) ?? seen.rowOf(`member:${memberId}`)
    if (earlier !== undefined && earlier < row) {
      sorted.refused.push({ row, cells, reasons: [repeated(earlier)] })
      continue
    }
    seen.add(`member:${memberId}`, row)
    const change = changeOf(held.get(memberId)!, person, list.plan!.existing, walk.vault)
    if (isEmpty(change)) sorted.unchanged++
    else sorted.changes.push({ row, held: held.get(memberId)!, change })
  }
  return sorted
}
