/**
 * A list of posts that goes on as one reads. It is not changed under its reader: what has come since is
 * offered, and who comes back finds his place. Cards out of sight are not drawn (`content-visibility`).
 */
import { useInfiniteQuery } from '@tanstack/react-query'
import { type ComponentType, Fragment, lazy, type ReactNode, Suspense, useEffect, useRef } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { Button } from '#ui/member/Button.tsx'
import { Bone } from '#ui/member/Skeleton.tsx'
import { type PostCard as Card, type FeedFilter, feedQuery } from './feed.queries.ts'
import { words } from './feed.words.ts'
import { PostCard } from './PostCard.tsx'

// What most visits never show, or not at first.
const Newer = lazy(() => import('./Newer.tsx'))
const EmptyView = lazy(() => import('./EmptyView.tsx'))
const ErrorCard = lazy(() => import('#ui/member/ErrorCard.tsx').then((of) => ({ default: of.ErrorCard })))

export function FeedList({
  filter,
  look = 'cards',
  Post = PostCard,
  empty,
  head,
}: {
  filter: FeedFilter
  look?: 'cards' | 'rows'
  /** How each is drawn: cards on their own, or lines of one surface. */
  Post?: ComponentType<{ card: Card; eager?: boolean }>
  /** What is said where nothing is. */
  empty?: ReactNode
  /** Above the first post, once there is one. */
  head?: (page: { personal: boolean | null }) => ReactNode
}) {
  const t = useT()
  const {
    data,
    error,
    isPending,
    refetch,
    hasNextPage,
    fetchNextPage,
    isFetchingNextPage,
    isFetchNextPageError,
  } = useInfiniteQuery(feedQuery(filter))
  const end = useRef<HTMLDivElement>(null)
  const reads = useRef(fetchNextPage)
  reads.current = fetchNextPage
  const goesOn = hasNextPage && !isFetchingNextPage && !isFetchNextPageError
  useEffect(() => {
    if (!goesOn || !end.current) return
    const near = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) void reads.current()
      },
      { rootMargin: '900px' },
    )
    near.observe(end.current)
    return () => near.disconnect()
  }, [goesOn])

  // Which cards were really seen is told to their authors (S0-42).
  const shown = data?.pages.length ?? 0
  useEffect(() => {
    const list = end.current?.parentElement
    if (list && shown > 0) void import('../page/attention.ts').then(({ watchCards }) => watchCards(list))
  }, [shown])

  if (isPending) return <WaitingPosts look={look} />
  if (!data)
    return (
      <Suspense fallback={<WaitingPosts look={look} />}>
        <ErrorCard error={error} retry={() => void refetch()} />
      </Suspense>
    )
  const [first] = data.pages
  // A post that moved up between two pages would be on both.
  const posts = [...new Map(data.pages.flatMap((page) => page.items).map((post) => [post.id, post])).values()]
  const pinned = first?.pinned ?? []
  const newer = first?.newest ? (
    <Suspense>
      <Newer filter={filter} since={first.newest} />
    </Suspense>
  ) : null
  // The first that was there already when he was last here, if anything has come above it.
  const since = filter.view === 'latest' ? first?.since : null
  const old = since ? posts.findIndex((post) => (post.publishedAt ?? '') <= since) : 0
  const seen = old > 0 ? posts[old] : undefined
  if (posts.length === 0 && pinned.length === 0)
    return (
      <>
        {newer}
        <Suspense fallback={<WaitingPosts look={look} />}>
          <EmptyView view={filter.view ?? 'latest'}>{empty}</EmptyView>
        </Suspense>
      </>
    )
  return (
    <>
      {newer}
      {head?.({ personal: first?.personal ?? null })}
      {look === 'rows' ? (
        <div className="divide-y divide-line-soft overflow-hidden rounded-card border border-line bg-card">
          {[...pinned, ...posts].map((post) => (
            <Fragment key={post.id}>
              {post.id === seen?.id ? (
                <p className="bg-wheat-soft py-1.5 text-center text-[13px] leading-5 text-wheat-text">
                  {t(words.lastHere)}
                </p>
              ) : null}
              <Post card={post} />
            </Fragment>
          ))}
        </div>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
          {[...pinned, ...posts].map((post, at) => (
            <Post key={post.id} card={post} eager={at === 0} />
          ))}
        </div>
      )}
      <div ref={end} className="grid min-h-14 place-items-center pt-2 text-[13px] text-muted">
        {isFetchingNextPage ? <Bone width={120} /> : null}
        {hasNextPage && !isFetchingNextPage ? (
          <Button onClick={() => void fetchNextPage()}>{t(words.more)}</Button>
        ) : null}
        {!hasNextPage && posts.length > 8 ? t(words.theEnd) : null}
      </div>
    </>
  )
}

export function WaitingPosts({ look }: { look: 'cards' | 'rows' }) {
  const t = useT()
  const lines = (key: number) => (
    <div
      key={key}
      className={`flex gap-3 px-4 py-4 ${look === 'cards' ? 'rounded-card border border-line bg-card' : ''}`}
    >
      <Bone width={40} height={40} round />
      <div className="grid flex-1 gap-2.5 pt-1">
        <Bone width="38%" />
        <Bone width="86%" height={18} />
        <Bone width="64%" />
      </div>
    </div>
  )
  return (
    <div
      role="status"
      className={
        look === 'cards' ? 'grid gap-3' : 'divide-y divide-line-soft rounded-card border border-line bg-card'
      }
    >
      <span className="sr-only">{t(words.loading)}</span>
      {[0, 1, 2].map(lines)}
    </div>
  )
}
