import { Card, Light, Tag } from '#ui/console/Page.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import type { Person } from './profile.queries.ts'
import { profileWords } from './profile.words.ts'

/** What the person agreed to, and the state of the account. */
export function AccountCard({ person }: { readonly person: Person }) {
  const t = useT()
  const format = useFormat()
  const { account } = person
  if (!account)
    return (
      <Card title={t(profileWords.account)}>
        <p className="muted small">{t(profileWords.noAccount)}</p>
      </Card>
    )
  return (
    <Card
      title={t(profileWords.account)}
      note={t(profileWords.privacyNote)}
      extra={account.suspended && <Tag tone="bad">{t(profileWords.suspended)}</Tag>}
    >
      <ul className="consents">
        {account.consents.map((consent) => (
          <li key={consent.purpose}>
            <Light state={consent.granted ? 'good' : 'off'}>{consent.label}</Light>
            <small className="muted">
              {t(consent.granted ? profileWords.agreed : profileWords.refused)} · {format.date(consent.at)}
            </small>
          </li>
        ))}
      </ul>
    </Card>
  )
}
