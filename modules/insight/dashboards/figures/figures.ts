/**
 * The figures of an answer without anything that leads to people: what shared pages, mails and files show. Each figure
 * says how few people it rests on, so that small ones can be left out where strangers look.
 */
import { type Locale, render } from '#base/i18n/messages.ts'
import { figureWords } from '../../figure.ts'
import type { MetricUnit } from '../../metrics/units.ts'
import { fewestPeople, foldSmall, type Parts } from './fold.ts'
import { figureLabels } from './words.ts'

export interface Figure {
  readonly value: number | null
  readonly unit: MetricUnit
  /** The fewest people that it rests on; null: nobody's (a text, a day), undefined: nobody knows. */
  readonly people: number | null | undefined
  /** Of the time that is compared with. */
  readonly before?: true
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
  /** Where lines or rows have names that may tell who they are. */
  readonly parts?: Parts
}

export const about = (value: number | null, unit: MetricUnit, people: number | null | undefined): Figure => ({
  value,
  unit,
  people,
})
/** A number of people: it rests on itself. */
export const people = (value: number): Figure => about(value, 'members', value)

const isSmall = ({ value, people: behind, hidden }: Figure): boolean =>
  (value !== null || hidden === true) &&
  behind !== null &&
  (behind === undefined || (behind > 0 && behind < fewestPeople))

/**
 * Without the names and the figures of fewer than five people. Where a single part of a whole would be left out, the smallest of the
 * others goes with it: otherwise the whole less the others told it. Parts are what lies beside each other and what lies
 * below each other, each in its unit, now and before by themselves: leaving one out may call for another, until no
 * figure stands alone (complementary suppression).
 */
export function protect(whole: Figures): Figures {
  const figures = foldSmall(whole)
  const { headline, was, lines, table } = figures
  const rows = table.rows.map((row) => row.map(asFigure))
  const drawn = lines.flatMap(({ values, before }) => [values, ...(before ? [before] : [])])
  const hidden = new Set(
    [headline, was, ...rows.flat(), ...drawn.flat()].filter((figure) => figure && isSmall(figure)),
  )
  const parts = [
    ...rows,
    ...turned(rows),
    ...drawn,
    ...turned(lines.map(({ values }) => values)),
    ...turned(lines.map(({ before }) => before ?? [])),
  ].flatMap(bySort)
  for (let size = -1; size < hidden.size; ) {
    size = hidden.size
    for (const part of parts) {
      const lost = smallestWith(part, hidden)
      if (lost) hidden.add(lost)
    }
  }
  const shown = (figure: Figure): Figure =>
    hidden.has(figure) ? { ...figure, value: null, hidden: true } : figure
  return {
    ...figures,
    headline: headline && shown(headline),
    was: was && shown(was),
    lines: lines.map(({ values, before, ...line }) => ({
      ...line,
      values: values.map(shown),
      ...(before ? { before: before.map(shown) } : {}),
    })),
    table: {
      head: table.head,
      rows: table.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : shown(cell)))),
    },
  }
}

const asFigure = (cell: Cell): Figure | undefined => (typeof cell === 'string' ? undefined : cell)

/** Columns of rows. */
const turned = (rows: readonly (readonly (Figure | undefined)[])[]): (Figure | undefined)[][] =>
  Array.from({ length: Math.max(0, ...rows.map(({ length }) => length)) }, (_, at) =>
    rows.map((row) => row[at]),
  )

/** Only what is counted alike adds up. */
function bySort(figures: readonly (Figure | undefined)[]): Figure[][] {
  const known = figures.filter((figure) => figure !== undefined)
  return Object.values(Object.groupBy(known, ({ unit, before }) => `${unit} ${before ?? false}`)).map(
    (part) => part ?? [],
  )
}

/** The smallest of those that are shown, when exactly one is not. Nothing of nobody hides anybody. */
function smallestWith(part: readonly Figure[], hidden: ReadonlySet<unknown>): Figure | undefined {
  if (part.filter((figure) => hidden.has(figure)).length !== 1) return undefined
  return part
    .filter((figure) => !hidden.has(figure) && figure.value !== null && figure.value !== 0)
    .sort((one, other) => (one.value ?? 0) - (other.value ?? 0))[0]
}

/** How many figures were left out. */
export const hiddenIn = ({ headline, table }: Figures): number =>
  table.rows.flat().filter((cell) => typeof cell !== 'string' && cell.hidden).length +
  (headline?.hidden ? 1 : 0)

/** As people read it; what is left out says so, and not how few there were: some are left out for others. */
export const cellWords = (cell: Cell, locale: Locale): string =>
  typeof cell === 'string'
    ? cell
    : cell.hidden
      ? render(figureLabels.leftOut, locale)
      : cell.value === null
        ? '—'
        : figureWords(cell.value, cell.unit, locale)
