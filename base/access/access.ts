/**
 * What a route asks of its caller. Declared beside the route, checked in one place (the authoriser),
 * listed in `docs/generated/routes.md`, and tried by a generated test against every kind of principal.
 */
import type { Message } from '../i18n/messages.ts'
import { type Actor, may } from './actor.ts'

export type Access =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'signedIn' }
  | { readonly kind: 'member' }
  | { readonly kind: 'operator' }
  | { readonly kind: 'permission'; readonly permission: string }
  /** The handler proves who calls by something else than a session (a write-only key, a signed link). */
  | { readonly kind: 'bearerOf'; readonly what: string }

export const anyone: Access = { kind: 'anyone' }
export const signedIn: Access = { kind: 'signedIn' }
export const member: Access = { kind: 'member' }
export const operator: Access = { kind: 'operator' }
export const permitted = (permission: string): Access => ({ kind: 'permission', permission })
export const bearerOf = (what: string): Access => ({ kind: 'bearerOf', what })

/** A permission as a module declares it: `members.read`, with what it allows in words. */
export interface Permission {
  readonly name: string
  readonly label: Message
  /** Built-in roles that hold it; the owner holds every permission. */
  readonly roles: readonly BuiltInRole[]
  /** Whether an API key may be given it as a scope. */
  readonly scope?: boolean
}

export const builtInRoles = [
  'owner',
  'admin',
  'operator',
  'moderator',
  'analyst',
  'support',
  'viewer',
  // From outside: they see what was given to them, and nothing of the rest.
  'expert',
  'partner',
] as const
export type BuiltInRole = (typeof builtInRoles)[number]

export type Verdict = 'allowed' | 'signIn' | 'forbidden'

/** Decides whether an actor passes. `signIn`: nobody is signed in; `forbidden`: someone is, and may not. */
export function judge(access: Access, actor: Actor): Verdict {
  if (actor.kind === 'system' || access.kind === 'anyone' || access.kind === 'bearerOf') return 'allowed'
  if (actor.kind === 'anonymous') return 'signIn'
  switch (access.kind) {
    case 'signedIn':
      return actor.kind === 'account' ? 'allowed' : 'forbidden'
    case 'member':
      return actor.kind === 'account' && actor.memberId && !actor.suspended ? 'allowed' : 'forbidden'
    case 'operator':
      return actor.kind === 'account' && actor.operator && !actor.suspended ? 'allowed' : 'forbidden'
    case 'permission':
      return may(actor, access.permission) ? 'allowed' : 'forbidden'
  }
}
