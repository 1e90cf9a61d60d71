/** 热门话题 beside a list: with what makes each of them hot. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useT } from '#ui/locale/locale.tsx'
import { Card } from '#ui/member/Card.tsx'
import { Bone } from '#ui/member/Skeleton.tsx'
import { homeQuery } from './feed.queries.ts'
import { home } from './home.words.ts'
import { Sparkline } from './Sparkline.tsx'
import { topicWords } from './topic.words.ts'

export default function HotTopics() {
  const t = useT()
  const { data, isPending } = useQuery(homeQuery)
  const topics = data?.topics.slice(0, 6) ?? []
  if (!isPending && topics.length === 0) return null
  return (
    <Card
      title={t(home.topics)}
      aside={
        <Link to="/topics" className="-my-2.5 inline-flex min-h-11 items-center text-pine hover:underline">
          {t(home.allTopics)}
        </Link>
      }
    >
      {isPending ? (
        <div className="grid gap-4 py-3">
          <Bone width="80%" />
          <Bone width="64%" />
          <Bone width="72%" />
        </div>
      ) : null}
      <ol className="mt-1">
        {topics.map((topic, at) => (
          <li key={topic.name}>
            <Link
              to="/topics/$name"
              params={{ name: topic.name }}
              className="-mx-2 flex min-h-[52px] items-center gap-2.5 rounded-[10px] px-2 py-1 hover:bg-soft"
            >
              <span
                className={`w-4 shrink-0 text-[15px] font-semibold ${at < 3 ? 'text-persimmon-text' : 'text-muted'}`}
              >
                {at + 1}
              </span>
              <span className="min-w-0 flex-1">
                <span className="block truncate text-[15px] leading-6">#{topic.name}</span>
                <span className="block truncate text-[13px] leading-5 text-muted">
                  {topic.reason ?? t(topicWords.posts, { count: topic.posts })}
                </span>
              </span>
              <Sparkline values={topic.trend} className="text-pine" />
            </Link>
          </li>
        ))}
      </ol>
    </Card>
  )
}
