/** One thread: its head, and below it whatever depth of replies as one level, oldest first. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { Button } from '#ui/member/Button.tsx'
import { CommentView } from './CommentView.tsx'
import { type PostPage, repliesQuery, type Thread as Said } from './page.queries.ts'
import { words } from './page.words.ts'

export function Thread({
  post,
  thread,
  answered,
}: {
  post: PostPage
  thread: Said
  /** Something was answered: lists are fetched again. */
  answered: () => void
}) {
  const below = thread.replies.length > 0 || thread.more !== null
  return (
    <div
      className={
        thread.accepted
          ? 'rounded-[4px_14px_14px_4px] border border-l-[3px] border-line border-l-good bg-card px-4 md:px-7'
          : ''
      }
    >
      <CommentView post={post} comment={thread} answered={answered} />
      {below ? (
        <ol className="mb-3 ml-[46px] border-l-2 border-line-soft pl-3.5 max-sm:ml-5">
          {thread.replies.map((reply) => (
            <li key={reply.id}>
              <CommentView post={post} comment={reply} answered={answered} small />
            </li>
          ))}
          {thread.more ? <More post={post} thread={thread} answered={answered} /> : null}
        </ol>
      ) : null}
    </div>
  )
}

function More({ post, thread, answered }: { post: PostPage; thread: Said; answered: () => void }) {
  const t = useT()
  const [open, setOpen] = useState(false)
  const { data, isFetching, hasNextPage, fetchNextPage } = useInfiniteQuery({
    ...repliesQuery(thread.id, thread.more ?? ''),
    enabled: open,
  })
  const replies = data?.pages.flatMap((page) => page.items) ?? []
  const left = thread.replyCount - thread.replies.length - replies.length
  return (
    <>
      {replies.map((reply) => (
        <li key={reply.id}>
          <CommentView post={post} comment={reply} answered={answered} small />
        </li>
      ))}
      {!data || hasNextPage ? (
        <li>
          <Button
            look="quiet"
            sending={isFetching}
            className="-ml-3"
            onClick={() => (open ? void fetchNextPage() : setOpen(true))}
          >
            {t(words.repliesMore, { count: Math.max(1, left) })}
          </Button>
        </li>
      ) : null}
    </>
  )
}
