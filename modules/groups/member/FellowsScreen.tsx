/** Who is in the group: hosts first, then the newest. */
import { useInfiniteQuery } from '@tanstack/react-query'
import Search from 'lucide-react/icons/search'
import { useDeferredValue, useState } from 'react'
import { roleLabels } from '#modules/groups/groups.messages.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { Avatar } from '#ui/member/Avatar.tsx'
import { Button } from '#ui/member/Button.tsx'
import { Empty } from '#ui/member/Empty.tsx'
import { ErrorCard } from '#ui/member/ErrorCard.tsx'
import { Glyph } from '#ui/member/Glyph.tsx'
import { PageHead } from '#ui/member/Page.tsx'
import { Skeleton } from '#ui/member/Skeleton.tsx'
import { useGroupAddress } from './GroupScreen.tsx'
import { fellowsQuery } from './groups.queries.ts'
import { words } from './groups.words.ts'
import { titles } from './titles.messages.ts'

export default function FellowsScreen() {
  const t = useT()
  const format = useFormat()
  const { slug } = useGroupAddress()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(fellowsQuery(slug, q))
  const fellows = data?.pages.flatMap((page) => page.items) ?? []
  const total = data?.pages[0]?.total
  return (
    <div className="mx-auto max-w-[720px]">
      <PageHead
        title={t(titles.members)}
        about={typeof total === 'number' ? t(words.members, { count: total }) : undefined}
        back={`/groups/${slug}`}
      />
      <label className="relative mb-3 block">
        <span className="sr-only">{t(words.searchMembers)}</span>
        <Search
          size={17}
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-3.5 -translate-y-1/2 text-muted"
        />
        <input
          type="search"
          value={typed}
          maxLength={40}
          placeholder={t(words.searchMembers)}
          onChange={(event) => setTyped(event.currentTarget.value)}
          className="min-h-11 w-full rounded-full border border-line-strong bg-card pr-3.5 pl-10 text-[15px] placeholder:text-muted"
        />
      </label>
      {isPending ? <Skeleton lines={3} face /> : null}
      {!isPending && !data ? <ErrorCard error={error} retry={() => void refetch()} /> : null}
      {data ? (
        <div className="overflow-hidden rounded-card border border-line bg-card">
          {fellows.length === 0 ? (
            <Empty icon={<Glyph name="person" size={22} />} title={t(words.nobodyFound)}>
              {t(words.nobodyFoundBody)}
            </Empty>
          ) : (
            <ul className="divide-y divide-line-soft">
              {fellows.map((fellow) => (
                <li key={fellow.membershipId} className="flex min-h-[64px] items-center gap-3 px-4 py-2.5">
                  <Avatar name={fellow.name} src={fellow.avatarUrl} tintKey={fellow.token} size={40} />
                  <div className="min-w-0 flex-1">
                    <p className="flex flex-wrap items-center gap-x-2 text-[15px] leading-6">
                      <span className="font-medium">{fellow.name}</span>
                      {fellow.role === 'member' ? null : (
                        <span className="rounded-[5px] bg-pine-soft px-1.5 py-0.5 text-[12px] leading-4 text-pine">
                          {t(roleLabels[fellow.role])}
                        </span>
                      )}
                      {fellow.tier ? (
                        <span className="rounded-[5px] bg-wheat-soft px-1.5 py-0.5 text-[12px] leading-4 text-wheat-text">
                          {fellow.tier}
                        </span>
                      ) : null}
                      {fellow.isYou ? (
                        <span className="text-[13px] text-muted">{t(words.itsYou)}</span>
                      ) : null}
                    </p>
                    <p className="truncate text-[13px] leading-5 text-muted">
                      {[fellow.city, fellow.introduction || format.ago(fellow.joinedAt)]
                        .filter(Boolean)
                        .join(' · ')}
                    </p>
                  </div>
                </li>
              ))}
            </ul>
          )}
          {hasNextPage ? (
            <div className="border-t border-line-soft p-2">
              <Button look="quiet" wide sending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                {t(words.more)}
              </Button>
            </div>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}
