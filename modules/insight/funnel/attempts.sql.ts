/**
 * Attempts: a funnel walked member by member. The events of a member stand in arrays, and everything is done to whole
 * arrays at once, from the last step to the first: the way on from an event of step n is that event and the way on
 * from the next one that fits a step after it. So all attempts of all members are known after one pass over the
 * events, in time that grows with events × steps.
 *
 * A way is a tuple: place of its event among the member's (0: there is none) · moment of that event · moments of the
 * steps from here on, 0 for those not taken · moment at which an exclusion cut it (0: never) · values of these steps.
 */
import type { FunnelQuestion } from './funnel.ts'
import { type FunnelSpan, microsOf } from './span.ts'

export interface Walk
  extends Pick<FunnelQuestion, 'steps' | 'order' | 'within' | 'exclusions' | 'repeats' | 'apart' | 'count'> {
  /** For each step, the earlier ones (from 0) that one event could be as well. */
  readonly overlaps: readonly (readonly number[])[]
  /** Whether rows have a `value`, which attempts keep for each step. */
  readonly valued: boolean
}

/**
 * Rows (`m`, `at` in microseconds, `seq`, `mask`: bits of the steps and then of the exclusions, `begins`, and `value`)
 * as attempts: `m`, `place` (of its first event among the member's), `began`, `times` (a moment for each step, 0 when not taken; in any order: for each in the order
 * in which they were taken), `values` beside them, `finish` (place of the last step's event, 0 when not all were
 * taken or nobody asks). Further columns of rows that people are told apart by: `by`.
 */
export function attemptsSql(rows: string, walk: Walk, by: readonly string[] = []): string {
  const keys = ['m', ...by].join(', ')
  const size = walk.steps.length
  const rank = `bitCount(bitXor(bitOr(mask, ${2 ** size}), bitOr(mask, ${2 ** size}) - 1))`
  const events = `SELECT ${keys}, es.1 AS ats, es.4 AS masks, es.5 AS starts,
      ${walk.valued || walk.order === 'unordered' ? `${walk.valued ? 'es.6' : `arrayMap(t -> '', ats)`} AS vals, ` : ''}arrayEnumerate(es) AS places
    FROM (SELECT ${keys}, arraySort(e -> (e.1, e.2, e.3),
        groupArray((at, ${rank}, seq, mask, begins${walk.valued ? ', value' : ''}))) AS es
      FROM (${rows}) GROUP BY ${keys} HAVING max(begins))`
  return walk.order === 'unordered' ? inAnyOrder(events, keys, walk) : inOrder(events, keys, walk)
}

/** What comes first after each place. */
const after = (array: string, missing: string) => `arrayPushBack(arrayPopFront(${array}), ${missing})`
const fitsSql = (step: number) => `bitTest(k, ${step})`

