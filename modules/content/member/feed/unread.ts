/** What came on the boards of one's groups since one was there. */
import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { ask } from '#ui/member/ask.ts'
import { useSession } from '#ui/member/session.ts'

export const unreadQuery = queryOptions({
  queryKey: ['feed', 'unread'],
  queryFn: ({ signal }) => ask(api.GET('/api/member/unread', { signal })),
  staleTime: 30_000,
  refetchInterval: 120_000,
})

export function useUnread(): { ofGroup(slug: string): number; ofBoard(id: string): number } {
  const { member } = useSession()
  const { data } = useQuery({ ...unreadQuery, enabled: member !== null })
  return {
    ofGroup: (slug) => data?.groups.find((group) => group.slug === slug)?.unread ?? 0,
    ofBoard: (id) => data?.boards.find((board) => board.boardId === id)?.unread ?? 0,
  }
}
