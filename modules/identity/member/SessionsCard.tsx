import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import Monitor from 'lucide-react/icons/monitor'
import Smartphone from 'lucide-react/icons/smartphone'
import { api } from '#ui/api.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Button } from '#ui/member/Button.tsx'
import { Card } from '#ui/member/Card.tsx'
import { useToast } from '#ui/member/Toast.tsx'
import { readDevice } from './device.ts'
import { account as words } from './me.messages.ts'
import { sessionsQuery } from './security.queries.ts'

/** Where the account is signed in, this device first; any other can be shown the door at once. */
export function SessionsCard() {
  const t = useT()
  const format = useFormat()
  const tell = useToast()
  const client = useQueryClient()
  const { data } = useSuspenseQuery(sessionsQuery)
  const items = [...data.items].sort((a, b) => Number(b.current) - Number(a.current))
  const end = useMutation({
    mutationFn: (id: string | 'others') =>
      id === 'others'
        ? ask(api.DELETE('/api/account/sessions'))
        : ask(api.DELETE('/api/account/sessions/{id}', { params: { path: { id } } })),
    onSuccess: async (_, id) => {
      tell(t(id === 'others' ? words.othersSignedOut : words.deviceSignedOut))
      await client.invalidateQueries({ queryKey: sessionsQuery.queryKey })
    },
    onError: (error) => tell(error.message, 'bad'),
  })
  return (
    <Card title={t(words.sessions)}>
      <ul className="mt-1 divide-y divide-line-soft">
        {items.map(({ id, current, userAgent, ip, createdAt }) => {
          const device = readDevice(userAgent)
          const Icon = device?.handheld ? Smartphone : Monitor
          return (
            <li key={id} className="flex items-center gap-3 py-2.5">
              <Icon size={21} aria-hidden className="shrink-0 text-muted" />
              <span className="min-w-0 flex-1 text-[15px] leading-[22px]">
                {device
                  ? t(words.deviceOn, { browser: device.browser, system: device.system })
                  : t(words.unknownDevice)}
                <span className="block text-[13px] leading-5 text-muted">
                  {current ? (
                    <b className="font-medium text-pine">{t(words.thisDevice)}</b>
                  ) : (
                    t(words.signedInAt, { when: format.ago(createdAt) })
                  )}
                  {ip ? ` · ${ip}` : ''}
                </span>
              </span>
              {current ? null : (
                <Button
                  look="remove"
                  className="-mr-3"
                  sending={end.isPending && end.variables === id}
                  onClick={() => end.mutate(id)}
                >
                  {t(words.signOutDevice)}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {items.length > 1 ? (
        <div className="mt-2">
          <Button sending={end.isPending && end.variables === 'others'} onClick={() => end.mutate('others')}>
            {t(words.signOutOthers)}
          </Button>
        </div>
      ) : null}
    </Card>
  )
}
