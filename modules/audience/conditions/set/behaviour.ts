/**
 * Leaves about behaviour as bitmaps of members. Whether somebody did something on some days is in the rollups;
 * how often, how much and with what is counted from the events, all leaves about the same event in one scan.
 */
import { addToDay, type Day } from '#base/time/calendar.ts'
import { type Days, daysAsked, spanOf, within } from '../clock.ts'
import type { EventCondition, Measure } from '../condition.ts'
import { operators } from '../field-test.ts'
import { passesWithout, scaled, sumScale } from '../measure.ts'
import { warehouseProperty, warehouseTest } from '../property-test.ts'
import type { EventNode, SequenceNode } from '../resolve.ts'
import { happeningSql, rowsSql, spanSql, type Writing } from './rows.ts'

/** Scalars of the statement, each once: `add` answers the name of one. */
export interface Scalars {
  add(query: string): string
}

const nobody = 'bitmapAndnot(everybody, everybody)'
const both = (one: string, other: string) => `bitmapAnd(${one}, ${other})`
const without = (one: string, other: string) => `bitmapAndnot(${one}, ${other})`

/** The leaf as bitmap arithmetic over the rollups; undefined when the events themselves have to be read. */
export function fromRollups(
  condition: EventCondition,
  writing: Writing,
  scalars: Scalars,
): string | undefined {
  const { clock } = writing
  const span = spanOf(condition.window, clock)
  if (condition.where?.length || span.by !== 'days') return undefined
  const did = (days: Days) => didOn(condition, within(span, days), writing, scalars)
  const ever = () => did({})
  const { measure } = condition
  switch (measure.of) {
    case 'count':
    case 'days': {
      const asked = asExistence(measure)
      if (asked === undefined) return undefined
      return { ever, never: () => without('everybody', ever()), all: () => 'everybody', none: () => nobody }[
        asked
      ]()
    }
    case 'daysSince': {
      // The last time was at most n days ago.
      const atMost = (n: number) => (n < 0 ? nobody : did({ from: addToDay(clock.today, -n, 'day') }))
      const { op, value } = measure
      switch (op) {
        case 'lte':
          return atMost(value)
        case 'lt':
          return atMost(value - 1)
        case 'gt':
          return without(ever(), atMost(value))
        case 'gte':
          return without(ever(), atMost(value - 1))
        case 'eq':
          return without(atMost(value), atMost(value - 1))
        case 'ne':
          return without(ever(), without(atMost(value), atMost(value - 1)))
      }
      break
    }
    case 'last': {
      const { from, to } = daysAsked(measure.test, clock)
      const late = from === undefined ? ever() : did({ from })
      return to === undefined ? late : without(late, did({ from: addToDay(to, 1, 'day') }))
    }
    case 'first': {
      const { from, to } = daysAsked(measure.test, clock)
      const early = to === undefined ? ever() : did({ to })
      return from === undefined ? early : without(early, did({ to: addToDay(from, -1, 'day') }))
    }
    case 'sum':
      return undefined
  }
}

/** A count that only asks whether: at least once, never, anything, or the impossible. */
function asExistence({ op, value }: Extract<Measure, { of: 'count' | 'days' | 'daysSince' }>) {
  const test = `${op} ${value}`
  if (test === 'gte 1' || test === 'gt 0' || test === 'ne 0') return 'ever' as const
  if (test === 'eq 0' || test === 'lt 1' || test === 'lte 0') return 'never' as const
  if (test === 'gte 0') return 'all' as const
  if (test === 'lt 0') return 'none' as const
  return undefined
}

function didOn(
  { event, group }: EventCondition,
  { from, to }: { readonly from: Day; readonly to: Day },
  writing: Writing,
  scalars: Scalars,
): string {
  if (from > to) return nobody
  const { bind } = writing
  const table = event === '*' && group === undefined ? 'active_day' : 'event_day'
  const where = [...happeningSql({ event, ...(group ? { group } : {}) }, writing)]
  where.push(`day >= ${bind('Date', from)}`, `day <= ${bind('Date', to)}`)
  return scalars.add(`SELECT groupBitmapMergeState(members) FROM ${table} WHERE ${where.join(' AND ')}`)
}

