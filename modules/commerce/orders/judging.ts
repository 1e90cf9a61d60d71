/** What shops send, order by order: each is read, judged and answered by itself, so that a bad one holds up no other. */
import { z } from 'zod'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { fieldProblems } from '#base/http/issues.ts'
import type { FieldProblem } from '#base/http/problem.ts'
import { render } from '#base/i18n/messages.ts'
import type { Vault } from '#modules/members/api.ts'
import { commerceProblems } from '../problems.ts'
import { givenOrder, type OrderFault, type ReadOrder, readOrder } from './given.ts'
import type { Arrival } from './order.ts'
import { orderFaults } from './orders.messages.ts'
import { type Receiving, receiveOrders, type Taken } from './receive.ts'
import { findSource } from './sources.ts'

export const outcomes = ['created', 'updated', 'unchanged', 'older', 'refused'] as const

/** What became of one order. */
export const judged = z.object({
  index: z.int().describe('Place in what was sent, from 0'),
  externalId: z.string().nullable().describe('The shop’s number, where it could be read'),
  id: z.string().nullable().describe('Our number of the order'),
  outcome: z.enum(outcomes),
  code: z.string().nullable().describe('Why it was refused: stable'),
  message: z.string().nullable().describe('Why it was refused, in the caller’s language'),
  fields: z.array(z.object({ path: z.string(), message: z.string() })),
})
export type Judged = z.infer<typeof judged>

/** Throws `order_source_unknown`. */
export async function knownSource(ctx: Ctx, key: string): Promise<Receiving['source']> {
  const source = await findSource(ctx, key)
  if (!source) throw commerceProblems.orderSourceUnknown({ values: { key } })
  return source
}

/**
 * Judges and takes orders as they were sent. `said`: the moment they count as of, when they do not say; undefined
 * refuses those that do not.
 */
export async function judgeOrders(
  ctx: Ctx,
  vault: Vault,
  receiving: { readonly source: Receiving['source']; readonly by: Arrival },
  given: readonly unknown[],
  said: Date | undefined,
): Promise<Judged[]> {
  const read = given.map((each) => readOne(ctx, each, said))
  const good = read.flatMap((each) => ('order' in each ? [each.order] : []))
  const taken = (await receiveOrders(ctx, vault, receiving, good)).values()
  return read.map((each, index) => {
    if (!('order' in each)) return { index, id: null, outcome: 'refused', ...each }
    return { index, externalId: each.order.externalId, ...present(ctx, taken.next().value!) }
  })
}

interface Unread {
  readonly externalId: string | null
  readonly code: string
  readonly message: string
  readonly fields: FieldProblem[]
}

function readOne(ctx: Ctx, given: unknown, said: Date | undefined): { readonly order: ReadOrder } | Unread {
  const parsed = givenOrder.safeParse(given)
  if (!parsed.success) {
    const number = (given as { id?: unknown } | null)?.id
    const fields = fieldProblems(parsed.error.issues, 'order', ctx.locale)
    return {
      externalId: typeof number === 'string' ? number.slice(0, 100) : null,
      code: 'invalid',
      message: fields
        .map(({ path, message }) => `${path}: ${message}`)
        .join(ctx.locale === 'en' ? '; ' : '；')
        .slice(0, 500),
      fields,
    }
  }
  const order = readOrder(parsed.data, { now: ctx.now.getTime(), said: said?.getTime() })
  if ('fault' in order) return { externalId: parsed.data.id, ...faultOf(ctx, order.fault) }
  return { order }
}

const faultOf = (ctx: Ctx, fault: OrderFault) => ({
  code: fault.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  message: render(orderFaults[fault], ctx.locale),
  fields: [],
})

const present = (ctx: Ctx, taken: Taken): Omit<Judged, 'index' | 'externalId'> =>
  taken.outcome === 'refused'
    ? { id: null, outcome: 'refused', ...faultOf(ctx, taken.fault) }
    : { id: taken.id as Id | null, outcome: taken.outcome, code: null, message: null, fields: [] }
