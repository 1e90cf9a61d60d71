/** Whether notices reach members: what left, what failed and why. No names: nobody's inbox is read here. */
import { useSuspenseQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import { Card, Light, Page, Tag } from '#ui/console/Page.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { DeliveryChart } from './DeliveryChart.tsx'
import { type Deliveries, deliveriesQuery } from './deliveries.queries.ts'
import { deliveryWords as words } from './deliveries.words.ts'
import '#ui/console/list/list.css'
import './deliveries.css'

/** Some failures are the weather; from here on somebody should look. */
const failingFrom = 0.05

export default function DeliveriesScreen() {
  const t = useT()
  const format = useFormat()
  const deliveries = useSuspenseQuery(deliveriesQuery).data
  const { days, waiting, browsers, told, read } = deliveries
  const sum = (pick: (day: Deliveries['days'][number]) => number) =>
    days.reduce((total, day) => total + pick(day), 0)
  const push = { sent: sum((day) => day.pushSent), failed: sum((day) => day.pushFailed) }
  const mail = { sent: sum((day) => day.mailSent), failed: sum((day) => day.mailFailed) }
  const failing = push.failed / Math.max(1, push.sent + push.failed)
  const title =
    failing >= failingFrom
      ? t(words.failing, { share: format.percent(failing) })
      : waiting > 100
        ? t(words.late, { count: waiting })
        : t(words.calm)
  return (
    <Page title={title} lead={t(words.lead, { days: days.length })}>
      <div className="deliveries">
        <Card
          title={t(words.inbox)}
          note={t(words.inboxNote, { share: format.percent(told === 0 ? 0 : read / told) })}
        >
          <dl className="facts small">
            <dt>{t(words.sent)}</dt>
            <dd>{format.number(told)}</dd>
          </dl>
        </Card>
        <Card title={t(words.push)} note={t(words.pushNote, { browsers })}>
          <Figures {...push} waiting={waiting} />
        </Card>
        <Card title={t(words.mail)} note={t(words.mailNote)}>
          <Figures {...mail} />
        </Card>
      </div>
      {push.sent + push.failed + mail.sent + mail.failed > 0 && <DeliveryChart days={days} />}
      <Reasons reasons={deliveries.reasons} />
    </Page>
  )
}

function Figures({ sent, failed, waiting }: { sent: number; failed: number; waiting?: number }) {
  const t = useT()
  const format = useFormat()
  return (
    <dl className="facts small">
      <dt>{t(words.sent)}</dt>
      <dd>{format.number(sent)}</dd>
      <dt>{t(words.failed)}</dt>
      <dd>
        <Light state={failed === 0 ? 'good' : failed / (sent + failed) >= failingFrom ? 'bad' : 'warn'}>
          {format.number(failed)}
        </Light>
      </dd>
      {waiting === undefined ? null : (
        <>
          <dt>{t(words.waiting)}</dt>
          <dd>{format.number(waiting)}</dd>
        </>
      )}
    </dl>
  )
}

type Reason = Deliveries['reasons'][number]

function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  const t = useT()
  const format = useFormat()
  const say = (reason: string): string => {
    const status = /^status (\d{3})$/.exec(reason)?.[1]
    if (status) return t(words.status, { code: status })
    const known = reason === 'failed' ? words.connection : words[reason as keyof typeof words]
    return known ? t(known) : reason
  }
  return (
    <Card title={t(words.reasons)} note={t(words.reasonsNote)} flush={reasons.length > 0}>
      {reasons.length === 0 ? (
        <p className="muted">{t(words.reasonsNone)}</p>
      ) : (
        <Table<Reason>
          rowKey={({ state, reason }) => `${state} ${reason}`}
          dataSource={[...reasons]}
          pagination={false}
          size="middle"
          columns={[
            { title: t(words.reason), render: (_, { reason }) => say(reason) },
            {
              title: t(words.outcome),
              width: 140,
              render: (_, { state }) => (
                <Tag tone={state === 'failed' ? 'bad' : 'plain'}>
                  {t(state === 'failed' ? words.failed : words.dropped)}
                </Tag>
              ),
            },
            {
              title: t(words.count),
              width: 120,
              align: 'right',
              render: (_, { count }) => format.number(count),
            },
          ]}
        />
      )}
    </Card>
  )
}
