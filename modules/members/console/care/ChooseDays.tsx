import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, InputNumber, Modal, Segmented, Switch } from 'antd'
import { api } from '#ui/api.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { asProblem, take } from '#ui/console/problem.ts'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { keptDaysQuery } from './care.queries.ts'
import { careWords } from './care.words.ts'

/** Which festivals the brand keeps, and days of its own. */
export function ChooseDays({ close }: { close: () => void }) {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const { message } = App.useApp()
  const query = useQuery(keptDaysQuery)
  const change = async (work: Promise<unknown>) => {
    try {
      await work
    } catch (error) {
      message.error(asProblem(error).message)
    }
    await client.invalidateQueries({ queryKey: ['occasions'] })
  }
  return (
    <Modal open title={t(careWords.chooseDays)} footer={null} onCancel={close} width={560}>
      {query.isPending && <SkeletonRows rows={5} />}
      {query.isError && <Failed error={query.error} retry={() => query.refetch()} />}
      {query.data && (
        <>
          <h3 className="care-sub">{t(careWords.ownDays)}</h3>
          <ul className="own-days">
            {query.data.own.map(({ id, name, rule }) => (
              <li key={id}>
                <b>{name}</b>
                <span className="small muted">
                  {typeof rule === 'string'
                    ? format.date(`${rule}T12:00:00Z`)
                    : `${t(rule.calendar === 'lunar' ? careWords.lunar : careWords.solar)} ${rule.month}/${rule.day}`}
                </span>
                <Button
                  type="text"
                  size="small"
                  aria-label={t(careWords.removeDay, { name })}
                  icon={<Icon name="trash" size={15} />}
                  onClick={() =>
                    change(take(api.DELETE('/api/occasions/{id}', { params: { path: { id } } })))
                  }
                />
              </li>
            ))}
          </ul>
          <AddDay added={() => client.invalidateQueries({ queryKey: ['occasions'] })} />
          <h3 className="care-sub">{t(careWords.festivals)}</h3>
          <ul className="festival-list">
            {query.data.festivals.map(({ key, name, kept }) => (
              <li key={key}>
                <span id={`keep-${key}`}>{name}</span>
                <Switch
                  size="small"
                  checked={kept}
                  aria-labelledby={`keep-${key}`}
                  onChange={(wanted) =>
                    change(
                      take(
                        api.PUT('/api/occasions/kept/{key}', {
                          params: { path: { key } },
                          body: { kept: wanted },
                        }),
                      ),
                    )
                  }
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </Modal>
  )
}

interface Values {
  readonly name: string
  readonly calendar: 'solar' | 'lunar' | 'once'
  readonly month?: number
  readonly day?: number
  readonly on?: string
}

function AddDay({ added }: { added: () => void }) {
  const t = useT()
  const { needed } = useRules()
  const [form] = Form.useForm<Values>()
  const calendar = Form.useWatch('calendar', form) ?? 'solar'
  const save = async ({ name, month, day, on }: Values) => {
    const rule = calendar === 'once' ? (on ?? '') : { calendar, month: month ?? 1, day: day ?? 1 }
    await take(api.POST('/api/occasions', { body: { name, note: '', rule } }))
    form.resetFields()
    added()
  }
  return (
    <AskForm<Values>
      form={form}
      submit={save}
      verb={t(careWords.addDay)}
      initial={{ calendar: 'solar', month: 1, day: 1 }}
    >
      <div className="care-pair">
        <Form.Item name="name" label={t(careWords.dayName)} rules={[needed(careWords.dayName)]}>
          <Input maxLength={40} placeholder={t(careWords.dayNameHint)} />
        </Form.Item>
        <Form.Item name="calendar" label={t(careWords.repeats)}>
          <Segmented
            block
            options={(['solar', 'lunar', 'once'] as const).map((value) => ({
              value,
              label: t(careWords[value]),
            }))}
          />
        </Form.Item>
        {calendar === 'once' ? (
          <Form.Item name="on" label={t(careWords.dayOfMonth)} rules={[needed(careWords.repeats)]}>
            <Input type="date" />
          </Form.Item>
        ) : (
          <>
            <Form.Item name="month" label={t(careWords.month)}>
              <InputNumber min={1} max={12} precision={0} />
            </Form.Item>
            <Form.Item name="day" label={t(careWords.dayOfMonth)}>
              <InputNumber min={1} max={calendar === 'lunar' ? 30 : 31} precision={0} />
            </Form.Item>
          </>
        )}
      </div>
    </AskForm>
  )
}
