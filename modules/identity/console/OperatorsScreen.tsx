import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { App, Button, Select } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { ActionMenu } from '#ui/console/action/ActionButton.tsx'
import type { Action } from '#ui/console/action/action.ts'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Card, Light, Page, Tag } from '#ui/console/Page.tsx'
import { Person } from '#ui/console/Person.tsx'
import { asProblem, take } from '#ui/console/problem.ts'
import { useMay, useSession } from '#ui/console/session.ts'
import { Empty } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { Invitations } from './Invitations.tsx'
import { InviteDialog } from './InviteDialog.tsx'
import { teamWords } from './settings.words.ts'
import { type Operator, operatorsQuery, rolesQuery } from './team.queries.ts'
import '#ui/console/list/list.css'
import './team.css'

/** The team: who may enter the console, in which role. */
export default function OperatorsScreen() {
  const t = useT()
  const may = useMay()
  const { account } = useSession()
  const client = useQueryClient()
  const [url, setUrl] = useUrlState()
  const { items: operators, invitations } = useSuspenseQuery(operatorsQuery).data
  const refresh = () => client.invalidateQueries({ queryKey: ['operators'] })
  const remove: Action<Operator> = {
    name: teamWords.remove,
    icon: 'trash',
    danger: true,
    can: (operator) => operator.can.remove,
    done: teamWords.removed,
    confirm: ({ name }) => ({
      title: teamWords.removeTitle,
      values: { name },
      detail: teamWords.removeDetail,
      verb: teamWords.remove,
    }),
    run: async ({ id }) => {
      await take(api.DELETE('/api/operators/{id}', { params: { path: { id } } }))
      await refresh()
    },
  }
  const suspend: Action<Operator> = {
    name: teamWords.suspend,
    icon: 'ban',
    danger: true,
    can: (operator) => operator.can.suspend && !operator.suspended,
    done: teamWords.suspended,
    confirm: ({ name }) => ({
      title: teamWords.suspendTitle,
      values: { name },
      detail: teamWords.suspendDetail,
      verb: teamWords.suspend,
    }),
    run: async ({ id }) => {
      const body = { reason: t(teamWords.suspendReason) }
      await take(api.PUT('/api/accounts/{id}/suspension', { params: { path: { id } }, body }))
      await refresh()
    },
  }
  const reinstate: Action<Operator> = {
    name: teamWords.reinstate,
    icon: 'retry',
    can: (operator) => operator.can.suspend && operator.suspended,
    done: teamWords.reinstated,
    run: async ({ id }) => {
      await take(api.DELETE('/api/accounts/{id}/suspension', { params: { path: { id } } }))
      await refresh()
    },
  }
  const invite = () => setUrl({ invite: '1' })
  const canInvite = may('operators.manage')
  return (
    <Page
      title={t(teamWords.title, { count: operators.length })}
      lead={t(teamWords.lead)}
      actions={
        canInvite && (
          <Button type="primary" icon={<Icon name="plus" size={16} />} onClick={invite}>
            {t(teamWords.invite)}
          </Button>
        )
      }
    >
      <Card flush>
        <table className="list-table">
          <thead>
            <tr>
              <th>{t(teamWords.person)}</th>
              <th>{t(teamWords.role)}</th>
              <th>{t(teamWords.twoFactor)}</th>
              <th className="num">{t(teamWords.seen)}</th>
              <th className="list-more">
                <span className="sr-only">{t(teamWords.remove)}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {operators.map((operator) => (
              <OperatorRow
                key={operator.id}
                operator={operator}
                self={operator.id === account?.id}
                actions={[suspend, reinstate, remove]}
                changed={refresh}
              />
            ))}
          </tbody>
        </table>
      </Card>
      {invitations.length > 0 && <Invitations invitations={invitations} changed={refresh} />}
      {operators.length === 1 && invitations.length === 0 && (
        <Empty
          icon="members"
          title={t(teamWords.alone)}
          hint={t(teamWords.aloneHint)}
          action={canInvite && <Button onClick={invite}>{t(teamWords.invite)}</Button>}
        />
      )}
      {url.invite && canInvite && (
        <InviteDialog
          close={(sent) => {
            setUrl({ invite: undefined })
            if (sent) refresh()
          }}
        />
      )}
    </Page>
  )
}

interface RowProps {
  readonly operator: Operator
  readonly self: boolean
  readonly actions: readonly Action<Operator>[]
  readonly changed: () => void
}

function OperatorRow({ operator, self, actions, changed }: RowProps) {
  const t = useT()
  const format = useFormat()
  const { message } = App.useApp()
  const roles = useSuspenseQuery(rolesQuery).data.items
  const [busy, setBusy] = useState(false)
  const change = async (roleId: string) => {
    setBusy(true)
    try {
      await take(
        api.PATCH('/api/operators/{id}', { params: { path: { id: operator.id } }, body: { roleId } }),
      )
      message.success(t(teamWords.roleChanged))
      changed()
    } catch (error) {
      message.error(asProblem(error).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <tr>
      <td className="phone-first">
        <span className="team-person">
          <Person
            id={operator.id}
            name={operator.name}
            url={operator.avatarUrl}
            note={operator.email ?? undefined}
          />
          {self && <Tag>{t(teamWords.you)}</Tag>}
          {operator.suspended && <Tag tone="bad">{t(teamWords.isSuspended)}</Tag>}
        </span>
      </td>
      <td className="phone-line" data-label={t(teamWords.role)}>
        {operator.can.changeRole ? (
          <Select
            size="small"
            variant="borderless"
            className="team-role"
            aria-label={`${t(teamWords.changeRole)}: ${operator.name}`}
            value={operator.role.id}
            loading={busy}
            onChange={change}
            popupMatchSelectWidth={false}
            options={roles.map((role) => ({
              value: role.id,
              label: role.name,
              disabled: !role.can.assign,
            }))}
          />
        ) : (
          operator.role.name
        )}
      </td>
      <td className="phone-line" data-label={t(teamWords.twoFactor)}>
        <Light state={operator.twoFactor ? 'good' : 'warn'}>
          {t(operator.twoFactor ? teamWords.on : teamWords.off)}
        </Light>
      </td>
      <td className="num phone-line" data-label={t(teamWords.seen)}>
        {operator.lastSignInAt ? format.ago(operator.lastSignInAt) : '—'}
      </td>
      <td className="list-more">
        <ActionMenu actions={actions} thing={operator} label={operator.name} />
      </td>
    </tr>
  )
}
