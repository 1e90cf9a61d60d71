/** A post as a line of a group's list: denser than a card, with its first picture beside it. */
import { Link } from '@tanstack/react-router'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { FeedGlyph } from './FeedGlyph.tsx'
import type { PostCard } from './feed.queries.ts'
import { words } from './feed.words.ts'
import { Picture } from './Media.tsx'
import { Badges, Face, Name, PollState } from './PostCard.tsx'
import { rowWords } from './row.words.ts'

const waits = (card: PostCard) =>
  (card.kind === 'question' || card.kind === 'picture_question') && card.commentCount === 0 && !card.closed

export function PostRow({ card }: { card: PostCard }) {
  const t = useT()
  const { ago, number } = useFormat()
  const [picture] = card.media
  return (
    <article
      data-post={card.id}
      aria-labelledby={`post-${card.id}`}
      className="relative flex gap-3 px-4 py-3.5 [contain-intrinsic-size:auto_112px] [content-visibility:auto] hover:bg-soft/60 sm:px-[18px]"
    >
      <Face author={card.author} size={40} />
      <div className="min-w-0 flex-1">
        <Link
          to="/posts/$id"
          params={{ id: card.id }}
          className="block after:absolute after:inset-0 after:content-['']"
        >
          <h2
            id={`post-${card.id}`}
            className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-[16px] leading-6 font-semibold"
          >
            <Badges card={card} />
            <span className={`min-w-0 text-pretty ${card.you?.read ? 'text-ink/80' : ''}`}>
              {card.title || card.excerpt}
            </span>
          </h2>
          {card.title ? (
            <span className="mt-0.5 line-clamp-2 text-[14px] leading-[22px] text-muted text-pretty">
              {card.poll ? (
                <Shares poll={card.poll} otherwise={card.excerpt} />
              ) : (
                (card.accepted?.excerpt ?? card.excerpt)
              )}
            </span>
          ) : null}
        </Link>
        <p className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-0.5 text-[13px] leading-5 text-muted">
          <span className="min-w-0 truncate">
            <Name author={card.author} className="inline text-muted" />
            {` · ${[card.board.name, card.publishedAt ? ago(card.publishedAt) : ''].filter(Boolean).join(' · ')}`}
          </span>
          {card.poll ? <PollState poll={card.poll} /> : null}
          {waits(card) ? (
            <span className="text-persimmon-text">{t(rowWords.noAnswer)}</span>
          ) : (
            <>
              {card.reactionCount > 0 ? (
                <span className="flex items-center gap-1">
                  <FeedGlyph name="heart" size={16} />
                  <span className="sr-only">{t(rowWords.reactionCount, { count: card.reactionCount })}</span>
                  <span aria-hidden="true">{number(card.reactionCount)}</span>
                </span>
              ) : null}
              {card.commentCount > 0 ? (
                <span className="flex items-center gap-1">
                  <FeedGlyph name="reply" size={16} />
                  <span className="sr-only">{t(rowWords.replyCount, { count: card.commentCount })}</span>
                  <span aria-hidden="true">{number(card.commentCount)}</span>
                </span>
              ) : null}
            </>
          )}
          {card.solved ? <span className="text-good-text">{t(words.solved)}</span> : null}
          {card.you && card.you.newComments > 0 ? (
            <span className="text-persimmon-text">{t(words.fresh, { count: card.you.newComments })}</span>
          ) : null}
          {card.reasons[0] ? <span className="text-wheat-text">{card.reasons[0]}</span> : null}
        </p>
      </div>
      {picture ? (
        <Picture medium={picture} sizes="92px" className="mt-0.5 h-[68px] w-[92px] shrink-0 rounded-[8px]" />
      ) : null}
    </article>
  )
}

function Shares({ poll, otherwise }: { poll: NonNullable<PostCard['poll']>; otherwise: string }) {
  const shown = poll.leading.filter((option) => option.percent !== null)
  return shown.length === 0
    ? otherwise
    : shown.map(({ label, percent }) => `${label} ${percent}%`).join(' · ')
}
