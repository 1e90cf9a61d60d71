import { Segmented } from 'antd'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Page } from '#ui/console/Page.tsx'
import { Reveal } from '#ui/console/Reveal.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { accountWords } from './account.words.ts'
import { DevicesCard } from './DevicesCard.tsx'
import { PasskeysCard } from './PasskeysCard.tsx'
import { PasswordCard } from './PasswordCard.tsx'
import { ProfileCard } from './ProfileCard.tsx'
import { TwoFactorCard } from './TwoFactorCard.tsx'

const tabs = ['profile', 'security', 'devices'] as const

/** One's own account: profile, ways in, devices. */
export default function AccountScreen() {
  const t = useT()
  const [url, setUrl] = useUrlState()
  const tab = tabs.find((name) => name === url.tab) ?? 'profile'
  return (
    <Page title={t(accountWords.title)} lead={t(accountWords.lead)} width="reading">
      <Segmented
        className="page-tabs"
        aria-label={t(accountWords.title)}
        value={tab}
        onChange={(chosen) => setUrl({ tab: chosen === 'profile' ? undefined : chosen })}
        options={tabs.map((value) => ({ value, label: t(accountWords[value]) }))}
      />
      <Reveal rows={4} key={tab}>
        {tab === 'profile' && <ProfileCard />}
        {tab === 'security' && (
          <>
            <PasswordCard />
            <TwoFactorCard />
            <PasskeysCard />
          </>
        )}
        {tab === 'devices' && <DevicesCard />}
      </Reveal>
    </Page>
  )
}
