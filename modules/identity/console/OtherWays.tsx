import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { asProblem, take } from '#ui/console/problem.ts'
import { useSession } from '#ui/console/session.ts'
import { words } from '#ui/console/words.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { passkeysWork, presentPasskey, wasCancelled } from '#ui/member/passkey.ts'
import { doorWords } from './door.words.ts'

interface Ways {
  readonly email: () => string
  readonly linkSent: (email: string) => void
  readonly entered: () => Promise<void>
}

/** Ways without a password, as far as this installation offers them. */
export function OtherWays({ email, linkSent, entered }: Ways) {
  const t = useT()
  const { methods } = useSession()
  const { message } = App.useApp()
  const [busy, setBusy] = useState<string>()
  const [asking, setAsking] = useState(false)
  const attempt = async (way: string, run: () => Promise<unknown>) => {
    setBusy(way)
    try {
      await run()
    } catch (error) {
      if (error instanceof DOMException) {
        if (!wasCancelled(error)) message.error(t(doorWords.passkeyFailed))
      } else message.error(asProblem(error).message)
    } finally {
      setBusy(undefined)
    }
  }
  const sendLink = (to: string) =>
    attempt('link', async () => {
      await take(api.POST('/api/session/magic-link', { body: { email: to, next: '/console/' } }))
      setAsking(false)
      linkSent(to)
    })
  const withPasskey = () =>
    attempt('passkey', async () => {
      const options = await take<Record<string, unknown>>(api.POST('/api/session/passkey/options'))
      const credential = await presentPasskey(options)
      await take(api.POST('/api/session/passkey', { body: { ...credential, id: String(credential.id) } }))
      await entered()
    })
  const withProvider = (provider: 'oidc' | 'wechat') =>
    attempt(provider, async () => {
      const { url } = await take<{ url: string }>(
        api.POST('/api/session/social', { body: { provider, next: '/console/' } }),
      )
      location.assign(url)
    })
  const passkey = methods.passkey && passkeysWork()
  if (!methods.magicLink && !passkey && !methods.oidc && !methods.wechat) return null
  return (
    <>
      {methods.password && <p className="door-or">{t(doorWords.or)}</p>}
      <div className="door-ways">
        {passkey && (
          <Button
            size="large"
            loading={busy === 'passkey'}
            icon={<Icon name="fingerprint" />}
            onClick={withPasskey}
          >
            {t(doorWords.passkey)}
          </Button>
        )}
        {methods.magicLink && (
          <Button
            size="large"
            loading={busy === 'link'}
            icon={<Icon name="mail" />}
            onClick={() => (/^\S+@\S+\.\S+$/.test(email()) ? sendLink(email()) : setAsking(true))}
          >
            {t(doorWords.magicLink)}
          </Button>
        )}
        {methods.oidc && (
          <Button
            size="large"
            loading={busy === 'oidc'}
            icon={<Icon name="shield" />}
            onClick={() => withProvider('oidc')}
          >
            {t(doorWords.oidc, { name: methods.oidc.name })}
          </Button>
        )}
        {methods.wechat && (
          <Button
            size="large"
            loading={busy === 'wechat'}
            icon={<Icon name="phone" />}
            onClick={() => withProvider('wechat')}
          >
            {t(doorWords.wechat)}
          </Button>
        )}
      </div>
      {asking && <AskEmail busy={busy === 'link'} close={() => setAsking(false)} send={sendLink} />}
    </>
  )
}

function AskEmail({
  busy,
  close,
  send,
}: {
  busy: boolean
  close: () => void
  send: (email: string) => void
}) {
  const t = useT()
  const [email, setEmail] = useState('')
  return (
    <Modal
      open
      title={t(doorWords.magicLink)}
      okText={t(doorWords.magicLink)}
      cancelText={t(words.cancel)}
      okButtonProps={{ loading: busy, disabled: !/^\S+@\S+\.\S+$/.test(email) }}
      onOk={() => send(email)}
      onCancel={close}
    >
      <Input
        type="email"
        autoFocus
        autoComplete="email"
        aria-label={t(doorWords.email)}
        placeholder={t(doorWords.email)}
        value={email}
        onChange={(event) => setEmail(event.target.value.trim())}
        onPressEnter={() => /^\S+@\S+\.\S+$/.test(email) && send(email)}
      />
    </Modal>
  )
}
