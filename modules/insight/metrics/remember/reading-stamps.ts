/**
 * What single figures of a metric rest on, said so that it can be kept: whoever keeps figures of days long over learns
 * by it which of them would come out differently now (events that came late, amounts put right, tables made anew, browsers
 * whose owner became known, profiles that became one). See `stamps.ts`.
 */
import { createHash } from 'node:crypto'
import { amending } from '#base/facts/amending.ts'
import type { Day } from '#base/time/calendar.ts'
import type { Asking } from '../../asking.ts'
import type { Scope } from '../../shapes.ts'
import { amendedFacts, endOfDays, provedSince } from '../answer.ts'
import { findResolved } from '../find-metric.ts'
import { type AskedLeaf, settle, touchedBy } from '../leaf.sql.ts'
import type { MetricRef } from '../metric.ts'
import { leavesOf } from '../resolve.ts'
import { firstDay, type Span } from '../spans.ts'
import { readSink, type Stamps, stampsOf, stampsParams, stampsSql } from './stamps.ts'

/** What changes figures of days to which nothing comes; kept with the figures. */
export interface ReadState {
  readonly generation: string
  readonly moves: string
  readonly proofs: string
  readonly lastProof: string
}

export interface FigureStamps {
  /** Of a span: another one says that its figure may be another. */
  of(span: Span): string
  /** Whether the figure of a span may be another although its stamp is the same. */
  isTouched(span: Span): boolean
  readonly state: ReadState
}

export const absentSql = `SELECT toString(count()) AS n, toString(sum(cityHash64(id))) AS ids FROM member FINAL WHERE NOT present`

/** Asked before the figures, so that what comes meanwhile is seen the next time. `before`: what was kept with them. */
export async function openFigureStamps(
  asking: Asking,
  { metric, scope, rolling }: { metric: MetricRef; scope: Scope; rolling: number | undefined },
  before: ReadState | null,
): Promise<FigureStamps> {
  const { today } = asking.clock
  const { node } = await findResolved(asking.ctx, metric)
  const leaves = leavesOf(node).flatMap((leaf): AskedLeaf[] => {
    if (leaf.kind === 'time') return []
    const settled = settle(leaf, { group: scope.group, cut: undefined })
    return [
      settled.kind === 'events' && settled.rolling === undefined && rolling !== undefined
        ? { ...settled, rolling }
        : settled,
    ]
  })
  const names = new Set(Object.keys(amending))
  for (const leaf of leaves)
    for (const { dids } of touchedBy(leaf, [], today)) for (const { event } of dids) names.add(event)
  const sink = await readSink(asking.ctx)
  const [rows, [absent]] = await Promise.all([
    asking.query<{ name: string; day: string; n: string }>(stampsSql, stampsParams([...names].sort())),
    asking.query<{ n: string; ids: string }>(absentSql),
  ])
  const stamps = stampsOf(rows)
  const state: ReadState = {
    generation: stamps.generation,
    moves: String(stamps.moves),
    proofs: String(stamps.proofs),
    lastProof: String(stamps.lastProof),
  }
  const touched = await touchedDays(asking, stamps, before)
  const of = (span: Span) => {
    const parts = leaves.map((leaf) => {
      const counts = touchedBy(leaf, [span], today).map(({ dids, spans: [read] }) =>
        String(stamps.count(namesOf(dids), read!.from, read!.to)),
      )
      const amended = amendedFacts(leaf).map((fact) => String(stamps.count([fact], firstDay, endOfDays)))
      const belongs = leaf.kind === 'stock' || ('among' in leaf && leaf.among?.kind === 'stock')
      return [counts, amended, belongs ? [absent!.n, absent!.ids] : []]
    })
    const busy = sink.busy ? [String(sink.rows)] : []
    return createHash('sha256')
      .update(JSON.stringify([stamps.generation, parts, busy]))
      .digest('base64')
  }
  return {
    of,
    state,
    isTouched: (span) =>
      touched === 'all' ||
      leaves.some((leaf) =>
        touchedBy(leaf, [span], today).some(({ spans: [read] }) =>
          touched.some((day) => day >= read!.from && day <= read!.to),
        ),
      ),
  }
}

const namesOf = (dids: readonly { readonly event: string }[]): string[] =>
  dids.some(({ event }) => event === '*') ? ['*'] : [...new Set(dids.map(({ event }) => event))]

async function touchedDays(
  asking: Asking,
  stamps: Stamps,
  before: ReadState | null,
): Promise<readonly Day[] | 'all'> {
  if (!before || before.generation !== stamps.generation || before.moves !== String(stamps.moves))
    return 'all'
  if (before.proofs === String(stamps.proofs) && before.lastProof === String(stamps.lastProof)) return []
  const count = stamps.proofs - BigInt(before.proofs)
  return (await provedSince(asking, BigInt(before.lastProof), count)) ?? 'all'
}
