/**
 * Where strangers look, a part of fewer than five people has no name: what it is called may be who they are. Such parts
 * stand together as one that is called "others" and shows no figures, and so many of the larger ones go with them, the
 * smallest first, that what the whole leaves over for all of them is at least five people's, now and before. Parts may
 * share people, so a union is known to be no smaller than its largest part, and nothing more.
 */
import type { Cell, Figure, Figures, Line } from './figures.ts'

/** Of fewer people than these nothing is shown to strangers. */
export const fewestPeople = 5

/** Parts of figures that are called by what people are or chose: the lines of a breakdown, or rows of a table. */
export type Parts = {
  /** What those together are called that have no name here. */
  readonly others: string
  /** Of each part the people now and before; undefined: nobody knows. */
  readonly people: readonly (readonly (number | undefined)[])[]
} & (
  | {
      readonly of: 'lines'
      /** Of each line the columns of the table that are its own, as many of each. */
      readonly columns: readonly (readonly number[])[]
    }
  /** Rows of the table from this one on; lines have a value for each of them. */
  | { readonly of: 'rows'; readonly from: number }
)

const few = (count: number | undefined): boolean => count === undefined || (count > 0 && count < fewestPeople)

/** Places of the parts that have no name, none when all may have theirs. */
export function placesToFold(people: Parts['people']): ReadonlySet<number> {
  const places = people.keys().toArray()
  const folded = new Set(places.filter((at) => people[at]!.some(few)))
  if (folded.size === 0) return folded
  const times = people[0]!.keys().toArray()
  const enough = () =>
    times.every((time) => {
      const counts = [...folded].map((at) => people[at]![time])
      return (
        Math.max(...counts.map((count) => count ?? 0)) >= fewestPeople || counts.every((count) => count === 0)
      )
    })
  const smallest = places
    .filter((at) => !folded.has(at))
    .sort((one, other) => (people[one]![0] ?? 0) - (people[other]![0] ?? 0))
  while (!enough() && smallest.length > 0) folded.add(smallest.shift()!)
  return folded
}

/** The figures with their small parts as one. */
export function foldSmall(figures: Figures): Figures {
  const { parts, ...rest } = figures
  const folded = parts ? placesToFold(parts.people) : new Set<number>()
  if (!parts || folded.size === 0) return figures
  return parts.of === 'lines' ? foldLines(rest, parts, folded) : foldRows(rest, parts, folded)
}

/** In place of figures of several parts: none, of at least as many people as the largest of them. */
function together(figures: readonly Figure[]): Figure {
  const [first] = figures
  const counts = figures.map(({ people }) => people)
  const people = counts.includes(undefined) ? undefined : Math.max(0, ...counts.map((count) => count ?? 0))
  return { ...first!, value: null, people, hidden: true }
}

function foldLines(
  figures: Figures,
  { others, columns }: Extract<Parts, { of: 'lines' }>,
  folded: ReadonlySet<number>,
): Figures {
  const { lines, table } = figures
  const gone = lines.filter((_, at) => folded.has(at))
  const first = gone[0]!
  const before = gone.flatMap((line) => (line.before ? [line.before] : []))
  const other: Line = {
    name: others,
    unit: first.unit,
    values: first.values.map((_, at) => together(gone.map(({ values }) => values[at]!))),
    ...(before.length > 0
      ? { before: before[0]!.map((_, at) => together(before.map((values) => values[at]!))) }
      : {}),
  }
  // What a line has in the table, now and before, stands where the first of those that go stood, at the end.
  const own = columns.filter((_, at) => folded.has(at))
  const away = new Set(own.flat())
  const kept = <T>(cells: readonly T[], more: readonly T[]): T[] => [
    ...cells.filter((_, at) => !away.has(at)),
    ...more,
  ]
  return {
    ...figures,
    lines: [...lines.filter((_, at) => !folded.has(at)), other],
    table: {
      head: kept(
        table.head,
        own[0]!.map(() => others),
      ),
      rows: table.rows.map((row) =>
        kept(
          row,
          own[0]!.map((_, nth) => together(figuresIn(own.map((mine) => row[mine[nth]!])))),
        ),
      ),
    },
  }
}

function foldRows(
  figures: Figures,
  { others, from }: Extract<Parts, { of: 'rows' }>,
  folded: ReadonlySet<number>,
): Figures {
  const { labels, lines, table } = figures
  const isGone = (row: number) => folded.has(row - from)
  const gone = table.rows.filter((_, at) => isGone(at))
  const other = gone[0]!.map(
    (_, column): Cell => (column === 0 ? others : together(figuresIn(gone.map((row) => row[column])))),
  )
  const drawn = labels.length > 0
  return {
    ...figures,
    labels: drawn ? [...labels.filter((_, at) => !folded.has(at)), others] : labels,
    lines: lines.map((line) => ({
      ...line,
      values: [
        ...line.values.filter((_, at) => !folded.has(at)),
        together(line.values.filter((_, at) => folded.has(at))),
      ],
    })),
    table: { head: table.head, rows: [...table.rows.filter((_, at) => !isGone(at)), other] },
  }
}

const figuresIn = (cells: readonly (Cell | undefined)[]): Figure[] =>
  cells.filter((cell) => cell !== undefined && typeof cell !== 'string')
