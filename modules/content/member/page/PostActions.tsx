/** The line under the words: react, reply, keep, share, and what else one may do. */
import { useNavigate } from '@tanstack/react-router'
import Bell from 'lucide-react/icons/bell'
import BellRing from 'lucide-react/icons/bell-ring'
import Bookmark from 'lucide-react/icons/bookmark'
import Ellipsis from 'lucide-react/icons/ellipsis'
import Gift from 'lucide-react/icons/gift'
import MessageCircle from 'lucide-react/icons/message-circle'
import Share2 from 'lucide-react/icons/share-2'
import { lazy, Suspense, useState } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { useSession } from '#ui/member/session.ts'
import { useToast } from '#ui/member/Toast.tsx'
import { usePostActs } from './acting.ts'
import type { PostPage } from './page.queries.ts'
import { words } from './page.words.ts'
import { ReactionButton } from './ReactionButton.tsx'

const ShareSheet = lazy(() => import('./ShareSheet.tsx'))
const MoreSheet = lazy(() => import('./MoreSheet.tsx'))
const TipSheet = lazy(() => import('./TipSheet.tsx'))

export const actClass =
  'inline-flex min-h-11 items-center gap-1.5 rounded-[10px] px-2.5 text-[14px] text-muted hover:bg-soft hover:text-ink aria-pressed:font-medium aria-pressed:text-pine'

/** A stranger who wants to take part signs in and comes back to this place. */
export function useSignIn(): () => void {
  const navigate = useNavigate()
  return () =>
    void navigate({ to: '/sign-in', search: { next: `${location.pathname}${location.search}` } as never })
}

export function PostActions({ post }: { post: PostPage }) {
  const t = useT()
  const tell = useToast()
  const signIn = useSignIn()
  const { member } = useSession()
  const { react, keep, follow } = usePostActs(post.id)
  const [open, setOpen] = useState<'share' | 'more' | 'tip'>()
  const close = () => setOpen(undefined)
  const known = member !== null
  const { you } = post
  return (
    <div
      role="toolbar"
      aria-label={t(words.actions)}
      className="mt-4 -mr-2.5 -ml-2.5 flex flex-wrap items-center border-t border-line-soft py-1"
    >
      <ReactionButton
        count={post.reactionCount}
        yours={you?.reaction ?? null}
        disabled={known && !post.can.react}
        react={(kind) => (known ? react.mutate(kind) : signIn())}
      />
      <a href="#reply" className={actClass}>
        <MessageCircle size={20} aria-hidden strokeWidth={1.7} />
        <span className="sr-only">{t(words.reply)}</span>
        {post.commentCount > 0 ? post.commentCount : <span aria-hidden>{t(words.reply)}</span>}
      </a>
      <button
        type="button"
        aria-pressed={you?.bookmarked ?? false}
        onClick={() => (known ? keep.mutate(!you?.bookmarked) : signIn())}
        className={actClass}
      >
        <Bookmark size={20} aria-hidden strokeWidth={1.7} fill={you?.bookmarked ? 'currentColor' : 'none'} />
        {t(you?.bookmarked ? words.kept : words.keep)}
      </button>
      {known && !post.can.edit ? (
        <button
          type="button"
          aria-pressed={post.follow === 'following'}
          onClick={() => {
            const to = post.follow !== 'following'
            follow.mutate(to, { onSuccess: () => tell(t(to ? words.followed : words.unfollowed)) })
          }}
          className={`${actClass} max-sm:hidden`}
        >
          {post.follow === 'following' ? (
            <BellRing size={20} aria-hidden strokeWidth={1.7} />
          ) : (
            <Bell size={20} aria-hidden strokeWidth={1.7} />
          )}
          {t(post.follow === 'following' ? words.following : words.follow)}
        </button>
      ) : null}
      {post.can.tip ? (
        <button type="button" onClick={() => setOpen('tip')} className={actClass}>
          <Gift size={20} aria-hidden strokeWidth={1.7} />
          {t(words.tip)}
        </button>
      ) : null}
      <span className="flex-1" />
      {post.can.share ? (
        <button
          type="button"
          aria-label={t(words.share)}
          onClick={() => setOpen('share')}
          className={actClass}
        >
          <Share2 size={20} aria-hidden strokeWidth={1.7} />
        </button>
      ) : null}
      {known ? (
        <button type="button" aria-label={t(words.more)} onClick={() => setOpen('more')} className={actClass}>
          <Ellipsis size={20} aria-hidden />
        </button>
      ) : null}
      <Suspense>
        {open === 'share' ? <ShareSheet post={post} close={close} /> : null}
        {open === 'more' ? <MoreSheet post={post} close={close} /> : null}
        {open === 'tip' ? <TipSheet postId={post.id} close={close} /> : null}
      </Suspense>
    </div>
  )
}
