import { useT } from '#ui/locale/locale.tsx'
import { PageHead } from '#ui/member/Page.tsx'
import { ConsentsCard } from './ConsentsCard.tsx'
import { DataRequestsCard } from './DataRequestsCard.tsx'
import { KeptCard } from './KeptCard.tsx'
import { privacy as words } from './privacy.messages.ts'

/** What was agreed to, what is kept, and how to get it back or have it gone (L-01, L-02, L-05). */
export default function PrivacyScreen() {
  const t = useT()
  return (
    <>
      <PageHead title={t(words.title)} back="/me" />
      <div className="grid gap-4">
        <ConsentsCard />
        <KeptCard />
        <DataRequestsCard />
      </div>
    </>
  )
}
