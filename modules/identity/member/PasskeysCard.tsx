import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import KeyRound from 'lucide-react/icons/key-round'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Button } from '#ui/member/Button.tsx'
import { Card } from '#ui/member/Card.tsx'
import { makePasskey, passkeysWork, wasCancelled } from '#ui/member/passkey.ts'
import { isProblem } from '#ui/member/problem.ts'
import { Sheet } from '#ui/member/Sheet.tsx'
import { useToast } from '#ui/member/Toast.tsx'
import { passkeysQuery } from './account.queries.ts'
import { readDevice } from './device.ts'
import { account as words } from './me.messages.ts'

export function PasskeysCard() {
  const t = useT()
  const format = useFormat()
  const tell = useToast()
  const client = useQueryClient()
  const { data } = useSuspenseQuery(passkeysQuery)
  const [leaving, setLeaving] = useState<{ id: string; name: string }>()
  const refresh = () => client.invalidateQueries({ queryKey: passkeysQuery.queryKey })

  const add = useMutation({
    mutationFn: async () => {
      const options = (await ask(api.POST('/api/account/passkeys/options'))) as Record<string, unknown>
      const credential = await makePasskey(options)
      const device = readDevice(navigator.userAgent)
      await ask(
        api.POST('/api/account/passkeys', {
          body: {
            credential,
            name: device ? `${device.system} · ${device.browser}` : t(words.passkeyUnnamed),
          } as never,
        }),
      )
    },
    onSuccess: async () => {
      tell(t(words.passkeyAdded))
      await refresh()
    },
    onError: (error) => {
      if (!wasCancelled(error)) tell(isProblem(error) ? error.message : t(words.passkeyFailed), 'bad')
    },
  })

  const remove = useMutation({
    mutationFn: (id: string) => ask(api.DELETE('/api/account/passkeys/{id}', { params: { path: { id } } })),
    onSuccess: async () => {
      tell(t(words.removed))
      await refresh()
    },
    onError: (error) => tell(error.message, 'bad'),
    onSettled: () => setLeaving(undefined),
  })

  return (
    <Card title={t(words.passkeys)}>
      <p className="mt-1 text-[14px] leading-[22px] text-muted">{t(words.passkeysAbout)}</p>
      {data.items.length > 0 ? (
        <ul className="mt-2 divide-y divide-line-soft">
          {data.items.map(({ id, name, createdAt }) => {
            const shown = name || t(words.passkeyUnnamed)
            return (
              <li key={id} className="flex items-center gap-3 py-2.5">
                <KeyRound size={20} aria-hidden className="shrink-0 text-pine" />
                <span className="min-w-0 flex-1 text-[15px] leading-[22px]">
                  {shown}
                  {createdAt ? (
                    <span className="block text-[13px] leading-5 text-muted">
                      {t(words.added, { when: format.ago(createdAt) })}
                    </span>
                  ) : null}
                </span>
                <Button look="remove" className="-mr-3" onClick={() => setLeaving({ id, name: shown })}>
                  {t(words.remove)}
                </Button>
              </li>
            )
          })}
        </ul>
      ) : null}
      <div className="mt-3">
        {passkeysWork() ? (
          <Button sending={add.isPending} onClick={() => add.mutate()}>
            {t(words.addPasskey)}
          </Button>
        ) : (
          <p className="text-[14px] leading-[22px] text-muted">{t(words.passkeyUnsupported)}</p>
        )}
      </div>
      <Sheet
        open={leaving !== undefined}
        close={() => setLeaving(undefined)}
        title={t(words.removePasskeyTitle)}
        about={t(words.removePasskeyBody, { name: leaving?.name ?? '' })}
      >
        <div className="grid gap-2.5">
          <Button
            look="danger"
            wide
            sending={remove.isPending}
            onClick={() => leaving && remove.mutate(leaving.id)}
          >
            {t(words.remove)}
          </Button>
          <Button wide onClick={() => setLeaving(undefined)}>
            {t(words.cancel)}
          </Button>
        </div>
      </Sheet>
    </Card>
  )
}
