/** Where one answers: a line that becomes an editor when it is needed; strangers are asked in. */
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { Document } from '#base/html/document.ts'
import { api } from '#ui/api.ts'
import { useT } from '#ui/locale/locale.tsx'
import { Avatar } from '#ui/member/Avatar.tsx'
import { ask } from '#ui/member/ask.ts'
import { Button, buttonClass } from '#ui/member/Button.tsx'
import { Bone } from '#ui/member/Skeleton.tsx'
import { useSession } from '#ui/member/session.ts'
import { useToast } from '#ui/member/Toast.tsx'
import { useSignIn } from './PostActions.tsx'
import type { Comment, PostPage } from './page.queries.ts'
import { words } from './page.words.ts'

export const SmallComposer = lazy(() => import('../write/SmallComposer.tsx'))

/** Sends an answer; told in words what became of it. */
export function useSend(post: PostPage, sent: (comment: Comment) => void) {
  const t = useT()
  const tell = useToast()
  return async (document: Document, parentId: string | null) => {
    const comment = await ask(
      api.POST('/api/site/posts/{id}/comments', {
        params: { path: { id: post.id } },
        body: { document: document as never, parentId },
      }),
    )
    tell(t(comment.state === 'pending' ? words.sentHeld : words.sent))
    sent(comment)
  }
}

export function ReplyBox({ post, sent }: { post: PostPage; sent: () => void }) {
  const t = useT()
  const { account, member } = useSession()
  const [open, setOpen] = useState(false)
  const signIn = useSignIn()
  const send = useSend(post, () => {
    setOpen(false)
    sent()
  })
  const isQuestion = post.kind === 'question' || post.kind === 'picture_question'
  const invites = t(isQuestion && !post.can.edit ? words.writeAnswer : words.write)
  // `#reply` (the speech bubble, R on a keyboard) opens it.
  useEffect(() => {
    const look = () => location.hash === '#reply' && setOpen(true)
    const press = (event: KeyboardEvent) => {
      const { target } = event
      const typing =
        target instanceof HTMLElement &&
        (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
      if (event.key !== 'r' || typing || event.metaKey || event.ctrlKey || event.altKey) return
      event.preventDefault()
      setOpen(true)
    }
    look()
    addEventListener('hashchange', look)
    addEventListener('keydown', press)
    return () => {
      removeEventListener('hashchange', look)
      removeEventListener('keydown', press)
    }
  }, [])
  if (!account)
    return (
      <Invitation text={t(words.signInToReply)}>
        <Button look="solid" onClick={signIn}>
          {t(words.signIn)}
        </Button>
      </Invitation>
    )
  if (!post.can.reply) {
    if (post.locked || post.state !== 'published') return <span id="reply" />
    return post.inGroup || !member ? (
      <Invitation text={t(words.mayNotReply)} />
    ) : (
      <Invitation text={t(words.joinToReply, { group: post.group.name })}>
        <Link to="/groups/$slug" params={{ slug: post.group.slug }} className={buttonClass('solid')}>
          {t(words.join)}
        </Link>
      </Invitation>
    )
  }
  return (
    <div id="reply" className="scroll-mt-24">
      {open ? (
        <Suspense fallback={<Bone height={128} />}>
          <SmallComposer
            place={`comment-${post.id}`}
            placeholder={invites}
            boardId={post.board.id}
            postId={post.id}
            autoFocus
            send={(document) => send(document, null)}
            cancel={() => {
              setOpen(false)
              if (location.hash === '#reply') history.replaceState(history.state, '', location.pathname)
            }}
          />
        </Suspense>
      ) : (
        <button
          type="button"
          onClick={() => setOpen(true)}
          className="flex min-h-[54px] w-full items-center gap-3 rounded-card border border-line bg-card px-3.5 text-left text-[15px] text-muted hover:border-line-strong"
        >
          <Avatar name={account.name} src={account.avatarUrl} tintKey={member?.id ?? account.id} size={32} />
          {invites}
        </button>
      )}
    </div>
  )
}

function Invitation({ text, children }: { text: string; children?: React.ReactNode }) {
  return (
    <div
      id="reply"
      className="flex min-h-[60px] flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-card border border-line bg-card px-4 py-2"
    >
      <p className="text-[15px] leading-6 text-muted">{text}</p>
      {children}
    </div>
  )
}
