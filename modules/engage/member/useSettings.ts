/** Changes of one's wishes: in force the moment they are made, taken back when the server says no. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { ask } from '#ui/member/ask.ts'
import { useToast } from '#ui/member/Toast.tsx'
import { type NoticeSettings, settingsQuery } from './notices.queries.ts'

export type Channel = keyof NoticeSettings['kinds'][number]['channels']
export type TimesChange = Partial<Omit<NoticeSettings, 'kinds' | 'zone'>>

export function useSettings(memberId: string) {
  const client = useQueryClient()
  const tell = useToast()
  const { queryKey } = settingsQuery(memberId)
  const show = (change: (before: NoticeSettings) => NoticeSettings) => {
    const before = client.getQueryData<NoticeSettings>(queryKey)
    if (before) client.setQueryData<NoticeSettings>(queryKey, change(before))
    return { before }
  }
  const undo = (error: Error, held: { before: NoticeSettings | undefined } | undefined) => {
    if (held?.before) client.setQueryData(queryKey, held.before)
    tell(error.message, 'bad')
  }
  const times = useMutation({
    mutationFn: (change: TimesChange) => ask(api.PATCH('/api/member/notice-settings', { body: change })),
    onMutate: (change) => show((before) => ({ ...before, ...change })),
    onError: (error, _, held) => undo(error, held),
    onSuccess: (settings) => client.setQueryData(queryKey, settings),
  })
  const wish = useMutation({
    mutationFn: ({ kind, ...body }: { kind: string; channel: Channel; wanted: boolean }) =>
      ask(api.PUT('/api/member/notice-settings/kinds/{kind}', { params: { path: { kind } }, body })),
    onMutate: ({ kind, channel, wanted }) =>
      show((before) => ({
        ...before,
        kinds: before.kinds.map((each) =>
          each.kind === kind ? { ...each, channels: { ...each.channels, [channel]: wanted } } : each,
        ),
      })),
    onError: (error, _, held) => undo(error, held),
  })
  return { times, wish }
}
