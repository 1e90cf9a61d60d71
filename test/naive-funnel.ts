/** A funnel as docs/decisions/funnels.md says it, one attempt after another: the naive side of tests. */
import type { Happening } from '#modules/audience/api.ts'
import type { FunnelQuestion } from '#modules/insight/funnel/funnel.ts'
import type { FunnelSpan } from '#modules/insight/funnel/span.ts'
import type { BehaviourRow } from './behaviour-rows.ts'

export interface NaiveAttempt {
  readonly member: string
  readonly day: string
  readonly began: bigint
  /** 0n: not taken. */
  readonly times: readonly bigint[]
  readonly values: readonly string[]
  /** Places among the member's events. */
  readonly place: number
  readonly last: number
}

const micros = ({ amount, unit }: FunnelSpan) =>
  BigInt(amount) * { minutes: 60_000_000n, hours: 3_600_000_000n, days: 86_400_000_000n }[unit]

/** Tests of the kinds that the histories of tests use. */
function happens(row: BehaviourRow, { event, where, group }: Happening): boolean {
  if (event !== '*' && event !== row.name) return false
  if (group !== undefined && group !== row.group) return false
  return (where ?? []).every(({ property, test }) => {
    const value = row.props[property]
    if (test.op === 'isKnown') return value !== undefined && value !== null
    if (test.op === 'is') return typeof value === 'string' && value === test.value
    throw new Error(`The naive funnel knows no ${test.op}`)
  })
}

interface Placed extends BehaviourRow {
  readonly fits: readonly boolean[]
  readonly out: readonly boolean[]
  readonly worth: string
}

export function naiveAttempts(
  rows: readonly BehaviourRow[],
  question: FunnelQuestion,
  days: { readonly from: string; readonly to: string },
  worth: (row: BehaviourRow) => string = () => '',
): NaiveAttempt[] {
  const members = new Map<string, Placed[]>()
  for (const row of rows) {
    if (row.day < days.from) continue
    if (question.scope.group && row.group !== question.scope.group) continue
    const placed = {
      ...row,
      fits: question.steps.map(({ of }) => of.some((each) => happens(row, each))),
      out: question.exclusions.map((each) => happens(row, each)),
      worth: worth(row),
    }
    const of = members.get(row.member) ?? []
    of.push(placed)
    members.set(row.member, of)
  }
  return [...members.values()].flatMap((events) => {
    const rank = ({ fits }: Placed) => (fits.includes(true) ? fits.indexOf(true) : fits.length)
    events.sort((a, b) => Number(a.at - b.at) || rank(a) - rank(b) || Number(a.seq - b.seq))
    return events.flatMap((event, at) => {
      const begins = question.order === 'unordered' ? event.fits.includes(true) : event.fits[0]
      if (!begins || event.day > days.to) return []
      const attempt =
        question.order === 'unordered' ? inAnyOrder(events, at, question) : inOrder(events, at, question)
      return attempt ? [attempt] : []
    })
  })
}

function inOrder(
  events: readonly Placed[],
  start: number,
  question: FunnelQuestion,
): NaiveAttempt | undefined {
  const { steps, exclusions, order } = question
  const first = events[start]!
  const until = first.at + micros(question.within)
  const times = steps.map(() => 0n)
  const values = steps.map(() => '')
  let place = start
  let step = 0
  times[0] = first.at
  values[0] = first.worth
  for (;;) {
    const now = events[place]!
    // Which steps may come next, and where each of them comes first.
    let found: { at: number; step: number } | undefined
    let limit: bigint | undefined
    const open: number[] = []
    for (let next = step + 1; next < steps.length; next++) {
      open.push(next)
      limit = steps[next]!.within && micros(steps[next]!.within!)
      if (!steps[next]!.optional) break
    }
    const isBack = ({ fits }: Placed) => fits.slice(0, step + 1).includes(true)
    const isTooSoon = (event: Placed, next: number) => {
      const least = steps[next]!.atLeast
      return event.at - now.at < (least ? micros(least) : question.apart ? 1n : 0n)
    }
    const isTooLate = (event: Placed, next: number) =>
      event.at > until || (steps[next]!.within && event.at - now.at > micros(steps[next]!.within!))
    /** Steps whose first event came, in time or not. */
    const came = new Set<number>()
    for (let at = place + 1; at < events.length && !found; at++) {
      const event = events[at]!
      const fitting = open.filter((next) => !came.has(next) && event.fits[next] && !isTooSoon(event, next))
      for (const next of fitting) {
        came.add(next)
        if (!found && !isTooLate(event, next)) found = { at, step: next }
      }
      if (
        order === 'ordered'
          ? question.repeats === 'ending' && isBack(event)
          : !(question.repeats === 'ignored' && isBack(event))
      )
        break
    }
    const before = found ? events[found.at]!.at : undefined
    for (const event of events.slice(place + 1)) {
      const excluded = exclusions.some(
        (each, at) => event.out[at] && step + 1 >= each.after && step + 1 < each.before,
      )
      if (!excluded) continue
      const counts =
        event.at <= until &&
        (before === undefined || event.at < before) &&
        (limit === undefined || event.at - now.at <= limit)
      if (counts) return undefined
      break
    }
    if (!found)
      return {
        member: first.member,
        day: first.day,
        began: first.at,
        times,
        values,
        place: start,
        last: place,
      }
    place = found.at
    step = found.step
    times[step] = events[place]!.at
    values[step] = events[place]!.worth
  }
}

