/** What about the team and its accounts waits for somebody. */
import { api } from '#ui/api.ts'
import type { AttentionSource } from '#ui/console/define.ts'
import { take } from '#ui/console/problem.ts'
import { attentionWords } from './attention.words.ts'
import type { Invitation } from './team.queries.ts'

export const openInvitations: AttentionSource = {
  key: ['operators', 'attention'],
  permission: 'operators.manage',
  read: async (_, signal) => {
    const { invitations } = await take<{ invitations: readonly Invitation[] }>(
      api.GET('/api/operators', { signal }),
    )
    const [first] = invitations
    if (!first) return []
    return [
      {
        key: 'invitations',
        icon: 'newcomer',
        tint: 'plum',
        title: attentionWords.invitations,
        note: attentionWords.invitationsNote,
        values: { count: invitations.length, email: first.email, role: first.role.name },
        since: first.invitedAt,
        act: attentionWords.seeInvitations,
        path: '/settings/operators',
      },
    ]
  },
}

export const unverifiedEmail: AttentionSource = {
  key: ['session', 'email-attention'],
  read: async ({ account }) =>
    account?.email && !account.emailVerified
      ? [
          {
            key: 'email',
            icon: 'mail',
            tint: 'wheat',
            title: attentionWords.email,
            note: attentionWords.emailNote,
            values: { email: account.email },
            act: attentionWords.verify,
            path: '/account',
          },
        ]
      : [],
}

export const unprotectedOwner: AttentionSource = {
  key: ['session', 'two-factor-attention'],
  read: async ({ account, operator }) =>
    account && !account.twoFactor && (operator?.role === 'owner' || operator?.role === 'admin')
      ? [
          {
            key: 'two-factor',
            icon: 'shield',
            tint: 'sky',
            title: attentionWords.twoFactor,
            note: attentionWords.twoFactorNote,
            act: attentionWords.turnOn,
            path: '/account?tab=security',
          },
        ]
      : [],
}
