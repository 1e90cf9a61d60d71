/** What one does to a post with one tap: shown at once, taken back when the server says no. */
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '#ui/api.ts'
import { ask } from '#ui/member/ask.ts'
import { useToast } from '#ui/member/Toast.tsx'
import { type PostPage, postQuery, reactionsQuery } from './page.queries.ts'

export const reactionKinds = ['like', 'love', 'laugh', 'wow', 'thanks'] as const
export type ReactionKind = (typeof reactionKinds)[number]
export const faces: Record<ReactionKind, string> = {
  like: '👍',
  love: '❤️',
  laugh: '😄',
  wow: '😮',
  thanks: '🙏',
}

/** Changes the page that is shown; answers how to undo it. */
function patch(client: QueryClient, id: string, change: (post: PostPage) => PostPage): () => void {
  const { queryKey } = postQuery(id)
  void client.cancelQueries({ queryKey, exact: true })
  const before = client.getQueryData(queryKey)
  if (before) client.setQueryData(queryKey, change(before))
  return () => client.setQueryData(queryKey, before)
}

/** Whoever else shows this post (lists) asks again when it is looked at. */
export const staleElsewhere = (client: QueryClient) =>
  client.invalidateQueries({ queryKey: ['posts'], refetchType: 'none' })

export function usePostActs(id: string) {
  const client = useQueryClient()
  const tell = useToast()
  const failed = (error: Error, _given: unknown, undo: (() => void) | undefined) => {
    undo?.()
    tell(error.message, 'bad')
  }
  const react = useMutation({
    mutationFn: (kind: ReactionKind | null) =>
      kind
        ? ask(api.PUT('/api/site/posts/{id}/reaction', { params: { path: { id } }, body: { kind } }))
        : ask(api.DELETE('/api/site/posts/{id}/reaction', { params: { path: { id } } })),
    onMutate: (kind) =>
      patch(client, id, (post) => ({
        ...post,
        reactionCount: post.reactionCount + (kind === null ? -1 : post.you?.reaction === null ? 1 : 0),
        you: post.you && { ...post.you, reaction: kind },
      })),
    onSuccess: (state) => {
      if (state) client.setQueryData(reactionsQuery(id).queryKey, state)
      void staleElsewhere(client)
    },
    onError: failed,
  })
  const keep = useMutation({
    mutationFn: (kept: boolean) => {
      const given = { params: { path: { postId: id } } }
      return kept
        ? ask(api.PUT('/api/member/bookmarks/{postId}', given))
        : ask(api.DELETE('/api/member/bookmarks/{postId}', given))
    },
    onMutate: (kept) =>
      patch(client, id, (post) => ({
        ...post,
        bookmarkCount: Math.max(0, post.bookmarkCount + (kept ? 1 : -1)),
        you: post.you && { ...post.you, bookmarked: kept },
      })),
    onSuccess: () => void staleElsewhere(client),
    onError: failed,
  })
  const follow = useMutation({
    mutationFn: (following: boolean) => {
      const path = { what: 'post' as const, id }
      return following
        ? ask(api.PUT('/api/member/follows/{what}/{id}', { params: { path }, body: { muted: false } }))
        : ask(api.DELETE('/api/member/follows/{what}/{id}', { params: { path } }))
    },
    onMutate: (following) =>
      patch(client, id, (post) => ({ ...post, follow: following ? 'following' : null })),
    onError: failed,
  })
  return { react, keep, follow }
}
