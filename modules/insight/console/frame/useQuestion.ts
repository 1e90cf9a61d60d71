/** The question of a screen lives in the URL (`q`): a link to an answer is its question, and back goes to the one before. */
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useRef } from 'react'

/** Changes a question: what is given replaces what was; `undefined` takes out. */
export type Change<Q> = (part: Partial<Q>) => void

/**
 * `[question, change, put]`: the question in the URL over `initial`, so that a link from before a question had a
 * part still opens. `accept` may refuse what somebody wrote into the URL by hand; then it is `initial`.
 */
export function useQuestion<Q extends object>(
  initial: Q,
  accept: (given: Q) => boolean = () => true,
): readonly [Q, Change<Q>, (question: Q) => void] {
  const { q } = useSearch({ strict: false }) as { readonly q?: string }
  const navigate = useNavigate()
  const begin = useRef({ initial, accept }).current
  const question = useMemo(() => readQuestion(q, begin.initial, begin.accept), [q, begin])
  const put = useCallback(
    (asked: Q) =>
      void navigate({
        to: '.',
        search: (before: Record<string, string>) => ({ ...before, q: JSON.stringify(asked) }),
      }),
    [navigate],
  )
  const change = useCallback<Change<Q>>((part) => put({ ...question, ...part }), [put, question])
  return [question, change, put]
}

/** The question that a piece of a URL asks. */
export function readQuestion<Q extends object>(
  text: string | undefined,
  initial: Q,
  accept: (given: Q) => boolean,
): Q {
  if (!text) return initial
  try {
    const given: unknown = JSON.parse(text)
    if (given === null || typeof given !== 'object' || Array.isArray(given)) return initial
    const asked = { ...initial, ...given }
    return isLike(asked, initial) && accept(asked) ? asked : initial
  } catch {
    return initial
  }
}

const kindOf = (value: unknown) =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : value instanceof Object ? 'object' : typeof value

const dayPattern = /^\d{4}-\d{2}-\d{2}$/
const isDay = (value: unknown) =>
  typeof value === 'string' && dayPattern.test(value) && !Number.isNaN(Date.parse(value))

function isRange(value: object): boolean {
  if ('last' in value) return typeof value.last === 'number'
  return 'from' in value && 'to' in value && isDay(value.from) && isDay(value.to)
}

/** Whether each part is of the kind that it begins with, so that a screen can draw what it is asked; the API checks the rest. */
function isLike(asked: object, initial: object): boolean {
  const given = asked as Record<string, unknown>
  return Object.entries(initial).every(([part, first]) => {
    const value = given[part]
    if (first === undefined || value === undefined) return true
    if (kindOf(value) !== kindOf(first)) return false
    return part !== 'range' || isRange(value as object)
  })
}
