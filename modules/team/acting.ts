/** Who acts, as the tables of this module keep it. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { problems } from '#base/http/problem.ts'

/** The account that acts; null for programs and the system. */
export const accountOf = (ctx: Ctx): Id | null => (ctx.actor.kind === 'account' ? ctx.actor.accountId : null)

/** The operator who acts. Throws `forbidden` for programs: what is one's own needs a person. */
export function requireAccount(ctx: Ctx): Id {
  const id = accountOf(ctx)
  if (id === null) throw problems.forbidden()
  return id
}
