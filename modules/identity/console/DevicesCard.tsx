import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { ActionButton } from '#ui/console/action/ActionButton.tsx'
import type { Action } from '#ui/console/action/action.ts'
import { Card, Tag } from '#ui/console/Page.tsx'
import { take } from '#ui/console/problem.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { readDevice } from '../member/device.ts'
import { type Device, devicesQuery } from './account.queries.ts'
import { accountWords } from './account.words.ts'
import './two-factor.css'

export function DevicesCard() {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const devices = useSuspenseQuery(devicesQuery).data.items
  const refresh = () => client.invalidateQueries({ queryKey: devicesQuery.queryKey })
  const others = devices.filter((device) => !device.current)
  const end: Action<Device> = {
    name: accountWords.signOutOne,
    can: (device) => !device.current,
    done: accountWords.signedOut,
    run: async ({ id }) => {
      await take(api.DELETE('/api/account/sessions/{id}', { params: { path: { id } } }))
      await refresh()
    },
  }
  const endOthers: Action = {
    name: accountWords.signOutOthers,
    danger: true,
    can: () => others.length > 0,
    done: accountWords.signedOut,
    confirm: () => ({
      title: accountWords.signOutOthersTitle,
      values: { count: others.length },
      verb: accountWords.signOutOthers,
    }),
    run: async () => {
      await take(api.DELETE('/api/account/sessions'))
      await refresh()
    },
  }
  return (
    <Card title={t(accountWords.devices)} extra={<ActionButton action={endOthers} thing={undefined} />}>
      <ul className="things">
        {devices.map((device) => {
          const seen = readDevice(device.userAgent)
          return (
            <li key={device.id}>
              <Icon name={seen?.handheld ? 'phone' : 'screen'} size={20} />
              <span>
                {seen ? `${seen.system} · ${seen.browser}` : t(accountWords.unknownDevice)}{' '}
                {device.current && <Tag tone="pine">{t(accountWords.thisDevice)}</Tag>}
                <small>
                  {t(accountWords.since, { when: format.ago(device.createdAt), ip: device.ip ?? '—' })}
                </small>
              </span>
              <ActionButton action={end} thing={device} small />
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
