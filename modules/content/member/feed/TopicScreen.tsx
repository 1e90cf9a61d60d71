/** One topic: how it goes, what stands beside it, and its posts. */
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { buttonClass } from '#ui/member/Button.tsx'
import { ErrorCard } from '#ui/member/ErrorCard.tsx'
import { Glyph } from '#ui/member/Glyph.tsx'
import { PageHead } from '#ui/member/Page.tsx'
import { Bone } from '#ui/member/Skeleton.tsx'
import { useSession } from '#ui/member/session.ts'
import { FeedList, WaitingPosts } from './FeedList.tsx'
import { FollowButton } from './FollowButton.tsx'
import { Pills } from './Pills.tsx'
import { Reason } from './PostCard.tsx'
import { Sparkline } from './Sparkline.tsx'
import { type TopicPage, topicQuery } from './topic.queries.ts'
import { topicWords as words } from './topic.words.ts'

const views = ['latest', 'hot', 'featured'] as const

export default function TopicScreen() {
  const t = useT()
  const { name = '' } = useParams({ strict: false }) as { name?: string }
  const { data, error, isPending, refetch } = useQuery(topicQuery(name))
  const [view, setView] = useState<(typeof views)[number]>('latest')
  if (!isPending && !data)
    return (
      <div className="mx-auto max-w-[680px]">
        <PageHead title={`#${name}`} back="/topics" />
        <ErrorCard error={error} retry={() => void refetch()} />
      </div>
    )
  return (
    <div className="mx-auto grid max-w-[680px] grid-cols-[minmax(0,1fr)] gap-3">
      {data ? <Head topic={data} /> : <Bone height={180} />}
      <Pills
        label={t(words.sort)}
        value={view}
        options={views.map((value) => ({ value, label: t(words[value]) }))}
        choose={setView}
      />
      <div className="min-w-0">
        {data ? <FeedList key={view} filter={{ topic: data.name, view }} /> : <WaitingPosts look="cards" />}
      </div>
    </div>
  )
}

function Head({ topic }: { topic: TopicPage }) {
  const t = useT()
  const { member } = useSession()
  return (
    <section className="overflow-hidden rounded-card border border-line bg-card">
      {topic.coverUrl ? <img src={topic.coverUrl} alt="" className="h-[120px] w-full object-cover" /> : null}
      <div className="px-4 pt-4 pb-3 sm:px-5">
        <div className="flex items-start justify-between gap-4">
          <div className="min-w-0">
            <h1 tabIndex={-1} className="text-[22px] leading-8 font-semibold text-pretty">
              #{topic.name}
            </h1>
            <p className="text-[14px] leading-[22px] text-muted">
              {[t(words.posts, { count: topic.posts }), t(words.followers, { count: topic.followers })].join(
                ' · ',
              )}
            </p>
          </div>
          <div className="grid shrink-0 justify-items-end gap-0.5 pt-1">
            <Sparkline values={topic.trend} className="text-pine" />
            <span className="text-[12px] leading-4 text-muted">
              {t(words.trend, { count: topic.trend.reduce((sum, each) => sum + each, 0) })}
            </span>
          </div>
        </div>
        {topic.summary ? <p className="mt-1.5 text-[15px] leading-6 text-pretty">{topic.summary}</p> : null}
        {topic.reason ? <Reason>{topic.reason}</Reason> : null}
        <div className="mt-3 flex flex-wrap gap-2">
          <FollowButton what="topic" id={topic.name} following={topic.following} />
          {member ? (
            <Link to="/write" search={{ topic: topic.name }} className={buttonClass('plain')}>
              <Glyph name="pencil" size={17} />
              {t(words.writeHere)}
            </Link>
          ) : null}
        </div>
        {topic.related.length > 0 ? (
          <nav aria-label={t(words.related)} className="mt-3 border-t border-line-soft pt-1.5">
            <ul className="flex flex-wrap items-center gap-x-4">
              <li className="text-[13px] text-muted">{t(words.related)}</li>
              {topic.related.slice(0, 5).map((each) => (
                <li key={each.name}>
                  <Link
                    to="/topics/$name"
                    params={{ name: each.name }}
                    className="inline-flex min-h-11 items-center text-[14px] text-pine hover:underline"
                  >
                    #{each.name}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
      </div>
    </section>
  )
}
