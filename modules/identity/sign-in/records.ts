/** The record of sign-ins and refusals: kept at least six months (law.md 5.6), never a password or an address. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { RequestInfo } from '#base/http/request.ts'

export type SignInMethod =
  | 'password'
  | 'link'
  | 'passkey'
  | 'two_factor'
  | 'oidc'
  | 'wechat'
  | 'setup'
  | 'proof'
export type SignInOutcome = 'ok' | 'wrong' | 'limited' | 'two_factor_required' | 'unverified' | 'refused'

export async function recordSignIn(
  ctx: Ctx,
  request: RequestInfo,
  record: {
    readonly method: SignInMethod
    readonly outcome: SignInOutcome
    readonly accountId?: Id
    /** Keyed hash of the address, see `guesses.ts`. */
    readonly subject?: string
  },
): Promise<void> {
  await ctx.db
    .insertInto('sign_in_record')
    .values({
      at: ctx.now,
      account_id: record.accountId ?? null,
      subject: record.subject ?? null,
      method: record.method,
      outcome: record.outcome,
      ip: request.ip,
      user_agent: request.headers.get('user-agent')?.slice(0, 400) ?? null,
      request_id: ctx.requestId,
    })
    .execute()
}
