import { Link } from '@tanstack/react-router'
import { useT } from '#ui/locale/locale.tsx'
import { buttonClass } from '#ui/member/Button.tsx'
import { Card } from '#ui/member/Card.tsx'
import { PageHead } from '#ui/member/Page.tsx'
import { ConsentsCard } from './ConsentsCard.tsx'
import { DataRequestsCard } from './DataRequestsCard.tsx'
import { privacy as words } from './privacy.messages.ts'

/** What was agreed to, what is kept, and how to get it back or have it gone (L-01, L-02, L-05). */
export default function PrivacyScreen() {
  const t = useT()
  return (
    <>
      <PageHead title={t(words.title)} back="/me" />
      <div className="grid gap-4">
        <ConsentsCard />
        <Card title={t(words.kept)}>
          <p className="mt-1 text-[14px] leading-[22px] text-muted">{t(words.keptAbout)}</p>
          <div className="mt-3 flex flex-wrap gap-2.5">
            <Link to="/policies/$kind" params={{ kind: 'privacy' }} className={buttonClass()}>
              {t(words.privacy)}
            </Link>
            <Link to="/policies/$kind" params={{ kind: 'terms' }} className={buttonClass()}>
              {t(words.terms)}
            </Link>
          </div>
        </Card>
        <DataRequestsCard />
      </div>
    </>
  )
}
