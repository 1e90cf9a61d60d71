import { useT } from '#ui/locale/locale.tsx'
import { PageHead } from '#ui/member/Page.tsx'
import { useSession } from '#ui/member/session.ts'
import { PasskeysCard } from './PasskeysCard.tsx'
import { PasswordCard } from './PasswordCard.tsx'
import { SessionsCard } from './SessionsCard.tsx'
import { TwoFactorCard } from './TwoFactorCard.tsx'
import { titles } from './titles.messages.ts'

/** Every way into the account, and who is in. */
export default function SecurityScreen() {
  const t = useT()
  const { methods } = useSession()
  return (
    <>
      <PageHead title={t(titles.security)} back="/me" />
      <div className="grid gap-4">
        {methods.passkey ? <PasskeysCard /> : null}
        <PasswordCard />
        <TwoFactorCard />
        <SessionsCard />
      </div>
    </>
  )
}
