import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import type { Format } from '#ui/locale/format.ts'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { type Moment, timelineQuery } from './members.queries.ts'
import { memberWords } from './members.words.ts'
import { describeMoment, iconOfMoment } from './moments.ts'

/** What a member did, day by day; the same thing in a row is said once with its count. */
export function Timeline({ memberId }: { memberId: string }) {
  const t = useT()
  const format = useFormat()
  const { locale } = useReading()
  const query = useInfiniteQuery(timelineQuery(memberId))
  if (query.isPending) return <SkeletonRows rows={6} />
  if (query.isError) return <Failed error={query.error} retry={() => query.refetch()} />
  const moments = query.data.pages.flatMap((page) => page.items)
  if (moments.length === 0)
    return (
      <Empty icon="history" title={t(memberWords.timelineEmpty)} hint={t(memberWords.timelineEmptyHint)} />
    )
  return (
    <>
      {byDay(moments, format).map(([day, groups]) => (
        <section key={day} className="day">
          <h3>
            {format.date(groups[0]?.first.occurredAt ?? day)}
            <small>{format.weekday(groups[0]?.first.occurredAt ?? day)}</small>
          </h3>
          <ol>
            {groups.map(({ first, count }) => (
              <li key={first.id}>
                <time dateTime={first.occurredAt}>{format.time(first.occurredAt)}</time>
                <span className="day-glyph">
                  <Icon name={iconOfMoment(first)} size={15} />
                </span>
                <span>
                  {describeMoment(first, locale)}
                  {count > 1 && <small className="muted"> · {t(memberWords.times, { count })}</small>}
                </span>
              </li>
            ))}
          </ol>
        </section>
      ))}
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {t(memberWords.older)}
        </Button>
      )}
    </>
  )
}

interface Repeated {
  readonly first: Moment
  count: number
}

function byDay(moments: readonly Moment[], format: Format): [string, Repeated[]][] {
  const days = new Map<string, Repeated[]>()
  for (const moment of moments) {
    const key = format.dayKey(moment.occurredAt)
    const groups = days.get(key) ?? []
    const last = groups.at(-1)
    if (
      last &&
      last.first.name === moment.name &&
      last.first.object?.id === moment.object?.id &&
      last.first.props.path === moment.props.path
    )
      last.count++
    else groups.push({ first: moment, count: 1 })
    days.set(key, groups)
  }
  return [...days]
}
