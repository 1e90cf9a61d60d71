/**
 * Attempts: a funnel walked member by member. The events of a member stand in arrays, and everything is done to whole
 * arrays at once, from the last step to the first: the way on from an event of step n is that event and the way on
 * from the next one that fits a step after it. So all attempts of all members are known after one pass over the
 * events, in time that grows with events × steps.
 *
 * A way is a tuple: place of its event among the member's (0: there is none) · moments of the steps from here on, 0
 * for those not taken · moment at which an exclusion cut it (0: never) · values of these steps · moment of its event.
 */
import type { FunnelQuestion, FunnelSpan } from './funnel.ts'

export const microsOf = ({ amount, unit }: FunnelSpan): number =>
  amount * { minutes: 60_000_000, hours: 3_600_000_000, days: 86_400_000_000 }[unit]

export interface Walk extends Pick<FunnelQuestion, 'steps' | 'order' | 'within' | 'exclusions'> {
  /** For each step, the earlier ones (from 0) that one event could be as well. */
  readonly overlaps: readonly (readonly number[])[]
  /** Whether rows have a `value`, which attempts keep for each step. */
  readonly valued: boolean
}

/**
 * Rows (`m`, `at` in microseconds, `seq`, `mask`: bits of the steps and then of the exclusions, `begins`, and `value`)
 * as attempts: `m`, `place` (of its first event among the member's), `began`, `times` (a moment for each step, 0 when not taken; in any order: for each in the order
 * in which they were taken), `values` beside them. Further columns of rows that people are told apart by: `by`.
 */
export function attemptsSql(rows: string, walk: Walk, by: readonly string[] = []): string {
  const keys = ['m', ...by].join(', ')
  const size = walk.steps.length
  const rank = `bitCount(bitXor(bitOr(mask, ${2 ** size}), bitOr(mask, ${2 ** size}) - 1))`
  const events = `SELECT ${keys}, es.1 AS ats, es.4 AS masks, es.5 AS starts,
      ${walk.valued ? 'es.6' : `arrayMap(t -> '', ats)`} AS vals, arrayEnumerate(es) AS places
    FROM (SELECT ${keys}, arraySort(e -> (e.1, e.2, e.3),
        groupArray((at, ${rank}, seq, mask, begins${walk.valued ? ', value' : ''}))) AS es
      FROM (${rows}) GROUP BY ${keys} HAVING max(begins))`
  return walk.order === 'unordered' ? inAnyOrder(events, keys, walk) : inOrder(events, keys, walk)
}

const none = `(toUInt32(0), emptyArrayInt64(), toInt64(0), emptyArrayString(), toInt64(0))`
/** What comes first after each place. */
const after = (array: string, missing: string) => `arrayPushBack(arrayPopFront(${array}), ${missing})`
const fitsSql = (step: number) => `bitTest(k, ${step})`

function inOrder(events: string, keys: string, { steps, order, within, exclusions }: Walk): string {
  const last = steps.length - 1
  const whole = microsOf(within)
  let query = events
  for (let step = last; step >= 0; step--) {
    // The steps that may be taken next: optional ones, and the first that is not.
    const next: number[] = []
    for (let n = step + 1; n <= last; n++) {
      next.push(n)
      if (!steps[n]?.optional) break
    }
    const required = next.at(-1)
    const cutting = exclusions.reduce(
      (mask, { after: from, before }, at) =>
        step + 1 >= from && step + 1 < before ? mask + 2 ** (steps.length + at) : mask,
      0,
    )
    /** The way on by a step, as seen from this one: what lies between is not taken. */
    const onward = (n: number) => {
      const { within: limit } = steps[n]!
      const soon = limit ? ` AND c_${n}.5 - t <= ${microsOf(limit)}` : ''
      const gap = n - step - 1
      const pad = (list: string, blank: string) =>
        gap === 0 ? list : `arrayConcat([${Array(gap).fill(blank).join(', ')}], ${list})`
      const way = `(c_${n}.1, ${pad(`c_${n}.2`, 'toInt64(0)')}, c_${n}.3, ${pad(`c_${n}.4`, `''`)}, c_${n}.5)`
      return `if(c_${n}.1 != 0 AND c_${n}.5 - t <= ${whole}${soon}, ${way}, ${none})`
    }
    const nearest = next
      .map((n) => `arrayMap((t, c_${n}) -> ${onward(n)}, ats, next_${n})`)
      .reduceRight(
        (others, ways) =>
          others === '' ? ways : `arrayMap((a, b) -> if(${nearer}, a, b), ${ways}, ${others})`,
        '',
      )
    const rest = last - step
    const blanks = (blank: string) => `[${Array(rest).fill(blank).join(', ')}]`
    const cut = cutting === 0 ? '' : cutSql(required === undefined ? undefined : steps[required]?.within)
    const found =
      rest === 0
        ? `(toUInt32(p), [t], toInt64(0), [v], t)`
        : `(toUInt32(p), arrayConcat([t], if(w.1 = 0, ${blanks('toInt64(0)')}, w.2)), ${cut || 'w.3'},
            arrayConcat([v], if(w.1 = 0, ${blanks(`''`)}, w.4)), t)`
    const waysOn = rest === 0 ? '' : `, ${nearest} AS on_${step}`
    const cuts =
      cutting === 0
        ? ''
        : `, ${after(`arrayReverseFill(x -> x != 0, arrayMap((k, t) -> if(bitAnd(k, ${cutting}) != 0, t, 0), masks, ats))`, '0')} AS cuts_${step}`
    query = `SELECT *${waysOn}${cuts} FROM (${query})`
    query = `SELECT *, arrayMap((k, t, p, v${rest === 0 ? '' : ', w'}${cutting === 0 ? '' : ', x'}) -> if(${fitsSql(step)}, ${found}, ${none}),
        masks, ats, places, vals${rest === 0 ? '' : `, on_${step}`}${cutting === 0 ? '' : `, cuts_${step}`}) AS ways_${step} FROM (${query})`
    if (step > 0) {
      const nearby = order === 'strict' ? `ways_${step}` : `arrayReverseFill(w -> w.1 != 0, ways_${step})`
      query = `SELECT *, ${after(nearby, none)} AS next_${step} FROM (${query})`
    }
  }
  return `SELECT ${keys}, w.1 AS place, w.5 AS began, arrayMap(t -> if(t - began <= ${whole}, t, 0), w.2) AS times,
      arrayMap((v, t) -> if(t - began <= ${whole}, v, ''), w.4, w.2) AS values
    FROM (SELECT ${keys}, arrayFilter((w, s) -> s AND w.1 != 0 AND (w.3 = 0 OR w.3 - w.5 > ${whole}), ways_0, starts) AS ways FROM (${query}))
    ARRAY JOIN ways AS w`
}

