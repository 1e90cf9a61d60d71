/** 我的收藏: posts that one keeps, kept last first. */
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Button, buttonClass } from '#ui/member/Button.tsx'
import { Card } from '#ui/member/Card.tsx'
import { Empty } from '#ui/member/Empty.tsx'
import { ErrorCard } from '#ui/member/ErrorCard.tsx'
import { PageHead } from '#ui/member/Page.tsx'
import { useSession } from '#ui/member/session.ts'
import { useToast } from '#ui/member/Toast.tsx'
import { FeedGlyph } from '../feed/FeedGlyph.tsx'
import { WaitingPosts } from '../feed/FeedList.tsx'
import type { PostCard } from '../feed/feed.queries.ts'
import { changeCard } from '../feed/marks.ts'
import { PostRow } from '../feed/PostRow.tsx'
import { bookmarksQuery } from './talk.queries.ts'
import { talkWords as words } from './talk.words.ts'
import { talkTitles } from './titles.messages.ts'

export default function BookmarksScreen() {
  const t = useT()
  const { member } = useSession()
  const query = bookmarksQuery(member?.id ?? '')
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(query)
  const posts = data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      <PageHead title={t(talkTitles.bookmarks)} about={t(words.bookmarksAbout)} back="/me" />
      {isPending ? <WaitingPosts look="rows" /> : null}
      {!isPending && !data ? <ErrorCard error={error} retry={() => void refetch()} /> : null}
      {data && posts.length === 0 ? (
        <Card>
          <Empty
            icon={<FeedGlyph name="star" size={22} />}
            title={t(words.noBookmarks)}
            action={
              <Link to="/" className={buttonClass('plain')}>
                {t(words.look)}
              </Link>
            }
          >
            {t(words.noBookmarksBody)}
          </Empty>
        </Card>
      ) : null}
      {posts.length > 0 ? (
        <ul className="divide-y divide-line-soft overflow-hidden rounded-card border border-line bg-card">
          {posts.map((post) => (
            <li key={post.id} className="relative flex items-start">
              <div className="min-w-0 flex-1">
                <PostRow card={post} />
              </div>
              <LetGo post={post} queryKey={query.queryKey} />
            </li>
          ))}
        </ul>
      ) : null}
      {hasNextPage ? (
        <div className="pt-4">
          <Button wide sending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t(words.more)}
          </Button>
        </div>
      ) : null}
    </>
  )
}

function LetGo({ post, queryKey }: { post: PostCard; queryKey: readonly unknown[] }) {
  const t = useT()
  const tell = useToast()
  const client = useQueryClient()
  const go = useMutation({
    mutationFn: () =>
      ask(api.DELETE('/api/member/bookmarks/{postId}', { params: { path: { postId: post.id } } })),
    onSuccess: async () => {
      changeCard(client, post.id, (card) => ({
        ...card,
        bookmarkCount: Math.max(0, card.bookmarkCount - 1),
        you: card.you && { ...card.you, bookmarked: false },
      }))
      await client.invalidateQueries({ queryKey })
      tell(t(words.undone))
    },
    onError: (problem) => tell(problem.message, 'bad'),
  })
  return (
    <button
      type="button"
      disabled={go.isPending}
      onClick={() => go.mutate()}
      aria-label={t(words.unkeepOf, { title: post.title || post.excerpt.slice(0, 20) })}
      title={t(words.unkeep)}
      className="grid size-11 shrink-0 place-items-center rounded-full text-wheat-text max-sm:absolute max-sm:right-1 max-sm:bottom-1 max-sm:z-10 sm:m-1.5 hover:bg-soft disabled:opacity-50 [&_svg]:fill-current"
    >
      <FeedGlyph name="star" size={20} />
    </button>
  )
}
