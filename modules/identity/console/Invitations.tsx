import { App } from 'antd'
import { api } from '#ui/api.ts'
import { ActionButton } from '#ui/console/action/ActionButton.tsx'
import type { Action } from '#ui/console/action/action.ts'
import { Card, Tag } from '#ui/console/Page.tsx'
import { take } from '#ui/console/problem.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { teamWords } from './settings.words.ts'
import type { Invitation } from './team.queries.ts'
import './two-factor.css'

/** Invitations that nobody has accepted yet. */
export function Invitations({
  invitations,
  changed,
}: {
  invitations: readonly Invitation[]
  changed: () => void
}) {
  const t = useT()
  const format = useFormat()
  const { message } = App.useApp()
  const resend: Action<Invitation> = {
    name: teamWords.resend,
    can: (invitation) => invitation.can.withdraw,
    run: async ({ email, role }) => {
      await take(api.POST('/api/operators', { body: { email, roleId: role.id } }))
      message.success(t(teamWords.sent))
      changed()
    },
  }
  const withdraw: Action<Invitation> = {
    name: teamWords.withdraw,
    danger: true,
    can: (invitation) => invitation.can.withdraw,
    done: teamWords.withdrawn,
    confirm: ({ email }) => ({
      title: teamWords.withdrawTitle,
      values: { email },
      detail: teamWords.withdrawDetail,
      verb: teamWords.withdraw,
    }),
    run: async ({ id }) => {
      await take(api.DELETE('/api/operators/invitations/{id}', { params: { path: { id } } }))
      changed()
    },
  }
  return (
    <Card title={t(teamWords.pending)} note={t(teamWords.pendingNote, { count: invitations.length })}>
      <ul className="things">
        {invitations.map((invitation) => (
          <li key={invitation.id}>
            <Icon name="mail" size={20} />
            <span>
              {invitation.email} <Tag>{invitation.role.name}</Tag>
              <small>
                {t(teamWords.invitedBy, {
                  name: invitation.invitedBy.name,
                  when: format.date(invitation.expiresAt),
                })}
              </small>
            </span>
            <ActionButton action={resend} thing={invitation} small />
            <ActionButton action={withdraw} thing={invitation} small />
          </li>
        ))}
      </ul>
    </Card>
  )
}
