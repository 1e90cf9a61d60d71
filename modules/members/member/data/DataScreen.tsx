import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { useT } from '#ui/locale/locale.tsx'
import { PageHead } from '#ui/member/Page.tsx'
import { useSession } from '#ui/member/session.ts'
import BecomeMember from '../BecomeMember.tsx'
import { titles } from '../titles.messages.ts'
import { CopyCard } from './CopyCard.tsx'
import { words } from './data.messages.ts'
import { ownFieldsQuery } from './data.queries.ts'
import { NotedCard, OwnFieldsCard } from './OwnFieldsCard.tsx'
import { SensitiveCard } from './SensitiveCard.tsx'
import { TagsCard } from './TagsCard.tsx'

/** What the community knows of me: seen, changed, deleted, taken along (L-08, L-12). */
export default function DataScreen() {
  const t = useT()
  const { member } = useSession()
  return (
    <>
      <PageHead title={t(titles.data)} back="/me" />
      {member ? <OwnData /> : <BecomeMember />}
    </>
  )
}

function OwnData() {
  const t = useT()
  const { data } = useSuspenseQuery(ownFieldsQuery)
  const mine = data.items.filter((field) => field.can.edit && !field.sensitive)
  const sensitive = data.items.filter((field) => field.can.edit && field.sensitive)
  const noted = data.items.filter((field) => !field.can.edit)
  return (
    <div className="grid gap-4">
      <p className="text-[14px] leading-[22px] text-muted">{t(words.about)}</p>
      {mine.length > 0 ? <OwnFieldsCard fields={mine} /> : null}
      {sensitive.length > 0 ? <SensitiveCard fields={sensitive} agreed={data.sensitiveAgreed} /> : null}
      {noted.length > 0 ? <NotedCard fields={noted} /> : null}
      <TagsCard />
      <CopyCard />
      <Link
        to="/me/privacy"
        className="flex min-h-14 items-center justify-between gap-3 rounded-card border border-line bg-card px-4 py-3 hover:bg-soft"
      >
        <span>
          <span className="block text-[15px] leading-6 font-medium">{t(words.privacy)}</span>
          <span className="block text-[13px] leading-5 text-muted">{t(words.privacyNote)}</span>
        </span>
        <ChevronRight size={18} aria-hidden className="shrink-0 text-muted" />
      </Link>
    </div>
  )
}
