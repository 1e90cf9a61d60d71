/** Taking a webhook: who signed it, whether it came before, and the orders in it. */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { type Ctx, transact } from '#base/context.ts'
import { fieldProblems } from '#base/http/issues.ts'
import { problems } from '#base/http/problem.ts'
import type { Secrets } from '#base/secrets.ts'
import type { Vault } from '#modules/members/api.ts'
import { commerceProblems } from '../problems.ts'
import { type Judged, judgeOrders } from './judging.ts'
import { isSigned, type Signed } from './signature.ts'
import { findSecrets, findSource } from './sources.ts'

export interface Message extends Signed {
  /** The content; throws when it is no JSON. Asked for only when the signature is right. */
  readonly read: () => unknown
}

const one = z.record(z.string(), z.unknown())
/** One order, or some. */
const content = z.union([
  z.object({ orders: z.array(one).min(1).max(100) }),
  one.transform((order) => ({ orders: [order] })),
])

/** Nobody's: so that a name that does not exist takes as long to refuse as a wrong signature. */
const nobodys = `whsec_${randomBytes(32).toString('base64')}`

/**
 * Throws `hook_refused` for a source that is not there, one without a secret, a wrong signature and an old message
 * alike; `order_source_closed`; `invalid_input`. A message that was taken before changes nothing. Orders must say when
 * the shop last changed them.
 */
export async function takeHook(
  ctx: Ctx,
  { vault, secrets }: { readonly vault: Vault; readonly secrets: Secrets },
  key: string,
  message: Message,
): Promise<{ repeated: boolean; results: Judged[] }> {
  const source = await findSource(ctx, key)
  const known = source ? await findSecrets(ctx, secrets, source.id) : []
  const right = isSigned(known.length > 0 ? known : [nobodys], message, ctx.now)
  if (!source || !right) throw commerceProblems.hookRefused()
  const parsed = content.safeParse(message.read())
  if (!parsed.success)
    throw problems.invalidInput({ fields: fieldProblems(parsed.error.issues, 'body', ctx.locale) })
  const asSource: Ctx = { ...ctx, actor: { kind: 'system', name: `hook:${source.key}` } }
  return await transact(asSource, async (tx) => {
    const taken = await tx.db
      .insertInto('order_hook_message')
      .values({ source_id: source.id, message_id: message.id, received_at: tx.now })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (taken.numInsertedOrUpdatedRows !== 1n) return { repeated: true, results: [] }
    // The timestamp is that of sending: what is sent again late would beat what was changed since.
    const results = await judgeOrders(tx, vault, { source, by: 'hook' }, parsed.data.orders, undefined)
    return { repeated: false, results }
  })
}