/** Of two ways that of the earlier event; of the same event, the first. */
const nearer = 'a.1 != 0 AND (b.1 = 0 OR a.1 <= b.1)'

/** An exclusion comes before the next step, and while that could still be taken. */
const cutSql = (limit: FunnelSpan | undefined) =>
  `if(x != 0 AND (w.1 = 0 OR x < w.5)${limit ? ` AND x - t <= ${microsOf(limit)}` : ''}, x, w.3)`

function inAnyOrder(events: string, keys: string, { steps, within, exclusions, overlaps }: Walk): string {
  const whole = microsOf(within)
  let query = events
  for (const [step] of steps.entries()) {
    // As many events from here on as others could take away, and one more.
    const depth = overlaps[step]!.length + 1
    const nothing = 'CAST([], $$Array(Tuple(UInt32, Int64, String))$$)'
    for (let d = 1; d <= depth; d++) {
      const rest = d === 1 ? nothing : 'c'
      const own = `arrayMap((k, t, p, v${d === 1 ? '' : ', c'}) -> if(${fitsSql(step)}, arrayConcat([(toUInt32(p), t, v)], ${rest}), ${nothing}),
        masks, ats, places, vals${d === 1 ? '' : `, ${after(`chain_${step}_${d - 1}`, nothing)}`})`
      query = `SELECT *, arrayReverseFill(c -> notEmpty(c), ${own}) AS chain_${step}_${d} FROM (${query})`
    }
    const rivals = overlaps[step]!
    const free = rivals.map((n) => `x.1 != a_${n}.1`).join(' AND ')
    query = `SELECT *, ${
      rivals.length === 0
        ? `arrayMap(c -> c[1], chain_${step}_${depth})`
        : `arrayMap((c, ${rivals.map((n) => `a_${n}`).join(', ')}) -> arrayFirst(x -> ${free}, c), chain_${step}_${depth}, ${rivals.map((n) => `taken_${n}`).join(', ')})`
    } AS taken_${step} FROM (${query})`
  }
  const all = steps.map((_, n) => n)
  const ways = `arrayMap((t, p, ${all.map((n) => `a_${n}`).join(', ')}) -> (t, arraySort(x -> (x.2, x.1), arrayFilter(x -> x.1 != 0 AND x.2 - t <= ${whole}, [${all.map((n) => `a_${n}`).join(', ')}])), p),
      ats, places, ${all.map((n) => `taken_${n}`).join(', ')})`
  // Twice the moment, and one more for what is no step itself: such a one stands behind the steps of its moment.
  const excluding = exclusions.map(
    (_, at) =>
      `arrayMap(e -> e.1, arrayFilter(e -> bitTest(e.2, ${steps.length + at}), arrayMap((t, k) -> (2 * t + (bitAnd(k, ${2 ** steps.length - 1}) = 0), k), ats, masks))) AS cuts_${at}`,
  )
  const cuts = exclusions.map(
    ({ after: from, before }, at) =>
      `(times_[${from}] != 0 AND arrayExists(x -> x > 2 * times_[${from}] AND x < 2 * if(times_[${before}] != 0, times_[${before}], began + ${whole} + 1), cuts_${at}))`,
  )
  const size = steps.length
  const only = `arrayResize([began], ${size}, toInt64(0))`
  return `SELECT ${keys}, w.3 AS place, w.1 AS began, arrayResize(w.2.2, ${size}, toInt64(0)) AS times_, arrayResize(w.2.3, ${size}, '') AS values,
      ${cuts.length === 0 ? 'times_' : `if(${cuts.join(' OR ')}, ${only}, times_)`} AS times
    FROM (SELECT ${[keys, ...excluding].join(', ')}, arrayFilter((w, s) -> s, ${ways}, starts) AS ways FROM (${query}))
    ARRAY JOIN ways AS w`
}
