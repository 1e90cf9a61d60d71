/** Who wrote it, where and when; its title; how it stands. */
import { Link } from '@tanstack/react-router'
import Check from 'lucide-react/icons/check'
import Pin from 'lucide-react/icons/pin'
import { type ReactNode, useState } from 'react'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { Avatar } from '#ui/member/Avatar.tsx'
import { HistorySheet } from './HistorySheet.tsx'
import type { PostPage } from './page.queries.ts'
import { words } from './page.words.ts'

type Author = PostPage['author']

const roles = { owner: words.owner, moderator: words.moderator, expert: words.expert } as const

export function Face({ author, size = 40 }: { author: Author; size?: number }) {
  const face = <Avatar name={author.name} src={author.avatarUrl} tintKey={author.token} size={size} />
  if (author.gone) return <Avatar name="—" tintKey={author.token} size={size} />
  return (
    <Link
      to="/members/$token"
      params={{ token: author.token }}
      tabIndex={-1}
      aria-hidden
      className="shrink-0 rounded-full"
    >
      {face}
    </Link>
  )
}

export function Name({ author }: { author: Author }) {
  const t = useT()
  if (author.gone) return <span className="font-medium text-muted">{t(words.gone)}</span>
  return (
    <Link
      to="/members/$token"
      params={{ token: author.token }}
      className="font-semibold hover:underline hover:underline-offset-3"
    >
      {author.name}
    </Link>
  )
}

export function RoleTag({ role }: { role: Author['role'] }) {
  const t = useT()
  if (role !== 'owner' && role !== 'moderator' && role !== 'expert') return null
  return <Tag tone="wheat">{t(roles[role])}</Tag>
}

const tones = {
  pine: 'bg-pine-soft text-pine',
  wheat: 'bg-wheat-soft text-wheat-text',
  soft: 'bg-soft text-muted',
  persimmon: 'bg-persimmon-soft text-persimmon-text',
}

export function Tag({ tone = 'soft', children }: { tone?: keyof typeof tones; children: ReactNode }) {
  return (
    <span
      className={`inline-flex h-5 items-center gap-1 rounded-[5px] px-1.5 text-[12px] leading-5 whitespace-nowrap ${tones[tone]}`}
    >
      {children}
    </span>
  )
}

export function PostHead({ post }: { post: PostPage }) {
  const t = useT()
  const format = useFormat()
  const [history, setHistory] = useState(false)
  const { author } = post
  const isQuestion = post.kind === 'question' || post.kind === 'picture_question'
  return (
    <header>
      <div className="flex items-center gap-3">
        <Face author={author} />
        <div className="min-w-0 flex-1">
          <p className="flex flex-wrap items-center gap-x-2 text-[15px] leading-6">
            <Name author={author} />
            <RoleTag role={author.role} />
          </p>
          <p className="text-[13px] leading-5 text-muted">
            {post.board.name}
            {post.publishedAt ? (
              <>
                {' · '}
                <time dateTime={post.publishedAt} title={format.dateTime(post.publishedAt)}>
                  {format.ago(post.publishedAt)}
                </time>
              </>
            ) : null}
            {post.readCount > 0 ? ` · ${t(words.reads, { count: post.readCount })}` : ''}
          </p>
        </div>
        {isQuestion && post.state === 'published' ? (
          post.solved ? (
            <span className="flex shrink-0 items-center gap-1 text-[13px] font-medium text-good-text">
              <Check size={16} aria-hidden />
              {t(words.solved)}
            </span>
          ) : post.firstAnswerAt === null && !post.closed ? (
            <span className="shrink-0 text-[13px] text-persimmon-text">{t(words.waits)}</span>
          ) : null
        ) : null}
      </div>
      {post.title ? (
        <h1
          tabIndex={-1}
          className="pt-4 text-[21px] leading-[31px] font-semibold md:text-[24px] md:leading-9"
        >
          {post.title}
        </h1>
      ) : (
        <h1 tabIndex={-1} className="sr-only">
          {post.excerpt.slice(0, 60) || t(words.post)}
        </h1>
      )}
      <p className="flex flex-wrap items-center gap-2 pt-2 empty:hidden">
        {post.pinned ? (
          <Tag tone="pine">
            <Pin size={12} aria-hidden />
            {t(words.pinned)}
          </Tag>
        ) : null}
        {post.featured ? <Tag tone="pine">{t(words.featured)}</Tag> : null}
        {post.column ? (
          <Link
            to="/columns/$slug"
            params={{ slug: post.column.slug }}
            className="text-[13px] leading-5 text-pine hover:underline hover:underline-offset-3"
          >
            {t(words.inColumn, { name: post.column.name })}
          </Link>
        ) : null}
        {post.editedAt ? (
          post.can.edit || post.can.moderate ? (
            <button
              type="button"
              onClick={() => setHistory(true)}
              title={t(words.history)}
              className="-my-3 min-h-11 rounded-[6px] text-[13px] leading-5 text-muted underline decoration-dotted underline-offset-3 hover:text-ink"
            >
              {t(words.edited, { time: format.ago(post.editedAt) })}
            </button>
          ) : (
            <span className="text-[13px] leading-5 text-muted">
              {t(words.edited, { time: format.ago(post.editedAt) })}
            </span>
          )
        ) : null}
      </p>
      {history ? <HistorySheet id={post.id} close={() => setHistory(false)} /> : null}
    </header>
  )
}
