import { useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { moneyWords } from '#base/text/money.ts'
import { Tag } from '#ui/console/Page.tsx'
import { Person } from '#ui/console/Person.tsx'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { statusWords } from '../../orders/status.messages.ts'
import { MatchDialog } from './MatchDialog.tsx'
import { orderQuery, type WholeOrder } from './orders.queries.ts'
import { words } from './orders.words.ts'
import { Status } from './shown.tsx'
import './orders.css'

/** One order: what was bought, whose it is, and what became of it. */
export function OrderDrawer({ id, close }: { id: string; close: () => void }) {
  const t = useT()
  const found = useQuery(orderQuery(id))
  return (
    <Drawer
      open
      onClose={close}
      size={520}
      title={found.data ? `${t(words.number)} ${found.data.externalId}` : t(words.orders)}
      extra={found.data && <Status status={found.data.status} />}
    >
      {found.isPending && <SkeletonRows rows={6} />}
      {found.isError && <Failed error={found.error} retry={() => found.refetch()} />}
      {found.data && <Content order={found.data} />}
    </Drawer>
  )
}

function Content({ order }: { order: WholeOrder }) {
  const t = useT()
  const format = useFormat()
  const { locale } = useReading()
  const money = (amount: number) => moneyWords(locale, amount, order.currency)
  const { member, customer } = order
  const [matching, match] = useState(false)
  const knows = [customer?.name, customer?.phone, customer?.email, customer?.external]
    .filter(Boolean)
    .join(' · ')
  return (
    <>
      {member ? (
        <Person
          id={member.id}
          memberId={member.id}
          name={member.nickname}
          url={member.avatarUrl}
          note={knows}
        />
      ) : (
        <div className="order-nobody">
          <p className="muted">
            {t(words.nobody)}
            {knows && ` · ${knows}`}
            {customer?.several && <Tag tone="wheat">{t(words.several)}</Tag>}
          </p>
          {customer?.can.match && (
            <Button icon={<Icon name="person" size={16} />} onClick={() => match(true)}>
              {t(words.matchVerb)}
            </Button>
          )}
        </div>
      )}
      <section className="order-part">
        <h2>{t(words.lines)}</h2>
        <table className="order-lines">
          <thead>
            <tr className="muted small">
              <th>{t(words.lines)}</th>
              <th>{t(words.quantity)}</th>
              <th>{t(words.unit)}</th>
              <th>{t(words.sum)}</th>
            </tr>
          </thead>
          <tbody>
            {order.items.map((item) => (
              <tr key={item.line}>
                <td>
                  {item.name}
                  {item.sku && <small className="muted"> {item.sku}</small>}
                </td>
                <td>{format.number(item.quantity)}</td>
                <td>{money(item.unitMinor)}</td>
                <td>{money(item.totalMinor)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td colSpan={3}>{t(words.total)}</td>
              <td>{money(order.totalMinor)}</td>
            </tr>
            <tr>
              <td colSpan={3}>{t(words.paidAmount)}</td>
              <td>{money(order.paidMinor)}</td>
            </tr>
            {order.refundedMinor > 0 && (
              <tr className="bad">
                <td colSpan={3}>{t(words.refundedAmount)}</td>
                <td>−{money(order.refundedMinor)}</td>
              </tr>
            )}
          </tfoot>
        </table>
      </section>
      <section className="order-part">
        <h2>{t(words.course)}</h2>
        <ol className="order-course">
          {courseOf(order).map(({ key, at, what, note }) => (
            <li key={key}>
              <span>
                {what === 'refund'
                  ? t(words.refund, {
                      amount: money(order.refunds.find((each) => each.id === key)!.amountMinor),
                    })
                  : t(words[what])}
                {note && <small className="muted"> {note}</small>}
              </span>
              <span className="muted nowrap">{format.dateTime(at)}</span>
            </li>
          ))}
        </ol>
        <p className="muted small">
          {order.source.name} ·{' '}
          {t(words.received, { time: format.dateTime(order.receivedAt), by: t(words[order.arrivedBy]) })}
        </p>
      </section>
      {order.changes.length > 0 && (
        <section className="order-part">
          <h2>{t(words.changes)}</h2>
          <ol className="order-course">
            {order.changes.map(({ was, became, updatedAt, receivedAt }) => (
              <li key={`${updatedAt}${receivedAt}${became}`}>
                <span>
                  {was === became
                    ? t(words.sameStatus, { status: t(statusWords[became]) })
                    : t(words.changed, { was: t(statusWords[was]), became: t(statusWords[became]) })}
                </span>
                <span className="muted nowrap order-heard">
                  {format.dateTime(updatedAt)}
                  <small>{t(words.heard, { time: format.dateTime(receivedAt) })}</small>
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
      {matching && customer && <MatchDialog customer={customer} close={() => match(false)} />}
    </>
  )
}

interface Step {
  readonly key: string
  readonly what: 'placed' | 'paid' | 'shipped' | 'completed' | 'cancelled' | 'refund'
  readonly at: string
  readonly note: string
}

/** What happened to it, in the order of time. */
function courseOf(order: WholeOrder): Step[] {
  const moments = [
    ['placed', order.placedAt],
    ['paid', order.paidAt],
    ['shipped', order.shippedAt],
    ['completed', order.completedAt],
    ['cancelled', order.cancelledAt],
  ] as const
  const steps: Step[] = [
    ...moments.flatMap(([what, at]) => (at ? [{ key: what, what, at, note: '' }] : [])),
    ...order.refunds.map(({ id, refundedAt, reason }) => ({
      key: id,
      what: 'refund' as const,
      at: refundedAt,
      note: reason,
    })),
  ]
  return steps.sort((one, other) => one.at.localeCompare(other.at))
}
