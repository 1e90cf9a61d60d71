/** Follow a topic, a member, a board; shown at once, taken back if refused. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Button } from '#ui/member/Button.tsx'
import { useSession } from '#ui/member/session.ts'
import { useToast } from '#ui/member/Toast.tsx'
import { words as feedWords } from './feed.words.ts'
import { topicWords as words } from './topic.words.ts'

export function FollowButton({
  what,
  id,
  following,
}: {
  what: 'topic' | 'member' | 'board'
  id: string
  following: boolean
}) {
  const t = useT()
  const tell = useToast()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { member } = useSession()
  // What was pressed, until the server's answer is read again.
  const [pressed, setPressed] = useState<boolean>()
  const on = pressed ?? following
  const params = { path: { what, id } }
  const change = useMutation({
    mutationFn: (wanted: boolean): Promise<unknown> =>
      wanted
        ? ask(api.PUT('/api/member/follows/{what}/{id}', { params, body: { muted: false } }))
        : ask(api.DELETE('/api/member/follows/{what}/{id}', { params })),
    onMutate: setPressed,
    onError: (error) => {
      setPressed(undefined)
      tell(error.message, 'bad')
    },
    onSuccess: async () => {
      await client.invalidateQueries({
        queryKey: ['feed'],
        predicate: (query) => query.queryKey[1] !== 'list',
      })
      client.removeQueries({ queryKey: ['feed', 'list', { view: 'following' }], type: 'inactive' })
      setPressed(undefined)
    },
  })
  return (
    <Button
      look={on ? 'plain' : 'solid'}
      aria-pressed={on}
      onClick={() => {
        if (member) change.mutate(!on)
        else {
          tell(t(feedWords.signInFirst))
          void navigate({ to: '/sign-in', search: { next: location.pathname } })
        }
      }}
    >
      {t(on ? words.following : words.follow)}
    </Button>
  )
}
