import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Segmented, Select } from 'antd'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { noteVisit, type Visit } from './care.queries.ts'
import { careWords, purposeWords } from './care.words.ts'

interface Values {
  readonly purpose: Visit['purpose']
  readonly way: Visit['way']
  readonly summary: string
  readonly found?: string
  readonly given?: string
  readonly visitedOn?: string
  readonly nextOn?: string
}

/** Notes a visit: how, what was said, what was found and given, and when to come again. */
export function VisitForm({
  memberId,
  careId,
  done,
}: {
  memberId: string
  careId?: string | undefined
  done: () => void
}) {
  const t = useT()
  const format = useFormat()
  const { now } = useReading()
  const { needed } = useRules()
  const client = useQueryClient()
  const { message } = App.useApp()
  const today = format.dayKey(now())
  const save = async ({ found, given, visitedOn, nextOn, ...visit }: Values) => {
    await noteVisit(memberId, {
      ...visit,
      found: found ?? '',
      given: given ?? '',
      ...(careId ? { careId } : {}),
      ...(visitedOn ? { visitedOn } : {}),
      ...(nextOn ? { nextOn } : {}),
    })
    message.success(t(careWords.noted))
    client.invalidateQueries({ queryKey: ['care'] })
    done()
  }
  return (
    <AskForm<Values>
      submit={save}
      verb={t(careWords.note)}
      initial={{ purpose: careId ? 'care' : 'winback', way: 'wechat', visitedOn: today }}
    >
      <Form.Item name="way" label={t(careWords.way)}>
        <Segmented
          block
          options={(['wechat', 'phone', 'meeting', 'site', 'mail'] as const).map((value) => ({
            value,
            label: t(careWords[value]),
          }))}
        />
      </Form.Item>
      <Form.Item name="summary" label={t(careWords.summary)} rules={[needed(careWords.summary)]}>
        <Input.TextArea
          autoSize={{ minRows: 3, maxRows: 10 }}
          maxLength={4_000}
          placeholder={t(careWords.summaryHint)}
        />
      </Form.Item>
      <Form.Item name="found" label={t(careWords.found)}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 5 }} maxLength={2_000} />
      </Form.Item>
      <Form.Item name="given" label={t(careWords.given)}>
        <Input maxLength={500} placeholder={t(careWords.givenHint)} />
      </Form.Item>
      <div className="care-pair">
        <Form.Item name="purpose" label={t(careWords.purpose)}>
          <Select
            options={(['care', 'winback', 'thanks', 'interview'] as const).map((value) => ({
              value,
              label: t(purposeWords[value]),
            }))}
          />
        </Form.Item>
        <Form.Item name="visitedOn" label={t(careWords.visitedOn)}>
          <Input type="date" max={today} />
        </Form.Item>
      </div>
      {careId && (
        <Form.Item name="nextOn" label={t(careWords.nextVisit)} extra={t(careWords.byRhythm)}>
          <Input type="date" min={today} />
        </Form.Item>
      )}
    </AskForm>
  )
}
