/** The security policy: how long a sign-in lasts, and whether the console asks for a second factor. */
import type { Selectable } from 'kysely'
import { type Ctx, transact } from '#base/context.ts'
import type { SecurityPolicy } from '#base/db/tables.generated.ts'
import { announce } from '#base/facts/fact.ts'
import { audit, changes } from '../audit/audit.ts'
import { securityChanged } from '../facts.ts'
import { identityProblems } from '../problems.ts'

export type SecurityRow = Selectable<SecurityPolicy>

export const getSecurity = (ctx: Ctx): Promise<SecurityRow> =>
  ctx.db.selectFrom('security_policy').selectAll().executeTakeFirstOrThrow()

export interface SecurityChange {
  readonly operatorsNeedTwoFactor?: boolean
  readonly sessionDays?: number
  readonly operatorSessionHours?: number
}

/** Changes the policy; it holds for running sessions within a second. Whoever asks for a second factor must have one. */
export async function changeSecurity(ctx: Ctx, change: SecurityChange): Promise<SecurityRow> {
  return await transact(ctx, async (inner) => {
    const before = await inner.db
      .selectFrom('security_policy')
      .selectAll()
      .forUpdate()
      .executeTakeFirstOrThrow()
    const wanted = {
      operators_need_two_factor: change.operatorsNeedTwoFactor,
      session_days: change.sessionDays,
      operator_session_hours: change.operatorSessionHours,
    }
    const changed = changes<Record<string, unknown>>(before, wanted)
    if (Object.keys(changed).length === 0) return before
    if (changed.operators_need_two_factor && wanted.operators_need_two_factor) await requireOwnFactor(inner)
    const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined))
    const after = await inner.db
      .updateTable('security_policy')
      .set({ ...given, updated_at: inner.now })
      .returningAll()
      .executeTakeFirstOrThrow()
    await announce(inner, securityChanged, { fields: Object.keys(changed) })
    await audit(inner, 'security.changed', { kind: 'security_policy', id: '1' }, changed)
    return after
  })
}

/** Otherwise the one who decides would be the first to be shut out. */
async function requireOwnFactor(ctx: Ctx): Promise<void> {
  const { actor } = ctx
  if (actor.kind !== 'account') return
  const row = await ctx.db
    .selectFrom('account as a')
    .select((eb) => [
      'a.two_factor_enabled',
      eb
        .exists(eb.selectFrom('passkey as k').select('k.id').whereRef('k.account_id', '=', 'a.id'))
        .as('has_passkey'),
    ])
    .where('a.id', '=', actor.accountId)
    .executeTakeFirst()
  if (!row?.two_factor_enabled && !row?.has_passkey) throw identityProblems.twoFactorOff()
}
