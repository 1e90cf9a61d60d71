/** What is kept of a channel: its type, name, owner and note; whether it is a base, and why; retired or not. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Drawer, Form, Input, Select } from 'antd'
import { colleaguesQuery } from '#ui/console/colleagues.ts'
import { AskForm } from '#ui/console/form.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { SkeletonRows } from '#ui/console/states.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import {
  chooseBase,
  classify,
  endBase,
  type Registered,
  registerQuery,
  retire,
  type Said,
  type TouchpointAnswer,
} from './channels.queries.ts'
import { channelWords as words } from './channels.words.ts'
import { useTypeOptions } from './types.ts'

interface Props {
  /** Empty: one that is yet to be. */
  readonly channel: string
  readonly answer: TouchpointAnswer
  readonly close: () => void
}

export function ChannelDrawer({ channel, answer, close }: Props) {
  const t = useT()
  const register = useQuery(registerQuery).data
  const known = register?.items.find((each) => each.channel === channel)
  const row = answer.channels.find((each) => each.channel === channel)
  return (
    <Drawer
      open
      onClose={close}
      size={480}
      title={channel ? (known?.name ?? row?.name ?? channel) : t(words.register)}
    >
      {register ? (
        <Fields
          key={known?.id ?? ''}
          channel={channel}
          known={known}
          suggested={row?.suggested}
          close={close}
        />
      ) : (
        <SkeletonRows rows={5} />
      )}
    </Drawer>
  )
}

interface FieldsProps {
  readonly channel: string
  readonly known: Registered | undefined
  readonly suggested: Said['type'] | null | undefined
  readonly close: () => void
}

function Fields({ channel, known, suggested, close }: FieldsProps) {
  const t = useT()
  const format = useFormat()
  const { message } = App.useApp()
  const client = useQueryClient()
  const options = useTypeOptions()
  const colleagues = useQuery(colleaguesQuery).data?.items ?? []
  const required = [{ required: true, message: t(words.required) }]
  const readOnly = known !== undefined && !known.can.change
  const done = async () => {
    message.success(t(words.saved))
    await client.invalidateQueries({ queryKey: ['insight'] })
  }
  const act = async (work: () => Promise<unknown>) => {
    try {
      await work()
      await done()
    } catch (error) {
      message.error(asProblem(error).message)
    }
  }
  return (
    <>
      <AskForm<Said>
        verb={t(words.save)}
        disabled={readOnly}
        initial={{
          channel,
          type: known?.type ?? suggested ?? undefined,
          name: known?.ownName ?? '',
          ownerId: known?.ownerId ?? null,
          note: known?.note ?? '',
        }}
        submit={async (said) => {
          await classify([{ ...said, ownerId: said.ownerId ?? null }])
          await done()
          close()
        }}
      >
        <Form.Item name="channel" label={t(words.key)} extra={t(words.keyHint)} rules={required}>
          <Input maxLength={40} disabled={channel !== ''} />
        </Form.Item>
        <Form.Item name="type" label={t(words.type)} rules={required}>
          <Select options={options} />
        </Form.Item>
        <Form.Item name="name" label={t(words.name)} extra={t(words.nameHint)}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="ownerId" label={t(words.owner)}>
          <Select allowClear options={colleagues.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <Form.Item name="note" label={t(words.note)}>
          <Input.TextArea rows={2} maxLength={300} />
        </Form.Item>
      </AskForm>
      {known && (
        <section className="channel-base">
          <p className="muted small">
            {t(words.classified, {
              who: known.classifiedByName ?? t(words.somebody),
              date: format.date(known.classifiedAt),
            })}
          </p>
          {!known.retiredAt && (
            <AskForm<{ reason: string }>
              verb={t(known.base ? words.rebase : words.makeBase)}
              disabled={readOnly}
              initial={{ reason: known.base?.reason ?? '' }}
              submit={async ({ reason }) => {
                await chooseBase(known.id, reason)
                await done()
              }}
              beside={
                known.base && (
                  <Button disabled={readOnly} onClick={() => act(() => endBase(known.id))}>
                    {t(words.endBase)}
                  </Button>
                )
              }
            >
              <Form.Item name="reason" label={t(words.why)} rules={required}>
                <Input.TextArea rows={2} maxLength={300} />
              </Form.Item>
            </AskForm>
          )}
          {known.can.change && (
            <Button type="text" onClick={() => act(() => retire(known.id, !known.retiredAt))}>
              {t(known.retiredAt ? words.bringBack : words.retire)}
            </Button>
          )}
        </section>
      )}
    </>
  )
}
