/** The feed of the first page: write, hot topics, views, posts. */
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { Avatar } from '#ui/member/Avatar.tsx'
import { Glyph } from '#ui/member/Glyph.tsx'
import { useSession } from '#ui/member/session.ts'
import { Tabs } from '#ui/member/Tabs.tsx'
import { FeedGlyph } from './FeedGlyph.tsx'
import { FeedList } from './FeedList.tsx'
import { homeQuery } from './feed.queries.ts'
import { home } from './home.words.ts'

// Only for who opens the view; the switch is one tap away there.
const FeaturedDoors = lazy(() => import('./FeaturedDoors.tsx'))
const PersonalNote = lazy(() => import('./PersonalNote.tsx'))

const memberViews = ['latest', 'hot', 'following', 'unanswered', 'forYou', 'featured'] as const
const strangerViews = ['latest', 'hot', 'unanswered', 'featured'] as const
export type View = (typeof memberViews)[number]

export function HomeFeed() {
  const t = useT()
  const { member } = useSession()
  const navigate = useNavigate()
  const asked = (useSearch({ strict: false }) as Record<string, unknown>).view
  const views: readonly View[] = member ? memberViews : strangerViews
  const view = views.find((each) => each === asked) ?? 'latest'
  const waiting = useQuery(homeQuery).data?.unanswered ?? 0
  const options = views.map((value) => ({
    value,
    label:
      value === 'unanswered' && waiting > 0
        ? t(home.unansweredCount, { count: waiting >= 99 ? '99+' : waiting })
        : t(home[value]),
  }))
  return (
    <Tabs
      label={t(home.views)}
      value={view}
      options={options}
      choose={(next) =>
        void navigate({
          to: '/',
          search: next === 'latest' ? {} : { view: next },
          replace: true,
          resetScroll: false,
        })
      }
    >
      <div className="pt-2">
        <FeedList
          key={view}
          filter={{ view }}
          head={({ personal }) =>
            view === 'featured' ? (
              <Suspense>
                <FeaturedDoors />
              </Suspense>
            ) : personal === null ? null : (
              <Suspense>
                <PersonalNote on={personal} />
              </Suspense>
            )
          }
        />
      </div>
    </Tabs>
  )
}

const ways = [
  { kind: 'photo', glyph: 'picture', label: home.photo },
  { kind: 'poll', glyph: 'bars', label: home.poll },
  { kind: 'question', glyph: 'ask', label: home.ask },
] as const

/** The way in to writing: a line that looks like where one writes, and three kinds at hand. */
export function WriteCard({ name, src, tintKey }: { name: string; src: string | null; tintKey: string }) {
  const t = useT()
  return (
    <div className="flex items-center gap-1 rounded-card border border-line bg-card py-1.5 pr-2 pl-3.5">
      <Link
        to="/write"
        className="flex min-h-11 min-w-0 flex-1 items-center gap-3 rounded-[10px] text-[15px] text-muted"
      >
        <Avatar name={name} src={src} tintKey={tintKey} size={36} />
        <span className="truncate">{t(home.write)}</span>
      </Link>
      {ways.map(({ kind, glyph, label }) => (
        <Link
          key={kind}
          to="/write"
          search={{ kind }}
          aria-label={t(label)}
          title={t(label)}
          className="grid size-11 shrink-0 place-items-center rounded-[10px] hover:bg-soft"
        >
          <FeedGlyph name={glyph} size={22} />
        </Link>
      ))}
    </div>
  )
}

/** Hot topics in a row that slides. */
export function TopicChips() {
  const t = useT()
  const { number } = useFormat()
  const topics = useQuery(homeQuery).data?.topics ?? []
  if (topics.length === 0) return null
  return (
    <nav
      aria-label={t(home.topics)}
      className="overflow-x-auto [scrollbar-width:none] max-md:-mx-4 max-md:px-4"
    >
      <ul className="flex w-max gap-2">
        {topics.map((topic) => (
          <li key={topic.name}>
            <Link
              to="/topics/$name"
              params={{ name: topic.name }}
              className="flex min-h-11 items-center gap-2 rounded-full border border-line bg-card px-3.5 text-[14px] whitespace-nowrap hover:bg-soft"
            >
              #{topic.name}
              <span className="text-[13px] text-muted">{number(topic.posts)}</span>
            </Link>
          </li>
        ))}
        <li>
          <Link
            to="/topics"
            className="flex min-h-11 items-center gap-1 rounded-full px-3 text-[14px] whitespace-nowrap text-muted hover:bg-soft"
          >
            {t(home.allTopics)}
            <Glyph name="right" size={16} />
          </Link>
        </li>
      </ul>
    </nav>
  )
}
