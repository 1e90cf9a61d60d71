/**
 * The metric language counted by hand: over rows of the log of PostgreSQL, in memory, with no idea of rollups, bitmaps
 * or statements. The naive side of the tests of metrics.
 */
import type pg from 'pg'
import { addToDay, type Day, startOfUnit } from '#base/time/calendar.ts'
import type { Happening } from '#modules/audience/api.ts'
import type {
  EventsExpression,
  PeopleExpression,
  ReturningExpression,
  StockExpression,
} from '#modules/insight/metrics/metric.ts'

export interface LogRow {
  readonly order: number
  /** '0': nobody knows. */
  readonly member: string
  /** The double that the log names; empty for his own. */
  readonly double: string
  readonly name: string
  readonly day: Day
  /** Two digits, by the clocks of the zone; 1 is Monday. */
  readonly hour: string
  readonly weekday: string
  readonly group: string | null
  readonly value: number | null
  readonly props: Readonly<Record<string, unknown>>
  /** What people did, and what anyone but robots and tests wrote down. */
  readonly person: boolean
  readonly anyone: boolean
  /** Whether the log itself names the member. */
  readonly named: boolean
}

/** The whole log in the order of time, then of the log. */
export async function logRows(pool: pg.Pool, zone: string): Promise<LogRow[]> {
  const { rows } = await pool.query(
    `with proof as (
       select distinct on (anonymous_id) props ->> 'anonymousId' as anonymous_id, member_id from event_log
        where name = 'visitor.identified' and member_id is not null order by anonymous_id, seq)
     select coalesce(m.merged_into, m.id, 0)::text as member, e.name,
            case when m.merged_into is null then '' else m.id::text end as double,
            to_char(e.occurred_at at time zone $1, 'YYYY-MM-DD') as day,
            to_char(e.occurred_at at time zone $1, 'HH24') as hour, to_char(e.occurred_at at time zone $1, 'ID') as weekday, e.group_id::text as group,
            e.value::float8 as value, e.props, e.member_id is not null as named,
            not (e.bot or e.test) as anyone,
            not (e.bot or e.staff or e.test)
              and not (e.source = 'fact' and (e.actor like 'system:%' or e.actor like 'apiKey:%')) as person
       from event_log as e
       left join (select distinct on (anonymous_id) * from proof) as proof
         on e.member_id is null and proof.anonymous_id = e.anonymous_id
       left join member as m on m.id = coalesce(e.member_id, proof.member_id)
      order by e.occurred_at, e.seq`,
    [zone],
  )
  return rows.map((row, order) => ({ ...row, order }))
}

const isNumber = (value: unknown): value is number => typeof value === 'number'

/** A property as text; null for lists, objects and what is not there. */
export function textOf(row: LogRow, property: string): string | null {
  const value = property === 'value' ? row.value : row.props[property]
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return String(value)
  if (isNumber(value) && Number.isInteger(value) && Math.abs(value) <= 9_007_199_254_740_992)
    return BigInt(value).toString()
  return null
}

export function numberOf(row: LogRow, property: string): number | null {
  const value = property === 'value' ? row.value : row.props[property]
  return isNumber(value) ? value : null
}

export function fits(row: LogRow, { event, where = [], group }: Happening): boolean {
  if (event !== '*' && row.name !== event) return false
  if (group !== undefined && row.group !== group) return false
  return where.every((each) => passesTest(row, each))
}

function passesTest(row: LogRow, { property, test }: NonNullable<Happening['where']>[number]): boolean {
  const text = textOf(row, property)
  const number = numberOf(row, property)
  const known = (property === 'value' ? row.value : row.props[property]) ?? null
  switch (test.op) {
    case 'is':
      return text === test.value
    case 'isNot':
      return text !== test.value
    case 'contains':
      return text?.includes(test.value) ?? false
    case 'isOneOf':
      return text !== null && test.value.includes(text)
    case 'isNoneOf':
      return text === null || !test.value.includes(text)
    case 'isKnown':
      return known !== null
    case 'isUnknown':
      return known === null
    case 'ne':
      return number !== test.value
    case 'eq':
      return number === test.value
    case 'gt':
      return number !== null && number > test.value
    case 'gte':
      return number !== null && number >= test.value
    case 'lt':
      return number !== null && number < test.value
    case 'lte':
      return number !== null && number <= test.value
  }
}

export interface Days {
  readonly from: Day
  readonly to: Day
}
const lies = (day: Day, { from, to }: Days) => day >= from && day <= to

