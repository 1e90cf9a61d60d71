/** What one wants to hear of, where and when. Everything is in force the moment it is chosen. */
import { useQuery } from '@tanstack/react-query'
import Megaphone from 'lucide-react/icons/megaphone'
import { useT } from '#ui/locale/locale.tsx'
import { ErrorCard } from '#ui/member/ErrorCard.tsx'
import { PageHead, Row, Rows } from '#ui/member/Page.tsx'
import { Skeleton } from '#ui/member/Skeleton.tsx'
import { useSession } from '#ui/member/session.ts'
import { KindsCard } from './KindsCard.tsx'
import { settingsQuery } from './notices.queries.ts'
import { PushCard } from './PushCard.tsx'
import { settingsWords as words } from './settings.words.ts'
import { DigestCard, PauseCard, QuietCard } from './TimesCards.tsx'
import { titles } from './titles.messages.ts'
import { useSettings } from './useSettings.ts'

export default function SettingsScreen() {
  const t = useT()
  const { member } = useSession()
  return (
    <>
      <PageHead title={t(titles.settings)} about={t(words.about)} back="/me" />
      {member ? <Settings memberId={member.id} /> : null}
    </>
  )
}

function Settings({ memberId }: { memberId: string }) {
  const t = useT()
  const { data, error, isPending, refetch } = useQuery(settingsQuery(memberId))
  const { times, wish } = useSettings(memberId)
  if (isPending) return <Skeleton lines={3} />
  if (!data) return <ErrorCard error={error} retry={() => void refetch()} />
  const change = times.mutate
  return (
    <div className="grid gap-4">
      <PushCard memberId={memberId} />
      <QuietCard settings={data} change={change} />
      <PauseCard settings={data} change={change} />
      <DigestCard settings={data} change={change} />
      <KindsCard
        kinds={data.kinds}
        choose={(kind, channel, wanted) => wish.mutate({ kind, channel, wanted })}
      />
      <Rows label={t(words.marketingTitle)}>
        <Row
          to="/me/privacy"
          icon={<Megaphone size={20} aria-hidden />}
          label={t(words.marketing)}
          note={t(words.marketingNote)}
        />
      </Rows>
    </div>
  )
}
