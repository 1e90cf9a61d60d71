/** Entering what was spent: one entry, or many out of a spreadsheet. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, AutoComplete, Button, Drawer, Form, Input, InputNumber, Select, Tabs } from 'antd'
import { AskForm } from '#ui/console/form.tsx'
import { SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { channelsQuery, costsQuery, enterCost, pasteCosts, removeCost } from './attribution.queries.ts'
import { attributionWords as words } from './attribution.words.ts'
import { useMoney } from './CostTable.tsx'

interface Entry {
  readonly channel: string
  readonly firstDay: string
  readonly lastDay: string
  readonly amount: number
  readonly purpose: 'winning' | 'keeping'
  readonly note?: string
}

export function CostsDrawer({ close }: { close: () => void }) {
  const t = useT()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [one] = Form.useForm<Entry>()
  const [many] = Form.useForm<{ text: string }>()
  const channels = useQuery(channelsQuery).data?.rules ?? []
  const done = async (count: number) => {
    message.success(t(words.entered, { count }))
    await client.invalidateQueries({ queryKey: ['insight'] })
  }
  const rules = [{ required: true, message: t(words.required) }]
  return (
    <Drawer open onClose={close} size={560} title={t(words.enter)}>
      <Tabs
        items={[
          {
            key: 'one',
            label: t(words.enter),
            children: (
              <AskForm<Entry>
                form={one}
                initial={{ purpose: 'winning' }}
                verb={t(words.save)}
                submit={async ({ amount, note = '', ...entry }) => {
                  await enterCost({ ...entry, note, amount: Math.round(amount * 100) })
                  one.resetFields()
                  await done(1)
                }}
              >
                <Form.Item name="channel" label={t(words.channel)} rules={rules}>
                  <AutoComplete
                    options={channels.map(({ channel, name }) => ({
                      value: channel,
                      label: `${name} · ${channel}`,
                    }))}
                    showSearch={{
                      filterOption: (text, option) =>
                        (option?.label ?? '').toLowerCase().includes(text.toLowerCase()),
                    }}
                  />
                </Form.Item>
                <div className="attribution-days">
                  <Form.Item name="firstDay" label={t(words.firstDay)} rules={rules}>
                    <Input type="date" />
                  </Form.Item>
                  <Form.Item name="lastDay" label={t(words.lastDay)} rules={rules}>
                    <Input type="date" />
                  </Form.Item>
                </div>
                <Form.Item name="amount" label={t(words.amount)} rules={rules}>
                  <InputNumber min={0.01} precision={2} style={{ width: '100%' }} />
                </Form.Item>
                <Form.Item name="purpose" label={t(words.purpose)} rules={rules}>
                  <Select
                    options={[
                      { value: 'winning', label: t(words.purposeWinning) },
                      { value: 'keeping', label: t(words.purposeKeeping) },
                    ]}
                  />
                </Form.Item>
                <Form.Item name="note" label={t(words.noteField)}>
                  <Input maxLength={200} />
                </Form.Item>
              </AskForm>
            ),
          },
          {
            key: 'many',
            label: t(words.paste),
            children: (
              <AskForm<{ text: string }>
                form={many}
                verb={t(words.pasteVerb)}
                submit={async ({ text }) => {
                  const { entered } = await pasteCosts(text)
                  many.resetFields()
                  await done(entered)
                }}
              >
                <Form.Item name="text" label={t(words.paste)} extra={t(words.pasteHint)} rules={rules}>
                  <Input.TextArea rows={9} placeholder="小红书, 2026-11-01, 2026-11-07, 1200, 获客" />
                </Form.Item>
              </AskForm>
            ),
          },
        ]}
      />
      <Entered />
    </Drawer>
  )
}

function Entered() {
  const t = useT()
  const money = useMoney()
  const client = useQueryClient()
  const costs = useQuery(costsQuery)
  if (!costs.data) return <SkeletonRows rows={3} />
  return (
    <section>
      <h3>{t(words.costs)}</h3>
      {costs.data.length === 0 && <p className="muted">{t(words.noCosts)}</p>}
      <ul className="attribution-costs">
        {costs.data.map((cost) => (
          <li key={cost.id}>
            <span>
              {cost.name}
              <span className="muted small">
                {' '}
                {cost.firstDay} – {cost.lastDay} ·{' '}
                {t(cost.purpose === 'winning' ? words.purposeWinning : words.purposeKeeping)}
                {cost.note && ` · ${cost.note}`}
              </span>
            </span>
            <span className="num">{money(cost.amount)}</span>
            {cost.can.remove && (
              <Button
                type="text"
                size="small"
                aria-label={t(words.remove)}
                icon={<Icon name="trash" size={15} />}
                onClick={async () => {
                  await removeCost(cost.id)
                  await client.invalidateQueries({ queryKey: ['insight'] })
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
