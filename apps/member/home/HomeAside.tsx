/** Beside the feed: what is hot and why, one's groups with what is new in them, and the small print. */
import { Link } from '@tanstack/react-router'
import HotTopics from '#modules/content/member/feed/HotTopics.tsx'
import OwnGroups from '#modules/content/member/feed/OwnGroups.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { buttonClass } from '#ui/member/Button.tsx'
import { useSession } from '#ui/member/session.ts'
import { home } from './home.messages.ts'

export default function HomeAside() {
  const t = useT()
  const { community, member, operator } = useSession()
  return (
    <>
      {/* On a wide screen they stand on the other side of the feed. */}
      {member ? (
        <div className="lg:hidden">
          <OwnGroups />
        </div>
      ) : null}
      <HotTopics />
      <section className="rounded-card border border-line bg-card px-4 py-3.5">
        <h2 className="text-[16px] leading-6 font-semibold">
          {t(home.aboutCommunity, { name: community.name })}
        </h2>
        {community.slogan ? (
          <p className="mt-1 text-[14px] leading-[22px] text-muted text-pretty">{community.slogan}</p>
        ) : null}
        <p className="mt-1 flex flex-wrap gap-x-4 text-[14px]">
          {(
            [
              ['/works', home.works],
              ['/columns', home.columns],
              ['/policies/terms', home.rulesTerms],
              ['/policies/privacy', home.rulesPrivacy],
              ['/ranking', home.rulesRanking],
            ] as const
          ).map(([to, label]) => (
            <Link key={to} to={to} className="inline-flex min-h-11 items-center text-pine hover:underline">
              {t(label)}
            </Link>
          ))}
        </p>
        {operator ? (
          <a href="/console/" className={`${buttonClass('plain', true)} mt-2`}>
            {t(home.console)}
          </a>
        ) : null}
      </section>
    </>
  )
}
