/** The account that acts. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { problems } from '#base/http/problem.ts'

/** Throws `sign_in_required` for anyone who is not an account; routes with `signedIn` never get there. */
export function accountId(ctx: Ctx): Id {
  if (ctx.actor.kind !== 'account') throw problems.signInRequired()
  return ctx.actor.accountId
}

export function sessionId(ctx: Ctx): Id {
  if (ctx.actor.kind !== 'account') throw problems.signInRequired()
  return ctx.actor.sessionId
}
