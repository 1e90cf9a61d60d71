import { addToDay, startOfUnit } from '#base/time/calendar.ts'
import { defineAnalysis } from '../analysis.ts'
import { type Asking, scopeSql } from '../asking.ts'
import { daysOf } from '../shapes.ts'
import { words } from './purchases.messages.ts'
import {
  activesSql,
  currenciesSql,
  figuresSql,
  firstsSql,
  type RepurchaseWriting,
  refundsSql,
  repurchasePeopleSql,
} from './repurchase.sql.ts'
import {
  type RepurchaseQuestion,
  repurchaseAnswer,
  repurchaseCell,
  repurchaseQuestion,
} from './repurchase.ts'

/** Whole months, up to today at most. */
export const repurchaseWriting = async (
  asking: Asking,
  question: RepurchaseQuestion,
): Promise<RepurchaseWriting> => {
  const { from, to } = daysOf(question.range, asking.clock)
  const { today } = asking.clock
  return {
    days: { from, to: to > today && from <= today ? today : to },
    within: question.within,
    clock: asking.clock,
    scoped: await scopeSql(asking, question.scope),
  }
}

type Row = Record<
  'period' | 'buyers' | 'again' | 'fresh_buyers' | 'fresh_again' | 'orders' | 'amount',
  string
>

const ratio = (some: number, of: number) => (of === 0 ? null : some / of)
const part = (buyers: number, again: number) => ({ buyers, again, rate: ratio(again, buyers) })

function figuresOf(row: Row | undefined, refunded: number, actives: number) {
  const number = (key: keyof Row) => Number(row?.[key] ?? 0)
  const [buyers, again, orders, amount] = [
    number('buyers'),
    number('again'),
    number('orders'),
    number('amount'),
  ]
  const [fresh, freshAgain] = [number('fresh_buyers'), number('fresh_again')]
  return {
    ...part(buyers, again),
    fresh: part(fresh, freshAgain),
    known: part(buyers - fresh, again - freshAgain),
    orders,
    amount,
    refunded,
    perOrder: ratio(amount, orders),
    perBuyer: ratio(amount, buyers),
    actives,
    perActive: ratio(amount, actives),
  }
}

async function findFigures(asking: Asking, writing: RepurchaseWriting, period: 'month' | 'total') {
  const ask = async <R>({ sql, params }: { sql: string; params: Record<string, unknown> }) =>
    await asking.query<R>(sql, params)
  const [rows, refunds, actives] = await Promise.all([
    ask<Row>(figuresSql(writing, period)),
    ask<{ period: string; amount: string }>(refundsSql(writing, period)),
    ask<{ period: string; members: string }>(activesSql(writing, period)),
  ])
  const by = <R extends { period: string }>(list: readonly R[]) =>
    new Map(list.map((row) => [row.period, row]))
  const [figures, given, active] = [by(rows), by(refunds), by(actives)]
  return (start: string) =>
    figuresOf(
      figures.get(start),
      Number(given.get(start)?.amount ?? 0),
      Number(active.get(start)?.members ?? 0),
    )
}

/** 复购: who buys again, new and old customers apart, by month, and within some days of the first order. */
export const repurchaseAnalysis = defineAnalysis({
  name: 'repurchase',
  label: words.repurchase,
  question: repurchaseQuestion,
  answer: repurchaseAnswer,
  cell: repurchaseCell,
  async answerOf(asking, question) {
    const writing = await repurchaseWriting(asking, question)
    // Figures by month are of whole months.
    const months = { ...writing, days: { ...writing.days, from: startOfUnit(writing.days.from, 'month') } }
    const { today } = asking.clock
    const [total, month, firsts, currencies] = await Promise.all([
      findFigures(asking, writing, 'total'),
      findFigures(asking, months, 'month'),
      asking.query<Record<'period' | 'buyers' | 'judged_buyers' | 'again_buyers', string>>(
        firstsSql(months).sql,
        firstsSql(months).params,
      ),
      asking.query<{ currency: string }>(currenciesSql(writing).sql, currenciesSql(writing).params),
    ])
    const starts: string[] = []
    for (let start = months.days.from; start <= writing.days.to; start = addToDay(start, 1, 'month'))
      starts.push(start)
    const byStart = new Map(firsts.map((row) => [row.period, row]))
    return {
      ...writing.days,
      total: total(writing.days.from),
      months: starts.map((start) => ({
        start,
        ...month(start),
        complete: addToDay(start, 1, 'month') <= today,
      })),
      firsts: starts.map((start) => {
        const row = byStart.get(start)
        const [buyers, judged, again] = [row?.buyers, row?.judged_buyers, row?.again_buyers].map((each) =>
          Number(each ?? 0),
        ) as [number, number, number]
        return {
          start,
          buyers,
          judged,
          again,
          rate: ratio(again, judged),
          complete: judged === buyers && addToDay(start, 1, 'month') <= today,
        }
      }),
      currencies: currencies.map(({ currency }) => currency),
    }
  },
  async peopleOf(asking, question, cell) {
    const writing = await repurchaseWriting(asking, question)
    const from = cell.of === 'total' ? writing.days.from : startOfUnit(writing.days.from, 'month')
    return repurchasePeopleSql({ ...writing, days: { ...writing.days, from } }, cell)
  },
  async say({ ctx }, { within }) {
    return ctx.locale === 'en'
      ? words.repurchaseSays.en.replace('{days}', String(within))
      : words.repurchaseSays.zh.replace('{days}', String(within))
  },
})
