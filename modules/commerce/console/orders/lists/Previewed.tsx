import { moneyWords } from '#base/text/money.ts'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { Status } from '../shown.tsx'
import type { PreviewedOrder } from './lists.queries.ts'
import { listWords } from './lists.words.ts'

/** An order of the list as it will be. */
export function Previewed({ order, currency }: { order: PreviewedOrder; currency: string }) {
  const t = useT()
  const format = useFormat()
  const { locale } = useReading()
  const facts = [
    order.items.join('、'),
    order.customer || t(listWords.nobody),
    order.placedAt ? format.dateTime(order.placedAt) : '',
  ].filter(Boolean)
  return (
    <li className="previewed-order">
      <span className="order-number">
        <span className="clip">{order.number}</span>
        {facts.map((fact) => (
          <small key={fact} className="muted clip">
            {fact}
          </small>
        ))}
      </span>
      <span className="order-amount">
        {moneyWords(locale, order.paidMinor ?? 0, currency)}
        {(order.refundedMinor ?? 0) > 0 && (
          <small className="bad">−{moneyWords(locale, order.refundedMinor ?? 0, currency)}</small>
        )}
        {order.status && <Status status={order.status} />}
      </span>
    </li>
  )
}
