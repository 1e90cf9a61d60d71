/** What a tap on a card does; the doing itself is loaded with the first tap, not with the page. */
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useReading, useT } from '#ui/locale/locale.tsx'
import { useSession } from '#ui/member/session.ts'
import { useToast } from '#ui/member/Toast.tsx'
import type { PostCard } from './feed.queries.ts'
import { words } from './feed.words.ts'

export function useMarks(card: PostCard): (what: 'like' | 'keep') => void {
  const t = useT()
  const tell = useToast()
  const { locale } = useReading()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { member } = useSession()
  return (what) => {
    if (member)
      void import('./marks.ts').then(({ toggleMark }) => toggleMark(client, card, what, { locale, tell }))
    else {
      tell(t(words.signInFirst))
      void navigate({ to: '/sign-in', search: { next: location.pathname + location.search } })
    }
  }
}
