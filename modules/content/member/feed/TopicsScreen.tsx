/** 话题: what is talked about, how it goes, and why it is hot. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { Button } from '#ui/member/Button.tsx'
import { Card } from '#ui/member/Card.tsx'
import { Empty } from '#ui/member/Empty.tsx'
import { ErrorCard } from '#ui/member/ErrorCard.tsx'
import { Glyph } from '#ui/member/Glyph.tsx'
import { PageHead } from '#ui/member/Page.tsx'
import { Skeleton } from '#ui/member/Skeleton.tsx'
import { useSession } from '#ui/member/session.ts'
import { words as feedWords } from './feed.words.ts'
import { Pills } from './Pills.tsx'
import { Sparkline } from './Sparkline.tsx'
import { topicsQuery } from './topic.queries.ts'
import { topicWords as words } from './topic.words.ts'

export default function TopicsScreen() {
  const t = useT()
  const { number } = useFormat()
  const { member } = useSession()
  const [typed, setTyped] = useState('')
  const [mine, setMine] = useState(false)
  const q = useDeferredValue(typed.trim().replace(/^#/, ''))
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(topicsQuery(q, mine))
  const topics = data?.pages.flatMap((page) => page.items) ?? []
  const [title, body] = q ? [words.notFound, words.notFoundBody] : [words.noTopics, words.noTopicsBody]
  return (
    <div className="mx-auto max-w-[820px]">
      <PageHead title={t(words.topics)} about={t(words.topicsAbout)} back="/" />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 pb-3">
        {member ? (
          <Pills
            label={t(words.topics)}
            value={mine ? 'mine' : 'all'}
            options={[
              { value: 'all', label: t(words.all) },
              { value: 'mine', label: t(words.mine) },
            ]}
            choose={(value) => setMine(value === 'mine')}
          />
        ) : null}
        <input
          type="search"
          value={typed}
          maxLength={40}
          aria-label={t(words.find)}
          placeholder={t(words.find)}
          onChange={(event) => setTyped(event.currentTarget.value)}
          className="min-h-11 w-full rounded-full border border-line-strong bg-card px-4 text-[15px] placeholder:text-muted sm:ml-auto sm:w-[240px]"
        />
      </div>
      {isPending ? <Skeleton lines={3} /> : null}
      {!isPending && !data ? <ErrorCard error={error} retry={() => void refetch()} /> : null}
      {data && topics.length === 0 ? (
        <Card>
          <Empty icon={<Glyph name="speech" size={22} />} title={t(title)}>
            {t(body)}
          </Empty>
        </Card>
      ) : null}
      {topics.length > 0 ? (
        <ol className="divide-y divide-line-soft overflow-hidden rounded-card border border-line bg-card">
          {topics.map((topic, at) => (
            <li key={topic.name}>
              <Link
                to="/topics/$name"
                params={{ name: topic.name }}
                className="flex min-h-[72px] items-center gap-3 px-4 py-2.5 hover:bg-soft sm:gap-4"
              >
                {q || mine ? null : (
                  <span
                    className={`w-6 shrink-0 text-center text-[17px] font-semibold ${at < 3 ? 'text-persimmon-text' : 'text-muted'}`}
                  >
                    {at + 1}
                  </span>
                )}
                <span className="min-w-0 flex-1">
                  <span className="block truncate text-[16px] leading-6 font-semibold">#{topic.name}</span>
                  {topic.summary ? (
                    <span className="block truncate text-[14px] leading-[22px]">{topic.summary}</span>
                  ) : null}
                  <span className="block text-[13px] leading-5 text-muted">
                    {[
                      t(words.posts, { count: topic.posts }),
                      t(words.followers, { count: topic.followers }),
                    ].join(' · ')}
                    {topic.reason ? <span className="block text-wheat-text">{topic.reason}</span> : null}
                  </span>
                </span>
                <span className="grid shrink-0 justify-items-end gap-0.5">
                  <Sparkline values={topic.trend} className="text-pine" />
                  <span className="text-[12px] leading-4 text-muted max-sm:hidden">
                    {t(words.trend, { count: number(topic.trend.reduce((sum, each) => sum + each, 0)) })}
                  </span>
                </span>
              </Link>
            </li>
          ))}
        </ol>
      ) : null}
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
