import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { moneyWords } from '#base/text/money.ts'
import { Card } from '#ui/console/Page.tsx'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { OrderDrawer } from './OrderDrawer.tsx'
import { memberOrdersQuery } from './orders.queries.ts'
import { words } from './orders.words.ts'
import { Status, useContent } from './shown.tsx'

/** What a member bought, on his page. */
export default function MemberOrders({ memberId }: { readonly memberId: string }) {
  const t = useT()
  const format = useFormat()
  const { locale } = useReading()
  const content = useContent()
  const [shown, show] = useState<string>()
  const { data, error, isError, refetch } = useQuery(memberOrdersQuery(memberId))
  const spent = data?.spending
    .map(({ orders, paidMinor, refundedMinor, currency }) =>
      t(words.memberSpent, { orders, amount: moneyWords(locale, paidMinor - refundedMinor, currency) }),
    )
    .join(' · ')
  return (
    <Card
      title={t(words.memberOrders)}
      {...(spent ? { note: spent } : {})}
      extra={
        data?.next && (
          <Link to="/orders" search={{ member: memberId } as never} className="link">
            {t(words.seeAll)}
          </Link>
        )
      }
    >
      {isError ? <Failed error={error} retry={() => refetch()} /> : !data && <SkeletonRows rows={3} />}
      {data?.items.length === 0 && <p className="muted">{t(words.memberNone)}</p>}
      <ul className="order-panel">
        {data?.items.map((order) => (
          <li key={order.id}>
            <span className="order-number">
              <button type="button" className="door" onClick={() => show(order.id)}>
                {content(order) || order.externalId}
              </button>
              <small className="muted">
                {format.date(order.placedAt)} · {order.source.name}
              </small>
            </span>
            <span className="order-amount">
              {moneyWords(locale, order.paidMinor, order.currency)}
              <Status status={order.status} />
            </span>
          </li>
        ))}
      </ul>
      {shown && <OrderDrawer id={shown} close={() => show(undefined)} />}
    </Card>
  )
}
