/** A post as the feed shows it: who and where, what, what came of it, and one tap for each thing one does. */
import { Link } from '@tanstack/react-router'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { Avatar } from '#ui/member/Avatar.tsx'
import { Glyph } from '#ui/member/Glyph.tsx'
import { FeedGlyph } from './FeedGlyph.tsx'
import type { PostCard as Card } from './feed.queries.ts'
import { kindWords, words } from './feed.words.ts'
import { Media } from './Media.tsx'
import { useMarks } from './useMarks.ts'

export function PostCard({ card, eager = false }: { card: Card; eager?: boolean }) {
  const { ago } = useFormat()
  return (
    <article
      data-post={card.id}
      aria-labelledby={`post-${card.id}`}
      className="relative rounded-card border border-line bg-card px-4 pt-3.5 pb-1 [contain-intrinsic-size:auto_280px] [content-visibility:auto] sm:px-[18px]"
    >
      <header className="flex items-center gap-3">
        <Face author={card.author} size={40} />
        <p className="min-w-0 flex-1 text-[14px] leading-5 text-muted">
          <Name author={card.author} />
          <span className="block truncate text-[13px]">
            {[card.board.name, card.publishedAt ? ago(card.publishedAt) : ''].filter(Boolean).join(' · ')}
          </span>
        </p>
        <Standing card={card} />
      </header>
      <Link
        to="/posts/$id"
        params={{ id: card.id }}
        className="mt-2 block after:absolute after:inset-0 after:rounded-card after:content-['']"
      >
        {card.title ? (
          <h2
            id={`post-${card.id}`}
            className={`text-[17px] leading-[26px] font-semibold text-pretty ${card.you?.read ? 'text-ink/80' : ''}`}
          >
            {card.title}
          </h2>
        ) : null}
        {card.accepted ? null : (
          <span
            id={card.title ? undefined : `post-${card.id}`}
            className={`line-clamp-3 text-[15px] leading-6 text-pretty ${card.title ? 'mt-0.5 text-muted' : ''}`}
          >
            {card.topics.length > 0 ? card.excerpt.replace(/(\s*#[^\s#]+)+…?$/, '') : card.excerpt}
          </span>
        )}
      </Link>
      {card.accepted ? <Accepted accepted={card.accepted} /> : null}
      {card.poll ? <Poll poll={card.poll} /> : null}
      {card.media.length > 0 ? (
        <div className="mt-2.5">
          <Media media={card.media} eager={eager} />
        </div>
      ) : null}
      {card.card ? <Thing thing={card.card} /> : null}
      <Topics topics={card.topics} />
      {card.reasons[0] ? <Reason>{card.reasons[0]}</Reason> : null}
      <Marks card={card} />
    </article>
  )
}

export function Face({ author, size }: { author: Card['author']; size: number }) {
  const face = <Avatar name={author.name} src={author.avatarUrl} tintKey={author.token} size={size} />
  if (author.gone) return face
  return (
    <Link
      to="/members/$token"
      params={{ token: author.token }}
      tabIndex={-1}
      aria-hidden="true"
      className="relative z-10 rounded-full"
    >
      {face}
    </Link>
  )
}

export function Name({
  author,
  className = 'block truncate text-[15px] font-semibold text-ink',
}: {
  author: Card['author']
  className?: string
}) {
  const t = useT()
  if (author.gone) return <span className={className}>{t(words.gone)}</span>
  return (
    <Link
      to="/members/$token"
      params={{ token: author.token }}
      className={`relative z-10 w-fit max-w-full hover:underline ${className}`}
    >
      {author.name}
    </Link>
  )
}

/** Right of the author: the one thing most worth knowing about the post. */
function Standing({ card }: { card: Card }) {
  const t = useT()
  if (card.solved)
    return (
      <span className="flex shrink-0 items-center gap-1 text-[14px] text-good-text">
        <Glyph name="check" size={17} />
        {t(words.solved)}
      </span>
    )
  return (
    <span className="flex shrink-0 gap-1.5">
      <Badges card={card} />
    </span>
  )
}

const badge = 'rounded-[5px] px-1.5 py-0.5 text-[12px] leading-4 whitespace-nowrap'

export function Badges({ card, pinned = card.pinned }: { card: Card; pinned?: boolean }) {
  const t = useT()
  const kind = kindWords[card.kind]
  return (
    <>
      {pinned ? <span className={`${badge} bg-wheat-soft text-wheat-text`}>{t(words.pinned)}</span> : null}
      {card.featured ? <span className={`${badge} bg-pine-soft text-pine`}>{t(words.featured)}</span> : null}
      {card.closed ? <span className={`${badge} bg-soft text-muted`}>{t(words.closed)}</span> : null}
      {!card.featured && !card.closed && !pinned && kind ? (
        <span
          className={`${badge} ${card.kind === 'announcement' ? 'bg-persimmon-soft text-persimmon-text' : 'bg-soft text-muted'}`}
        >
          {t(kind)}
        </span>
      ) : null}
    </>
  )
}

function Accepted({ accepted }: { accepted: NonNullable<Card['accepted']> }) {
  const t = useT()
  const [before = '', after = ''] = t(words.accepted).split('{name}')
  return (
    <div className="mt-2 rounded-[8px] border-l-[3px] border-pine bg-pine-soft/70 px-3.5 py-2">
      <p className="text-[13px] leading-5 text-muted">
        {before}
        <span className="text-ink">{accepted.name}</span>
        {after}
        {accepted.reactionCount > 0 ? ` · ${t(words.useful, { count: accepted.reactionCount })}` : ''}
      </p>
      <p className="line-clamp-2 text-[15px] leading-6">{accepted.excerpt}</p>
    </div>
  )
}

function Poll({ poll }: { poll: NonNullable<Card['poll']> }) {
  return (
    <div className="mt-2.5 grid gap-1.5">
      {poll.leading.map(({ label, percent }) => (
        <span
          key={label}
          className="relative flex min-h-9 items-center justify-between gap-3 overflow-hidden rounded-[8px] bg-soft px-3 text-[14px] leading-5"
        >
          {percent === null ? null : (
            <span
              aria-hidden="true"
              className="absolute inset-y-0 left-0 bg-pine-soft"
              style={{ width: `${percent}%` }}
            />
          )}
          <span className="relative truncate">{label}</span>
          {percent === null ? null : <span className="relative text-muted">{percent}%</span>}
        </span>
      ))}
      <PollState poll={poll} />
    </div>
  )
}

export function PollState({ poll }: { poll: NonNullable<Card['poll']> }) {
  const t = useT()
  const { ago } = useFormat()
  return (
    <span className="text-[13px] leading-5 text-muted">
      {[
        t(words.voters, { count: poll.voters }),
        poll.open ? (poll.closesAt ? t(words.until, { time: ago(poll.closesAt) }) : '') : t(words.pollOver),
      ]
        .filter(Boolean)
        .join(' · ')}
    </span>
  )
}

/** A product or the like that the post is about. */
function Thing({ thing }: { thing: NonNullable<Card['card']> }) {
  return (
    <div
      className={`mt-2.5 flex items-center gap-3 rounded-[10px] border border-line p-2.5 ${thing.ended ? 'opacity-60' : ''}`}
    >
      {thing.pictureUrl ? (
        <img
          src={thing.pictureUrl}
          alt=""
          width={52}
          height={52}
          loading="lazy"
          className="size-13 rounded-[8px] object-cover"
        />
      ) : null}
      <span className="min-w-0 flex-1">
        <span className="block truncate text-[15px] leading-6 font-medium">{thing.title}</span>
        <span className="block truncate text-[13px] leading-5 text-muted">{thing.note}</span>
      </span>
      {thing.price ? (
        <span className="shrink-0 text-[15px] font-semibold text-persimmon-text">{thing.price}</span>
      ) : null}
    </div>
  )
}

function Topics({ topics }: { topics: readonly string[] }) {
  if (topics.length === 0) return null
  return (
    <p className="mt-1.5 flex flex-wrap gap-x-3">
      {topics.slice(0, 4).map((name) => (
        <Link
          key={name}
          to="/topics/$name"
          params={{ name }}
          className="relative z-10 py-1 text-[14px] leading-5 text-pine hover:underline"
        >
          #{name}
        </Link>
      ))}
    </p>
  )
}

/** Why it stands here. */
export const Reason = ({ children }: { children: string }) => (
  <p className="mt-1.5 text-[13px] leading-5 text-wheat-text">{children}</p>
)

const act =
  'relative z-10 -ml-2 flex min-h-11 min-w-11 items-center gap-1.5 rounded-[10px] px-2 text-[14px] text-muted hover:bg-soft hover:text-ink'

function Marks({ card }: { card: Card }) {
  const t = useT()
  const { number } = useFormat()
  const mark = useMarks(card)
  const liked = Boolean(card.you?.reaction)
  const kept = Boolean(card.you?.bookmarked)
  return (
    <footer className="mt-1 flex items-center gap-3 sm:gap-5">
      <button
        type="button"
        aria-pressed={liked}
        aria-label={`${t(words.like)} ${card.reactionCount}`}
        onClick={() => mark('like')}
        className={`${act} ${liked ? 'text-persimmon-text' : ''}`}
      >
        <FeedGlyph name="heart" size={20} fill={liked} />
        {card.reactionCount > 0 ? number(card.reactionCount) : t(words.like)}
      </button>
      <Link to="/posts/$id" params={{ id: card.id }} hash="comments" className={act}>
        <FeedGlyph name="reply" size={20} />
        <span className={card.commentCount > 0 ? 'sr-only' : ''}>{t(words.replies)}</span>
        {card.commentCount > 0 ? number(card.commentCount) : null}
        {card.you && card.you.newComments > 0 ? (
          <span className="rounded-full bg-persimmon-soft px-2 py-0.5 text-[12px] leading-4 text-persimmon-text">
            {t(words.fresh, { count: card.you.newComments })}
          </span>
        ) : null}
      </Link>
      <button
        type="button"
        aria-pressed={kept}
        onClick={() => mark('keep')}
        className={`${act} ${kept ? 'text-wheat-text' : ''}`}
      >
        <FeedGlyph name="star" size={20} fill={kept} />
        {kept ? t(words.kept) : t(words.keep)}
      </button>
    </footer>
  )
}
