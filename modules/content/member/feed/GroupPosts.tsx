/** The posts of a group, or of one of its boards: the list in the middle of the page of a group. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import type { GroupPartProps } from '#ui/member/declare.ts'
import { useSession } from '#ui/member/session.ts'
import { FeedList } from './FeedList.tsx'
import { PostRow } from './PostRow.tsx'
import { topicWords as words } from './topic.words.ts'
import { unreadQuery } from './unread.ts'

const DeskLink = lazy(() => import('../talk/DeskLink.tsx'))

const orders = ['latest', 'active', 'hot', 'featured', 'unanswered'] as const

export default function GroupPosts({ slug, board, hosts = false }: GroupPartProps) {
  const t = useT()
  const [view, setView] = useState<(typeof orders)[number]>('latest')
  useVisit(board?.id)
  return (
    <section>
      <div className="flex min-h-12 justify-end pb-1">
        {hosts ? (
          <Suspense>
            <DeskLink slug={slug} />
          </Suspense>
        ) : null}
        <label className="relative inline-flex items-center text-[14px] text-muted">
          <span className="sr-only">{t(words.sort)}</span>
          <select
            value={view}
            onChange={(event) => setView(event.currentTarget.value as typeof view)}
            className="min-h-11 appearance-none rounded-[10px] bg-transparent py-2 pr-7 pl-3 text-right hover:bg-soft"
          >
            {orders.map((order) => (
              <option key={order} value={order}>
                {t(words[order])}
              </option>
            ))}
          </select>
          <svg
            width="12"
            height="12"
            viewBox="0 0 12 12"
            aria-hidden="true"
            className="pointer-events-none absolute right-2.5"
          >
            <path
              d="m2.5 4.5 3.5 3.5 3.5-3.5"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.5"
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          </svg>
        </label>
      </div>
      <FeedList
        key={`${board?.id}${view}`}
        look="rows"
        filter={board ? { board: board.id, view } : { group: slug, view }}
        Post={PostRow}
      />
    </section>
  )
}

/** He has been on this board once he leaves it; until then what is new stays marked. */
function useVisit(boardId: string | undefined) {
  const { member } = useSession()
  const client = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: (id: string) => ask(api.PUT('/api/member/board-visits/{id}', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: unreadQuery.queryKey }),
  })
  useEffect(() => {
    if (!member || !boardId) return
    // Long enough to have seen it; a board that was only passed keeps its number.
    const seen = setTimeout(() => mutate(boardId), 2_000)
    return () => clearTimeout(seen)
  }, [member, boardId, mutate])
}
