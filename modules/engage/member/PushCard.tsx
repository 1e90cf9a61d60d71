/** Push to this browser, and which others have it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Button } from '#ui/member/Button.tsx'
import { Card } from '#ui/member/Card.tsx'
import { useToast } from '#ui/member/Toast.tsx'
import { Toggle } from '#ui/member/Toggle.tsx'
import { pushStateQuery } from './AskPush.tsx'
import { inboxWords } from './inbox.words.ts'
import { devicesQuery } from './notices.queries.ts'
import { turnPushOff, turnPushOn } from './push.ts'
import { settingsWords as words } from './settings.words.ts'

export function PushCard({ memberId }: { memberId: string }) {
  const t = useT()
  const format = useFormat()
  const tell = useToast()
  const client = useQueryClient()
  const { data: state } = useQuery(pushStateQuery)
  const { data: devices } = useQuery(devicesQuery(memberId))
  const settle = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: pushStateQuery.queryKey }),
      client.invalidateQueries({ queryKey: devicesQuery(memberId).queryKey }),
    ])
  const turn = useMutation({
    mutationFn: (on: boolean) => (on ? turnPushOn() : turnPushOff()),
    onSuccess: (now, on) => {
      if (on && now !== 'on') tell(t(now === 'denied' ? inboxWords.pushDenied : inboxWords.pushFailed), 'bad')
    },
    onError: () => tell(t(inboxWords.pushFailed), 'bad'),
    onSettled: settle,
  })
  const stop = useMutation({
    mutationFn: (id: string) =>
      ask(api.DELETE('/api/member/push-subscriptions/{id}', { params: { path: { id } } })),
    onError: (error) => tell(error.message, 'bad'),
    onSettled: settle,
  })
  const others = devices?.items.filter(({ here }) => !here) ?? []
  const note =
    state === 'unsupported'
      ? words.pushUnsupported
      : state === 'denied'
        ? inboxWords.pushDenied
        : words.pushHereNote
  return (
    <Card title={t(words.pushTitle)}>
      <Toggle
        label={t(words.pushHere)}
        note={t(note)}
        on={turn.isPending ? turn.variables : state === 'on'}
        busy={turn.isPending}
        disabled={state === undefined || state === 'unsupported' || state === 'denied'}
        change={(on) => turn.mutate(on)}
      />
      {others.length > 0 ? (
        <>
          <h3 className="pt-1 text-[14px] leading-6 font-medium">{t(words.devices)}</h3>
          <ul className="divide-y divide-line-soft">
            {others.map(({ id, device, createdAt }) => (
              <li key={id} className="flex min-h-12 items-center justify-between gap-3 text-[14px]">
                {t(words.deviceSince, {
                  device: device || t(words.unknownDevice),
                  date: format.date(createdAt),
                })}
                <Button look="remove" onClick={() => stop.mutate(id)}>
                  {t(words.stopDevice)}
                </Button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Card>
  )
}
