/** One comment: who, what, when, and what one may do with it. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import Check from 'lucide-react/icons/check'
import Ellipsis from 'lucide-react/icons/ellipsis'
import { lazy, Suspense, useState } from 'react'
import { api } from '#ui/api.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { ask } from '#ui/member/ask.ts'
import { Bone } from '#ui/member/Skeleton.tsx'
import { useSession } from '#ui/member/session.ts'
import { useToast } from '#ui/member/Toast.tsx'
import type { ReactionKind } from './acting.ts'
import { EditComment } from './EditComment.tsx'
import { useSignIn } from './PostActions.tsx'
import { Face, Name, RoleTag, Tag } from './PostHead.tsx'
import type { Comment, PostPage } from './page.queries.ts'
import { words } from './page.words.ts'
import { ReactionButton } from './ReactionButton.tsx'
import { SmallComposer, useSend } from './ReplyBox.tsx'
import { Words } from './Words.tsx'

const CommentMore = lazy(() => import('./CommentMore.tsx'))

const lineAct =
  'inline-flex min-h-11 items-center gap-1 rounded-[10px] px-2.5 text-[14px] text-muted hover:bg-soft hover:text-ink'

export function CommentView({
  post,
  comment,
  answered,
  small = false,
}: {
  post: PostPage
  comment: Comment
  answered: () => void
  small?: boolean
}) {
  const t = useT()
  const format = useFormat()
  const [doing, setDoing] = useState<'reply' | 'edit' | 'more'>()
  const over = () => setDoing(undefined)
  const { author } = comment
  // What was taken away keeps its place as long as somebody answered it.
  if (comment.html === '')
    return (
      <p id={`c${comment.id}`} className="py-3 text-[14px] leading-[22px] text-muted">
        {t(words.commentGone)}
      </p>
    )
  return (
    <article id={`c${comment.id}`} className="comment scroll-mt-24 pt-3.5 pb-1">
      <div className="flex gap-3">
        <Face author={author} size={small ? 26 : 34} />
        <div className="min-w-0 flex-1">
          <p className="flex flex-wrap items-center gap-x-2 text-[14px] leading-[22px]">
            <Name author={author} />
            {!author.gone && author.token === post.author.token ? (
              <Tag tone="pine">{t(words.original)}</Tag>
            ) : null}
            <RoleTag role={author.role} />
            {comment.to ? (
              <span className="text-muted">
                {t(words.answers)} {comment.to.name}
              </span>
            ) : null}
            <span className="text-[13px] text-muted">
              <time dateTime={comment.createdAt} title={format.dateTime(comment.createdAt)}>
                {format.ago(comment.createdAt)}
              </time>
              {comment.editedAt ? ` · ${t(words.edited, { time: format.ago(comment.editedAt) })}` : ''}
            </span>
            {comment.accepted ? (
              <span className="ml-auto inline-flex items-center gap-1 text-[13px] font-medium text-good-text">
                <Check size={16} aria-hidden />
                {t(words.accepted)}
              </span>
            ) : null}
          </p>
          {comment.state === 'pending' ? (
            <p className="text-[13px] leading-5 text-wheat-text">{t(words.commentPending)}</p>
          ) : comment.state === 'hidden' || comment.state === 'removed' ? (
            <p className="text-[13px] leading-5 text-bad-text">
              {t(comment.state === 'hidden' ? words.commentHidden : words.commentGone)}
              {comment.stateReason ? ` · ${t(words.reasonIs, { reason: comment.stateReason })}` : ''}
            </p>
          ) : null}
          {doing === 'edit' ? (
            <EditComment comment={comment} post={post} close={over} />
          ) : (
            <div className="pt-0.5">
              <Words html={comment.html} />
            </div>
          )}
          <div className="-ml-2.5 flex flex-wrap items-center">
            <Reacting post={post} comment={comment} />
            {comment.can.reply ? (
              <button type="button" className={lineAct} onClick={() => setDoing('reply')}>
                {t(words.reply)}
              </button>
            ) : null}
            {comment.can.accept ? <Accepting post={post} comment={comment} /> : null}
            <button
              type="button"
              aria-label={t(words.more)}
              className={`${lineAct} ml-auto`}
              onClick={() => setDoing('more')}
            >
              <Ellipsis size={18} aria-hidden />
            </button>
          </div>
          {doing === 'reply' ? (
            <Answering
              post={post}
              comment={comment}
              close={over}
              answered={() => {
                over()
                answered()
              }}
            />
          ) : null}
        </div>
      </div>
      {doing === 'more' ? (
        <Suspense>
          <CommentMore post={post} comment={comment} edit={() => setDoing('edit')} close={over} />
        </Suspense>
      ) : null}
    </article>
  )
}

function Answering({
  post,
  comment,
  answered,
  close,
}: {
  post: PostPage
  comment: Comment
  answered: () => void
  close: () => void
}) {
  const t = useT()
  const send = useSend(post, answered)
  return (
    <div className="pt-1 pb-3">
      <Suspense fallback={<Bone height={128} />}>
        <SmallComposer
          place={`reply-${comment.id}`}
          placeholder={t(words.answering, { name: comment.author.name })}
          // The head of a thread is answered as it stands; deeper down it must be said who is meant.
          to={comment.rootId && !comment.author.gone ? comment.author : undefined}
          boardId={post.board.id}
          postId={post.id}
          autoFocus
          send={(document) => send(document, comment.id)}
          cancel={close}
        />
      </Suspense>
    </div>
  )
}

function Reacting({ post, comment }: { post: PostPage; comment: Comment }) {
  const client = useQueryClient()
  const tell = useToast()
  const signIn = useSignIn()
  const { member } = useSession()
  const [now, setNow] = useState<{ count: number; yours: ReactionKind | null }>()
  const shown = now ?? { count: comment.reactionCount, yours: comment.you?.reaction ?? null }
  const react = useMutation({
    mutationFn: (kind: ReactionKind | null) => {
      const params = { path: { id: comment.id } }
      return kind
        ? ask(api.PUT('/api/site/comments/{id}/reaction', { params, body: { kind } }))
        : ask(api.DELETE('/api/site/comments/{id}/reaction', { params }))
    },
    onMutate: (kind) => {
      setNow({
        yours: kind,
        count: shown.count + (kind === null ? -1 : shown.yours === null ? 1 : 0),
      })
      return shown
    },
    onSuccess: (state) => {
      if (state) setNow({ count: state.count, yours: state.yours })
      void client.invalidateQueries({ queryKey: ['talk', post.id], refetchType: 'none' })
    },
    onError: (error, _kind, before) => {
      setNow(before)
      tell(error.message, 'bad')
    },
  })
  return (
    <ReactionButton
      small
      count={shown.count}
      yours={shown.yours}
      disabled={member !== null && !comment.can.react}
      react={(kind) => (member ? react.mutate(kind) : signIn())}
    />
  )
}

function Accepting({ post, comment }: { post: PostPage; comment: Comment }) {
  const t = useT()
  const tell = useToast()
  const client = useQueryClient()
  const accept = useMutation({
    mutationFn: () =>
      ask(
        api.PUT('/api/site/posts/{id}/accepted', {
          params: { path: { id: post.id } },
          body: { commentId: comment.accepted ? null : comment.id },
        }),
      ),
    onSuccess: () => {
      if (!comment.accepted) tell(t(words.acceptedNow))
      void client.invalidateQueries({ queryKey: ['posts', post.id] })
      void client.invalidateQueries({ queryKey: ['talk', post.id] })
    },
    onError: (error) => tell(error.message, 'bad'),
  })
  return (
    <button type="button" className={`${lineAct} text-good-text`} onClick={() => accept.mutate()}>
      <Check size={16} aria-hidden />
      {t(comment.accepted ? words.unaccept : words.accept)}
    </button>
  )
}