function inAnyOrder(events: readonly Placed[], start: number, question: FunnelQuestion): NaiveAttempt {
  const { steps, exclusions } = question
  const first = events[start]!
  const until = first.at + micros(question.within)
  const taken = new Set<number>()
  for (const [step] of steps.entries()) {
    const at = events.findIndex((event, place) => place >= start && event.fits[step] && !taken.has(place))
    if (at >= 0) taken.add(at)
  }
  const inTime = [...taken].sort((a, b) => a - b).filter((at) => events[at]!.at <= until)
  const times = steps.map((_, n) => (inTime[n] === undefined ? 0n : events[inTime[n]]!.at))
  const values = steps.map((_, n) => (inTime[n] === undefined ? '' : events[inTime[n]]!.worth))
  const cut = exclusions.some(({ after, before }, n) => {
    const from = times[after - 1]!
    const to = times[before - 1]! || until + 1n
    return (
      from !== 0n &&
      events.some(
        (event) =>
          event.out[n] &&
          event.at < to &&
          (event.at > from || (event.at === from && !event.fits.includes(true))),
      )
    )
  })
  const last = Math.max(...[...taken].filter((at) => events[at]!.at <= until))
  const begun = { member: first.member, day: first.day, began: first.at, values, place: start, last }
  return cut ? { ...begun, times: times.map((_time, n) => (n === 0 ? first.at : 0n)) } : { ...begun, times }
}

const worthOf = ({ times }: NaiveAttempt): [number, number] => [
  times.findLastIndex((time) => time !== 0n),
  times.filter((time) => time !== 0n).length,
]

const byMember = (attempts: readonly NaiveAttempt[]) =>
  [...Map.groupBy(attempts, ({ member }) => member).values()].map((own) =>
    own.toSorted((one, other) => one.place - other.place),
  )

/** Those that a question counts. */
export function countedOf(attempts: readonly NaiveAttempt[], count: FunnelQuestion['count']): NaiveAttempt[] {
  switch (count) {
    case 'attempts':
      return [...attempts]
    case 'members':
      return bestOf(attempts, ({ member }) => member)
    case 'first':
      return byMember(attempts).map(([first]) => first!)
    case 'rounds':
      return byMember(attempts).flatMap((own) => {
        let until = -1
        return own.filter(({ place, last, times }) => {
          if (place <= until) return false
          if (times.at(-1)) until = last
          return true
        })
      })
  }
}

/** Of attempts that share a key the one that counts; they come in the order of time. */
export function bestOf(
  attempts: readonly NaiveAttempt[],
  key: (attempt: NaiveAttempt) => string,
): NaiveAttempt[] {
  const best = new Map<string, NaiveAttempt>()
  for (const attempt of attempts) {
    const rival = best.get(key(attempt))
    const [far, many] = worthOf(attempt)
    const [rivalFar, rivalMany] = rival ? worthOf(rival) : [-1, -1]
    if (!rival || far > rivalFar || (far === rivalFar && many > rivalMany)) best.set(key(attempt), attempt)
  }
  return [...best.values()]
}
