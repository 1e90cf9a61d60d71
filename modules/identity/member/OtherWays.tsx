/** Ways in without typing: one press each, shown only where they are set up and the device can. */
import Fingerprint from 'lucide-react/icons/fingerprint-pattern'
import MessageCircle from 'lucide-react/icons/message-circle'
import ShieldUser from 'lucide-react/icons/shield-user'
import { type ReactNode, useEffect, useState } from 'react'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Button } from '#ui/member/Button.tsx'
import { autofillWorks, passkeysWork, presentPasskey, wasCancelled } from '#ui/member/passkey.ts'
import { isProblem } from '#ui/member/problem.ts'
import { useSession } from '#ui/member/session.ts'
import { Or } from './DoorParts.tsx'
import { door } from './door.messages.ts'
import { useKeptNext } from './entering.ts'

const passkeyOptions = async () =>
  (await ask(api.POST('/api/session/passkey/options'))) as Record<string, unknown>

const presentTo = async (credential: Record<string, unknown>) =>
  await ask(api.POST('/api/session/passkey', { body: credential as never }))

export function OtherWays({ enter }: { enter: () => Promise<void> }) {
  const t = useT()
  const kept = useKeptNext()
  const { methods } = useSession()
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState<string>()

  async function go(way: string, act: () => Promise<void>) {
    setProblem(undefined)
    setBusy(way)
    try {
      await act()
    } catch (error) {
      setProblem(isProblem(error) ? error.message : t(door.passkeyCancelled))
      if (!isProblem(error) && !wasCancelled(error)) console.error(error)
    } finally {
      setBusy(undefined)
    }
  }

  async function byPasskey() {
    await presentTo(await presentPasskey(await passkeyOptions()))
    await enter()
  }

  const away = (provider: 'wechat' | 'oidc') => async () => {
    const { url } = await ask(api.POST('/api/session/social', { body: { provider, ...kept } }))
    location.assign(url)
  }

  const ways: { name: string; label: string; icon: ReactNode; act: () => Promise<void> }[] = []
  if (methods.wechat)
    ways.push({
      name: 'wechat',
      label: t(door.byWechat),
      icon: <MessageCircle size={19} aria-hidden className="text-good" />,
      act: away('wechat'),
    })
  if (methods.passkey && passkeysWork())
    ways.push({
      name: 'passkey',
      label: t(door.byPasskey),
      icon: <Fingerprint size={19} aria-hidden className="text-pine" />,
      act: byPasskey,
    })
  if (methods.oidc)
    ways.push({
      name: 'oidc',
      label: t(door.bySso, { name: methods.oidc.name }),
      icon: <ShieldUser size={19} aria-hidden className="text-sky" />,
      act: away('oidc'),
    })
  if (ways.length === 0) return null
  return (
    <>
      <Or />
      {problem ? (
        <p role="alert" className="mb-3 text-[14px] leading-[22px] text-bad-text">
          {problem}
        </p>
      ) : null}
      <div className="grid gap-2.5">
        {ways.map(({ name, label, icon, act }) => (
          <Button key={name} wide icon={icon} sending={busy === name} onClick={() => void go(name, act)}>
            {label}
          </Button>
        ))}
      </div>
    </>
  )
}

/**
 * Offers passkeys inside the suggestions of the e-mail field (its `autocomplete` says `webauthn`).
 * Waits silently; gives back what went wrong after somebody picked one.
 */
export function usePasskeyAutofill(enabled: boolean, enter: () => Promise<void>): string | undefined {
  const t = useT()
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    const waiting = new AbortController()
    async function wait() {
      if (!enabled || !(await autofillWorks())) return
      const options = await passkeyOptions()
      if (waiting.signal.aborted) return
      await presentTo(await presentPasskey(options, { autofill: true, signal: waiting.signal }))
      await enter()
    }
    wait().catch((error: unknown) => {
      if (wasCancelled(error) || waiting.signal.aborted) return
      // Nobody asked for this yet: only a refused passkey is worth a word, not a failed preparation.
      if (isProblem(error) && error.status === 401) setProblem(t(door.passkeyCancelled))
    })
    return () => waiting.abort()
  }, [enabled, enter, t])
  return problem
}
