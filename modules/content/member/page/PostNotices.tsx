/** What one must know before reading: it is out of sight, it waits, it is over. */
import type { ReactNode } from 'react'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import type { PostPage } from './page.queries.ts'
import { words } from './page.words.ts'

export function PostNotices({ post }: { post: PostPage }) {
  const t = useT()
  const format = useFormat()
  const reason = post.stateReason ? t(words.reasonIs, { reason: post.stateReason }) : ''
  const isOver =
    post.closed && post.state === 'published'
      ? post.closedBecause
        ? t(words.closedBecause, { because: post.closedBecause })
        : t(words.closed)
      : ''
  return (
    <>
      {post.state === 'pending' ? <Note tone="wheat">{t(words.pending)}</Note> : null}
      {post.state === 'scheduled' && post.publishAt ? (
        <Note tone="wheat">{t(words.scheduled, { time: format.dateTime(post.publishAt) })}</Note>
      ) : null}
      {post.state === 'hidden' || post.state === 'removed' ? (
        <Note tone="bad">
          {t(words[post.state])}
          {reason ? <span className="block text-[14px]">{reason}</span> : null}
        </Note>
      ) : null}
      {isOver ? <Note tone="soft">{isOver}</Note> : null}
      {post.locked && post.state === 'published' ? <Note tone="soft">{t(words.locked)}</Note> : null}
    </>
  )
}

const tones = {
  wheat: 'bg-wheat-soft text-wheat-text',
  bad: 'bg-bad-soft text-bad-text',
  soft: 'bg-soft text-muted',
}

function Note({ tone, children }: { tone: keyof typeof tones; children: ReactNode }) {
  return (
    <p className={`mb-4 rounded-[10px] px-3.5 py-2.5 text-[14px] leading-[22px] ${tones[tone]}`}>
      {children}
    </p>
  )
}
