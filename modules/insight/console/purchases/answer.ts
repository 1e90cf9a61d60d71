/** What the screen of purchases asks and is answered. */
import type { z } from 'zod'
import type { intervalAnswer } from '../../purchases/intervals.ts'
import type { productAnswer } from '../../purchases/products.ts'
import type { repurchaseAnswer } from '../../purchases/repurchase.ts'
import type { Range, Scope } from '../frame/question.ts'

export type RepurchaseAnswer = z.output<typeof repurchaseAnswer>
export type IntervalAnswer = z.output<typeof intervalAnswer>
export type ProductAnswer = z.output<typeof productAnswer>

export interface PurchasesQuestion {
  readonly range: Range
  readonly scope?: Pick<Scope, 'who'>
  readonly within: number
}

export const initial: PurchasesQuestion = { range: { last: 6, unit: 'month' }, within: 30 }
