/** A member's first page: a place to write, what is left to settle in, and what the others are talking about. */
import type { QueryClient } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { feedQuery, homeQuery } from '#modules/content/member/feed/feed.queries.ts'
import { HomeFeed, TopicChips, WriteCard } from '#modules/content/member/feed/HomeFeed.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { useSession } from '#ui/member/session.ts'
import { shell } from '../app.messages.ts'
import { useMe } from '../me/useMe.ts'

const BecomeMember = lazy(() => import('#modules/members/member/BecomeMember.tsx'))
// Needs answers of its own first, and is gone for good after a few days.
const Checklist = lazy(() => import('./Checklist.tsx').then((of) => ({ default: of.Checklist })))
// Beside the feed on a desktop, and nowhere on a phone.
const HomeRail = lazy(() => import('./HomeRail.tsx'))
const HomeAside = lazy(() => import('./HomeAside.tsx'))

/** The list came with the page. */
export const prepare = (client: QueryClient) =>
  Promise.allSettled([
    client.ensureInfiniteQueryData(feedQuery({ view: 'latest' })),
    client.ensureQueryData(homeQuery),
  ])

export default function MemberHome() {
  const t = useT()
  const { member, community } = useSession()
  const { name, avatarUrl, tintKey } = useMe()
  return (
    <div
      className={`mx-auto max-w-[1000px] items-start gap-6 md:grid md:grid-cols-[minmax(0,1fr)_288px] ${member ? 'lg:max-w-none lg:grid-cols-[204px_minmax(0,1fr)_288px]' : ''}`}
    >
      <h1 tabIndex={-1} className="sr-only">
        {`${community.name} · ${t(shell.home)}`}
      </h1>
      {member ? (
        <div className="hidden content-start gap-6 lg:grid">
          <Suspense>
            <HomeRail />
          </Suspense>
        </div>
      ) : null}
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3">
        {member ? (
          <>
            <WriteCard name={name} src={avatarUrl ?? null} tintKey={tintKey} />
            <Suspense>
              <Checklist />
            </Suspense>
          </>
        ) : (
          <BecomeMember />
        )}
        <TopicChips />
        <div className="min-w-0">
          <HomeFeed />
        </div>
      </div>
      <aside className="hidden gap-4 md:grid">
        <Suspense>
          <HomeAside />
        </Suspense>
      </aside>
    </div>
  )
}