/** In a group, about some members; `part` chooses rows or members of one value of a breakdown. */
export interface Sight {
  readonly rows: readonly LogRow[]
  readonly today: Day
  readonly group?: string | undefined
  readonly who?: ReadonlySet<string> | undefined
  /** Members who are gone: none of a stock. */
  readonly gone: ReadonlySet<string>
  readonly row?: ((row: LogRow) => boolean) | undefined
  readonly member?: ((member: string) => boolean) | undefined
  /** Cut by groups: a stock is of each. */
  readonly byGroup?: boolean
}

export interface Naive {
  readonly value: number | null
  readonly over?: number
  readonly under?: number
  /** Who is behind it. */
  readonly members: ReadonlySet<string>
}

type Dids = Pick<EventsExpression, 'event' | 'where' | 'group' | 'or'>
const anyOf =
  ({ or = [], ...first }: Dids) =>
  (row: LogRow) =>
    [first, ...or].some((each) => fits(row, each))

const rowsOf = (sight: Sight, dids: Dids, by: 'anyone' | undefined, cut = true) =>
  sight.rows.filter(
    (row) =>
      (by ? row.anyone : row.person) &&
      // What others wrote down is about whom they named.
      anyOf(dids)(row) &&
      (sight.group === undefined || row.group === sight.group) &&
      (!cut || !sight.row || sight.row(row)),
  )

const memberOf = (row: LogRow, by: 'anyone' | undefined) => (by && !row.named ? '0' : row.member)

const passes = (sight: Sight, member: string) =>
  (!sight.who || sight.who.has(member)) && (!sight.member || sight.member(member))

export function naiveEvents(sight: Sight, leaf: EventsExpression, span: Days): Naive {
  const read =
    leaf.rolling === undefined ? span : { from: addToDay(span.to, 1 - leaf.rolling, 'day'), to: span.to }
  const rows = rowsOf(sight, leaf, leaf.by)
    .filter(({ day }) => lies(day, read))
    .map((row) => ({ row, member: memberOf(row, leaf.by) }))
    .filter(({ member }) => (sight.who || sight.member ? passes(sight, member) : true))
  const by = new Map<string, LogRow[]>()
  for (const { row, member } of rows) if (member !== '0') by.set(member, [...(by.get(member) ?? []), row])
  const { counted } = leaf
  const least = counted.of === 'members' ? (counted.atLeast ?? 1) : 1
  const did = new Set([...by].filter(([, its]) => its.length >= least).map(([member]) => member))
  const within = leaf.inside && counted.of === 'members' ? belonging(sight, leaf.inside, read) : undefined
  const members = within ? new Set([...did].filter((member) => within.has(member))) : did
  const property = 'property' in counted ? (counted.property ?? 'value') : 'value'
  const numbers = rows.map(({ row }) => numberOf(row, property)).filter(isNumber)
  const exact = numbers
    .filter((each) => property === 'value' || Math.abs(each) <= 9_007_199_254_740_992)
    .reduce((sum, each) => sum + Math.round(each * 1_000_000) / 1_000_000, 0)
  const sized = numbers.filter((each) => property === 'value' || Math.abs(each) <= 9_007_199_254_740_992)
  const sorted = numbers.sort((one, other) => one - other)
  switch (counted.of) {
    case 'count':
      return { value: rows.length, members }
    case 'members':
      return { value: members.size, members }
    case 'days':
      return {
        value: [...by.values()].reduce((sum, its) => sum + new Set(its.map(({ day }) => day)).size, 0),
        members,
      }
    case 'sum':
      return { value: exact, members }
    case 'average':
      return sized.length === 0
        ? { value: null, over: 0, under: 0, members }
        : { value: exact / sized.length, over: exact, under: sized.length, members }
    case 'min':
      return { value: sorted[0] ?? null, members }
    case 'max':
      return { value: sorted.at(-1) ?? null, members }
    case 'percentile': {
      if (sorted.length === 0) return { value: null, members }
      const at = (counted.p / 100) * (sorted.length - 1)
      const low = sorted[Math.floor(at)]!
      const high = sorted[Math.ceil(at)]!
      return { value: low + (high - low) * (at - Math.floor(at)), members }
    }
  }
}

/** Who is below the share: members of the group, of the groups of a value of a breakdown, or of the community. */
function belonging(
  { row, ...sight }: Sight,
  inside: NonNullable<EventsExpression['inside']>,
  days: Days,
): ReadonlySet<string> {
  const mine = { ...sight, ...(sight.byGroup ? { row } : {}) }
  if (inside !== true && inside.kind === 'did')
    return naiveEvents(mine, { ...inside, kind: 'events', counted: { of: 'members' } }, days).members
  const of = sight.group !== undefined || sight.byGroup ? 'group' : 'member'
  const stock = {
    kind: 'stock' as const,
    came: { event: `${of}.joined` },
    gone: [{ event: `${of}.left` }],
  }
  return naiveStock(mine, inside === true ? stock : inside, days).members
}

