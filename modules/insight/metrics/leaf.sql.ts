/** One statement for each leaf: its figures, or the members behind it. */
import type { Happening } from '#modules/audience/api.ts'
import { ofGroups } from './belonging.ts'
import type { EventsExpression, StockExpression } from './metric.ts'
import type { Leaf } from './resolve.ts'
import type { Span } from './spans.ts'
import { firstDay, rolled } from './spans.ts'
import type { Asked } from './sql/asked.ts'
import { type Among, didsOf, eventsFigures, eventsSets, type SettledEvents } from './sql/events.sql.ts'
import { peopleSets, type SettledPeople, spansOfPart } from './sql/people.sql.ts'
import { laterDays, returningFigures, returningSets } from './sql/returning.sql.ts'
import { cardinalitiesSql, scopedSets } from './sql/sets.sql.ts'
import { edgesOf, stockFigures, stockSets } from './sql/stock.sql.ts'

/** Leaves that the warehouse answers. */
export type AskedLeaf =
  | Exclude<Leaf, { readonly kind: 'time' | 'population' | 'events' | 'people' }>
  | SettledEvents
  | SettledPeople

/** Members of the community came when they joined it, until they close their account. */
const ofCommunity = {
  kind: 'stock',
  came: { event: 'member.joined' },
  gone: [{ event: 'member.left' }],
} satisfies StockExpression

/** What `population` and `inside` mean here: members of the group in question, or of the community. */
export function settle(
  leaf: Exclude<Leaf, { readonly kind: 'time' }>,
  { group, cut }: Pick<Asked, 'group' | 'cut'>,
): AskedLeaf {
  const members = group !== undefined || (cut?.of === 'row' && cut.byGroup) ? ofGroups : ofCommunity
  switch (leaf.kind) {
    case 'population':
      return { ...members, ...(leaf.at ? { at: leaf.at } : {}) }
    case 'events':
      return leaf.inside ? { ...leaf, among: amongOf(leaf.inside, members) } : leaf
    case 'people':
      return leaf.inside ? { ...leaf, among: members } : leaf
    default:
      return leaf
  }
}

function amongOf(inside: NonNullable<EventsExpression['inside']>, members: StockExpression): Among {
  if (inside === true) return members
  return inside.kind === 'stock' ? inside : { ...inside, kind: 'events', counted: { of: 'members' } }
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
        ...(leaf.among ? touchedBy(leaf.among, spansRead(leaf, spans), today) : []),
      ]
    case 'people':
      return [
        ...leaf.who.map((part) => ({ dids: didsOf(part), spans: spansOfPart(part, spans) })),
        ...(leaf.among ? touchedBy(leaf.among, spans, today) : []),
      ]
    case 'stock':
      return [{ dids: [leaf.came, ...leaf.gone], spans: since(edgesOf(leaf, spans)) }]
    case 'returning':
      return [
        { dids: [leaf.first], spans: leaf.newcomers ? since(spans) : spans },
        { dids: [leaf.again], spans: laterDays(leaf, spans, today) },
      ]
  }
}
