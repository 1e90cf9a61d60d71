import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Modal, Segmented } from 'antd'
import { api } from '#ui/api.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { asProblem, take } from '#ui/console/problem.ts'
import { words } from '#ui/console/words.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import type { SpecialDay } from './calendar.queries.ts'
import { calendarWords } from './calendar.words.ts'
import { TimeField } from './TimeField.tsx'

interface DayDialogProps {
  readonly day: string
  readonly special: SpecialDay | undefined
  readonly close: () => void
}

interface Values {
  readonly name: string
  readonly state: 'works' | 'off'
  readonly opens?: string
  readonly closes?: string
}

/** How one day is, whatever the weekday and the state say. */
export function DayDialog({ day, special, close }: DayDialogProps) {
  const t = useT()
  const format = useFormat()
  const rules = useRules()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const state = Form.useWatch('state', form)
  const done = async () => {
    message.success(t(calendarWords.saved))
    await client.invalidateQueries({ queryKey: ['working-calendar'] })
    close()
  }
  const params = { path: { day } }
  return (
    <Modal
      open
      title={t(calendarWords.setDay, { day: format.date(`${day}T12:00:00Z`) })}
      footer={null}
      onCancel={close}
    >
      <AskForm<Values>
        form={form}
        initial={{
          name: special?.name,
          state: special?.works ? 'off' : 'works',
          ...(special?.own ? { state: special.works ? 'works' : 'off', ...special.hours } : {}),
        }}
        submit={async ({ name, state: chosen, opens, closes }) => {
          const works = chosen === 'works'
          const hours = works && opens && closes ? { opens, closes } : null
          await take(api.PUT('/api/working-calendar/days/{day}', { params, body: { name, works, hours } }))
          await done()
        }}
        verb={t(words.save)}
        beside={
          <>
            <Button onClick={close}>{t(words.cancel)}</Button>
            {special?.own && (
              <Button
                type="text"
                onClick={async () => {
                  try {
                    await take(api.DELETE('/api/working-calendar/days/{day}', { params }))
                    await done()
                  } catch (error) {
                    message.error(asProblem(error).message)
                  }
                }}
              >
                {t(calendarWords.asUsual)}
              </Button>
            )}
          </>
        }
      >
        <Form.Item name="state" label={t(calendarWords.dayWorks)}>
          <Segmented
            options={[
              { value: 'off', label: t(calendarWords.isOff) },
              { value: 'works', label: t(calendarWords.works) },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="name"
          label={t(calendarWords.dayName)}
          extra={t(calendarWords.dayNameHint)}
          rules={[rules.needed(calendarWords.dayName)]}
        >
          <Input maxLength={30} autoFocus />
        </Form.Item>
        {state === 'works' && (
          <Form.Item label={t(calendarWords.ownHours)} className="day-hours">
            <Form.Item name="opens" noStyle>
              <TimeField label={t(calendarWords.opens, { day: '' })} />
            </Form.Item>
            <Form.Item name="closes" noStyle>
              <TimeField label={t(calendarWords.closes, { day: '' })} />
            </Form.Item>
          </Form.Item>
        )}
      </AskForm>
    </Modal>
  )
}
