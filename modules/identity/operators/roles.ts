/** Roles: the seven built-in ones, and custom ones that list what they may do. */
import type { Selectable } from 'kysely'
import type { Permission } from '#base/access/access.ts'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import type { OperatorRole } from '#base/db/tables.generated.ts'
import { announce } from '#base/facts/fact.ts'
import { problems } from '#base/http/problem.ts'
import { audit, changes } from '../audit/audit.ts'
import { roleChanged } from '../facts.ts'
import { identityProblems } from '../problems.ts'
import { canHandOut, holdsAll } from './powers.ts'
import { takeTurns } from './turns.ts'

export type RoleRow = Selectable<OperatorRole>

export const findRoles = (ctx: Ctx) =>
  ctx.db
    .selectFrom('operator_role as r')
    .selectAll('r')
    .select((eb) =>
      eb
        .selectFrom('operator as o')
        .select((each) => each.fn.countAll<string>().as('n'))
        .whereRef('o.role_id', '=', 'r.id')
        .as('holders'),
    )
    .orderBy('r.id')
    .limit(200)
    .execute()

export async function getRole(ctx: Ctx, id: Id): Promise<RoleRow> {
  const row = await ctx.db.selectFrom('operator_role').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw problems.notFound()
  return row
}

function requireKnown(permissions: readonly string[], declared: readonly Permission[]): void {
  const known = new Set(declared.map(({ name }) => name))
  const unknown = permissions.find((name) => !known.has(name))
  if (unknown) throw identityProblems.permissionUnknown({ values: { permission: unknown } })
}

async function requireFreeName(ctx: Ctx, name: string, except?: Id): Promise<void> {
  const taken = await ctx.db
    .selectFrom('operator_role')
    .select('id')
    .where((eb) => eb(eb.fn('lower', ['name']), '=', name.toLowerCase()))
    .$if(except !== undefined, (query) => query.where('id', '<>', except as Id))
    .executeTakeFirst()
  if (taken) throw identityProblems.roleNameTaken()
}

/** Makes a custom role. Throws `beyond_own_powers` when it would hold more than its maker. */
export async function createRole(
  ctx: Ctx,
  given: { readonly name: string; readonly permissions: readonly string[] },
  declared: readonly Permission[],
): Promise<RoleRow> {
  requireKnown(given.permissions, declared)
  if (!holdsAll(ctx.actor, given.permissions)) throw identityProblems.beyondOwnPowers()
  return await transact(ctx, async (inner) => {
    await takeTurns(inner)
    await requireFreeName(inner, given.name)
    const row = await inner.db
      .insertInto('operator_role')
      .values({
        name: given.name,
        permissions: [...new Set(given.permissions)].sort(),
        created_by: inner.actor.kind === 'account' ? inner.actor.accountId : null,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    await announce(inner, roleChanged, { roleId: row.id, change: 'created' })
    await audit(
      inner,
      'role.created',
      { kind: 'role', id: row.id },
      { name: row.name, permissions: row.permissions },
    )
    return row
  })
}

/** A custom role that the actor may touch: nobody reshapes a role that holds more than they do. */
async function accessCustomRole(ctx: Ctx, id: Id, declared: readonly Permission[]): Promise<RoleRow> {
  await takeTurns(ctx)
  const row = await getRole(ctx, id)
  if (row.key !== null) throw identityProblems.builtInRole()
  if (!canHandOut(ctx.actor, row, declared)) throw identityProblems.beyondOwnPowers()
  return row
}

export async function changeRole(
  ctx: Ctx,
  id: Id,
  change: { readonly name?: string; readonly permissions?: readonly string[] },
  declared: readonly Permission[],
): Promise<RoleRow> {
  if (change.permissions) {
    requireKnown(change.permissions, declared)
    if (!holdsAll(ctx.actor, change.permissions)) throw identityProblems.beyondOwnPowers()
  }
  return await transact(ctx, async (inner) => {
    const before = await accessCustomRole(inner, id, declared)
    if (change.name !== undefined) await requireFreeName(inner, change.name, id)
    const wanted = {
      name: change.name,
      permissions: change.permissions ? [...new Set(change.permissions)].sort() : undefined,
    }
    const row = await inner.db
      .updateTable('operator_role')
      .set({
        ...(wanted.name !== undefined ? { name: wanted.name } : {}),
        ...(wanted.permissions !== undefined ? { permissions: wanted.permissions } : {}),
        updated_at: inner.now,
      })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    await announce(inner, roleChanged, { roleId: id, change: 'changed' })
    await audit(
      inner,
      'role.changed',
      { kind: 'role', id },
      changes<Record<string, unknown>>({ name: before.name, permissions: before.permissions }, wanted),
    )
    return row
  })
}

/** Removes a custom role that nobody has. Throws `role_in_use`. */
export async function removeRole(ctx: Ctx, id: Id, declared: readonly Permission[]): Promise<void> {
  await transact(ctx, async (inner) => {
    const before = await accessCustomRole(inner, id, declared)
    const { count } = await inner.db
      .selectFrom('operator')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where('role_id', '=', id)
      .executeTakeFirstOrThrow()
    if (Number(count) > 0) throw identityProblems.roleInUse({ values: { count: Number(count) } })
    await inner.db.deleteFrom('operator_role').where('id', '=', id).execute()
    await announce(inner, roleChanged, { roleId: id, change: 'removed' })
    await audit(
      inner,
      'role.removed',
      { kind: 'role', id },
      { name: before.name, permissions: before.permissions },
    )
  })
}
