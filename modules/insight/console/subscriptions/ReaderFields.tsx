/** To whom a letter goes: colleagues by mail, chats by robots. Fields of a form: `readers` and `robots`. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { colleaguesQuery } from '#ui/console/colleagues.ts'
import { AskForm } from '#ui/console/form.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { addRobot, letterRobotsQuery, type NewRobot } from './subscriptions.queries.ts'
import { subscriptionsWords as words } from './subscriptions.words.ts'

export function ReaderField() {
  const t = useT()
  const colleagues = useQuery(colleaguesQuery)
  return (
    <Form.Item name="readers" label={t(words.readers)} extra={t(words.readersHint)}>
      <Select
        mode="multiple"
        optionFilterProp="label"
        options={(colleagues.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form.Item>
  )
}

export function RobotField() {
  const t = useT()
  const form = Form.useFormInstance<{ robots: string[] }>()
  const robots = useQuery(letterRobotsQuery)
  const [adding, setAdding] = useState(false)
  return (
    <>
      <Form.Item name="robots" label={t(words.robots)} className="robot-field">
        <Select
          mode="multiple"
          optionFilterProp="label"
          notFoundContent={t(words.noRobots)}
          options={(robots.data ?? []).map(({ id, name, kind }) => ({
            value: id,
            label: `${name} · ${t(words[kind])}`,
          }))}
        />
      </Form.Item>
      <p>
        <Button size="small" icon={<Icon name="plus" size={14} />} onClick={() => setAdding(true)}>
          {t(words.addRobot)}
        </Button>
      </p>
      {adding && (
        <AddRobotDialog
          close={() => setAdding(false)}
          added={(id) => form.setFieldValue('robots', [...(form.getFieldValue('robots') ?? []), id])}
        />
      )}
    </>
  )
}

interface Entered {
  readonly name: string
  readonly kind: NewRobot['robot']['kind']
  readonly url: string
  readonly secret?: string
}

function AddRobotDialog({
  close,
  added,
}: {
  readonly close: () => void
  readonly added: (id: string) => void
}) {
  const t = useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  return (
    <Modal open title={t(words.addRobot)} footer={null} onCancel={close} destroyOnHidden>
      <p className="muted small">{t(words.robotHint)}</p>
      <AskForm<Entered>
        initial={{ kind: 'wecom' }}
        verb={t(words.addRobot)}
        submit={async ({ name, kind, url, secret }) => {
          const { id } = await addRobot({
            name,
            robot: { kind, url: url.trim(), ...(secret ? { secret } : {}) },
          })
          await client.invalidateQueries({ queryKey: ['letter-robots'] })
          added(id)
          message.success(t(words.robotAdded))
          close()
        }}
      >
        <Form.Item name="name" label={t(words.robotName)} rules={[{ required: true, max: 40 }]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="kind" label={t(words.robotKind)}>
          <Select
            options={(['wecom', 'feishu', 'dingtalk', 'webhook'] as const).map((value) => ({
              value,
              label: t(words[value]),
            }))}
          />
        </Form.Item>
        <Form.Item name="url" label={t(words.robotUrl)} rules={[{ required: true }]}>
          <Input type="url" autoComplete="off" placeholder="https://" />
        </Form.Item>
        <Form.Item name="secret" label={t(words.robotSecret)}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}
