import { useInfiniteQuery } from '@tanstack/react-query'
import { moneyWords } from '#base/text/money.ts'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { Button } from '#ui/member/Button.tsx'
import { Card } from '#ui/member/Card.tsx'
import { Empty } from '#ui/member/Empty.tsx'
import { ErrorCard } from '#ui/member/ErrorCard.tsx'
import { LateGlyph } from '#ui/member/LateGlyph.tsx'
import { PageHead } from '#ui/member/Page.tsx'
import { Skeleton } from '#ui/member/Skeleton.tsx'
import { useSession } from '#ui/member/session.ts'
import { statusWords } from '../orders/status.messages.ts'
import { words } from './orders.messages.ts'
import { myOrdersQuery } from './orders.queries.ts'
import { titles } from './titles.messages.ts'

/** What I bought, as the shops tell it; nothing to be done about it here. */
export default function OrdersScreen() {
  const t = useT()
  const { member } = useSession()
  return (
    <>
      <PageHead title={t(titles.orders)} about={t(words.about)} back="/me" />
      {member ? <Pages /> : <Nothing />}
    </>
  )
}

function Pages() {
  const t = useT()
  const format = useFormat()
  const { locale } = useReading()
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(myOrdersQuery)
  if (isPending) return <Skeleton lines={4} />
  if (!data) return <ErrorCard error={error} retry={() => void refetch()} />
  const orders = data.pages.flatMap((page) => page.items)
  if (orders.length === 0) return <Nothing />
  return (
    <>
      {orders.map((order) => (
        <Card key={order.id}>
          <p className="flex justify-between gap-3 text-sm text-muted">
            <span>
              {format.date(order.placedAt)} · {order.source.name}
            </span>
            <span>{t(statusWords[order.status])}</span>
          </p>
          <ul className="my-2">
            {order.items.map((item, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of an order have no other name and stay in place
              <li key={at} className="flex justify-between gap-3">
                <span>{t(words.times, { name: item.name, count: item.quantity })}</span>
                <span className="tabular-nums">{moneyWords(locale, item.totalMinor, order.currency)}</span>
              </li>
            ))}
          </ul>
          <p className="flex justify-between gap-3">
            <span className="text-sm text-muted">{order.externalId}</span>
            <b className="tabular-nums">
              {moneyWords(locale, order.paidMinor || order.totalMinor, order.currency)}
            </b>
          </p>
          {order.refundedMinor > 0 ? (
            <p className="text-right text-sm text-muted">
              {t(words.refunded, { amount: moneyWords(locale, order.refundedMinor, order.currency) })}
            </p>
          ) : null}
        </Card>
      ))}
      {hasNextPage ? (
        <Button wide sending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t(words.more)}
        </Button>
      ) : null}
    </>
  )
}

function Nothing() {
  const t = useT()
  return (
    <Card>
      <Empty icon={<LateGlyph name="bag" size={24} />} title={t(words.empty)}>
        {t(words.emptyBody)}
      </Empty>
    </Card>
  )
}