/** What a leaf needs of each row, and what it asks of a member's rows. */
function counted({ measure }: EventCondition, fits: string, alone: boolean, writing: Writing) {
  const { bind } = writing
  /** An aggregate over the rows that fit; of a scan for one leaf all rows do. */
  const of = (aggregate: string, ...what: readonly string[]) =>
    alone ? `${aggregate}(${what.join(', ')})` : `${aggregate}If(${[...what, fits].join(', ')})`
  const some = `${of('count')} > 0`
  switch (measure.of) {
    case 'count':
      return {
        columns: [],
        asks: `${of('count')} ${operators[measure.op]} ${bind('UInt64', measure.value)}`,
      }
    case 'days':
      return {
        columns: ['day'],
        asks: `${of('uniqExact', 'day')} ${operators[measure.op]} ${bind('UInt64', measure.value)}`,
      }
    case 'daysSince':
      return {
        columns: ['day'],
        asks: `${some} AND dateDiff('day', ${of('max', 'day')}, ${bind('Date', writing.clock.today)}) ${operators[measure.op]} ${bind('Int64', measure.value)}`,
      }
    case 'sum': {
      const { property } = measure
      const byProperty = property !== undefined && property !== 'value'
      const amount = byProperty
        ? `ifNull(toInt128(round(if(abs(${numberOf(property, writing)}) <= 9007199254740992, ${numberOf(property, writing)}, NULL) * ${sumScale})), 0)`
        : `toInt128(ifNull(value, 0)) * ${sumScale}`
      return {
        columns: [`${amount} AS amount_${fits}`],
        asks: `${of('sum', `amount_${fits}`)} ${operators[measure.op]} ${bind('Int128', scaled(measure.value).toString())}`,
      }
    }
    case 'first':
    case 'last': {
      const day = of(measure.of === 'first' ? 'min' : 'max', 'day')
      const { from, to } = daysAsked(measure.test, writing.clock)
      // As text: a day beyond what the warehouse can tell apart is still earlier or later.
      const asked = [
        ...(from === undefined ? [] : [`toString(${day}) >= ${bind('String', from)}`]),
        ...(to === undefined ? [] : [`toString(${day}) <= ${bind('String', to)}`]),
      ]
      return { columns: ['day'], asks: [some, ...asked].join(' AND ') }
    }
  }
}

const numberOf = (property: string, { bind }: Writing) => warehouseProperty(property, bind).number

/** Leaves whose events are read, by path: one scan for all that ask about the same event of the same group. */
export function fromEvents(
  leaves: readonly EventNode[],
  writing: Writing,
  scalars: Scalars,
): ReadonlyMap<string, string> {
  const bitmaps = new Map<string, string>()
  const scans = new Map<string, EventNode[]>()
  // What is asked twice is counted once.
  const same = new Map<string, EventNode[]>()
  for (const leaf of leaves) {
    const asked = JSON.stringify(leaf.condition)
    const twins = same.get(asked)
    same.set(asked, [...(twins ?? []), leaf])
    if (twins) continue
    const key = JSON.stringify([leaf.condition.event, leaf.condition.group])
    scans.set(key, [...(scans.get(key) ?? []), leaf])
  }
  for (const scan of scans.values()) {
    const columns = new Set<string>()
    const asks: string[] = []
    const fits: string[] = []
    for (const [at, { condition }] of scan.entries()) {
      const name = `fits_${at}`
      const { columns: needed, asks: asked } = counted(condition, name, scan.length === 1, writing)
      for (const column of needed) columns.add(column)
      const own = [
        ...(condition.where ?? []).map((test) => warehouseTest(test, writing.bind)),
        ...spanSql(spanOf(condition.window, writing.clock), writing),
      ]
      fits.push(own.join(' AND '))
      // Those who never did it have no row here: where they pass, the others are found and taken away.
      asks.push(passesWithout(condition.measure, writing.clock) ? `NOT (${asked})` : asked)
    }
    // Which event is the same for all leaves of a scan.
    const { where: _, ...happening } = scan[0]!.condition
    const which = happeningSql(happening, writing)
    const rows =
      fits.length === 1
        ? rowsSql([...columns], [...which, ...fits])
        : rowsSql(
            [...fits.map((each, at) => `(${each}) AS fits_${at}`), ...columns],
            [...which, `(${fits.map((each) => `(${each})`).join(' OR ')})`],
          )
    const scalar = scalars.add(
      `SELECT tuple(${asks.map((_, at) => `groupBitmapStateIf(m, asks_${at})`).join(', ')})
         FROM (SELECT m, ${asks.map((each, at) => `${each} AS asks_${at}`).join(', ')} FROM (${rows}) GROUP BY m)`,
    )
    for (const [at, { condition }] of scan.entries()) {
      const found = `${scalar}.${at + 1}`
      const bitmap = passesWithout(condition.measure, writing.clock)
        ? without('everybody', found)
        : both('everybody', found)
      for (const { path } of same.get(JSON.stringify(condition)) ?? []) bitmaps.set(path, bitmap)
    }
  }
  return bitmaps
}

