/** What the team's settings read. */
import { queryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { take } from '#ui/console/problem.ts'

export interface Operator {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly avatarUrl: string | null
  readonly role: { readonly id: string; readonly key: string | null; readonly name: string }
  readonly twoFactor: boolean
  readonly joinedAt: string
  readonly lastSignInAt: string | null
  readonly suspended: boolean
  readonly can: { readonly changeRole: boolean; readonly remove: boolean; readonly suspend: boolean }
}

export interface Invitation {
  readonly id: string
  readonly email: string
  readonly role: { readonly id: string; readonly key: string | null; readonly name: string }
  readonly invitedBy: { readonly id: string; readonly name: string }
  readonly invitedAt: string
  readonly expiresAt: string
  readonly expired: boolean
  readonly can: { readonly withdraw: boolean }
}

export interface Role {
  readonly id: string
  readonly key: string | null
  readonly name: string
  readonly permissions: readonly string[]
  readonly operators: number
  readonly can: { readonly edit: boolean; readonly remove: boolean; readonly assign: boolean }
}

export interface PermissionInfo {
  readonly name: string
  readonly label: string
  readonly module: string
  readonly scope: boolean
  /** The caller holds it, and so may hand it on. */
  readonly held: boolean
}

export const operatorsQuery = queryOptions({
  queryKey: ['operators'],
  queryFn: ({ signal }) =>
    take<{ items: readonly Operator[]; invitations: readonly Invitation[] }>(
      api.GET('/api/operators', { signal }),
    ),
})

export const rolesQuery = queryOptions({
  queryKey: ['operators', 'roles'],
  queryFn: ({ signal }) => take<{ items: readonly Role[] }>(api.GET('/api/roles', { signal })),
})

export const permissionsQuery = queryOptions({
  queryKey: ['operators', 'permissions'],
  queryFn: ({ signal }) =>
    take<{ items: readonly PermissionInfo[] }>(api.GET('/api/permissions', { signal })),
})
