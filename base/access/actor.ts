/**
 * Who acts. `Actor` is what a verb sees; it is built once per request by the authoriser and never
 * from anything the caller sent in a body. Ids are PostgreSQL bigints carried as strings.
 */
export type Id = string

export type Actor =
  | { readonly kind: 'anonymous'; readonly ip?: string }
  | {
      readonly kind: 'account'
      readonly accountId: Id
      readonly sessionId: Id
      readonly name: string
      /** Present when the account takes part in the community. */
      readonly memberId?: Id
      /** Present when the account works in the console: its role and what it may do. */
      readonly operator?: { readonly role: string; readonly permissions: ReadonlySet<string> }
      readonly suspended: boolean
      readonly ip?: string
    }
  | {
      readonly kind: 'apiKey'
      readonly keyId: Id
      readonly name: string
      readonly scopes: ReadonlySet<string>
      readonly ip?: string
    }
  | { readonly kind: 'system'; readonly name: string }

/** True when the actor may do what `permission` names (an operator's grant or a key's scope). */
export function may(actor: Actor, permission: string): boolean {
  switch (actor.kind) {
    case 'anonymous':
      return false
    case 'account':
      return !actor.suspended && (actor.operator?.permissions.has(permission) ?? false)
    case 'apiKey':
      return actor.scopes.has(permission)
    case 'system':
      return true
  }
}

/**
 * Whether something that is kept for some roles is open to the actor. No role named: to everybody. Owners and the
 * system pass; a key of another program has no role, and passes only where none is asked for.
 */
export function isAmongRoles(actor: Actor, roles: readonly string[]): boolean {
  if (roles.length === 0 || actor.kind === 'system') return true
  const role = actor.kind === 'account' && !actor.suspended ? actor.operator?.role : undefined
  return role === 'owner' || (role !== undefined && roles.includes(role))
}

/** How the log names the actor, for example `account:12`. */
export function describeActor(actor: Actor): string {
  switch (actor.kind) {
    case 'anonymous':
      return 'anonymous'
    case 'account':
      return `account:${actor.accountId}`
    case 'apiKey':
      return `apiKey:${actor.keyId}`
    case 'system':
      return `system:${actor.name}`
  }
}
