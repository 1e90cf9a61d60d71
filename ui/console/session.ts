/** Who is at the console and what they may do, as `GET /api/session` says. */
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import type { Locale } from '#base/i18n/messages.ts'
import { api } from '#ui/api.ts'
import { take } from './problem.ts'

export interface Session {
  readonly account: {
    readonly id: string
    readonly name: string
    readonly email: string | null
    readonly emailVerified: boolean
    readonly avatarUrl: string | null
    readonly locale: Locale
    readonly timeZone: string | null
    readonly suspended: boolean
    readonly twoFactor: boolean
  } | null
  readonly member: { readonly id: string } | null
  readonly operator: {
    readonly role: string
    readonly roleName: string
    readonly permissions: readonly string[]
    /** The security policy asks for a second factor and there is none yet. */
    readonly twoFactorNeeded: boolean
  } | null
  readonly community: {
    readonly name: string
    readonly slogan: string
    readonly logoUrl: string | null
    readonly timeZone: string
    readonly locale: Locale
    readonly icp: string
    readonly policeFiling: string
  }
  readonly setupRequired: boolean
  readonly methods: {
    readonly password: boolean
    readonly magicLink: boolean
    readonly passkey: boolean
    readonly oidc: { readonly name: string } | null
    readonly wechat: boolean
  }
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => take<Session>(api.GET('/api/session', { signal })),
  staleTime: 60_000,
})

/** The session; screens run below a boundary that has loaded it. */
export const useSession = (): Session => useSuspenseQuery(sessionQuery).data

/** Whether the operator at the console holds a permission; no permission asked means everyone may. */
export function useMay(): (permission?: string) => boolean {
  const { operator } = useSession()
  return (permission) => permission === undefined || (operator?.permissions.includes(permission) ?? false)
}
