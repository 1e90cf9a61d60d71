/** Planning one channel, or many out of a spreadsheet. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, AutoComplete, Button, Drawer, Form, Input, InputNumber, Select } from 'antd'
import { colleaguesQuery } from '#ui/console/colleagues.ts'
import { AskForm } from '#ui/console/form.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { type Plan, pastePlan, planFans, removePlan, type TouchpointAnswer } from './channels.queries.ts'
import { channelWords as words } from './channels.words.ts'

interface Entry {
  readonly channel: string
  readonly fans: number
  readonly budget?: number | null
  readonly measures?: string
  readonly ownerId?: string | null
}

interface Props {
  readonly plan: Plan
  readonly answer: TouchpointAnswer
  readonly editing: { readonly channel?: string; readonly paste?: true }
  readonly close: () => void
}

export function PlanDrawer({ plan, answer, editing, close }: Props) {
  const t = useT()
  const { message } = App.useApp()
  const client = useQueryClient()
  const colleagues = useQuery(colleaguesQuery).data?.items ?? []
  const rules = [{ required: true, message: t(words.required) }]
  const line = plan.lines.find(({ channel }) => channel === editing.channel)
  const done = async (count: number) => {
    message.success(t(words.planned, { count }))
    await client.invalidateQueries({ queryKey: ['insight', 'channel-plan'] })
    close()
  }
  /** The plan as rows of a spreadsheet: what is there is changed where it stands. */
  const asText = plan.lines
    .map(({ name, fans, budget, measures, ownerName }) =>
      [name, fans, budget / 100, measures, ownerName ?? ''].join('\t'),
    )
    .join('\n')
  if (editing.paste)
    return (
      <Drawer open onClose={close} size={640} title={t(words.paste)}>
        <AskForm<{ text: string }>
          verb={t(words.pasteVerb)}
          initial={{ text: asText }}
          submit={async ({ text }) => done((await pastePlan(plan.month, text)).planned)}
        >
          <Form.Item name="text" label={t(words.paste)} extra={t(words.pasteHint)} rules={rules}>
            <Input.TextArea rows={12} placeholder="小红书, 300, 12000, 种草笔记, 林晓" />
          </Form.Item>
        </AskForm>
      </Drawer>
    )
  return (
    <Drawer
      open
      onClose={close}
      size={480}
      title={line ? t(words.editPlan, { channel: line.name }) : t(words.planOne)}
    >
      <AskForm<Entry>
        verb={t(words.save)}
        initial={line ? { ...line, budget: line.budget / 100 } : { budget: 0, measures: '', ownerId: null }}
        submit={async ({ channel, fans, budget, measures = '', ownerId = null }) => {
          await planFans(plan.month, [
            { channel, fans, budget: Math.round((budget ?? 0) * 100), measures, ownerId: ownerId ?? null },
          ])
          await done(1)
        }}
        beside={
          line && (
            <Button
              danger
              onClick={async () => {
                await removePlan(line.id)
                await client.invalidateQueries({ queryKey: ['insight', 'channel-plan'] })
                close()
              }}
            >
              {t(words.removePlan)}
            </Button>
          )
        }
      >
        <Form.Item name="channel" label={t(words.place)} rules={rules}>
          <AutoComplete
            disabled={line !== undefined}
            options={answer.channels
              .filter(({ channel, retired }) => channel !== 'unknown' && !retired)
              .map(({ channel, name }) => ({ value: channel, label: `${name} · ${channel}` }))}
            showSearch={{
              filterOption: (text, option) =>
                (option?.label ?? '').toLowerCase().includes(text.toLowerCase()),
            }}
          />
        </Form.Item>
        <Form.Item name="fans" label={t(words.fansField)} rules={rules}>
          <InputNumber min={1} max={10_000_000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="budget" label={t(words.budgetField)}>
          <InputNumber min={0} precision={2} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="measures" label={t(words.measures)}>
          <Input.TextArea rows={3} maxLength={300} />
        </Form.Item>
        <Form.Item name="ownerId" label={t(words.owner)}>
          <Select allowClear options={colleagues.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
      </AskForm>
    </Drawer>
  )
}
