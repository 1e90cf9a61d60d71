/** Subscribes to a dashboard or a kind of report, or changes a subscription: when, and to whom. */
import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Modal, Radio, Select } from 'antd'
import { AskForm } from '#ui/console/form.tsx'
import { useSession } from '#ui/console/session.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { ReaderField, RobotField } from './ReaderFields.tsx'
import { changeSubscription, type Subscription, subscribe, type Timing } from './subscriptions.queries.ts'
import { weekdayWords, subscriptionsWords as words } from './subscriptions.words.ts'

interface Props {
  readonly kind: 'dashboard' | 'report'
  /** Of a dashboard its id; of a report `weekly`, or `weekly:12` of a group. */
  readonly id: string
  readonly name: string
  /** The one that is changed; left out: a new one. */
  readonly subscription?: Subscription
  readonly close: () => void
}

interface Entered {
  readonly rhythm: Timing['rhythm']
  readonly weekday: number
  readonly monthDay: number
  readonly hour: number
  readonly readers: string[]
  readonly robots: string[]
}

const timingOf = ({ rhythm, weekday, monthDay, hour }: Entered): Timing => {
  switch (rhythm) {
    case 'daily':
      return { rhythm, hour }
    case 'weekly':
      return { rhythm, hour, weekday }
    case 'monthly':
      return { rhythm, hour, monthDay }
  }
}

/** A report leaves when it can: the morning after. */
const usual = (id: string): Pick<Entered, 'rhythm' | 'weekday' | 'monthDay' | 'hour'> => ({
  rhythm: id.startsWith('daily') ? 'daily' : id.startsWith('monthly') ? 'monthly' : 'weekly',
  weekday: 1,
  monthDay: 1,
  hour: 9,
})

export function SubscribeDialog({ kind, id, name, subscription, close }: Props) {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const { message } = App.useApp()
  const me = useSession()?.account?.id
  const [form] = Form.useForm<Entered>()
  const rhythm = Form.useWatch('rhythm', form)
  const initial: Entered = subscription
    ? {
        ...usual(id),
        ...subscription.timing,
        readers: subscription.readers.map((reader) => reader.id),
        robots: subscription.robots.map((robot) => robot.id),
      }
    : { ...usual(id), readers: me ? [me] : [], robots: [] }
  return (
    <Modal
      open
      title={subscription ? t(words.edit) : t(words.subscribeTo, { name })}
      footer={null}
      onCancel={close}
      destroyOnHidden
    >
      <AskForm<Entered>
        form={form}
        initial={initial}
        verb={t(subscription ? words.save : words.verb)}
        submit={async (entered) => {
          // A part that is not shown keeps what it began with.
          const whole = { ...initial, ...entered }
          const fields = { timing: timingOf(whole), readers: whole.readers, robots: whole.robots }
          const made = subscription
            ? await changeSubscription(subscription.id, fields)
            : await subscribe({ kind, thing: id, ...fields })
          await client.invalidateQueries({ queryKey: ['subscriptions'] })
          message.success(
            subscription || !made.nextAt
              ? t(words.saved)
              : t(words.made, { when: format.dateTime(made.nextAt) }),
          )
          close()
        }}
      >
        <Form.Item name="rhythm" label={t(words.rhythm)}>
          <Radio.Group
            optionType="button"
            options={(['daily', 'weekly', 'monthly'] as const).map((value) => ({
              value,
              label: t(words[value]),
            }))}
          />
        </Form.Item>
        {rhythm === 'weekly' && (
          <Form.Item name="weekday" label={t(words.weekday)}>
            <Select options={weekdayWords.map((word, at) => ({ value: at + 1, label: t(word) }))} />
          </Form.Item>
        )}
        {rhythm === 'monthly' && (
          <Form.Item name="monthDay" label={t(words.monthDay)} extra={t(words.monthDayHint)}>
            <Select
              options={Array.from({ length: 31 }, (_, at) => ({
                value: at + 1,
                label: t(words.dayOfMonth, { day: at + 1 }),
              }))}
            />
          </Form.Item>
        )}
        <Form.Item name="hour" label={t(words.hour)}>
          <Select options={Array.from({ length: 24 }, (_, at) => ({ value: at, label: hourWords(at) }))} />
        </Form.Item>
        <ReaderField />
        <RobotField />
      </AskForm>
    </Modal>
  )
}

export const hourWords = (hour: number): string => `${String(hour).padStart(2, '0')}:00`
