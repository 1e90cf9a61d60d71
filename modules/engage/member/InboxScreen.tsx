/** The inbox: what concerns me, newest first, by what it is; everything says why I am told. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import CheckCheck from 'lucide-react/icons/check-check'
import Inbox from 'lucide-react/icons/inbox'
import Settings from 'lucide-react/icons/settings'
import { lazy, Suspense, useState } from 'react'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { Button, buttonClass } from '#ui/member/Button.tsx'
import { Card } from '#ui/member/Card.tsx'
import { Empty } from '#ui/member/Empty.tsx'
import { ErrorCard } from '#ui/member/ErrorCard.tsx'
import { useLive } from '#ui/member/live.ts'
import { PageHead } from '#ui/member/Page.tsx'
import { Skeleton } from '#ui/member/Skeleton.tsx'
import { useSession } from '#ui/member/session.ts'
import { Tabs } from '#ui/member/Tabs.tsx'
import { useToast } from '#ui/member/Toast.tsx'
import { AskPush } from './AskPush.tsx'
import { inboxWords as words } from './inbox.words.ts'
import { NoticeRow } from './NoticeRow.tsx'
import {
  type InboxView,
  inboxQuery,
  inboxTabs,
  type Notice,
  settingsQuery,
  unreadQuery,
} from './notices.queries.ts'
import { titles } from './titles.messages.ts'
import { useInbox } from './useInbox.ts'

const NoticeSheet = lazy(() => import('./NoticeSheet.tsx'))

export default function InboxScreen() {
  const t = useT()
  const { member } = useSession()
  if (!member)
    return (
      <Page>
        <Card>
          <Empty icon={<Inbox size={22} aria-hidden />} title={t(words.emptyTitle)}>
            {t(words.emptyBody)}
          </Empty>
        </Card>
      </Page>
    )
  return <Notices memberId={member.id} />
}

const Page = ({ children, action }: { children: React.ReactNode; action?: React.ReactNode }) => {
  const t = useT()
  return (
    <div className="mx-auto max-w-[760px]">
      <PageHead title={t(titles.inbox)} action={action} />
      {children}
    </div>
  )
}

function Notices({ memberId }: { memberId: string }) {
  const t = useT()
  const tell = useToast()
  const [view, setView] = useState<InboxView>('all')
  const { data: unread } = useQuery(unreadQuery(memberId))
  const inbox = useInbox(memberId)
  const list = useInfiniteQuery(inboxQuery(memberId, view))
  useLive()
  const notices = list.data?.pages.flatMap((page) => page.items) ?? []
  const fresh = view === 'all' ? (unread?.count ?? 0) : view === 'archived' ? 0 : (unread?.tabs[view] ?? 0)
  const options = (['all', ...inboxTabs] as const).map((value) => {
    const count = value === 'all' ? (unread?.count ?? 0) : (unread?.tabs[value] ?? 0)
    return {
      value: value as InboxView,
      label: count > 0 ? t(words.tabNew, { tab: t(words[value]), count }) : t(words[value]),
    }
  })
  return (
    <Page
      action={
        <>
          <Button
            look="quiet"
            icon={<CheckCheck size={18} aria-hidden />}
            disabled={fresh === 0}
            onClick={() =>
              inbox.readAll.mutate(
                {
                  tab: view === 'all' || view === 'archived' ? undefined : view,
                  until: notices[0]?.at ?? new Date().toISOString(),
                },
                { onSuccess: () => tell(t(words.allRead)) },
              )
            }
          >
            {t(words.readAll)}
          </Button>
          <Link
            to={'/me/notices' as string}
            aria-label={t(words.settings)}
            className="grid size-11 place-items-center rounded-[10px] text-muted hover:bg-soft"
          >
            <Settings size={20} aria-hidden />
          </Link>
        </>
      }
    >
      <AskPush />
      {view === 'archived' ? (
        <>
          <p className="flex items-center justify-between pb-2 text-[15px] font-semibold">
            {t(words.archived)}
            <Button look="quiet" onClick={() => setView('all')}>
              {t(words.backToInbox)}
            </Button>
          </p>
          <List {...{ list, notices, inbox, memberId, archived: true }} />
        </>
      ) : (
        <Tabs label={t(words.tabs)} value={view} options={options} choose={setView}>
          <div className="pt-2">
            <List {...{ list, notices, inbox, memberId, archived: false }} />
            <p className="pt-3 text-center">
              <button
                type="button"
                onClick={() => setView('archived')}
                className="min-h-11 rounded-[10px] px-3 text-[14px] text-muted hover:bg-soft"
              >
                {t(words.showArchived)}
              </button>
            </p>
          </div>
        </Tabs>
      )}
    </Page>
  )
}

function List({
  list,
  notices,
  inbox,
  memberId,
  archived,
}: {
  list: ReturnType<typeof useInfiniteQuery>
  notices: readonly Notice[]
  inbox: ReturnType<typeof useInbox>
  memberId: string
  archived: boolean
}) {
  const t = useT()
  const [chosen, choose] = useState<Notice>()
  const { data: settings } = useQuery(settingsQuery(memberId))
  if (list.isPending) return <Skeleton lines={3} face />
  if (list.isError) return <ErrorCard error={list.error} retry={() => void list.refetch()} />
  if (notices.length === 0)
    return (
      <Card>
        <Empty
          icon={<Inbox size={22} aria-hidden />}
          title={t(archived ? words.emptyArchived : words.emptyTitle)}
          action={
            archived ? undefined : (
              <Link to="/" className={buttonClass('plain')}>
                {t(words.toHome)}
              </Link>
            )
          }
        >
          {archived ? undefined : t(words.emptyBody)}
        </Empty>
      </Card>
    )
  return (
    <>
      <Days notices={notices}>
        {(notice) => (
          <NoticeRow
            key={notice.id}
            notice={notice}
            open={() => notice.read || inbox.read.mutate(notice)}
            act={() => choose(notice)}
          />
        )}
      </Days>
      {list.hasNextPage ? (
        <div className="pt-3">
          <Button wide sending={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t(words.more)}
          </Button>
        </div>
      ) : null}
      {chosen ? (
        <Suspense>
          <NoticeSheet
            notice={chosen}
            always={settings?.kinds.find(({ kind }) => kind === chosen.source)?.always ?? false}
            inbox={inbox}
            close={() => choose(undefined)}
          />
        </Suspense>
      ) : null}
    </>
  )
}

/** Today, yesterday, earlier: one card each. */
function Days({
  notices,
  children,
}: {
  notices: readonly Notice[]
  children: (notice: Notice) => React.ReactNode
}) {
  const t = useT()
  const format = useFormat()
  const { now } = useReading()
  const today = format.dayKey(now())
  const yesterday = format.dayKey(now() - 86_400_000)
  const dayOf = ({ at }: Notice) => {
    const day = format.dayKey(at)
    return day === today ? 'today' : day === yesterday ? 'yesterday' : 'earlier'
  }
  return (['today', 'yesterday', 'earlier'] as const).map((day) => {
    const own = notices.filter((notice) => dayOf(notice) === day)
    return own.length === 0 ? null : (
      <section key={day} aria-label={t(words[day])} className="pb-3">
        <h2 className="px-1 pb-1.5 text-[13px] leading-5 text-muted">{t(words[day])}</h2>
        <ul className="divide-y divide-line-soft overflow-hidden rounded-card border border-line bg-card">
          {own.map(children)}
        </ul>
      </section>
    )
  })
}
