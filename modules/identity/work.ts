/** What about the team and its accounts waits for somebody. */
import { sql } from 'kysely'
import { say } from '#base/declarations/said.ts'
import type { WorkItem, WorkSource } from '#base/declarations/work.ts'
import { isReachable } from './accounts/email.ts'
import { dataRequestsWaiting } from './consents/requests.work.ts'
import { findInvitations } from './operators/invitations.ts'
import { roleLabel } from './operators/operators.sql.ts'
import { workWords as words } from './work.messages.ts'

const invitations: WorkSource = {
  name: 'identity.invitations',
  kind: 'answer',
  label: words.invitations,
  permission: 'operators.manage',
  staleWith: ['operators'],
  find: async (ctx) => {
    const open = await findInvitations(ctx)
    const [first] = open
    if (!first) return { items: [], total: 0 }
    const role = roleLabel({ key: first.role_key, name: first.role_name }, ctx.locale)
    return {
      items: [
        {
          key: 'open',
          title: say(words.invitationsTitle, { count: open.length }),
          note: say(words.invitationsNote, { email: first.email, role }),
          since: first.invited_at,
          act: words.seeInvitations,
          path: '/settings/operators',
        },
      ],
      total: 1,
    }
  },
}

/** What only the operator can do for the own account. */
const ownAccount: WorkSource = {
  name: 'identity.account',
  kind: 'signal',
  label: words.account,
  staleWith: ['session', 'account'],
  find: async (ctx) => {
    const { actor } = ctx
    if (actor.kind !== 'account') return { items: [], total: 0 }
    const account = await ctx.db
      .selectFrom('account as a')
      .select(['a.email', 'a.email_verified as verified'])
      .select(
        sql<boolean>`a.two_factor_enabled or exists (select 1 from passkey k where k.account_id = a.id)`.as(
          'protected',
        ),
      )
      .where('a.id', '=', actor.accountId)
      .executeTakeFirst()
    const items: WorkItem[] = []
    if (account && !account.verified && isReachable(account.email))
      items.push({
        key: 'email',
        title: say(words.emailTitle),
        note: say(words.emailNote, { email: account.email }),
        act: words.verify,
        path: '/account',
      })
    if (
      account &&
      !account.protected &&
      (actor.operator?.role === 'owner' || actor.operator?.role === 'admin')
    )
      items.push({
        key: 'two-factor',
        title: say(words.twoFactorTitle),
        note: say(words.twoFactorNote),
        act: words.turnOn,
        path: '/account?tab=security',
      })
    return { items, total: items.length }
  },
}

export const identityWork: readonly WorkSource[] = [dataRequestsWaiting, invitations, ownAccount]
