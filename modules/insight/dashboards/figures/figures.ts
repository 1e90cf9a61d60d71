/**
 * The figures of an answer without anything that leads to people: what shared pages, mails and files show. Each figure
 * says how few people it rests on, so that small ones can be left out where strangers look.
 */
import type { Locale } from '#base/i18n/messages.ts'
import { figureWords } from '../../figure.ts'
import type { MetricUnit } from '../../metrics/units.ts'

export interface Figure {
  readonly value: number | null
  readonly unit: MetricUnit
  /** The fewest people that it rests on; null: nobody's (a text, a day), undefined: nobody knows. */
  readonly people: number | null | undefined
  /** Left out, since too few people stand behind it. */
  readonly hidden?: true
}

export type Cell = string | Figure

export interface Line {
  readonly name: string
  readonly unit: MetricUnit
  readonly values: readonly Figure[]
  readonly before?: readonly Figure[]
}

export interface Figures {
  /** The one figure, where there is one. */
  readonly headline: Figure | null
  /** What it was before. */
  readonly was: Figure | null
  readonly better: 'more' | 'less'
  /** 口径. */
  readonly formula: string
  /** Below the lines. */
  readonly labels: readonly string[]
  readonly lines: readonly Line[]
  readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly Cell[])[] }
}

/** Of fewer people than these nothing is shown to strangers. */
export const fewestPeople = 5

export const about = (value: number | null, unit: MetricUnit, people: number | null | undefined): Figure => ({
  value,
  unit,
  people,
})
/** A number of people: it rests on itself. */
export const people = (value: number): Figure => about(value, 'members', value)

const isSmall = ({ value, people: behind }: Figure): boolean =>
  value !== null && behind !== null && (behind === undefined || (behind > 0 && behind < fewestPeople))

const hide = (figure: Figure): Figure => ({ ...figure, value: null, hidden: true })
const guard = (figure: Figure): Figure => (isSmall(figure) ? hide(figure) : figure)

/**
 * Without the figures of fewer than five people. Where a single part of a whole would be left out, the smallest of the
 * others goes with it: otherwise the whole less the others told it.
 */
export function protect(figures: Figures): Figures {
  const guardAll = (line: readonly Figure[]) => line.map(guard)
  const lines = figures.lines.map((line) => ({
    ...line,
    values: guardAll(line.values),
    ...(line.before ? { before: guardAll(line.before) } : {}),
  }))
  for (let at = 0; at < figures.labels.length; at++) {
    const column = lines.map(({ values }) => values[at])
    const lost = smallestWith(column)
    if (lost !== undefined) lines[lost]!.values[at] = hide(lines[lost]!.values[at]!)
  }
  return {
    ...figures,
    headline: figures.headline && guard(figures.headline),
    was: figures.was && guard(figures.was),
    lines,
    table: { head: figures.table.head, rows: figures.table.rows.map(guardRow) },
  }
}

function guardRow(row: readonly Cell[]): Cell[] {
  const guarded = row.map((cell) => (typeof cell === 'string' ? cell : guard(cell)))
  // Of several parts beside each other: their whole may be known.
  const parts = guarded.map((cell) => (typeof cell === 'string' ? undefined : cell))
  const lost = smallestWith(parts)
  return guarded.map((cell, at) => (at === lost && typeof cell !== 'string' ? hide(cell) : cell))
}

/** The smallest of those that are shown, when exactly one is not. */
function smallestWith(figures: readonly (Figure | undefined)[]): number | undefined {
  const known = figures.flatMap((figure, at) => (figure ? [{ ...figure, at }] : []))
  if (known.filter(({ hidden }) => hidden).length !== 1) return undefined
  return known
    .filter(({ value, hidden, people: behind }) => !hidden && value !== null && behind !== null)
    .sort((one, other) => (one.value ?? 0) - (other.value ?? 0))[0]?.at
}

/** How many figures were left out. */
export const hiddenIn = ({ headline, table }: Figures): number =>
  table.rows.flat().filter((cell) => typeof cell !== 'string' && cell.hidden).length +
  (headline?.hidden ? 1 : 0)

/** As people read it; what is left out says that there are few. */
export const cellWords = (cell: Cell, locale: Locale): string =>
  typeof cell === 'string'
    ? cell
    : cell.hidden
      ? `< ${fewestPeople}`
      : cell.value === null
        ? '—'
        : figureWords(cell.value, cell.unit, locale)
