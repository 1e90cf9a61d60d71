/** `/posts/{id}/edit`: changing a post. What is begun here is a draft too, until it is saved. */
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import type { Document } from '#base/html/document.ts'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Skeleton } from '#ui/member/Skeleton.tsx'
import { useSession } from '#ui/member/session.ts'
import { useToast } from '#ui/member/Toast.tsx'
import { Composer } from './Composer.tsx'
import { composeWords as words } from './compose.words.ts'
import { storeOf } from './draft-store.ts'
import { beginWith, type Draft, type DraftWords, type KeptDraft, openDraft } from './drafts.ts'
import { readKept } from './editor/keep.ts'
import { useStaleness } from './sent.ts'
import { type Board, boardsQuery, draftQuery, draftsQuery, writtenQuery } from './write.queries.ts'

type Written = Awaited<ReturnType<NonNullable<ReturnType<typeof writtenQuery>['queryFn']>>>

export default function EditScreen() {
  const { id } = useParams({ strict: false }) as { id: string }
  return (
    <Suspense fallback={<Skeleton lines={8} />}>
      <Loaded key={id} id={id} />
    </Suspense>
  )
}

function Loaded({ id }: { id: string }) {
  const boards = useSuspenseQuery(boardsQuery).data.items
  const { data: post } = useSuspenseQuery(writtenQuery(id))
  const { data: drafts } = useSuspenseQuery(draftsQuery)
  const begun = drafts.items.find((draft) => draft.postId === id)
  return begun ? (
    <OfDraft boards={boards} post={post} draftId={begun.id} />
  ) : (
    <Open boards={boards} post={post} server={undefined} />
  )
}

function OfDraft({ boards, post, draftId }: { boards: readonly Board[]; post: Written; draftId: string }) {
  const { data } = useSuspenseQuery(draftQuery(draftId))
  return <Open boards={boards} post={post} server={data as unknown as Draft} />
}

function Open({
  boards,
  post,
  server,
}: {
  boards: readonly Board[]
  post: Written
  server: Draft | undefined
}) {
  const t = useT()
  const tell = useToast()
  const navigate = useNavigate()
  const stale = useStaleness()
  const me = useSession().member?.id ?? ''
  const place = `${me}.edit-${post.id}`
  const [{ start, draft }] = useState(() => {
    const found = beginWith(readKept<KeptDraft>(place)?.value, server)
    return {
      start: found?.words ?? wordsOf(post),
      draft: openDraft(storeOf(place, post.id), {
        id: server?.id,
        revision: server?.revision,
        newer: found?.newer,
      }),
    }
  })
  const open = (replace: boolean) =>
    navigate({ to: '/posts/$id', params: { id: post.id }, replace, ignoreBlocker: replace })
  const send = async (
    { title, document, extras }: DraftWords,
    draftId: string | undefined,
    reason: string,
  ) => {
    await ask(
      api.PATCH('/api/site/posts/{id}', {
        params: { path: { id: post.id } },
        body: {
          version: post.version,
          title,
          document: document as never,
          columnId: extras.columnId ?? null,
          reason,
          draftId: draftId ?? null,
        },
      }),
    )
    draft.end()
    stale()
    tell(t(words.edited))
    await open(true)
  }
  return (
    <Composer
      boards={boards}
      start={{ ...start, boardId: post.boardId, kind: post.kind }}
      draft={draft}
      editing={{ id: post.id, scheduled: post.state === 'scheduled' }}
      send={send}
      back={() => void open(false)}
    />
  )
}

const wordsOf = (post: Written): DraftWords => ({
  boardId: post.boardId,
  kind: post.kind,
  title: post.title,
  document: post.document as unknown as Document,
  extras: { columnId: post.columnId, publishAt: post.publishAt, poll: post.poll },
})
