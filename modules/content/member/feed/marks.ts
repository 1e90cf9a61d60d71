/** One's own marks on a post (a reaction, a bookmark), shown at once on every list and taken back if refused. */
import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { Locale } from '#base/i18n/messages.ts'
import { render } from '#base/i18n/messages.ts'
import { api } from '#ui/api.ts'
import { ask } from '#ui/member/ask.ts'
import { isProblem } from '#ui/member/problem.ts'
import type { FeedPage, PostCard } from './feed.queries.ts'

const notDone = { zh: '没有成功，请再试一次', en: 'That did not work; try again' }

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

function send(what: 'like' | 'keep', on: boolean, id: string): Promise<unknown> {
  const post = { params: { path: { id } } }
  const bookmark = { params: { path: { postId: id } } }
  if (what === 'like')
    return on
      ? ask(api.PUT('/api/site/posts/{id}/reaction', { ...post, body: { kind: 'like' } }))
      : ask(api.DELETE('/api/site/posts/{id}/reaction', post))
  return on
    ? ask(api.PUT('/api/member/bookmarks/{postId}', bookmark))
    : ask(api.DELETE('/api/member/bookmarks/{postId}', bookmark))
}

const underway = new Set<string>()

/** Sets or takes back a mark; `tell` hears when that was refused. A second tap meanwhile does nothing. */
export async function toggleMark(
  client: QueryClient,
  card: PostCard,
  what: 'like' | 'keep',
  { locale, tell }: { locale: Locale; tell: (text: string, tone: 'bad') => void },
): Promise<void> {
  const on = what === 'like' ? !card.you?.reaction : !card.you?.bookmarked
  const change = what === 'like' ? liked : kept
  const name = `${what} ${card.id}`
  if (underway.has(name)) return
  underway.add(name)
  changeCard(client, card.id, change(on))
  try {
    // Through the cache of mutations, which watches for a session that has ended.
    await client
      .getMutationCache()
      .build(client, { mutationFn: () => send(what, on, card.id) })
      .execute(undefined)
    // The page of the post shows the same.
    await client.invalidateQueries({ queryKey: ['posts', card.id] })
  } catch (error) {
    changeCard(client, card.id, change(!on))
    tell(isProblem(error) && error.status > 0 ? error.message : render(notDone, locale), 'bad')
  } finally {
    underway.delete(name)
  }
}
