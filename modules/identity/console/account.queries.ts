/** Reads of one's own account. */
import { queryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { take } from '#ui/console/problem.ts'

export interface Account {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly emailVerified: boolean
  readonly avatarUrl: string | null
  readonly locale: 'zh-CN' | 'en'
  readonly timeZone: string | null
  readonly hasPassword: boolean
  readonly twoFactor: boolean
  readonly createdAt: string
}

export interface Device {
  readonly id: string
  readonly current: boolean
  readonly ip: string | null
  readonly userAgent: string | null
  readonly createdAt: string
  readonly expiresAt: string
}

export interface Passkey {
  readonly id: string
  readonly name: string | null
  readonly createdAt: string | null
}

export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: ({ signal }) => take<Account>(api.GET('/api/account', { signal })),
})

export const devicesQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: ({ signal }) => take<{ items: readonly Device[] }>(api.GET('/api/account/sessions', { signal })),
})

export const passkeysQuery = queryOptions({
  queryKey: ['account', 'passkeys'],
  queryFn: ({ signal }) => take<{ items: readonly Passkey[] }>(api.GET('/api/account/passkeys', { signal })),
})

export const twoFactorQuery = queryOptions({
  queryKey: ['account', 'two-factor'],
  queryFn: ({ signal }) =>
    take<{ enabled: boolean; backupCodesLeft?: number }>(api.GET('/api/account/two-factor', { signal })),
})
