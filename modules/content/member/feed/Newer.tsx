/** What has come since the list was opened: offered, never pushed in. */
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { defineMessages } from '#base/i18n/messages.ts'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { useLive } from '#ui/member/live.ts'
import { type FeedFilter, feedQuery } from './feed.queries.ts'

const words = defineMessages({
  newPosts: { zh: '有 {count} 条新帖', en: '{count|1 new post|{count} new posts}' },
  manyNewPosts: { zh: '有 99+ 条新帖', en: '99+ new posts' },
})

const newerQuery = (filter: FeedFilter, since: string) =>
  queryOptions({
    queryKey: ['feed', 'newer', filter, since],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/site/feed/newer', { params: { query: { ...filter, since } }, signal })),
    staleTime: 20_000,
    // For who is not told of what happens: strangers.
    refetchInterval: 60_000,
  })

export default function Newer({ filter, since }: { filter: FeedFilter; since: string }) {
  const t = useT()
  const client = useQueryClient()
  const asked = newerQuery(filter, since)
  const count = useQuery(asked).data?.count ?? 0
  // Something was published somewhere; whether it belongs here is asked.
  useLive((keys) => {
    if (keys.some((key) => key.length === 0 || (key.length === 1 && key[0] === 'posts')))
      void client.invalidateQueries({ queryKey: asked.queryKey })
  })
  return (
    <div role="status" className="contents">
      {count > 0 ? (
        <button
          type="button"
          onClick={() => {
            scrollTo({ top: 0, behavior: 'smooth' })
            void client.resetQueries({ queryKey: feedQuery(filter).queryKey })
          }}
          className="sticky top-2 z-20 mx-auto mb-3 flex min-h-11 items-center rounded-full border border-pine bg-card px-5 text-[14px] font-medium text-pine shadow-soft hover:bg-pine-soft"
        >
          {count >= 99 ? t(words.manyNewPosts) : t(words.newPosts, { count })}
        </button>
      ) : null}
    </div>
  )
}
