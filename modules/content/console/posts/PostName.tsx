import { Tag, type Tone } from '#ui/console/Page.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { kindLabels } from '../../content.messages.ts'
import type { Post } from './posts.queries.ts'
import { postsWords as words } from './posts.words.ts'

/** A post in a list: its picture, what it is called, where it stands and what it is. */
export function PostName({ post }: { post: Post }) {
  const t = useT()
  return (
    <span className="post-name">
      {post.picture ? (
        <img src={post.picture} alt="" width={40} height={40} loading="lazy" />
      ) : (
        <span className="post-blank">
          <Icon name="note" size={18} />
        </span>
      )}
      <span className="post-words">
        <b>{post.title || post.excerpt || t(words.untitled)}</b>
        <small>
          {t(kindLabels[post.kind])} · {post.group.name} · {post.board.name}
        </small>
      </span>
    </span>
  )
}

const tones: Record<Post['state'], Tone> = {
  published: 'plain',
  scheduled: 'sky',
  pending: 'persimmon',
  hidden: 'bad',
  removed: 'bad',
  merged: 'plain',
}

/** Its state, unless it is simply published, and what it is marked with. */
export function Marks({ post }: { post: Post }) {
  const t = useT()
  const format = useFormat()
  return (
    <span className="post-marks">
      {post.state !== 'published' && (
        <Tag tone={tones[post.state]}>
          {post.state === 'scheduled' && post.publishAt
            ? t(words.scheduledFor, { time: format.dateTime(post.publishAt) })
            : t(words[post.state])}
        </Tag>
      )}
      {post.reports > 0 && <Tag tone="bad">{t(words.reports, { count: post.reports })}</Tag>}
      {post.featured && <Tag tone="wheat">{t(words.featured)}</Tag>}
      {post.pinned && (
        <Tag tone="pine">{t(post.pinned === 'board' ? words.pinnedBoard : words.pinnedGroup)}</Tag>
      )}
      {post.solved && <Tag tone="pine">{t(words.solved)}</Tag>}
      {post.locked && <Tag>{t(words.locked)}</Tag>}
      {post.closed && <Tag>{t(words.closed)}</Tag>}
      {post.state === 'published' &&
        !post.featured &&
        !post.pinned &&
        !post.solved &&
        !post.locked &&
        !post.closed &&
        post.reports === 0 && <span className="muted">{t(words.published)}</span>}
    </span>
  )
}
