/** All subscriptions: what, when, to whom, and how the last one went. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Dropdown, type MenuProps } from 'antd'
import { useState } from 'react'
import type { Message } from '#base/i18n/messages.ts'
import { Card, Page, Tag } from '#ui/console/Page.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { useSession } from '#ui/console/session.ts'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { noonOf } from '../calendar.ts'
import { hourWords, SubscribeDialog } from './SubscribeDialog.tsx'
import {
  pauseSubscription,
  readAgain,
  removeSubscription,
  type Subscription,
  sendMe,
  subscriptionsQuery,
} from './subscriptions.queries.ts'
import { weekdayWords, subscriptionsWords as words } from './subscriptions.words.ts'
import './subscriptions.css'

export default function SubscriptionsScreen() {
  const t = useT()
  const query = useQuery(subscriptionsQuery)
  const reports = (
    <Link to="/plan/reports">
      <Button icon={<Icon name="page" size={16} />}>{t(words.openReports)}</Button>
    </Link>
  )
  return (
    <Page
      title={t(words.title)}
      lead={t(words.lead)}
      actions={
        <>
          <Link to="/plan/robots">
            <Button icon={<Icon name="bell" size={16} />}>{t(words.openRobots)}</Button>
          </Link>
          {reports}
        </>
      }
    >
      <Card flush>
        {query.isPending && <SkeletonRows rows={4} height={84} />}
        {query.isError && <Failed error={query.error} retry={() => query.refetch()} />}
        {query.data?.length === 0 && (
          <Empty icon="mail" title={t(words.none)} hint={t(words.noneHint)} action={reports} />
        )}
        {query.data && query.data.length > 0 && (
          <ul className="sub-list">
            {query.data.map((subscription) => (
              <li key={subscription.id}>
                <Row subscription={subscription} />
              </li>
            ))}
          </ul>
        )}
      </Card>
    </Page>
  )
}

function useTiming() {
  const t = useT()
  return ({ timing }: Subscription): string => {
    const hour = hourWords(timing.hour)
    switch (timing.rhythm) {
      case 'daily':
        return t(words.everyDay, { hour })
      case 'weekly':
        return t(words.everyWeek, { day: t(weekdayWords[timing.weekday - 1]!), hour })
      case 'monthly':
        return t(words.everyMonth, { day: timing.monthDay, hour })
    }
  }
}

function Row({ subscription }: { readonly subscription: Subscription }) {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const { message, modal } = App.useApp()
  const timing = useTiming()
  const [editing, setEditing] = useState(false)
  const { id, last } = subscription
  const me = useSession()?.account?.id
  const stoppedByMe = subscription.readers.some((reader) => reader.id === me && reader.stopped)
  const act = async (work: () => Promise<unknown>, said: Message = words.done) => {
    try {
      await work()
      await client.invalidateQueries({ queryKey: ['subscriptions'] })
      message.success(t(said))
    } catch (error) {
      message.error(asProblem(error).message)
    }
  }
  const to = [
    ...subscription.readers.map(({ name, stopped }) => (stopped ? t(words.stopped, { name }) : name)),
    ...subscription.robots.map(({ name }) => name),
  ]
  const name = subscription.name ?? t(words.gone)
  const day = last ? format.date(noonOf(last.day)) : ''
  const changes: MenuProps['items'] = [
    { key: 'edit', label: t(words.edit), onClick: () => setEditing(true) },
    {
      key: 'pause',
      label: t(subscription.pausedAt ? words.resume : words.pause),
      onClick: () => act(() => pauseSubscription(id, !subscription.pausedAt)),
    },
    {
      key: 'remove',
      danger: true,
      label: t(words.remove),
      onClick: () =>
        modal.confirm({
          title: t(words.removeAsk),
          okText: t(words.remove),
          okButtonProps: { danger: true },
          icon: null,
          onOk: () => act(() => removeSubscription(id), words.removed),
        }),
    },
  ]
  return (
    <div className={`sub-row ${subscription.pausedAt ? 'asleep' : ''}`}>
      <span className="sub-what">
        <span>
          <b>{name}</b>{' '}
          <Tag tone={subscription.kind === 'report' ? 'pine' : 'sky'}>{t(words[subscription.kind])}</Tag>
        </span>
        <span className="small">{to.join(' · ')}</span>
        <span className="muted small">
          {subscription.ownerName && t(words.by, { name: subscription.ownerName })}
        </span>
      </span>
      <span className="sub-when small">
        <span>{timing(subscription)}</span>
        <span className="muted">
          {subscription.nextAt
            ? t(words.next, { when: format.dateTime(subscription.nextAt) })
            : t(words.paused)}
        </span>
        <span className={last && last.failed > 0 ? 'sub-failed' : 'muted'}>
          {!last
            ? t(words.neverSent)
            : !last.endedAt
              ? t(words.sending, { day })
              : last.waiting > 0 && last.failed === 0
                ? t(words.sentWaiting, {
                    day,
                    count: last.deliveries - last.waiting,
                    waiting: last.waiting,
                  })
                : last.failed > 0
                  ? t(words.sentSome, {
                      day,
                      count: last.deliveries - last.failed - last.waiting,
                      failed: last.failed,
                      why: last.problem ?? '',
                    })
                  : t(words.sent, { day, count: last.deliveries })}
        </span>
      </span>
      <Dropdown
        trigger={['click']}
        placement="bottomRight"
        menu={{
          items: [
            { key: 'me', label: t(words.sendMe), onClick: () => act(() => sendMe(id), words.sentMe) },
            ...(stoppedByMe
              ? [{ key: 'again', label: t(words.again), onClick: () => act(() => readAgain(id)) }]
              : []),
            ...(subscription.can.change ? changes : []),
          ],
        }}
      >
        <Button type="text" aria-label={`${t(words.menu)}: ${name}`} icon={<Icon name="more" size={18} />} />
      </Dropdown>
      {editing && (
        <SubscribeDialog
          kind={subscription.kind}
          id={subscription.thing}
          name={name}
          subscription={subscription}
          close={() => setEditing(false)}
        />
      )}
    </div>
  )
}
