/**
 * Behaviour of a few members from the log: for each leaf what was found, with the moments that evidence needs.
 * Two index scans per member, by member and by his browsers before they were known to be his.
 */
import { type RawBuilder, sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { dayOf } from '#base/time/calendar.ts'
import { type Clock, instantsOf, type Span, spanOf } from '../clock.ts'
import type { Happening } from '../condition.ts'
import { type Found, nothingFound, sumScale } from '../measure.ts'
import { logProperty, logTest, logValue } from '../property-test.ts'
import type { EventNode, SequenceNode } from '../resolve.ts'

/** Ids under which the log knows a member: his own, and those of doubles that were merged into him. */
export interface Person {
  readonly memberId: Id
  readonly ids: readonly Id[]
}

export interface FoundInLog extends Found {
  readonly first: Date | undefined
  readonly last: Date | undefined
}

export const nothingInLog: FoundInLog = { ...nothingFound, first: undefined, last: undefined }

/** What people did, as `person` of the warehouse has it: no robots, staff, tests, and nothing of the system. */
const byPeople = sql`not (e.bot or e.staff or e.test)
  and not (e.source = 'fact' and (e.actor like 'system:%' or e.actor like 'apiKey:%'))`

function happeningFits(happening: Happening): RawBuilder<unknown>[] {
  return [
    ...(happening.event === '*' ? [] : [sql`e.name = ${happening.event}`]),
    ...(happening.group === undefined ? [] : [sql`e.group_id = ${happening.group}::bigint`]),
    ...(happening.where ?? []).map(logTest),
  ]
}

function spanFits(span: Span, zone: string): RawBuilder<unknown>[] {
  if (span.by === 'moments')
    return [sql`e.occurred_at > ${span.after}::timestamptz`, sql`e.occurred_at <= ${span.upTo}::timestamptz`]
  if (span.from > span.to) return [sql`false`]
  const { from, to } = instantsOf(span, zone)
  return [sql`e.occurred_at >= ${from}::timestamptz`, sql`e.occurred_at < ${to}::timestamptz`]
}

/** Rows of behaviour with `root`, the member they count for. `narrow` is what all leaves together need. */
function rows(people: readonly Person[], columns: RawBuilder<unknown>, narrow: RawBuilder<unknown>) {
  const roots = people.flatMap(({ memberId, ids }) => ids.map(() => memberId))
  const ids = people.flatMap((person) => person.ids)
  return sql`with who as (select * from unnest(${roots}::bigint[], ${ids}::bigint[]) as who (root, id))
    select who.root, ${columns}
      from who join event_log as e on e.member_id = who.id
     where ${byPeople} and ${narrow}
    union all
    select who.root, ${columns}
      from who join identity_link as link on link.member_id = who.id
      join event_log as e on e.anonymous_id = link.anonymous_id and e.member_id is null
     where ${byPeople} and ${narrow}`
}

/** The rows that any of these leaves may ask for, in a form that indexes understand. */
function narrowing(happenings: readonly { happening: Happening; span: Span }[], zone: string) {
  const names = new Set(happenings.map(({ happening }) => happening.event))
  const starts = happenings.map(({ span }) =>
    span.by === 'moments' ? span.after : instantsOf({ from: span.from, to: span.from }, zone).from,
  )
  const earliest = new Date(Math.min(...starts.map((start) => start.getTime())))
  const since = sql`e.occurred_at >= ${earliest}::timestamptz`
  return names.has('*') ? since : sql`${since} and e.name = any(${[...names]}::text[])`
}

const join = (parts: readonly RawBuilder<unknown>[]) =>
  parts.length > 0 ? sql.join(parts, sql` and `) : sql`true`

/** By path of the leaf and member; who did nothing that fits has no entry. */
export async function findBehaviour(
  ctx: Ctx,
  people: readonly Person[],
  leaves: readonly EventNode[],
  clock: Clock,
): Promise<ReadonlyMap<string, ReadonlyMap<Id, FoundInLog>>> {
  const found = new Map(leaves.map(({ path }) => [path, new Map<Id, FoundInLog>()]))
  if (leaves.length === 0 || people.length === 0) return found
  const { rows: answered } = await behaviourSql(people, leaves, clock).execute(ctx.db)
  for (const row of answered)
    for (const [at, { path }] of leaves.entries()) {
      const count = Number(row[`count_${at}`])
      if (count === 0) continue
      const first = row[`first_${at}`] as Date
      const last = row[`last_${at}`] as Date
      found.get(path)!.set(row.root, {
        count,
        days: Number(row[`days_${at}`] ?? 0),
        sum: BigInt((row[`sum_${at}`] as string | null | undefined) ?? 0),
        first,
        last,
        firstDay: dayOf(first, clock.zone),
        lastDay: dayOf(last, clock.zone),
      })
    }
  return found
}

/** What of all leaves was found, a row for each member who did anything that fits one. */
export function behaviourSql(
  people: readonly Person[],
  leaves: readonly EventNode[],
  clock: Clock,
): RawBuilder<Record<string, unknown> & { readonly root: Id }> {
  const asked = leaves.map(({ condition }) => ({
    happening: condition,
    span: spanOf(condition.window, clock),
    measure: condition.measure,
  }))
  const columns = sql.join(
    [
      sql`e.occurred_at`,
      ...asked.flatMap(({ happening, span, measure }, at) => [
        sql`(${join([...happeningFits(happening), ...spanFits(span, clock.zone)])}) as ${sql.ref(`fits_${at}`)}`,
        ...(measure.of === 'sum' ? [sql`${amountOf(measure.property)} as ${sql.ref(`amount_${at}`)}`] : []),
      ]),
    ],
    sql`, `,
  )
  const aggregates = sql.join(
    asked.flatMap(({ measure }, at) => {
      const fits = sql`filter (where ${sql.ref(`fits_${at}`)})`
      const column = (what: RawBuilder<unknown>, name: string) =>
        sql`${what} ${fits} as ${sql.ref(`${name}_${at}`)}`
      return [
        column(sql`count(*)`, 'count'),
        column(sql`min(occurred_at)`, 'first'),
        column(sql`max(occurred_at)`, 'last'),
        ...(measure.of === 'days'
          ? [column(sql`count(distinct (occurred_at at time zone ${clock.zone})::date)`, 'days')]
          : []),
        ...(measure.of === 'sum' ? [column(sql`sum(${sql.ref(`amount_${at}`)})`, 'sum')] : []),
      ]
    }),
    sql`, `,
  )
  const done = rows(people, columns, narrowing(asked, clock.zone))
  return sql`select root, ${aggregates} from (${done}) as done group by root`
}

/** In millionths, as whole numbers. */
function amountOf(property: string | undefined): RawBuilder<unknown> {
  if (property === undefined || property === 'value')
    return sql`(${logValue}::numeric * ${sql.lit(sumScale)})`
  const { number } = logProperty(property)
  return sql`(select round(n * ${sql.lit(sumScale)})::numeric from (select ${number} as n) as one where abs(n) <= 9007199254740992)`
}

/** The members who went through the steps, with the moment of the last. */
export async function findSequence(
  ctx: Ctx,
  people: readonly Person[],
  { condition }: SequenceNode,
  clock: Clock,
): Promise<ReadonlyMap<Id, Date>> {
  if (people.length === 0) return new Map()
  const { steps, within } = condition
  const span = spanOf(condition.window, clock)
  const columns = sql.join(
    [
      sql`e.occurred_at, e.seq`,
      ...steps.map((step, n) => sql`(${join(happeningFits(step))}) as ${sql.ref(`fits_${n}`)}`),
    ],
    sql`, `,
  )
  const narrow = join([
    narrowing(
      steps.map((happening) => ({ happening, span })),
      clock.zone,
    ),
    ...spanFits(span, clock.zone),
  ])
  let query = sql`select *, case when fits_0 then occurred_at end as start_0 from (${rows(people, columns, narrow)}) as done`
  for (let n = 1; n < steps.length; n++)
    query = sql`select *, case when ${sql.ref(`fits_${n}`)} then max(${sql.ref(`start_${n - 1}`)}) over
        (partition by root order by occurred_at, seq rows between unbounded preceding and 1 preceding) end as ${sql.ref(`start_${n}`)}
      from (${query}) as step`
  const hours = within.unit === 'hours' ? within.amount : within.amount * 24
  const { rows: answered } = await sql<{ root: Id; last: Date }>`
    select root, max(occurred_at) as last from (${query}) as done
     where occurred_at - ${sql.ref(`start_${steps.length - 1}`)} <= make_interval(hours => ${hours}::int) group by root`.execute(
    ctx.db,
  )
  return new Map(answered.map(({ root, last }) => [root, last]))
}
