/** 优秀作品 (S4-69): what hosts have chosen, as pictures where there are any. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { Avatar } from '#ui/member/Avatar.tsx'
import { Button } from '#ui/member/Button.tsx'
import { Card } from '#ui/member/Card.tsx'
import { Empty } from '#ui/member/Empty.tsx'
import { ErrorCard } from '#ui/member/ErrorCard.tsx'
import { Glyph } from '#ui/member/Glyph.tsx'
import { PageHead } from '#ui/member/Page.tsx'
import { Bone } from '#ui/member/Skeleton.tsx'
import { FeedGlyph } from './FeedGlyph.tsx'
import { type FeedFilter, feedQuery, type PostCard } from './feed.queries.ts'
import { words as feedWords } from './feed.words.ts'
import { Picture } from './Media.tsx'
import { Pills } from './Pills.tsx'
import { rowWords } from './row.words.ts'
import { topicWords as words } from './topic.words.ts'

const kinds = {
  all: {},
  pictures: { pictures: 'true' },
  articles: { kind: 'article' },
  answers: { kind: 'question' },
} as const satisfies Record<string, Partial<FeedFilter>>
const labels = {
  all: words.galleryAll,
  pictures: words.withPictures,
  articles: words.articles,
  answers: words.answers,
}

export default function GalleryScreen() {
  const t = useT()
  const [kind, setKind] = useState<keyof typeof kinds>('all')
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(feedQuery({ view: 'featured', ...kinds[kind] }))
  const posts = data?.pages.flatMap((page) => page.items) ?? []
  return (
    <div className="mx-auto max-w-[1000px]">
      <PageHead title={t(words.gallery)} about={t(words.galleryAbout)} back="/" />
      <div className="pb-3">
        <Pills
          label={t(words.gallery)}
          value={kind}
          options={(Object.keys(kinds) as (keyof typeof kinds)[]).map((value) => ({
            value,
            label: t(labels[value]),
          }))}
          choose={setKind}
        />
      </div>
      {isPending ? (
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {[0, 1, 2].map((key) => (
            <Bone key={key} height={260} />
          ))}
        </div>
      ) : null}
      {!isPending && !data ? <ErrorCard error={error} retry={() => void refetch()} /> : null}
      {data && posts.length === 0 ? (
        <Card>
          <Empty icon={<FeedGlyph name="star" size={22} />} title={t(words.noWorks)}>
            {t(words.noWorksBody)}
          </Empty>
        </Card>
      ) : null}
      <ul className="gap-4 sm:columns-2 lg:columns-3">
        {posts.map((post) => (
          <li key={post.id} className="mb-4 break-inside-avoid">
            <Work post={post} />
          </li>
        ))}
      </ul>
      {hasNextPage ? (
        <Button wide sending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t(feedWords.more)}
        </Button>
      ) : (
        <p className="py-4 text-center">
          <Link
            to="/columns"
            className="inline-flex min-h-11 items-center gap-1 text-[14px] text-pine hover:underline"
          >
            {t(words.columns)}
            <Glyph name="right" size={16} />
          </Link>
        </p>
      )}
    </div>
  )
}

function Work({ post }: { post: PostCard }) {
  const t = useT()
  const { number } = useFormat()
  const [first] = post.media
  const ratio =
    first && Math.min(1.6, Math.max(0.75, first.width && first.height ? first.width / first.height : 1))
  return (
    <Link
      to="/posts/$id"
      params={{ id: post.id }}
      data-post={post.id}
      className="block overflow-hidden rounded-card border border-line bg-card hover:shadow-soft"
    >
      {first ? (
        <span className="block" style={{ aspectRatio: ratio }}>
          <Picture
            medium={first}
            sizes="(min-width: 1024px) 320px, (min-width: 640px) 46vw, 92vw"
            className="size-full"
          />
        </span>
      ) : null}
      <span className="block px-4 py-3">
        <span className="block text-[16px] leading-6 font-semibold text-pretty">
          {post.title || post.excerpt}
        </span>
        {first || !post.title ? null : (
          <span className="mt-1 line-clamp-5 text-[14px] leading-[22px] text-muted">{post.excerpt}</span>
        )}
        <span className="mt-2 flex items-center gap-2 text-[13px] leading-5 text-muted">
          <Avatar name={post.author.name} src={post.author.avatarUrl} tintKey={post.author.token} size={22} />
          <span className="min-w-0 flex-1 truncate">
            {post.author.gone ? t(feedWords.gone) : post.author.name}
          </span>
          <FeedGlyph name="heart" size={16} />
          <span className="sr-only">{t(rowWords.reactionCount, { count: post.reactionCount })}</span>
          <span aria-hidden="true">{number(post.reactionCount)}</span>
        </span>
      </span>
    </Link>
  )
}
