import { render } from '#base/i18n/messages.ts'
import { findProductNames } from '#modules/commerce/api.ts'
import { defineAnalysis } from '../analysis.ts'
import { type Asking, scopeSql } from '../asking.ts'
import { daysOf } from '../shapes.ts'
import {
  basketCountsSql,
  type ProductWriting,
  pairsSql,
  productPeopleSql,
  productsSql,
} from './products.sql.ts'
import { type ProductQuestion, productAnswer, productCell, productQuestion } from './products.ts'
import { words } from './purchases.messages.ts'

const productWriting = async (asking: Asking, question: ProductQuestion): Promise<ProductWriting> => ({
  days: daysOf(question.range, asking.clock),
  scoped: await scopeSql(asking, question.scope),
  least: question.least,
})

interface Pair {
  readonly one: string
  readonly other: string
  readonly both: string
  readonly members: string
  readonly of_one: string
  readonly of_other: string
}

/** 高复购商品与连带购买: what is bought again, and what together. */
export const productAnalysis = defineAnalysis({
  name: 'purchase-products',
  label: words.products,
  question: productQuestion,
  answer: productAnswer,
  cell: productCell,
  async answerOf(asking, question) {
    const writing = await productWriting(asking, question)
    const ask = <R>({ sql, params }: { sql: string; params: Record<string, unknown> }) =>
      asking.query<R>(sql, params)
    const [counts, products, pairs] = await Promise.all([
      ask<{ all_orders: string; some_orders: string }>(basketCountsSql(writing)),
      ask<{ sku: string; buyers: string; again: string; orders: string }>(productsSql(writing)),
      ask<Pair>(pairsSql(writing)),
    ])
    const orders = Number(counts[0]?.some_orders ?? 0)
    const names = await findProductNames(asking.ctx, [
      ...new Set([...products.map(({ sku }) => sku), ...pairs.flatMap(({ one, other }) => [one, other])]),
    ])
    return {
      ...writing.days,
      orders,
      ofOrders: Number(counts[0]?.all_orders ?? 0),
      products: products.map((row) => ({
        sku: row.sku,
        name: names.get(row.sku) ?? null,
        buyers: Number(row.buyers),
        again: Number(row.again),
        rate: Number(row.again) / Number(row.buyers),
        orders: Number(row.orders),
      })),
      pairs: pairs.map(({ one, other, members, ...row }) => {
        const [both, ofOne, ofOther] = [Number(row.both), Number(row.of_one), Number(row.of_other)]
        return {
          one,
          other,
          oneName: names.get(one) ?? null,
          otherName: names.get(other) ?? null,
          orders: both,
          members: Number(members),
          support: both / orders,
          confidence: both / ofOne,
          back: both / ofOther,
          lift: (both * orders) / (ofOne * ofOther),
        }
      }),
    }
  },
  async peopleOf(asking, question, cell) {
    return productPeopleSql(await productWriting(asking, question), cell)
  },
  async say({ ctx }) {
    return render(words.productsSays, ctx.locale)
  },
})