/**
 * A sequence. ClickHouse's own funnel is quick and nearly says it: by strictly growing moments it finds only people
 * who went that way, and otherwise also some whose steps were of the same moment in another order, or one event. Only
 * those in between are looked at event by event, in the order of the log.
 */
export function fromSequence({ condition }: SequenceNode, writing: Writing, scalars: Scalars): string {
  const { steps, within: limit } = condition
  const span = spanSql(spanOf(condition.window, writing.clock), writing)
  const fits = steps.map((step) => {
    const where = happeningSql(step, writing)
    return where.length > 0 ? `(${where.join(' AND ')})` : 'true'
  })
  const steply = fits.map((_, n) => `fits_${n}`)
  const rows = rowsSql(
    [
      'seq',
      'toUInt64(toUnixTimestamp64Micro(occurred_at)) AS at',
      ...fits.map((each, n) => `${each} AS fits_${n}`),
    ],
    [...span, `(${fits.join(' OR ')})`],
  )
  const micros = limit.amount * (limit.unit === 'hours' ? 3_600_000_000 : 86_400_000_000)
  const funnel = (mode: string) =>
    `windowFunnel(${micros}${mode})(at, ${steply.join(', ')}) = ${steps.length}`
  const quick = scalars.add(
    `SELECT tuple(groupBitmapStateIf(m, sure), groupBitmapStateIf(m, perhaps AND NOT sure))
       FROM (SELECT m, ${funnel(`, 'strict_increase'`)} AS sure, ${funnel('')} AS perhaps FROM (${rows}) GROUP BY m)`,
  )
  // Nothing is read when nobody is in between: then the first condition is the constant false.
  const between = `bitmapCardinality(${quick}.2) > 0 AND bitmapContains(${quick}.2, m)`
  const slow = scalars.add(stepByStep(`SELECT * FROM (${rows}) WHERE ${between}`, steps.length, micros))
  return both('everybody', `bitmapOr(${quick}.1, ${slow})`)
}

/** `start_n` of an event that fits step n is the latest possible start of the steps up to it. */
function stepByStep(rows: string, steps: number, micros: number): string {
  const before = 'OVER (PARTITION BY m ORDER BY at, seq ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)'
  let query = `SELECT *, if(fits_0, at, NULL) AS start_0 FROM (${rows})`
  for (let n = 1; n < steps; n++)
    query = `SELECT *, if(fits_${n}, max(start_${n - 1}) ${before}, NULL) AS start_${n} FROM (${query})`
  return `SELECT groupBitmapStateIf(m, ifNull(at - start_${steps - 1} <= ${micros}, false)) FROM (${query})`
}
