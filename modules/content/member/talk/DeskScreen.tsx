/** 版务: what the hosts of a group look after: reports, and what waits to be let through. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useT } from '#ui/locale/locale.tsx'
import { Button } from '#ui/member/Button.tsx'
import { Card } from '#ui/member/Card.tsx'
import { Empty } from '#ui/member/Empty.tsx'
import { ErrorCard } from '#ui/member/ErrorCard.tsx'
import { Glyph } from '#ui/member/Glyph.tsx'
import { PageHead } from '#ui/member/Page.tsx'
import { Skeleton } from '#ui/member/Skeleton.tsx'
import { Pills } from '../feed/Pills.tsx'
import { DeskReportCard } from './DeskReportCard.tsx'
import { DeskWaitingCard } from './DeskWaitingCard.tsx'
import { deskReportsQuery, deskWaitingQuery } from './desk.queries.ts'
import { deskWords as words } from './desk.words.ts'

const lists = ['reports', 'waiting'] as const

export default function DeskScreen() {
  const t = useT()
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  const asked = (useSearch({ strict: false }) as { list?: string }).list
  const list = lists.find((each) => each === asked) ?? 'reports'
  const navigate = useNavigate()
  return (
    <div className="mx-auto max-w-[720px]">
      <PageHead title={t(words.open)} about={t(words.about)} back={`/groups/${slug}`} />
      <div className="pb-3">
        <Pills
          label={t(words.open)}
          value={list}
          options={lists.map((value) => ({ value, label: t(words[value]) }))}
          choose={(chosen) => void navigate({ to: '.', search: { list: chosen }, replace: true })}
        />
      </div>
      {list === 'reports' ? <Reports slug={slug} /> : <Waiting slug={slug} />}
    </div>
  )
}

function Reports({ slug }: { slug: string }) {
  const t = useT()
  const query = useInfiniteQuery(deskReportsQuery(slug))
  const items = query.data?.pages.flatMap((page) => page.items)
  return (
    <List query={query} none={items?.length === 0} title={t(words.noReports)} body={t(words.noReportsBody)}>
      {items?.map((each) => (
        <DeskReportCard key={each.key} slug={slug} report={each} />
      ))}
    </List>
  )
}

function Waiting({ slug }: { slug: string }) {
  const t = useT()
  const query = useInfiniteQuery(deskWaitingQuery(slug))
  const items = query.data?.pages.flatMap((page) => page.items)
  return (
    <List query={query} none={items?.length === 0} title={t(words.noWaiting)} body={t(words.noWaitingBody)}>
      {items?.map((each) => (
        <DeskWaitingCard key={`${each.what} ${each.id}`} slug={slug} item={each} />
      ))}
    </List>
  )
}

function List({
  query,
  none,
  title,
  body,
  children,
}: {
  query: {
    readonly isPending: boolean
    readonly data: unknown
    readonly error: unknown
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly refetch: () => unknown
    readonly fetchNextPage: () => unknown
  }
  none: boolean
  title: string
  body: string
  children: ReactNode
}) {
  const t = useT()
  if (query.isPending) return <Skeleton lines={4} />
  if (!query.data) return <ErrorCard error={query.error} retry={() => void query.refetch()} />
  if (none)
    return (
      <Card>
        <Empty icon={<Glyph name="check" size={22} />} title={title}>
          {body}
        </Empty>
      </Card>
    )
  return (
    <div className="grid gap-3">
      {children}
      {query.hasNextPage ? (
        <Button wide sending={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t(words.more)}
        </Button>
      ) : null}
    </div>
  )
}
