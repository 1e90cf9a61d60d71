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

/** Annotations that are drawn, numbered in the order of time. */
export function numbered(annotations: readonly Annotation[], buckets: readonly Bucket[]): Mark[] {
  const written = annotations.filter(({ id }) => id !== null)
  const noticed = annotations.filter(({ id }) => id === null)
  const chosen = new Set([
    ...written.slice(-mostMarks),
    ...noticed.slice(-(mostMarks - Math.min(written.length, mostMarks)) || noticed.length),
  ])
  return annotations
    .filter((annotation) => chosen.has(annotation))
    .flatMap((annotation) => {
      const at = buckets.findIndex(({ start, end }) => annotation.day >= start && annotation.day <= end)
      return at === -1 ? [] : [{ annotation, at }]
    })
    .map((mark, place) => ({ ...mark, number: place + 1 }))
}

/** Room that marks need above a drawing. */
export const roomForMarks = (marks: readonly Mark[], without = 12): number =>
  marks.length > 0 ? 30 : without

/** The lines of marks, for one series of a chart; several of one bucket share a line. */
export const markLines = (colours: Colours, marks: readonly Mark[]) => ({
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
      formatter: marks
        .filter(({ at }) => at === place)
        .map(({ number }) => number)
        .join(' '),
    },
  })),
})

/** Lines of a tip for what happened in a bucket. */
export const marksAt = (marks: readonly Mark[], place: number): string[] =>
  marks.filter(({ at }) => at === place).map(({ number, annotation }) => `${number}  ${annotation.text}`)
