/**
 * Going through a file, batch by batch. A dry run finds what would happen; a run does it: each batch is one
 * transaction that also moves `place`, so that killed at any point it goes on behind the last batch that was
 * kept and does nothing twice. A thing is never cut: its rows are in one batch.
 */
import { type Ctx, transact } from '../context.ts'
import { declareFailpoints } from '../testing/failpoint.ts'
import { changeImport, type Import, lockImport } from './import.ts'
import { type ImportKind, type Mode, noTally, type Placed, type RefusedRow, type Shape, type Tally, type Work } from './kind.ts' // biome-ignore format: one line of types
import type { ListRow } from './read-file.ts'
import { keepErrors } from './refused.ts'

const failpoint = declareFailpoints('imports.batch.written', 'imports.batch.kept')

/** Rows of a batch; a thing at its end may add some. */
export const batchRows = 2_000
/** Rows that are read in one go: what the database answers meanwhile is not kept waiting longer than that. */
const readRows = 32
const turn = () => new Promise<void>((resume) => setImmediate(resume))

export interface Walk {
  readonly mode: Mode
  readonly signal: AbortSignal
  progress(done: number): Promise<void>
}

interface Batch<Thing> {
  readonly things: Placed<Thing>[]
  readonly refused: RefusedRow[]
  rows: number
  /** Rows that are no thing of their own. */
  lines: number
  /** The last row that was read. */
  last: number
}
const emptyBatch = <Thing>(): Batch<Thing> => ({ things: [], refused: [], rows: 0, lines: 0, last: 0 })

/** `stopped`: somebody stopped it meanwhile. */
export interface Ended {
  readonly tally: Tally
  readonly stopped: boolean
}

/**
 * Works a file off. The rows begin with the heading. While a batch is being written the next one is read: both take
 * about as long.
 */
export async function walkImport<S extends Shape>(
  ctx: Ctx,
  kind: ImportKind<S>,
  list: Import<S>,
  rows: AsyncIterable<ListRow>,
  walk: Walk,
): Promise<Ended> {
  const work = await kind.begin(ctx, list, walk.mode)
  let { place } = list
  let tally = walk.mode === 'run' ? list.outcome : noTally(kind)
  const batches = batchesOf(work, rows, walk.mode === 'run' ? place : 0)
  let ahead = batches.next()
  try {
    for (;;) {
      const { value: batch, done } = await ahead
      if (done) return { tally, stopped: false }
      walk.signal.throwIfAborted()
      ahead = batches.next()
      // What is the matter with rows to come is said when their turn comes.
      ahead.catch(() => undefined)
      const after = await settleBatch(ctx, kind, { ...list, place }, work, batch, tally, walk.mode)
      await failpoint('imports.batch.kept')
      if (!after) return { tally, stopped: true }
      tally = after
      if (walk.mode === 'run') place = batch.last
      await walk.progress(tally.rows)
    }
  } finally {
    await ahead.catch(() => undefined)
    await batches.return(undefined)
  }
}

/** The rows behind `from` as things, some thousand rows at a time. */
async function* batchesOf<Thing>(
  work: Work<Thing>,
  rows: AsyncIterable<ListRow>,
  from: number,
): AsyncGenerator<Batch<Thing>, undefined> {
  let batch = emptyBatch<Thing>()
  const close = (group: readonly [ListRow, ...ListRow[]]) => {
    const [{ row, cells }] = group
    const read = work.read(group, row <= from)
    if (row <= from) return
    if ('reasons' in read) batch.refused.push({ row, cells, reasons: read.reasons })
    else batch.things.push({ row, cells, thing: read.thing })
    batch.rows += group.length
    batch.lines += group.length - 1
    batch.last = group.at(-1)!.row
  }
  let group: [ListRow, ...ListRow[]] | undefined
  for await (const row of rows) {
    if (row.row % readRows === 0) await turn()
    if (row.row === 1) continue
    if (group && work.continues?.(group[0], row)) {
      group.push(row)
      continue
    }
    if (group) close(group)
    group = [row]
    if (batch.rows >= batchRows) {
      yield batch
      batch = emptyBatch()
    }
  }
  if (group) close(group)
  if (batch.rows > 0) yield batch
  return undefined
}

/**
 * The tally after the batch. Undefined when nothing was done: somebody stopped the import meanwhile, and
 * perhaps another run goes on with it, from a place that is not ours any more.
 */
async function settleBatch<S extends Shape>(
  ctx: Ctx,
  kind: ImportKind<S>,
  list: Import<S>,
  work: Work<S['thing']>,
  batch: Batch<S['thing']>,
  tally: Tally,
  mode: Mode,
): Promise<Tally | undefined> {
  return await transact(ctx, async (tx) => {
    const now = await lockImport(tx, kind, list.id)
    if (now.state !== (mode === 'run' ? 'running' : 'checking')) return undefined
    if (now.jobId !== list.jobId || now.place !== list.place) return undefined
    const settled = await work.settle(tx, batch.things)
    const refused = [...batch.refused, ...settled.refused].sort((a, b) => a.row - b.row)
    await keepErrors(tx, kind, list.id, refused, tally.failed + (tally.repeated ?? 0))
    await failpoint('imports.batch.written')
    const after = add(tally, count(kind, batch, settled.counts, refused))
    if (mode === 'run')
      await changeImport(tx, kind, list.id, { place: batch.last, outcome: JSON.stringify(after) })
    return after
  })
}

/** Rows of a batch by what became of them. */
function count(
  { counts }: Pick<ImportKind<Shape>, 'counts'>,
  { rows, lines }: Pick<Batch<unknown>, 'rows' | 'lines'>,
  settled: Readonly<Record<string, number>>,
  refused: readonly RefusedRow[],
): Readonly<Record<string, number>> {
  const repeated =
    'repeated' in counts ? refused.filter(({ reasons }) => reasons[0]?.code === 'repeated').length : 0
  return {
    ...settled,
    rows,
    ...('lines' in counts ? { lines } : {}),
    ...('repeated' in counts ? { repeated } : {}),
    failed: refused.length - repeated,
  }
}

const add = (tally: Tally, more: Readonly<Record<string, number>>): Tally => ({
  ...tally,
  ...Object.fromEntries(Object.entries(more).map(([key, rows]) => [key, (tally[key] ?? 0) + rows])),
})
