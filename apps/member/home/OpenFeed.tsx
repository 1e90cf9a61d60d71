/** What is open to everybody, for who has not come in yet: hot topics and the newest posts. */
import { Link } from '@tanstack/react-router'
import { HomeFeed, TopicChips } from '#modules/content/member/feed/HomeFeed.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { words as home } from './public.messages.ts'

export default function OpenFeed() {
  const t = useT()
  return (
    <div className="mx-auto grid max-w-[680px] grid-cols-[minmax(0,1fr)] gap-3">
      <h2 className="text-[17px] leading-[26px] font-semibold">{t(home.talking)}</h2>
      <TopicChips />
      <div className="min-w-0">
        <HomeFeed />
      </div>
      <p className="flex flex-wrap gap-x-5 text-[14px]">
        {(
          [
            ['/works', home.works],
            ['/columns', home.columns],
            ['/ranking', home.ranking],
          ] as const
        ).map(([to, label]) => (
          <Link key={to} to={to} className="inline-flex min-h-11 items-center text-pine hover:underline">
            {t(label)}
          </Link>
        ))}
      </p>
    </div>
  )
}
