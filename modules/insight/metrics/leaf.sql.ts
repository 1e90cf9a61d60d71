/** One statement for each leaf: its figures, or the members behind it. */

import type { Happening } from '#modules/audience/api.ts'
import type { StockExpression } from './metric.ts'
import type { Leaf } from './resolve.ts'
import type { Span } from './spans.ts'
import { firstDay, rolled } from './spans.ts'
import type { Asked } from './sql/asked.ts'
import { didsOf, eventsFigures, eventsSets, type SettledEvents } from './sql/events.sql.ts'
import { peopleSets, spansOfPart } from './sql/people.sql.ts'
import { laterDays, returningFigures, returningSets } from './sql/returning.sql.ts'
import { cardinalitiesSql, scopedSets } from './sql/sets.sql.ts'
import { edgesOf, stockFigures, stockSets } from './sql/stock.sql.ts'

/** Leaves that the warehouse answers. */
export type AskedLeaf =
  | Exclude<Leaf, { readonly kind: 'time' } | { readonly kind: 'population' } | { readonly kind: 'events' }>
  | SettledEvents

/** Who belongs to groups: they come and go. */
const ofGroups = {
  kind: 'stock',
  came: { event: 'group.joined' },
  gone: [{ event: 'group.left' }],
} as const satisfies StockExpression

/** Members of the community came when they joined it, until they close their account. */
const ofCommunity = {
  kind: 'stock',
  came: { event: 'member.joined' },
  gone: [{ event: 'member.left' }],
} as const satisfies StockExpression

/** What `population` and `inside` mean here: members of the group in question, or of the community. */
export function settle(
  leaf: Exclude<Leaf, { readonly kind: 'time' }>,
  { group, cut }: Pick<Asked, 'group' | 'cut'>,
): AskedLeaf {
  const ofGroup = group !== undefined || (cut?.of === 'row' && cut.byGroup)
  switch (leaf.kind) {
    case 'population':
      return { ...(ofGroup ? ofGroups : ofCommunity), ...(leaf.at ? { at: leaf.at } : {}) }
    case 'events':
      // In the community everybody who does something is inside; who closed his account in these days since is one of
      // so few that nobody else waits for a look at all who ever joined.
      return leaf.inside && ofGroup ? { ...leaf, among: ofGroups } : leaf
    default:
      return leaf
  }
}

/** The spans whose events a leaf counts: rolling ones end with their bucket. */
export const spansRead = (leaf: AskedLeaf, spans: readonly Span[]): readonly Span[] =>
  leaf.kind === 'events' && leaf.rolling !== undefined
    ? spans.map((span) => rolled(span, leaf.rolling!))
    : spans

/** A query of `slot`, `key`, `figure` and `under`. */
export function figuresSql(leaf: AskedLeaf, spans: readonly Span[], asked: Asked): string {
  const read = spansRead(leaf, spans)
  switch (leaf.kind) {
    case 'events':
      return eventsFigures(leaf, read, asked)
    case 'people':
      return `SELECT slot, key, toFloat64(n) AS figure, CAST(NULL AS Nullable(Float64)) AS under
        FROM (${cardinalitiesSql(peopleSets(leaf, read, asked), asked)})`
    case 'stock':
      return stockFigures(leaf, read, asked)
    case 'returning':
      return returningFigures(leaf, read, asked)
  }
}

/** A query of `slot`, `key` and `members`: who is behind each figure, in scope and cut. */
export function setsSql(
  leaf: AskedLeaf,
  spans: readonly Span[],
  asked: Asked,
  of: 'over' | 'under' = 'over',
): string {
  const read = spansRead(leaf, spans)
  switch (leaf.kind) {
    case 'events':
      return scopedSets(eventsSets(leaf, read, asked), asked)
    case 'people':
      return scopedSets(peopleSets(leaf, read, asked), asked)
    case 'stock':
      return scopedSets(stockSets(leaf, read, asked), asked)
    case 'returning':
      return scopedSets(returningSets(leaf, read, asked, of), asked)
  }
}

/** Everything that may change a figure: which events, on which days of each span. */
interface Touched {
  readonly dids: readonly Happening[]
  readonly spans: readonly Span[]
}

/** What the figures of a leaf depend on, span by span. */
export function touchedBy(leaf: AskedLeaf, spans: readonly Span[], today: string): Touched[] {
  const since = (edges: readonly Span[]) => edges.map(({ to }) => ({ from: firstDay, to }))
  switch (leaf.kind) {
    case 'events':
      return [
        { dids: didsOf(leaf), spans: spansRead(leaf, spans) },
        ...(leaf.among ? touchedBy(leaf.among, spans, today) : []),
      ]
    case 'people':
      return leaf.who.map((part) => ({ dids: didsOf(part), spans: spansOfPart(part, spans) }))
    case 'stock':
      return [{ dids: [leaf.came, ...leaf.gone], spans: since(edgesOf(leaf, spans)) }]
    case 'returning':
      return [
        { dids: [leaf.first], spans: leaf.newcomers ? since(spans) : spans },
        { dids: [leaf.again], spans: laterDays(leaf, spans, today) },
      ]
  }
}
