/** One column: whose it is, what it is about, and its articles. */
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { Avatar } from '#ui/member/Avatar.tsx'
import { ErrorCard } from '#ui/member/ErrorCard.tsx'
import { HillBand } from '#ui/member/HillBand.tsx'
import { PageHead } from '#ui/member/Page.tsx'
import { Bone } from '#ui/member/Skeleton.tsx'
import { FeedList } from './FeedList.tsx'
import { columnQuery } from './topic.queries.ts'
import { topicWords as words } from './topic.words.ts'

export default function ColumnScreen() {
  const t = useT()
  const { ago } = useFormat()
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  const { data, error, isPending, refetch } = useQuery(columnQuery(slug))
  if (!data)
    return (
      <div className="mx-auto max-w-[680px]">
        <PageHead title={t(words.columns)} back="/columns" />
        {isPending ? <Bone height={200} /> : <ErrorCard error={error} retry={() => void refetch()} />}
      </div>
    )
  return (
    <div className="mx-auto grid max-w-[680px] grid-cols-[minmax(0,1fr)] gap-3">
      <section className="overflow-hidden rounded-card border border-line bg-card">
        {data.coverUrl ? (
          <img src={data.coverUrl} alt="" className="h-[140px] w-full object-cover" />
        ) : (
          <HillBand className="h-[96px] w-full" />
        )}
        <div className="px-4 pt-3 pb-4 sm:px-5">
          <h1 tabIndex={-1} className="text-[22px] leading-8 font-semibold text-pretty">
            {data.name}
          </h1>
          {data.summary ? (
            <p className="mt-1 text-[15px] leading-6 text-muted text-pretty">{data.summary}</p>
          ) : null}
          <Link
            to="/members/$token"
            params={{ token: data.author.token }}
            className="mt-2 -ml-2 inline-flex min-h-11 items-center gap-2.5 rounded-[10px] px-2 text-[14px] hover:bg-soft"
          >
            <Avatar
              name={data.author.name}
              src={data.author.avatarUrl}
              tintKey={data.author.token}
              size={32}
            />
            {t(words.by, { name: data.author.name })}
            <span className="text-[13px] text-muted">
              {[
                t(words.posts, { count: data.posts }),
                ...(data.updatedAt ? [t(words.updated, { time: ago(data.updatedAt) })] : []),
              ].join(' · ')}
            </span>
          </Link>
        </div>
      </section>
      <div className="min-w-0">
        <FeedList filter={{ column: data.slug }} />
      </div>
    </div>
  )
}
