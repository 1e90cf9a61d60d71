/** What a role may do, and who may hand it on: nobody grants more than they hold. */
import type { BuiltInRole, Permission } from '#base/access/access.ts'
import type { Actor } from '#base/access/actor.ts'

export interface RolePowers {
  /** Of a built-in role; null for a custom one. */
  readonly key: string | null
  readonly permissions: readonly string[]
}

/** The permissions of a role: declared by the modules for built-in roles, listed for custom ones. */
export function permissionsOf(role: RolePowers, declared: readonly Permission[]): ReadonlySet<string> {
  if (role.key === null) {
    const known = new Set(declared.map(({ name }) => name))
    return new Set(role.permissions.filter((name) => known.has(name)))
  }
  if (role.key === 'owner') return new Set(declared.map(({ name }) => name))
  return new Set(
    declared.filter(({ roles }) => roles.includes(role.key as BuiltInRole)).map(({ name }) => name),
  )
}

/** True when the actor holds everything in `wanted`. The system (CLI, setup) may grant anything. */
export function holdsAll(actor: Actor, wanted: Iterable<string>): boolean {
  if (actor.kind === 'system') return true
  if (actor.kind !== 'account' || actor.suspended || !actor.operator) return false
  for (const permission of wanted) if (!actor.operator.permissions.has(permission)) return false
  return true
}

/** True when the actor may give a role to somebody, or take it away. Owners alone make and unmake owners. */
export function canHandOut(actor: Actor, role: RolePowers, declared: readonly Permission[]): boolean {
  if (role.key === 'owner')
    return actor.kind === 'system' || (actor.kind === 'account' && actor.operator?.role === 'owner')
  return holdsAll(actor, permissionsOf(role, declared))
}
