/** What happened (annotations), as every chart over time shows it: numbered lines, and what they stand for below. */
import { queryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { type Colours, fontFamily } from '#ui/console/chart/option.ts'
import { take } from '#ui/console/problem.ts'

export interface Annotation {
  readonly id: string | null
  readonly day: string
  readonly until: string | null
  readonly text: string
  readonly kind: 'release' | 'activity' | 'campaign' | 'content' | 'outside' | 'other'
  readonly groupId: string | null
  readonly by: string | null
  readonly can: { readonly change: boolean }
}

export const annotationsQuery = (from: string, to: string, group: string | undefined) =>
  queryOptions({
    queryKey: ['insight', 'annotations', from, to, group ?? ''],
    queryFn: async ({ signal }) =>
      (
        await take<{ items: Annotation[] }>(
          api.GET('/api/insight/annotations', {
            params: { query: { from, to, ...(group ? { group } : {}) } },
            signal,
          }),
        )
      ).items,
    staleTime: 60_000,
  })

/** Days of one point of a chart, both included. */
export interface Bucket {
  readonly start: string
  readonly end: string
}

export interface Mark {
  readonly number: number
  readonly annotation: Annotation
  /** The place of the bucket in which it lies. */
  readonly at: number
}

/** More marks than these hide the line; what operators wrote comes first. */
const mostMarks = 8
/** What was only noticed leaves the drawing to what operators wrote. */
const mostNoticed = 3
/** What is noticed at more places than these is how things always go: it explains no change. */
const mostPlaces = 2

/** What operators wrote stands by itself; what was noticed again and again is one thing, however often in a day. */
const sameness = ({ id, text }: Annotation): string => id ?? `noticed ${text.replace(/ ×\d+/, '')}`

/** Annotations that are drawn, numbered in the order of time; the same thing has one number wherever it stands. */
export function numbered(annotations: readonly Annotation[], buckets: readonly Bucket[]): Mark[] {
  const seen = annotations.flatMap((annotation) => {
    const at = buckets.findIndex(({ start, end }) => annotation.day >= start && annotation.day <= end)
    return at === -1 ? [] : [{ annotation, at, same: sameness(annotation) }]
  })
  const things = [...new Set(seen.map(({ same }) => same))]
  const writtenOnes = new Set(seen.flatMap(({ annotation, same }) => (annotation.id === null ? [] : [same])))
  const written = [...writtenOnes].slice(-mostMarks)
  const room = Math.min(mostNoticed, mostMarks - written.length)
  const isRare = (same: string) =>
    new Set(seen.filter((one) => one.same === same).map(({ at }) => at)).size <= mostPlaces
  const noticed = things
    .filter((same) => !writtenOnes.has(same) && isRare(same))
    .slice(room === 0 ? things.length : -room)
  const chosen = things.filter((same) => written.includes(same) || noticed.includes(same))
  return seen
    .filter(({ same }) => chosen.includes(same))
    .map(({ annotation, at, same }) => ({ annotation, at, number: chosen.indexOf(same) + 1 }))
}

/** What the numbers stand for: each thing once, with all of its days. */
export function keyOf(marks: readonly Mark[]): { number: number; marks: readonly [Mark, ...Mark[]] }[] {
  return [...Map.groupBy(marks, ({ number }) => number)]
    .sort(([one], [other]) => one - other)
    .map(([number, [first, ...rest]]) => ({ number, marks: [first!, ...rest] as const }))
}

/** Room that marks need above a drawing. */
export const roomForMarks = (marks: readonly Mark[], without = 12): number =>
  marks.length > 0 ? 30 : without

/** Of the last mark's place, how close two labels may stand before they share one. */
const closeness = () => (innerWidth > 640 ? 1 / 22 : 1 / 9)

/** Numbers above the lines, by place: labels that would cover each other stand as one above the first of them. */
function labelsOf(marks: readonly Mark[]): ReadonlyMap<number, string> {
  const places = [...Map.groupBy(marks, ({ at }) => at)].sort(([one], [other]) => one - other)
  const close = (places.at(-1)?.[0] ?? 0) * closeness()
  const labels: { at: number; last: number; numbers: Set<number> }[] = []
  for (const [at, its] of places) {
    const near = labels.at(-1)
    const joined = near && at - near.last <= close && at > 1 ? near : undefined
    if (!joined) labels.push({ at, last: at, numbers: new Set(its.map(({ number }) => number)) })
    else {
      for (const { number } of its) joined.numbers.add(number)
      joined.last = at
    }
  }
  return new Map(labels.map(({ at, numbers }) => [at, [...numbers].sort((a, b) => a - b).join(' ')]))
}

/** The lines of marks, for one series of a chart; several of one bucket share a line. */
export function markLines(colours: Colours, marks: readonly Mark[]) {
  const labels = labelsOf(marks)
  return {
    silent: true,
    // Behind bars and points.
    z: 1,
    symbol: ['none', 'none'],
    animation: false,
    lineStyle: { color: colours.line, width: 1, type: 'solid' },
    label: {
      position: 'end',
      distance: 4,
      fontSize: 11,
      fontFamily,
      color: colours.ink,
      backgroundColor: colours.soft,
      borderColor: colours.line,
      borderWidth: 1,
      borderRadius: 9,
      padding: [3, 6],
    },
    data: [...new Set(marks.map(({ at }) => at))].map((place) => ({
      xAxis: place,
      label: {
        formatter: labels.get(place) ?? '',
        show: labels.has(place),
      },
    })),
  }
}

/** Lines of a tip for what happened in a bucket. */
export const marksAt = (marks: readonly Mark[], place: number): string[] => [
  ...new Set(
    marks.filter(({ at }) => at === place).map(({ number, annotation }) => `${number}  ${annotation.text}`),
  ),
]
