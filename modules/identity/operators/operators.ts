/** Operators: changing what somebody does in the console, and letting them go. */
import type { Permission } from '#base/access/access.ts'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { problems } from '#base/http/problem.ts'
import { audit } from '../audit/audit.ts'
import { operatorRemoved, operatorRoleChanged } from '../facts.ts'
import { identityProblems } from '../problems.ts'
import { canHandOut, type RolePowers } from './powers.ts'
import { getRole } from './roles.ts'
import { takeTurns } from './turns.ts'

export async function accessOperator(
  ctx: Ctx,
  accountId: Id,
  declared: readonly Permission[],
): Promise<RolePowers & { readonly roleName: string }> {
  const row = await ctx.db
    .selectFrom('operator as o')
    .innerJoin('operator_role as r', 'r.id', 'o.role_id')
    .select(['r.key', 'r.name as roleName', 'r.permissions'])
    .where('o.account_id', '=', accountId)
    .forUpdate('o')
    .executeTakeFirst()
  if (!row) throw problems.notFound()
  // Someone with more powers than one's own is out of reach.
  if (!canHandOut(ctx.actor, row, declared)) throw identityProblems.beyondOwnPowers()
  return row
}

export async function requireAnotherOwner(ctx: Ctx, accountId: Id): Promise<void> {
  const other = await ctx.db
    .selectFrom('operator as o')
    .innerJoin('operator_role as r', 'r.id', 'o.role_id')
    .leftJoin('account_suspension as x', 'x.account_id', 'o.account_id')
    .select('o.account_id')
    .where('r.key', '=', 'owner')
    .where('o.account_id', '<>', accountId)
    .where('x.account_id', 'is', null)
    .limit(1)
    .executeTakeFirst()
  if (!other) throw identityProblems.lastOwner()
}

/** Gives an operator another role. Throws `beyond_own_powers`, `last_owner`, `not_found`. */
export async function changeOperatorRole(
  ctx: Ctx,
  accountId: Id,
  roleId: Id,
  declared: readonly Permission[],
): Promise<void> {
  await transact(ctx, async (inner) => {
    await takeTurns(inner)
    const before = await accessOperator(inner, accountId, declared)
    const role = await getRole(inner, roleId)
    if (!canHandOut(inner.actor, role, declared)) throw identityProblems.beyondOwnPowers()
    if (before.key === 'owner' && role.key !== 'owner') await requireAnotherOwner(inner, accountId)
    await inner.db
      .updateTable('operator')
      .set({ role_id: roleId, updated_at: inner.now })
      .where('account_id', '=', accountId)
      .execute()
    const [from, to] = [before.key ?? before.roleName, role.key ?? role.name]
    await announce(
      inner,
      operatorRoleChanged,
      { accountId, from, to },
      { object: { kind: 'account', id: accountId } },
    )
    await audit(inner, 'operator.role_changed', { kind: 'account', id: accountId }, { role: [from, to] })
  })
}

/** Lets an operator go: the account stays, the console closes, keys they made stop. Throws as above. */
export async function removeOperator(
  ctx: Ctx,
  accountId: Id,
  declared: readonly Permission[],
): Promise<void> {
  await transact(ctx, async (inner) => {
    await takeTurns(inner)
    const before = await accessOperator(inner, accountId, declared)
    if (before.key === 'owner') await requireAnotherOwner(inner, accountId)
    await inner.db.deleteFrom('operator').where('account_id', '=', accountId).execute()
    const role = before.key ?? before.roleName
    await announce(
      inner,
      operatorRemoved,
      { accountId, role },
      { object: { kind: 'account', id: accountId } },
    )
    await audit(inner, 'operator.removed', { kind: 'account', id: accountId }, { role })
  })
}
