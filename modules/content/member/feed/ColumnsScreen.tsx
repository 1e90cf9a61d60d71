/** 专栏: one person, one subject, article after article. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { Avatar } from '#ui/member/Avatar.tsx'
import { Button } from '#ui/member/Button.tsx'
import { Card } from '#ui/member/Card.tsx'
import { Empty } from '#ui/member/Empty.tsx'
import { ErrorCard } from '#ui/member/ErrorCard.tsx'
import { Glyph } from '#ui/member/Glyph.tsx'
import { HillBand } from '#ui/member/HillBand.tsx'
import { PageHead } from '#ui/member/Page.tsx'
import { Skeleton } from '#ui/member/Skeleton.tsx'
import { words as feedWords } from './feed.words.ts'
import { columnsQuery } from './topic.queries.ts'
import { topicWords as words } from './topic.words.ts'

export default function ColumnsScreen() {
  const t = useT()
  const { ago } = useFormat()
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(columnsQuery)
  const columns = data?.pages.flatMap((page) => page.items) ?? []
  return (
    <div className="mx-auto max-w-[1000px]">
      <PageHead title={t(words.columns)} about={t(words.columnsAbout)} back="/" />
      {isPending ? <Skeleton lines={3} /> : null}
      {!isPending && !data ? <ErrorCard error={error} retry={() => void refetch()} /> : null}
      {data && columns.length === 0 ? (
        <Card>
          <Empty icon={<Glyph name="pencil" size={22} />} title={t(words.noColumns)}>
            {t(words.noColumnsBody)}
          </Empty>
        </Card>
      ) : null}
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {columns.map((column) => (
          <li key={column.slug} className="min-w-0">
            <Link
              to="/columns/$slug"
              params={{ slug: column.slug }}
              className="flex h-full flex-col overflow-hidden rounded-card border border-line bg-card hover:shadow-soft"
            >
              {column.coverUrl ? (
                <img src={column.coverUrl} alt="" loading="lazy" className="h-[96px] w-full object-cover" />
              ) : (
                <HillBand className="h-[96px] w-full" />
              )}
              <span className="flex flex-1 flex-col px-4 py-3">
                <span className="text-[17px] leading-6 font-semibold text-pretty">{column.name}</span>
                <span className="mt-1 line-clamp-2 flex-1 text-[14px] leading-[22px] text-muted">
                  {column.summary}
                </span>
                <span className="mt-2.5 flex items-center gap-2 text-[13px] leading-5 text-muted">
                  <Avatar
                    name={column.author.name}
                    src={column.author.avatarUrl}
                    tintKey={column.author.token}
                    size={24}
                  />
                  <span className="min-w-0 flex-1 truncate">{column.author.name}</span>
                  <span className="shrink-0">
                    {[
                      t(words.posts, { count: column.posts }),
                      ...(column.updatedAt ? [t(words.updated, { time: ago(column.updatedAt) })] : []),
                    ].join(' · ')}
                  </span>
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {hasNextPage ? (
        <div className="pt-4">
          <Button wide sending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t(feedWords.more)}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
