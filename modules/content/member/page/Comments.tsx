/** Everything that was said to a post: threads of two levels, in the order one wishes, and what is new on request. */
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { Button } from '#ui/member/Button.tsx'
import { Empty } from '#ui/member/Empty.tsx'
import { ErrorCard } from '#ui/member/ErrorCard.tsx'
import { Skeleton } from '#ui/member/Skeleton.tsx'
import { LinkedComment } from './LinkedComment.tsx'
import { commentsQuery, type PostPage, type Sort, sorts } from './page.queries.ts'
import { words } from './page.words.ts'
import { ReplyBox } from './ReplyBox.tsx'
import { Thread } from './Thread.tsx'

export function Comments({ post }: { post: PostPage }) {
  const t = useT()
  const client = useQueryClient()
  const [sort, setSort] = useState<Sort>('best')
  const query = commentsQuery(post.id, sort)
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(query)
  // How many there were when this list was fetched; what came since waits for a tap.
  const [known, setKnown] = useState(post.commentCount)
  const fresh = Math.max(0, post.commentCount - known)
  const showFresh = () => {
    setKnown(post.commentCount)
    void client.invalidateQueries({ queryKey: ['talk', post.id] })
  }
  const mine = () => {
    setKnown((before) => before + 1)
    void client.invalidateQueries({ queryKey: ['talk', post.id] })
    void client.invalidateQueries({ queryKey: ['posts', post.id, 'page'] })
  }
  const isQuestion = post.kind === 'question' || post.kind === 'picture_question'
  const accepted = data?.pages[0]?.accepted
  const threads = data?.pages.flatMap((page) => page.items) ?? []
  const nothing = data && threads.length === 0 && !accepted
  return (
    <section aria-labelledby="comments" className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <h2 id="comments" className="text-[17px] leading-11 font-semibold">
          {t(words.comments, { count: post.commentCount })}
        </h2>
        {post.commentCount > 1 ? <Order sort={sort} choose={setSort} /> : null}
      </div>
      <ReplyBox post={post} sent={mine} />
      <LinkedComment post={post} />
      <div aria-live="polite">
        {fresh > 0 ? (
          <Button look="quiet" wide onClick={showFresh}>
            {t(words.commentsNew, { count: fresh })}
          </Button>
        ) : null}
      </div>
      {isPending ? <Skeleton lines={3} face /> : null}
      {error && !data ? <ErrorCard error={error} retry={() => void refetch()} /> : null}
      {accepted ? <Thread post={post} thread={accepted} answered={mine} /> : null}
      {threads.length > 0 ? (
        <ol className="divide-y divide-line-soft rounded-card border border-line bg-card px-4 md:px-7">
          {threads.map((thread) => (
            <li key={thread.id}>
              <Thread post={post} thread={thread} answered={mine} />
            </li>
          ))}
        </ol>
      ) : null}
      {nothing ? (
        <div className="rounded-card border border-line bg-card">
          <Empty title={t(isQuestion ? words.noAnswers : words.noComments)}>
            {post.can.reply ? t(isQuestion ? words.noAnswersBody : words.noCommentsBody) : null}
          </Empty>
        </div>
      ) : null}
      {hasNextPage ? (
        <Button wide sending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t(words.commentsMore)}
        </Button>
      ) : null}
    </section>
  )
}

function Order({ sort, choose }: { sort: Sort; choose: (sort: Sort) => void }) {
  const t = useT()
  return (
    <fieldset className="flex">
      <legend className="sr-only">{t(words.sort)}</legend>
      {sorts.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === sort}
          onClick={() => choose(each)}
          className="min-h-11 rounded-[10px] px-2.5 text-[14px] text-muted hover:text-ink aria-pressed:font-semibold aria-pressed:text-ink"
        >
          {t(words[each])}
        </button>
      ))}
    </fieldset>
  )
}
