/** Recommendations by one's interests: whether they are on, and by what they would be made. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { useToast } from '#ui/member/Toast.tsx'
import { personalWords as words } from './personal.words.ts'

export const personalQuery = queryOptions({
  queryKey: ['feed', 'personal'],
  queryFn: ({ signal }) => ask(api.GET('/api/member/personalisation', { signal })),
})
export type Interest = Awaited<ReturnType<NonNullable<typeof personalQuery.queryFn>>>['interests'][number]

/** One tap; the list is made anew at once. */
export function usePersonalSwitch() {
  const t = useT()
  const tell = useToast()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (on: boolean) => ask(api.PUT('/api/member/personalisation', { body: { on } })),
    onSuccess: async (answer) => {
      client.setQueryData(personalQuery.queryKey, answer)
      tell(t(answer.on ? words.switchedOn : words.switchedOff))
      await client.resetQueries({ queryKey: ['feed', 'list', { view: 'forYou' }] })
      await client.invalidateQueries({ queryKey: ['consents'] })
    },
    onError: (error) => tell(error.message, 'bad'),
  })
}
