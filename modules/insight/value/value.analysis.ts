/** 价值: who is still a customer, what that may be worth within a year, and how well the models told the past. */
import { z } from 'zod'
import { day, moment, refusal } from '#base/http/schemas.ts'
import { render } from '#base/i18n/messages.ts'
import { definition } from '#modules/audience/api.ts'
import { defineAnalysis } from '../analysis.ts'
import { type Asking, scopeSql } from '../asking.ts'
import { breakDown, mostValues } from '../breakdown.ts'
import { breakdown } from '../shapes.ts'
import { leastRepeaters, valueDefinition } from './model.ts'
import { type Alike, type Sum, sumsOf } from './valuation.ts'
import { valueLabels as labels } from './value.messages.ts'
import { alikeSql, buyersBehindSql } from './value.sql.ts'
import { findInForce, findNewest, type ValueVersion } from './versions.ts'

export const valueQuestion = z.object({
  who: definition.optional(),
  breakdown: breakdown
    .refine(({ by }) => by === 'field' || by === 'segments', refusal(labels.cutByMember))
    .optional(),
})
type Question = z.output<typeof valueQuestion>

const sum = z.object({
  members: z.int(),
  /** How many of them are still customers, on average. */
  alive: z.number(),
  purchases: z.number().describe('Within a year'),
  revenue: z.number().describe('Within a year, minor units, what comes later counting less'),
  low: z.number().nullable().describe('Of an interval of 95 %'),
  high: z.number().nullable(),
})

export const valueAnswer = z.object({
  /** never: nothing was computed yet. */
  state: z.enum(['never', 'fitted', 'too_few', 'not_converged', 'no_mean']),
  least: z.int().describe('Repeat buyers below which nothing is estimated'),
  buyers: z.int(),
  repeaters: z.int(),
  asOf: day.nullable(),
  madeAt: moment.nullable(),
  model: valueDefinition.omit({ holdout: true, buyingCovariance: true, spendCovariance: true }).nullable(),
  total: sum.nullable(),
  alive: z.array(z.object({ bin: z.int(), members: z.int(), revenue: z.number() })),
  by: z.array(sum.extend({ value: z.string(), label: z.string(), rest: z.boolean() })),
  holdout: valueDefinition.shape.holdout,
})
type Answer = z.input<typeof valueAnswer>

export const valueCell = z.object({
  bin: z.int().min(0).max(9).optional(),
  value: z.string().max(200).optional(),
})

/** Kinds of buyers, cut; what a million with two years behind them come to stays far below. */
const mostRows = 1_000_000
/** From so many buyers on, days are taken in weeks. */
const manyBuyers = 50_000

interface Row {
  readonly value: string
  readonly bin: number
  readonly x: string
  readonly since: string
  readonly age: string
  readonly n: string
  readonly money: string
  readonly squares: number
}

const alikeOf = ({ x, since, age, n, money, squares }: Row): Alike => ({
  x: Number(x),
  tx: Number(since),
  t: Number(age),
  n: Number(n),
  spent: Number(money),
  squares,
})

async function answerOf(asking: Asking, question: Question): Promise<Answer> {
  const [newest, inForce] = [await findNewest(asking.ctx), await findInForce(asking.ctx)]
  if (!newest || !inForce) return nothing(newest)
  const { asOf, definition: fitted } = inForce
  const scoped = await scopeSql(asking, { who: question.who })
  const read = { asOf, buying: fitted.buying, scoped }
  const step = inForce.buyers > manyBuyers ? 7 : 1
  const ask = async ({ sql, params }: ReturnType<typeof alikeSql>) =>
    (await asking.query<Row>(sql, params, { maxRows: mostRows })).map((row) => ({
      ...row,
      alike: alikeOf(row),
    }))
  const rows = await ask(alikeSql(read, undefined, step))
  const parts = new Map<string, readonly Alike[]>([
    ['all', rows.map(({ alike }) => alike)],
    ...[...Map.groupBy(rows, ({ bin }) => `bin ${bin}`)].map(
      ([bin, some]) => [bin, some.map(({ alike }) => alike)] as const,
    ),
  ])
  const cut = question.breakdown ? await breakDown(asking, question.breakdown) : undefined
  const values = cut ? await valuesOf(cut, await ask(alikeSql(read, cut, step)), asking) : []
  for (const { key, groups } of values) parts.set(key, groups)
  const sums = sumsOf(fitted, parts)
  return {
    ...nothing(inForce),
    state: 'fitted',
    model: modelOf(inForce),
    total: rows.length > 0 ? sums.get('all')! : null,
    alive: Array.from({ length: 10 }, (_, bin) => {
      const { members = 0, revenue = 0 }: Partial<Sum> = sums.get(`bin ${bin}`) ?? {}
      return { bin, members, revenue }
    }),
    by: values.map(({ key, value, label, rest }) => ({ ...sums.get(key)!, value, label, rest })),
    holdout: fitted.holdout,
  }
}

const nothing = (version: ValueVersion | undefined): Answer => ({
  state: version?.outcome ?? 'never',
  least: leastRepeaters,
  buyers: version?.buyers ?? 0,
  repeaters: version?.repeaters ?? 0,
  asOf: version?.asOf ?? null,
  madeAt: version?.madeAt.toISOString() ?? null,
  model: null,
  total: null,
  alive: [],
  by: [],
  holdout: null,
})

function modelOf({ definition }: ValueVersion): Answer['model'] {
  const { holdout: _, buyingCovariance: __, spendCovariance: ___, ...model } = definition
  return model
}

/** The largest values by themselves, the rest together. */
async function valuesOf(
  cut: Awaited<ReturnType<typeof breakDown>>,
  rows: readonly (Row & { readonly alike: Alike })[],
  { ctx }: Asking,
) {
  const sizes = [...Map.groupBy(rows, ({ value }) => value)]
    .map(([value, some]) => ({ value, groups: some.map(({ alike }) => alike) }))
    .map((each) => ({ ...each, size: each.groups.reduce((all, { n }) => all + n, 0) }))
    .sort((one, other) => other.size - one.size || (one.value < other.value ? -1 : 1))
  const [shown, rest] = [sizes.slice(0, mostValues), sizes.slice(mostValues)]
  const names = await cut.labels(shown.map(({ value }) => value))
  return [
    ...shown.map(({ value, groups }) => ({
      key: `value ${value}`,
      value,
      groups,
      label: names.get(value) ?? value,
      rest: false,
    })),
    ...(rest.length > 0
      ? [
          {
            key: 'rest',
            value: '',
            groups: rest.flatMap(({ groups }) => groups),
            label: render(labels.rest, ctx.locale),
            rest: true,
          },
        ]
      : []),
  ]
}

export const valueAnalysis = defineAnalysis({
  name: 'value',
  label: labels.analysis,
  question: valueQuestion,
  answer: valueAnswer,
  cell: valueCell,
  answerOf,
  peopleOf: async (asking, { who, breakdown: asked }, cell) => {
    const inForce = await findInForce(asking.ctx)
    if (!inForce) return { sql: 'SELECT toUInt64(0) AS member_id WHERE 0', params: {} }
    const read = {
      asOf: inForce.asOf,
      buying: inForce.definition.buying,
      scoped: await scopeSql(asking, { who }),
    }
    return buyersBehindSql(read, asked ? await breakDown(asking, asked) : undefined, cell)
  },
  say: async ({ ctx, parts }, { who, breakdown: asked }) =>
    render(asked ? labels.saysCut : labels.says, ctx.locale, {
      who: who ? await parts.audience.say(ctx, who) : render(labels.everybody, ctx.locale),
    }),
})
