/** The operator side of a session, also when it is not in force for want of a second factor. */
import { z } from 'zod'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { findOperatorRow, roleLabel } from '../operators/operators.sql.ts'

export const operatorCard = z.object({
  role: z.string(),
  roleName: z.string(),
  permissions: z.array(z.string()),
  /** The security policy asks for a second factor and there is none: the console stays closed until it is set up. */
  twoFactorNeeded: z.boolean(),
})

export async function describeOperator(
  ctx: Ctx,
  accountId: Id,
): Promise<z.input<typeof operatorCard> | null> {
  const row = await findOperatorRow(ctx, accountId)
  if (!row) return null
  const { actor } = ctx
  const inForce = actor.kind === 'account' ? actor.operator : undefined
  return {
    role: row.role_key ?? row.role_name,
    roleName: roleLabel({ key: row.role_key, name: row.role_name }, ctx.locale),
    permissions: [...(inForce?.permissions ?? [])].sort(),
    twoFactorNeeded: inForce === undefined && actor.kind === 'account' && !actor.suspended,
  }
}
