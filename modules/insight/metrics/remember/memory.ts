/**
 * Figures that were worked out before, span by span, as long as the log says that nothing came to their days since:
 * a dashboard that is opened again reads what is new. Kept by each process for itself; what it forgets is worked out
 * again.
 */
import type { Warehouse } from '#base/parts.ts'
import type { Day } from '#base/time/calendar.ts'
import { type Span, spanKey } from '../spans.ts'
import type { SinkState, Stamps } from './stamps.ts'

/** Figures of one span by key of the breakdown: figure and, where there is one, what it is divided by. */
export type Cells = ReadonlyMap<string, readonly [figure: number | null, under: number | null]>

interface Kept {
  readonly stamp: string
  /** Where the sink was; a batch may have been half there. */
  readonly rows: bigint
  readonly settled: boolean
  /** Days whose events it reads. */
  readonly reads: readonly Span[]
  readonly cells: Cells
}

/** Most spans that are kept; one is some hundred bytes. */
const mostKept = 60_000

export class Memory {
  /** By question, then by span; the question asked longest ago is forgotten first. */
  #kept = new Map<string, Map<string, Kept>>()
  #size = 0
  #forgotten = 0
  #proofs: { readonly count: bigint; readonly last: bigint } | undefined
  #moves: bigint | undefined
  #generation: string | undefined

  /** The cells of a span when they are still right. */
  find(question: string, span: Span, stamp: string): Cells | undefined {
    const kept = this.#kept.get(question)?.get(spanKey(span))
    return kept?.settled && kept.stamp === stamp ? kept.cells : undefined
  }

  /** How often something was forgotten: what was asked for before is not to be kept after it. */
  get forgotten(): number {
    return this.#forgotten
  }

  /** `sink` and `forgotten` as they were before the cells were asked for. */
  keep(
    question: string,
    span: Span,
    stamp: string,
    reads: readonly Span[],
    cells: Cells,
    sink: SinkState,
    forgotten: number,
  ): void {
    if (forgotten !== this.#forgotten) return
    const spans = this.#kept.get(question) ?? new Map<string, Kept>()
    this.#kept.delete(question)
    this.#kept.set(question, spans)
    const before = spans.get(spanKey(span))
    // What was half there when it was counted first is whole once a batch has been confirmed since.
    const settled = !sink.busy || (before?.stamp === stamp && before.rows < sink.rows)
    if (!before) this.#size++
    spans.set(spanKey(span), { stamp, rows: sink.rows, settled, reads, cells })
    while (this.#size > mostKept) {
      const [oldest, its] = this.#kept.entries().next().value!
      if (oldest === question) return
      this.#kept.delete(oldest)
      this.#size -= its.size
    }
  }

  clear(): void {
    this.#forgotten++
    this.#kept.clear()
    this.#size = 0
  }

  /**
   * Forgets what is not right any more for another reason than new events: tables made anew, members merged, browsers
   * whose owners became known since; `provedDays` finds the days of those, or undefined when they are not to be told.
   */
  async follow(
    stamps: Stamps,
    provedDays: (after: bigint, count: bigint) => Promise<readonly Day[] | undefined>,
  ) {
    const proofs = { count: stamps.proofs, last: stamps.lastProof }
    const known = this.#proofs
    if (stamps.generation !== this.#generation || stamps.moves !== this.#moves || !known) this.clear()
    else if (proofs.count !== known.count || proofs.last !== known.last) {
      const days = await provedDays(known.last, proofs.count - known.count)
      if (days) this.#forgetDays(days)
      else this.clear()
    }
    this.#proofs = proofs
    this.#moves = stamps.moves
    this.#generation = stamps.generation
  }

  #forgetDays(days: readonly Day[]): void {
    this.#forgotten++
    for (const spans of this.#kept.values())
      for (const [key, { reads }] of spans)
        if (reads.some(({ from, to }) => days.some((day) => day >= from && day <= to))) {
          spans.delete(key)
          this.#size--
        }
  }
}

const memories = new WeakMap<object, Memory>()

export function memoryOf(warehouse: Pick<Warehouse, 'query'>): Memory {
  const memory = memories.get(warehouse) ?? new Memory()
  memories.set(warehouse, memory)
  return memory
}
