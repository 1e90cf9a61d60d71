/** 我关注的话题, below one's groups beside the page of a group. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { useSession } from '#ui/member/session.ts'
import { followedTopicsQuery } from './topic.queries.ts'
import { topicWords as words } from './topic.words.ts'

export default function GroupTopics() {
  const t = useT()
  const { number } = useFormat()
  const { member } = useSession()
  const { data } = useQuery({ ...followedTopicsQuery, enabled: member !== null })
  if (!data || data.items.length === 0) return null
  return (
    <nav aria-label={t(words.groupTopics)}>
      <h2 className="px-2.5 pb-1 text-[13px] leading-6 text-muted">{t(words.groupTopics)}</h2>
      <ul>
        {data.items.map((topic) => (
          <li key={topic.name}>
            <Link
              to="/topics/$name"
              params={{ name: topic.name }}
              className="flex min-h-11 items-center gap-2 rounded-[10px] px-2.5 text-[15px] hover:bg-soft"
            >
              <span className="min-w-0 flex-1 truncate">#{topic.name}</span>
              <span className="text-[13px] text-muted">{number(topic.posts)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