export function naivePeople(sight: Sight, { who, inside }: PeopleExpression, span: Days): Naive {
  let members: Set<string> | undefined
  for (const [at, part] of who.entries()) {
    const { when = 'bucket' } = part
    const did = new Set(
      rowsOf(sight, part, part.by, at === 0)
        .filter(({ day }) => {
          if (when === 'bucket') return lies(day, span)
          if (when === 'before') return day < span.from
          if (when === 'ever') return day <= span.to
          return (
            day <= addToDay(span.to, -when.to, 'day') &&
            (when.from === undefined || day >= addToDay(span.to, -when.from, 'day'))
          )
        })
        .map((row) => memberOf(row, part.by)),
    )
    did.delete('0')
    const before: Set<string> = members ?? did
    members = new Set([...before].filter((member) => did.has(member) !== (part.not ?? false)))
  }
  const within = inside ? belonging(sight, true, span) : undefined
  const found = new Set(
    [...(members ?? [])].filter((member) => passes(sight, member) && (!within || within.has(member))),
  )
  return { value: found.size, members: found }
}

export function naiveStock(sight: Sight, { came, gone, at }: StockExpression, span: Days): Naive {
  const edge = at === 'start' ? addToDay(span.from, -1, 'day') : span.to
  const rows = sight.rows.filter(
    (row) =>
      row.anyone &&
      row.named &&
      !sight.gone.has(row.member) &&
      (sight.group === undefined || row.group === sight.group) &&
      [came, ...gone].some((each) => fits(row, each)) &&
      row.day <= edge,
  )
  const places = new Map<string, Map<string, boolean>>()
  const first = new Map<string, LogRow>()
  for (const row of rows) {
    const is = fits(row, came)
    const mine = places.get(row.member) ?? new Map<string, boolean>()
    // What a double did ends nothing of his own: none of them was merged at a moment that the log knows.
    places.set(row.member, mine.set(`${row.group ?? ''}/${row.double}`, is))
  }
  // Which property he has is what he came with first, whenever that was.
  for (const row of sight.rows)
    if (
      row.anyone &&
      row.named &&
      fits(row, came) &&
      (sight.group === undefined || row.group === sight.group)
    )
      if (!first.has(row.member)) first.set(row.member, row)
  const members = new Set<string>()
  for (const [member, mine] of places) {
    if (!passes(sight, member)) continue
    const here = [...mine].filter(([, is]) => is).map(([place]) => place.split('/')[0]!)
    if (here.length === 0) continue
    if (!sight.row) members.add(member)
    else if (sight.byGroup) {
      if (here.some((group) => sight.row!({ group: group || null } as LogRow))) members.add(member)
    } else if (sight.row(first.get(member)!)) members.add(member)
  }
  return { value: members.size, members }
}

export function naiveReturning(sight: Sight, leaf: ReturningExpression, span: Days): Naive {
  const { first, newcomers, again, after, unit, how } = leaf
  const firsts = new Map<string, LogRow[]>()
  for (const row of rowsOf(sight, first, undefined, false))
    if (row.member !== '0' && (newcomers ? row.day <= span.to : lies(row.day, span)))
      firsts.set(row.member, [...(firsts.get(row.member) ?? []), row])
  const later = new Map<string, Set<Day>>()
  for (const row of rowsOf(sight, again, undefined, false))
    later.set(row.member, (later.get(row.member) ?? new Set()).add(row.day))
  let under = 0
  const members = new Set<string>()
  for (const [member, its] of firsts) {
    if (!passes(sight, member)) continue
    const dayZero = its.map(({ day }) => day).sort()[0]!
    if (!lies(dayZero, span)) continue
    if (sight.row && !its.some((row) => row.day === dayZero && sight.row!(row))) continue
    const from = addToDay(startOfUnit(dayZero, unit), after, unit)
    const to = addToDay(addToDay(from, 1, unit), -1, 'day')
    if (to >= sight.today) continue
    under++
    const came = [...(later.get(member) ?? [])].some((day) =>
      how === 'orLater' ? day >= from && day <= sight.today : day >= from && day <= to,
    )
    if (came) members.add(member)
  }
  return { value: under === 0 ? null : members.size / under, over: members.size, under, members }
}
