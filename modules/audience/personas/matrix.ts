/**
 * The matrix (用户画像矩阵): values of a field down, behaviour across, members in each cell. A cell that is
 * large is the beginning of a persona; its condition comes with it (S0-31, S3-14).
 */
import type { Ctx } from '#base/context.ts'
import type { Message } from '#base/i18n/messages.ts'
import type { Parts } from '#base/parts.ts'
import type { Audience } from '../audience.ts'
import type { Condition, Definition, EventCondition, FieldTest } from '../conditions/condition.ts'
import { apart } from '../conditions/set/apart.ts'
import { personaLabels } from './personas.messages.ts'

export const behaviours = ['activity', 'purchase', 'contribution'] as const
export type Behaviour = (typeof behaviours)[number]

interface Column {
  readonly key: string
  readonly label: Message
  readonly who: Condition
}

const lastDays = (amount: number) => ({ last: { amount, unit: 'days' as const } })
const all = (...of: readonly Condition[]): Condition => ({ kind: 'all', of })

/** One column for each range of a measure: `[from, to]`, both included. */
function ranges(
  event: Pick<EventCondition, 'event' | 'window'>,
  of: 'count' | 'days',
  columns: readonly (readonly [string, Message, number, number | undefined])[],
): readonly Column[] {
  const leaf = (op: 'gte' | 'lte', value: number): Condition => ({
    kind: 'event',
    ...event,
    measure: { of, op, value },
  })
  return columns.map(([key, label, from, to]) => ({
    key,
    label,
    who: all(...(from > 0 ? [leaf('gte', from)] : []), ...(to === undefined ? [] : [leaf('lte', to)])),
  }))
}

/** Posts and comments together cannot be counted by one leaf, so a column joins them by either. */
const spoke = (op: 'gte' | 'eq', value: number): readonly Condition[] =>
  ['post.published', 'comment.posted'].map((event) => ({
    kind: 'event',
    event,
    window: lastDays(90),
    measure: { of: 'count', op, value },
  }))

export const columnsOf: Record<Behaviour, { readonly label: Message; readonly columns: readonly Column[] }> =
  {
    activity: {
      label: personaLabels.activity,
      columns: ranges({ event: '*', window: lastDays(30) }, 'days', [
        ['away', personaLabels.away, 0, 0],
        ['seldom', personaLabels.seldom, 1, 3],
        ['often', personaLabels.often, 4, 11],
        ['always', personaLabels.always, 12, undefined],
      ]),
    },
    purchase: {
      label: personaLabels.purchase,
      columns: ranges({ event: 'order.paid', window: lastDays(180) }, 'count', [
        ['none', personaLabels.none, 0, 0],
        ['one', personaLabels.one, 1, 1],
        ['several', personaLabels.several, 2, 3],
        ['many', personaLabels.many, 4, undefined],
      ]),
    },
    contribution: {
      label: personaLabels.contribution,
      columns: [
        { key: 'silent', label: personaLabels.silent, who: all(...spoke('eq', 0)) },
        {
          key: 'few',
          label: personaLabels.few,
          who: all(
            { kind: 'any', of: spoke('gte', 1) },
            { kind: 'not', of: { kind: 'any', of: spoke('gte', 5) } },
          ),
        },
        { key: 'talkative', label: personaLabels.talkative, who: { kind: 'any', of: spoke('gte', 5) } },
      ],
    },
  }

export interface Matrix {
  readonly columns: readonly { readonly key: string; readonly label: Message; readonly members: number }[]
  readonly rows: readonly {
    readonly value: string
    readonly members: number
    readonly cells: readonly number[]
  }[]
  readonly members: number
}

const mostRows = 12

export const matrixSql = (columns: readonly string[]) => `
  SELECT value, count() AS members, [${columns
    .map((who) => `countIf(id IN (SELECT member_id FROM (${who})))`)
    .join(', ')}] AS cells
    FROM (SELECT id, arrayJoin(if(empty(texts[{field:String}]), [''], texts[{field:String}])) AS value
            FROM member FINAL WHERE present)
   GROUP BY value ORDER BY members DESC, value LIMIT {most:UInt64}`

/** Rows: the most frequent values of the field; the empty value is who has none. */
export async function findMatrix(
  ctx: Ctx,
  { audience, query }: { readonly audience: Audience; readonly query: Parts['warehouse']['query'] },
  field: string,
  behaviour: Behaviour,
): Promise<Matrix> {
  const { columns } = columnsOf[behaviour]
  const statements = await Promise.all(
    columns.map(async ({ key, who }) => apart(await audience.sql(ctx, { version: 1, who }), key)),
  )
  const params = Object.assign({}, ...statements.map((statement) => statement.params))
  const [rows, counts] = await Promise.all([
    query<{ value: string; members: string; cells: string[] }>(
      matrixSql(statements.map((statement) => statement.sql)),
      { ...params, field, most: mostRows },
      { maxSeconds: 25 },
    ),
    query<{ members: string; counts: string[] }>(
      `SELECT count() AS members, [${statements
        .map(({ sql }) => `countIf(id IN (SELECT member_id FROM (${sql})))`)
        .join(', ')}] AS counts FROM member FINAL WHERE present`,
      params,
      { maxSeconds: 25 },
    ),
  ])
  return {
    members: Number(counts[0]?.members ?? 0),
    columns: columns.map(({ key, label }, at) => ({
      key,
      label,
      members: Number(counts[0]?.counts[at] ?? 0),
    })),
    rows: rows.map((row) => ({
      value: row.value,
      members: Number(row.members),
      cells: row.cells.map(Number),
    })),
  }
}

function testOf(type: string, value: string): FieldTest {
  if (value === '') return { op: 'isUnknown' }
  return type === 'choices' ? { op: 'hasAnyOf', value: [value] } : { op: 'is', value }
}

/** Who stands in a cell. */
export function cellOf(
  field: { readonly key: string; readonly type: string },
  value: string,
  behaviour: Behaviour,
  column: string,
): Definition {
  const test = testOf(field.type, value)
  const found = columnsOf[behaviour].columns.find(({ key }) => key === column)
  return {
    version: 1,
    who: all({ kind: 'field', field: field.key, test }, ...(found ? [found.who] : [])),
  }
}
