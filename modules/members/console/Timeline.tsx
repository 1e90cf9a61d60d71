import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button, Input, Segmented, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { dayStart, nextDay } from '#ui/console/days.ts'
import { Tag } from '#ui/console/Page.tsx'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import type { Format } from '#ui/locale/format.ts'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { type Moment, type TimelineFilters, timelineQuery } from './members.queries.ts'
import { memberWords } from './members.words.ts'
import { describeMoment, iconOfMoment, nameOfMoments } from './moments.ts'
import { timelineNamesQuery } from './profile/profile.queries.ts'
import { profileWords } from './profile/profile.words.ts'

/**
 * What a member did, day by day and without end; the same thing in a row is said once with its count. What the
 * browser did before its owner signed in is there too, and marked.
 */
export function Timeline({ memberId }: { memberId: string }) {
  const t = useT()
  const { timeZone } = useReading()
  const [filters, setFilters] = useState<TimelineFilters>({})
  const [before, setBefore] = useState('')
  const query = useInfiniteQuery(
    timelineQuery(memberId, {
      ...filters,
      ...(before ? { before: dayStart(nextDay(before), timeZone) } : {}),
    }),
  )
  const filtered = Boolean(filters.kind || filters.names?.length || before)
  return (
    <>
      <Tools
        memberId={memberId}
        filters={filters}
        change={(change) => setFilters((held) => ({ ...held, ...change }))}
        before={before}
        setBefore={setBefore}
      />
      {query.isPending && <SkeletonRows rows={6} />}
      {query.isError && <Failed error={query.error} retry={() => query.refetch()} />}
      {query.isSuccess &&
        (query.data.pages[0]?.items.length === 0 ? (
          <Empty
            icon="history"
            title={t(filtered ? profileWords.nothingFits : memberWords.timelineEmpty)}
            hint={filtered ? undefined : t(memberWords.timelineEmptyHint)}
            action={
              filtered && (
                <Button
                  onClick={() => {
                    setFilters({})
                    setBefore('')
                  }}
                >
                  {t(profileWords.showAll)}
                </Button>
              )
            }
          />
        ) : (
          <Days moments={query.data.pages.flatMap((page) => page.items)} />
        ))}
      {query.hasNextPage && (
        <Further
          busy={query.isFetchingNextPage}
          more={() => query.fetchNextPage()}
          label={t(memberWords.older)}
        />
      )}
    </>
  )
}

function Tools({
  memberId,
  filters,
  change,
  before,
  setBefore,
}: {
  readonly memberId: string
  readonly filters: TimelineFilters
  readonly change: (filters: TimelineFilters) => void
  readonly before: string
  readonly setBefore: (day: string) => void
}) {
  const t = useT()
  const format = useFormat()
  const { locale } = useReading()
  const names = useQuery(timelineNamesQuery(memberId)).data?.items ?? []
  return (
    <div className="timeline-tools">
      <Segmented
        aria-label={t(memberWords.timeline)}
        value={filters.kind ?? 'all'}
        onChange={(kind) => change({ kind: kind === 'all' ? undefined : (kind as 'facts') })}
        options={[
          { value: 'all', label: t(profileWords.filterAll) },
          { value: 'facts', label: t(profileWords.filterFacts) },
          { value: 'behaviour', label: t(profileWords.filterBehaviour) },
        ]}
      />
      <Select
        mode="multiple"
        allowClear
        maxTagCount={1}
        aria-label={t(profileWords.filterNames)}
        placeholder={t(profileWords.filterNames)}
        value={[...(filters.names ?? [])]}
        onChange={(chosen: string[]) => change({ names: chosen })}
        optionFilterProp="label"
        options={names.map(({ name, label, count }) => ({
          value: name,
          label: `${nameOfMoments(name, label, locale)} · ${format.number(count)}`,
        }))}
      />
      <Input
        type="date"
        aria-label={t(profileWords.filterBefore)}
        title={t(profileWords.filterBefore)}
        value={before}
        onChange={(event) => setBefore(event.target.value)}
      />
    </div>
  )
}

/** Asks for what is older as it comes into view; a button for those who do not scroll. */
function Further({
  busy,
  more,
  label,
}: {
  readonly busy: boolean
  readonly more: () => void
  readonly label: string
}) {
  const mark = useRef<HTMLDivElement>(null)
  const latest = useRef(more)
  latest.current = more
  useEffect(() => {
    const seen = new IntersectionObserver(
      (entries) => {
        if (!busy && entries.some((entry) => entry.isIntersecting)) latest.current()
      },
      { rootMargin: '300px' },
    )
    if (mark.current) seen.observe(mark.current)
    return () => seen.disconnect()
  }, [busy])
  return (
    <div ref={mark} className="timeline-more">
      <Button loading={busy} onClick={more}>
        {label}
      </Button>
    </div>
  )
}

function Days({ moments }: { readonly moments: readonly Moment[] }) {
  const t = useT()
  const format = useFormat()
  const { locale } = useReading()
  return byDay(moments, format).map(([day, groups]) => (
    <section key={day} className="day">
      <h3>
        {format.date(groups[0]?.first.occurredAt ?? day)}
        <small>{format.weekday(groups[0]?.first.occurredAt ?? day)}</small>
      </h3>
      <ol>
        {groups.map(({ first, count }) => (
          <li key={first.id} className={first.earlier ? 'day-earlier' : undefined}>
            <time dateTime={first.occurredAt}>{format.time(first.occurredAt)}</time>
            <span className="day-glyph">
              <Icon name={iconOfMoment(first)} size={15} />
            </span>
            <span>
              {describeMoment(first, locale)}
              {count > 1 && <small className="muted"> · {t(memberWords.times, { count })}</small>}
              {first.earlier && (
                <span className="earlier-mark" title={t(profileWords.earlierHint)}>
                  <Tag>{t(profileWords.earlier)}</Tag>
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  ))
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
      last.first.earlier === moment.earlier &&
      last.first.object?.id === moment.object?.id &&
      last.first.props.path === moment.props.path
    )
      last.count++
    else groups.push({ first: moment, count: 1 })
    days.set(key, groups)
  }
  return [...days]
}
