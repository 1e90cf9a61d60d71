/** Beside the words on a desktop, below them on a phone: how it does for its author, and what to read next. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { Card } from '#ui/member/Card.tsx'
import { HouseBadge, type HouseTone } from '#ui/member/HouseBadge.tsx'
import { FiguresCard } from './FiguresCard.tsx'
import { type PostPage, relatedQuery } from './page.queries.ts'
import { words } from './page.words.ts'

export function PostAside({ post }: { post: PostPage }) {
  return (
    <aside className="grid gap-4 max-lg:pt-4 lg:pt-11">
      <Group post={post} />
      {post.can.figures ? <FiguresCard id={post.id} /> : null}
      <Related id={post.id} />
    </aside>
  )
}

function Group({ post }: { post: PostPage }) {
  const { group } = post
  return (
    <Link
      to="/groups/$slug"
      params={{ slug: group.slug }}
      className="flex min-h-14 items-center gap-3 rounded-card border border-line bg-card px-4 py-2.5 hover:bg-soft"
    >
      <HouseBadge tone={group.colour as HouseTone} name={group.glyph} size={34} />
      <span className="min-w-0">
        <span className="block text-[15px] leading-6 font-semibold">{group.name}</span>
        <span className="block text-[13px] leading-5 text-muted">{post.board.name}</span>
      </span>
    </Link>
  )
}

function Related({ id }: { id: string }) {
  const t = useT()
  const format = useFormat()
  const items = useQuery(relatedQuery(id)).data?.items ?? []
  if (items.length === 0) return null
  return (
    <Card title={t(words.related)}>
      <ul className="divide-y divide-line-soft">
        {items.map((one) => (
          <li key={one.id}>
            <Link
              to="/posts/$id"
              params={{ id: one.id }}
              className="block rounded-[8px] py-2.5 text-[15px] leading-6 hover:text-pine"
            >
              {one.title || one.excerpt}
              <span className="block text-[13px] leading-5 text-muted">
                {one.author.gone ? t(words.gone) : one.author.name} ·{' '}
                {t(words.comments, { count: one.commentCount })}
                {one.publishedAt ? ` · ${format.ago(one.publishedAt)}` : ''}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
