/** What one does with notices; every change is told to the other screens by the live channel, and here at once. */
import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { ask } from '#ui/member/ask.ts'
import { useToast } from '#ui/member/Toast.tsx'
import { type InboxTab, inboxKey, type Notice, unreadQuery } from './notices.queries.ts'

type Pages = InfiniteData<{ items: Notice[]; next: string | null }, string>

export function useInbox(memberId: string) {
  const client = useQueryClient()
  const tell = useToast()
  const lists = { queryKey: [...inboxKey(memberId), 'list'] }

  /** Changes what the lists show without waiting for the answer. */
  const change = (apply: (notice: Notice) => Notice | undefined) =>
    client.setQueriesData<Pages>(
      lists,
      (data) =>
        data && {
          ...data,
          pages: data.pages.map((page) => ({
            ...page,
            items: page.items.flatMap((each) => apply(each) ?? []),
          })),
        },
    )
  const settle = () => client.invalidateQueries({ queryKey: inboxKey(memberId) })
  const onError = (error: Error) => tell(error.message, 'bad')

  const read = useMutation({
    mutationFn: ({ id }: Notice) =>
      ask(api.PUT('/api/member/inbox/{id}', { params: { path: { id } }, body: { read: true } })),
    onMutate: ({ id, tab }) => {
      change((each) => (each.id === id ? { ...each, read: true } : each))
      client.setQueryData(unreadQuery(memberId).queryKey, (before) =>
        before
          ? {
              ...before,
              count: Math.max(0, before.count - 1),
              tabs: { ...before.tabs, [tab]: Math.max(0, (before.tabs[tab] ?? 0) - 1) },
            }
          : before,
      )
    },
    onSettled: settle,
  })
  const archive = useMutation({
    mutationFn: ({ notice: { id }, archived }: { notice: Notice; archived: boolean }) =>
      ask(api.PUT('/api/member/inbox/{id}', { params: { path: { id } }, body: { read: true, archived } })),
    onMutate: ({ notice }) => change((each) => (each.id === notice.id ? undefined : each)),
    onError,
    onSettled: settle,
  })
  const remove = useMutation({
    mutationFn: ({ id }: Notice) => ask(api.DELETE('/api/member/inbox/{id}', { params: { path: { id } } })),
    onMutate: (notice) => change((each) => (each.id === notice.id ? undefined : each)),
    onError,
    onSettled: settle,
  })
  const readAll = useMutation({
    // What has arrived since the list was drawn stays new.
    mutationFn: ({ tab, until }: { tab: InboxTab | undefined; until: string }) =>
      ask(api.PUT('/api/member/inbox/read', { body: { until, ...(tab ? { tab } : {}) } })),
    onError,
    onSettled: settle,
  })
  const stop = useMutation({
    mutationFn: async ({ source }: Notice) => {
      for (const channel of ['push', 'mail', 'inbox'] as const)
        await ask(
          api.PUT('/api/member/notice-settings/kinds/{kind}', {
            params: { path: { kind: source } },
            body: { channel, wanted: false },
          }),
        )
    },
    onError,
  })
  return { read, archive, remove, readAll, stop }
}
