import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Locale } from '#base/i18n/messages.ts'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Button } from '#ui/member/Button.tsx'
import { Card } from '#ui/member/Card.tsx'
import { Field, SelectField } from '#ui/member/Field.tsx'
import { Form } from '#ui/member/Form.tsx'
import { LocaleSwitch } from '#ui/member/LocaleSwitch.tsx'
import { PageHead } from '#ui/member/Page.tsx'
import { Submit } from '#ui/member/Submit.tsx'
import { sessionQuery, useSession } from '#ui/member/session.ts'
import { ThemeSwitch } from '#ui/member/ThemeSwitch.tsx'
import { useToast } from '#ui/member/Toast.tsx'
import { accountQuery } from './account.queries.ts'
import { EmailCard } from './EmailCard.tsx'
import { account as words } from './me.messages.ts'
import { titles } from './titles.messages.ts'

type Change = { name?: string; locale?: Locale; timeZone?: string | null }

/** How the site looks and speaks to me, and the address it writes to. */
export default function AccountScreen() {
  const t = useT()
  const tell = useToast()
  const client = useQueryClient()
  const session = useSession()
  const { data: account } = useSuspenseQuery(accountQuery)
  const change = useMutation({
    mutationFn: (body: Change) => ask(api.PATCH('/api/account', { body })),
    onSuccess: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: accountQuery.queryKey }),
        client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
      ])
    },
    onError: (error) => tell(error.message, 'bad'),
  })
  const save = async (body: Change) => {
    await change.mutateAsync(body)
    tell(t(words.saved))
  }

  return (
    <>
      <PageHead title={t(titles.account)} back="/me" />
      <div className="grid gap-4">
        <EmailCard account={account} />
        {session.member ? null : (
          <Card title={t(words.accountName)}>
            <Form className="mt-3 grid gap-3" send={({ name = '' }) => save({ name })}>
              <Field
                label={t(words.accountName)}
                name="name"
                defaultValue={account.name}
                autoComplete="name"
                maxLength={60}
                required
              />
              <Submit wide={false} look="plain">
                {t(words.save)}
              </Submit>
            </Form>
          </Card>
        )}
        <Card>
          <div className="grid gap-5 py-1">
            <ThemeSwitch />
            <LocaleSwitch chosen={(locale) => change.mutate({ locale })} />
            <TimeZone
              current={account.timeZone}
              community={session.community.timeZone}
              choose={(timeZone) => void save({ timeZone })}
            />
          </div>
        </Card>
      </div>
    </>
  )
}

const zones = Intl.supportedValuesOf('timeZone')

function TimeZone({
  current,
  community,
  choose,
}: {
  current: string | null | undefined
  community: string
  choose: (zone: string | null) => void
}) {
  const t = useT()
  // Listing 400 zones is for the few who need another one.
  const [all, setAll] = useState(Boolean(current))
  if (!all)
    return (
      <div>
        <p className="text-[14px] leading-5 font-medium">{t(words.timeZone)}</p>
        <div className="mt-1 flex flex-wrap items-center justify-between gap-x-4">
          <p className="text-[15px] leading-6 text-muted">
            {t(words.timeZoneCommunity, { zone: community })}
          </p>
          <Button look="quiet" className="-mr-4" onClick={() => setAll(true)}>
            {t(words.change)}
          </Button>
        </div>
      </div>
    )
  return (
    <SelectField
      label={t(words.timeZone)}
      name="timeZone"
      hint={t(words.timeZoneHint)}
      value={current ?? ''}
      onChange={(event) => choose(event.currentTarget.value || null)}
    >
      <option value="">{t(words.timeZoneCommunity, { zone: community })}</option>
      {zones.map((zone) => (
        <option key={zone} value={zone}>
          {zone.replaceAll('_', ' ')}
        </option>
      ))}
    </SelectField>
  )
}
