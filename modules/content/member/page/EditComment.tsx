/** Taking up one's own comment again. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Suspense } from 'react'
import type { Document } from '#base/html/document.ts'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { ErrorCard } from '#ui/member/ErrorCard.tsx'
import { Bone } from '#ui/member/Skeleton.tsx'
import type { Comment, PostPage } from './page.queries.ts'
import { words } from './page.words.ts'
import { SmallComposer } from './ReplyBox.tsx'

export function EditComment({
  post,
  comment,
  close,
}: {
  post: PostPage
  comment: Comment
  close: () => void
}) {
  const t = useT()
  const client = useQueryClient()
  const { data, error } = useQuery({
    queryKey: ['comment', comment.id, 'document'],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/site/comments/{id}/document', { params: { path: { id: comment.id } }, signal })),
    gcTime: 0,
  })
  if (error) return <ErrorCard error={error} />
  if (!data) return <Bone height={128} />
  return (
    <div className="py-2">
      <Suspense fallback={<Bone height={128} />}>
        <SmallComposer
          place={`edit-${comment.id}`}
          initial={data.document as unknown as Document}
          sendLabel={t(words.save)}
          boardId={post.board.id}
          postId={post.id}
          autoFocus
          cancel={close}
          send={async (document) => {
            await ask(
              api.PATCH('/api/site/comments/{id}', {
                params: { path: { id: comment.id } },
                body: { document: document as never, version: data.version },
              }),
            )
            await client.invalidateQueries({ queryKey: ['talk', post.id] })
            close()
          }}
        />
      </Suspense>
    </div>
  )
}
