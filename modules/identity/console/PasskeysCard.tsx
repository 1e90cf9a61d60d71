import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { ActionButton } from '#ui/console/action/ActionButton.tsx'
import type { Action } from '#ui/console/action/action.ts'
import { Card } from '#ui/console/Page.tsx'
import { asProblem, take } from '#ui/console/problem.ts'
import { words } from '#ui/console/words.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { makePasskey, passkeysWork, wasCancelled } from '#ui/member/passkey.ts'
import { readDevice } from '../member/device.ts'
import { type Passkey, passkeysQuery } from './account.queries.ts'
import { accountWords } from './account.words.ts'
import './two-factor.css'

export function PasskeysCard() {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const { message } = App.useApp()
  const passkeys = useSuspenseQuery(passkeysQuery).data.items
  const [busy, setBusy] = useState(false)
  const refresh = () => client.invalidateQueries({ queryKey: passkeysQuery.queryKey })
  const nameOf = (passkey: Passkey) => passkey.name || t(accountWords.passkeyName)

  const add = async () => {
    setBusy(true)
    try {
      const options = await take<Record<string, unknown>>(api.POST('/api/account/passkeys/options'))
      const credential = await makePasskey(options)
      const device = readDevice(navigator.userAgent)
      const name = device ? `${device.system} · ${device.browser}` : t(accountWords.passkeyName)
      await take(
        api.POST('/api/account/passkeys', {
          body: { credential: { ...credential, id: String(credential.id) }, name },
        }),
      )
      message.success(t(accountWords.passkeyAdded))
      await refresh()
    } catch (error) {
      if (error instanceof DOMException) {
        if (!wasCancelled(error)) message.error(t(accountWords.passkeyFailed))
      } else message.error(asProblem(error).message)
    } finally {
      setBusy(false)
    }
  }
  const remove: Action<Passkey> = {
    name: words.remove,
    danger: true,
    done: accountWords.removed,
    confirm: (passkey) => ({
      title: accountWords.removePasskey,
      values: { name: nameOf(passkey) },
      detail: accountWords.removePasskeyDetail,
      verb: words.remove,
    }),
    run: async ({ id }) => {
      await take(api.DELETE('/api/account/passkeys/{id}', { params: { path: { id } } }))
      await refresh()
    },
  }
  return (
    <Card
      title={t(accountWords.passkeys)}
      note={t(accountWords.passkeysNote)}
      extra={
        passkeysWork() && (
          <Button loading={busy} onClick={add} icon={<Icon name="plus" size={16} />}>
            {t(accountWords.addPasskey)}
          </Button>
        )
      }
    >
      {!passkeysWork() && <p className="muted small">{t(accountWords.passkeyUnsupported)}</p>}
      <ul className="things">
        {passkeys.map((passkey) => (
          <li key={passkey.id}>
            <Icon name="fingerprint" size={20} />
            <span>
              {nameOf(passkey)}
              {passkey.createdAt && (
                <small>{t(accountWords.added, { when: format.ago(passkey.createdAt) })}</small>
              )}
            </span>
            <ActionButton action={remove} thing={passkey} small />
          </li>
        ))}
      </ul>
    </Card>
  )
}
