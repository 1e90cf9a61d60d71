import { moneyWords } from '#base/text/money.ts'
import { importingWords } from '#ui/console/importing/importing.words.ts'
import { Card } from '#ui/console/Page.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { Status } from '../shown.tsx'
import type { PreviewedOrder } from './lists.queries.ts'
import { listWords } from './lists.words.ts'

const shown = 6

interface PreviewCardProps {
  readonly orders: readonly PreviewedOrder[]
  readonly currency: string
  readonly failure: string | undefined
}

/** The first orders of the list as they will be. */
export function PreviewCard({ orders, currency, failure }: PreviewCardProps) {
  const t = useT()
  return (
    <Card
      title={t(importingWords.preview)}
      note={failure ? undefined : t(listWords.previewNote, { count: Math.min(shown, orders.length) })}
    >
      {failure ? (
        <p className="preview-failure" role="alert">
          <Icon name="warn" size={16} />
          {failure}
        </p>
      ) : (
        <ul className="preview">
          {orders.slice(0, shown).map((order) => (
            <Previewed key={order.row} order={order} currency={currency} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function Previewed({ order, currency }: { order: PreviewedOrder; currency: string }) {
  const t = useT()
  const format = useFormat()
  const { locale } = useReading()
  if (order.reasons.length > 0)
    return (
      <li className="refused">
        <Icon name="close" size={16} />
        <span>
          {t(importingWords.rowNumber, { row: order.row })}
          <small>{order.reasons.map(({ message }) => message).join(' · ')}</small>
        </span>
      </li>
    )
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
