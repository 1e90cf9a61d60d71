/** One's own marks on a post (a reaction, a bookmark), shown at once on every list and taken back if refused. */
import { type InfiniteData, type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { isProblem } from '#ui/member/problem.ts'
import { useSession } from '#ui/member/session.ts'
import { useToast } from '#ui/member/Toast.tsx'
import type { FeedPage, PostCard } from './feed.queries.ts'
import { words } from './feed.words.ts'

/** Changes a post on every list that is kept. */
export function changeCard(client: QueryClient, id: string, change: (card: PostCard) => PostCard): void {
  const map = (cards: PostCard[]) => cards.map((card) => (card.id === id ? change(card) : card))
  client.setQueriesData<InfiniteData<FeedPage>>(
    { queryKey: ['feed', 'list'] },
    (list) =>
      list && {
        ...list,
        pages: list.pages.map((page) => ({ ...page, items: map(page.items), pinned: map(page.pinned) })),
      },
  )
}

const liked =
  (on: boolean) =>
  (card: PostCard): PostCard => ({
    ...card,
    reactionCount: Math.max(0, card.reactionCount + (on ? 1 : -1)),
    you: card.you && { ...card.you, reaction: on ? 'like' : null },
  })
const kept =
  (on: boolean) =>
  (card: PostCard): PostCard => ({
    ...card,
    bookmarkCount: Math.max(0, card.bookmarkCount + (on ? 1 : -1)),
    you: card.you && { ...card.you, bookmarked: on },
  })

export function useMarks(card: PostCard): { like(): void; keep(): void } {
  const t = useT()
  const tell = useToast()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { member } = useSession()
  const mark = useMutation({
    mutationFn: ({ what, on }: { what: 'like' | 'keep'; on: boolean }): Promise<unknown> => {
      const post = { params: { path: { id: card.id } } }
      const kept = { params: { path: { postId: card.id } } }
      if (what === 'like')
        return on
          ? ask(api.PUT('/api/site/posts/{id}/reaction', { ...post, body: { kind: 'like' } }))
          : ask(api.DELETE('/api/site/posts/{id}/reaction', post))
      return on
        ? ask(api.PUT('/api/member/bookmarks/{postId}', kept))
        : ask(api.DELETE('/api/member/bookmarks/{postId}', kept))
    },
    onMutate: ({ what, on }) => changeCard(client, card.id, what === 'like' ? liked(on) : kept(on)),
    onError: (error, { what, on }) => {
      changeCard(client, card.id, what === 'like' ? liked(!on) : kept(!on))
      tell(isProblem(error) && error.status > 0 ? error.message : t(words.notDone), 'bad')
    },
    // The page of the post shows the same.
    onSuccess: () => client.invalidateQueries({ queryKey: ['posts', card.id] }),
  })
  const act = (what: 'like' | 'keep', on: boolean) => {
    if (!member) {
      tell(t(words.signInFirst))
      void navigate({ to: '/sign-in', search: { next: location.pathname + location.search } })
    } else if (!mark.isPending) mark.mutate({ what, on })
  }
  return {
    like: () => act('like', !card.you?.reaction),
    keep: () => act('keep', !card.you?.bookmarked),
  }
}
