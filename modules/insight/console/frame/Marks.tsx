import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { createContext, useContext, useMemo } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { addDays, shortDay } from '../calendar.ts'
import { frameWords as words } from './frame.words.ts'
import { type Annotation, annotationsQuery, type Bucket, keyOf, type Mark, numbered } from './marks.ts'
import type { Scope, Unit } from './question.ts'
import './frame.css'

/** Buckets by their first days: each ends before the next begins, the last one with its unit. */
export function bucketsOf(starts: readonly string[], unit: Unit): Bucket[] {
  const longest = { day: 1, week: 7, month: 31 }[unit]
  return starts.map((start, at) => {
    const next = starts[at + 1]
    return { start, end: addDays(next ?? addDays(start, longest), -1) }
  })
}

/** Whether charts have room for what happened: a tile has none. */
export const RoomForMarks = createContext(true)

/** What happened in these buckets, in a group or anywhere. Give buckets that stay the same (`useMemo`). */
export function useMarks(buckets: readonly Bucket[], group?: string): readonly Mark[] {
  const [first, last] = [buckets[0], buckets.at(-1)]
  const room = useContext(RoomForMarks)
  const found = useQuery({
    ...annotationsQuery(first?.start ?? '', last?.end ?? '', group),
    enabled: room && first !== undefined,
  }).data
  return useMemo(() => numbered((room && found) || [], buckets), [room, found, buckets])
}

/** What the numbers in a chart stand for. */
export function MarksKey({ marks, edit, more, asked }: MarksKeyProps) {
  const t = useT()
  if (marks.length === 0) return null
  return (
    <ol className="frame-marks">
      {keyOf(marks).map(({ number, marks: [{ annotation }, ...again] }) => (
        <li key={number}>
          <b>{number}</b>
          {edit && annotation.can.change ? (
            <button type="button" className="door" onClick={() => edit(annotation)}>
              {annotation.text}
            </button>
          ) : (
            annotation.text
          )}
          <small>
            {[annotation, ...again.map((mark) => mark.annotation)]
              .map(({ day }) => shortDay(day))
              .join(' · ')}
          </small>
          <Link
            className="link small"
            to="/insight/effect"
            search={{ q: JSON.stringify({ ...asked, on: annotation.day }) } as never}
          >
            {t(words.itsEffect)}
          </Link>
        </li>
      ))}
      {more && <li className="muted">{more}</li>}
    </ol>
  )
}

interface MarksKeyProps {
  readonly marks: readonly Mark[]
  /** Opens one that may be changed. */
  readonly edit?: (annotation: Annotation) => void
  /** Says that there are more than are drawn. */
  readonly more?: string | undefined
  /** What the chart shows, so that the effect of a mark is asked of it. */
  readonly asked?: { readonly metric: string | object; readonly scope?: Scope | undefined } | undefined
}