function inOrder(events: string, keys: string, walk: Walk): string {
  const { steps, order, within, exclusions, valued } = walk
  /** Whether anything may lie between two steps: whatever (`ordered`), or steps done again. */
  const loose = order === 'ordered' || walk.repeats === 'ignored'
  /** Microseconds that must lie between a step and the one before. */
  const leastOf = (n: number) => {
    const wait = steps[n]!.atLeast
    return wait ? microsOf(wait) : walk.apart ? 1 : 0
  }
  const last = steps.length - 1
  const whole = microsOf(within)
  const cuttable = exclusions.length > 0
  /** Fields of a way that begins with a step: those that nobody needs are not there. */
  const fields = (step: number): readonly string[] => [
    'place',
    'at',
    ...(walk.count === 'rounds' ? ['finish'] : []),
    ...steps.slice(step).map((_, n) => `t${step + n}`),
    ...(cuttable ? ['cut'] : []),
    ...(valued ? steps.slice(step).map((_, n) => `v${step + n}`) : []),
  ]
  const nothing = (field: string) =>
    field === 'place' || field === 'finish' ? 'toUInt32(0)' : field.startsWith('v') ? `''` : 'toInt64(0)'
  const none = (step: number) => `(${fields(step).map(nothing).join(', ')})`
  /** A field of a way that begins with a step; what the way does not have is nothing. */
  const of = (way: string, step: number, field: string) => {
    const at = fields(step).indexOf(field)
    return at < 0 ? nothing(field) : `${way}.${at + 1}`
  }
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
    const ending = endingOf(walk, step)
    if (ending !== undefined && step < last)
      query = `SELECT *, ${after(`arrayReverseFill(x -> x != 0, arrayMap((k, p) -> if(${ending}, toUInt32(p), toUInt32(0)), masks, places))`, 'toUInt32(0)')} AS ends_${step} FROM (${query})`
    /** The way on by a step, as seen from this one: what lies between is not taken. */
    const onward = (n: number) => {
      const { within: limit } = steps[n]!
      const soon = limit ? ` AND c.2 - t <= ${microsOf(limit)}` : ''
      const late = loose || leastOf(n) === 0 ? '' : ` AND c.2 - t >= ${leastOf(n)}`
      const free = ending === undefined ? '' : ' AND (e = 0 OR c.1 <= e)'
      const way = `(${fields(step + 1)
        .map((field) => of('c', n, field))
        .join(', ')})`
      return `arrayMap((t, c${ending === undefined ? '' : ', e'}) -> if(c.1 != 0 AND c.2 - t <= ${whole}${soon}${late}${free}, ${way}, ${none(step + 1)}),
        ats, next_${n}${ending === undefined ? '' : `, ends_${step}`})`
    }
    const nearest = next
      .map(onward)
      .reduceRight(
        (others, ways) =>
          others === '' ? ways : `arrayMap((a, b) -> if(${nearer}, a, b), ${ways}, ${others})`,
        '',
      )
    const own: Record<string, string> = {
      place: 'toUInt32(p)',
      at: 't',
      finish: step === last ? 'toUInt32(p)' : of('w', step + 1, 'finish'),
      [`t${step}`]: 't',
      [`v${step}`]: 'v',
    }
    if (cutting !== 0)
      own.cut = `if(x != 0 AND (w.1 = 0 OR x < w.2)${stillOpen(required === undefined ? undefined : steps[required]?.within)}, x, ${of('w', step + 1, 'cut')})`
    const found = `(${fields(step)
      .map((field) => own[field] ?? (step === last ? nothing(field) : of('w', step + 1, field)))
      .join(', ')})`
    const cuts = `${after(`arrayReverseFill(x -> x != 0, arrayMap((k, t) -> if(bitAnd(k, ${cutting}) != 0, t, 0), masks, ats))`, '0')} AS cuts_${step}`
    query = `SELECT *${nearest === '' ? '' : `, ${nearest} AS on_${step}`}${cutting === 0 ? '' : `, ${cuts}`} FROM (${query})`
    const columns = [
      ['k', 'masks'],
      ['t', 'ats'],
      ['p', 'places'],
      ...(valued ? [['v', 'vals']] : []),
      ...(nearest === '' ? [] : [['w', `on_${step}`]]),
      ...(cutting === 0 ? [] : [['x', `cuts_${step}`]]),
    ]
    query = `SELECT *, arrayMap((${columns.map(([name]) => name).join(', ')}) -> if(${fitsSql(step)}, ${found}, ${none(step)}),
        ${columns.map(([, column]) => column).join(', ')}) AS ways_${step} FROM (${query})`
    if (step > 0) {
      const next = !loose
        ? after(`ways_${step}`, none(step))
        : leastOf(step) === 0
          ? after(`arrayReverseFill(w -> w.1 != 0, ways_${step})`, none(step))
          : afterWaiting(`ways_${step}`, none(step), leastOf(step))
      query = `SELECT *, ${next} AS next_${step} FROM (${query})`
    }
  }
  const inTime = (value: string, n: number, blank: string) =>
    n === 0 ? value : `if(w.2 != 0 AND ${of('w', 0, `t${n}`)} - w.2 <= ${whole}, ${value}, ${blank})`
  const uncut = cuttable ? ` AND (${of('w', 0, 'cut')} = 0 OR ${of('w', 0, 'cut')} - w.2 > ${whole})` : ''
  return `SELECT ${keys}, w.1 AS place, w.2 AS began, [${steps.map((_, n) => inTime(of('w', 0, `t${n}`), n, '0')).join(', ')}] AS times,
      ${valued ? `[${steps.map((_, n) => inTime(of('w', 0, `v${n}`), n, `''`)).join(', ')}]` : 'emptyArrayString()'} AS values,
      ${inTime(of('w', 0, 'finish'), last, 'toUInt32(0)')} AS finish
    FROM (SELECT ${keys}, arrayFilter((w, s) -> s AND w.1 != 0${uncut}, ways_0, starts) AS ways FROM (${query}))
    ARRAY JOIN ways AS w`
}

/**
 * Which events (`k`: their bits) end an attempt that stands at a step, if any do: in `ordered` going back where that
 * ends it, in `strict` everything that is not going back where that is passed over.
 */
function endingOf({ order, repeats }: Walk, step: number): string | undefined {
  const back = `bitAnd(k, ${2 ** (step + 1) - 1})`
  if (order === 'ordered') return repeats === 'ending' ? `${back} != 0` : undefined
  return repeats === 'ignored' ? `${back} = 0` : undefined
}

/** The first way that begins so many microseconds after each place or later: both in one line, sorted by time. */
const afterWaiting = (ways: string, none: string, micros: number) => {
  const line = `arraySort(x -> (x.1, x.2, x.3), arrayConcat(arrayMap((t, p) -> (t + ${micros}, 0, p, ${none}), ats, places), arrayMap((t, p, w) -> (t, 1, p, w), ats, places, ${ways})))`
  return `arrayFilter((w, x) -> x.2 = 0, arrayReverseFill(w -> w.1 != 0, arrayMap(x -> x.4, ${line})), ${line})`
}

/** Of two ways that of the earlier event; of the same event, the first. */
const nearer = 'a.1 != 0 AND (b.1 = 0 OR a.1 <= b.1)'

/** An exclusion counts while the next step could still be taken. */
const stillOpen = (limit: FunnelSpan | undefined) => (limit ? ` AND x - t <= ${microsOf(limit)}` : '')

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
      ${cuts.length === 0 ? 'times_' : `if(${cuts.join(' OR ')}, ${only}, times_)`} AS times, if(times[${size}] != 0, w.2[${size}].1, toUInt32(0)) AS finish
    FROM (SELECT ${[keys, ...excluding].join(', ')}, arrayFilter((w, s) -> s, ${ways}, starts) AS ways FROM (${query}))
    ARRAY JOIN ways AS w`
}
