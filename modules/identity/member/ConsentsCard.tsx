import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Card } from '#ui/member/Card.tsx'
import { useToast } from '#ui/member/Toast.tsx'
import { Toggle } from '#ui/member/Toggle.tsx'
import { privacy as words } from './privacy.messages.ts'
import { consentsQuery } from './privacy.queries.ts'

type Consent = Awaited<ReturnType<NonNullable<typeof consentsQuery.queryFn>>>['items'][number]

/** One line for each purpose; withdrawing takes the same one tap as giving. */
export function ConsentsCard() {
  const t = useT()
  const format = useFormat()
  const tell = useToast()
  const client = useQueryClient()
  const { data } = useSuspenseQuery(consentsQuery)
  const decide = useMutation({
    mutationFn: ({ purpose, granted }: { purpose: Consent['purpose']; granted: boolean; label: string }) =>
      ask(
        api.PUT('/api/account/consents/{purpose}', {
          params: { path: { purpose } },
          body: { granted },
        } as never),
      ),
    onSuccess: (_, { granted, label }) =>
      tell(t(granted ? words.given : words.withdrawn, { purpose: label })),
    onError: (error) => tell(error.message, 'bad'),
    onSettled: () => client.invalidateQueries({ queryKey: consentsQuery.queryKey }),
  })
  return (
    <Card title={t(words.consents)}>
      <p className="mt-1 text-[14px] leading-[22px] text-muted">{t(words.consentsAbout)}</p>
      <div className="mt-1 divide-y divide-line-soft">
        {data.items.map((consent) => {
          const when = !consent.at
            ? t(words.neverGiven)
            : consent.granted
              ? t(words.grantedOn, { date: format.date(consent.at), version: consent.version ?? '' })
              : t(words.withdrawnOn, { date: format.date(consent.at) })
          return (
            <Toggle
              key={consent.purpose}
              label={consent.label}
              note={
                <>
                  {consent.note}
                  <span className="block pt-0.5">
                    {consent.required ? `${t(words.required)} · ${when}` : when}
                  </span>
                </>
              }
              on={
                decide.isPending && decide.variables.purpose === consent.purpose
                  ? decide.variables.granted
                  : consent.granted
              }
              busy={decide.isPending && decide.variables.purpose === consent.purpose}
              disabled={consent.required && consent.granted && !consent.outdated}
              change={(granted) => decide.mutate({ purpose: consent.purpose, granted, label: consent.label })}
            />
          )
        })}
      </div>
      <p className="mt-1 text-[13px] leading-5 text-muted">{t(words.requiredHint)}</p>
    </Card>
  )
}
