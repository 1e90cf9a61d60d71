/** Reads of the inbox and of one's wishes. Their keys begin with the member, whom the live channel tells. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { ask } from '#ui/member/ask.ts'

export const inboxTabs = ['reply', 'mention', 'like', 'follow', 'system'] as const
export type InboxTab = (typeof inboxTabs)[number]
/** What the list shows: one tab, all of them, or what was put away. */
export type InboxView = InboxTab | 'all' | 'archived'

const key = (memberId: string) => ['member', memberId, 'inbox'] as const

export const inboxKey = key

export const unreadQuery = (memberId: string) =>
  queryOptions({
    queryKey: [...key(memberId), 'unread'],
    queryFn: ({ signal }) => ask(api.GET('/api/member/inbox/unread', { signal })),
    staleTime: 30_000,
  })

export const inboxQuery = (memberId: string, view: InboxView) =>
  infiniteQueryOptions({
    queryKey: [...key(memberId), 'list', view],
    queryFn: ({ signal, pageParam }) =>
      ask(
        api.GET('/api/member/inbox', {
          params: {
            query: {
              limit: 20,
              ...(view === 'archived' ? { archived: 'true' as const } : view === 'all' ? {} : { tab: view }),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

export type Notice = Awaited<ReturnType<typeof readPage>>['items'][number]
const readPage = () => ask(api.GET('/api/member/inbox', {}))

export const settingsQuery = (memberId: string) =>
  queryOptions({
    queryKey: ['member', memberId, 'notice-settings'],
    queryFn: ({ signal }) => ask(api.GET('/api/member/notice-settings', { signal })),
  })

export type NoticeSettings = Awaited<ReturnType<NonNullable<ReturnType<typeof settingsQuery>['queryFn']>>>

export const devicesQuery = (memberId: string) =>
  queryOptions({
    queryKey: ['member', memberId, 'notice-settings', 'browsers'],
    queryFn: ({ signal }) => ask(api.GET('/api/member/push-subscriptions', { signal })),
  })
