/** To whom a letter goes: colleagues by mail, chats by robots. Fields of a form: `readers` and `robots`. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import {
  RobotFields,
  type RobotFieldValues,
  robotNames,
  robotOf,
} from '#modules/insight/console/frame/RobotFields.tsx'
import { colleaguesQuery } from '#ui/console/colleagues.ts'
import { AskForm } from '#ui/console/form.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { addRobot, letterRobotsQuery } from './subscriptions.queries.ts'
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
            label: `${name} · ${t(robotNames[kind])}`,
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

interface Entered extends RobotFieldValues {
  readonly name: string
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
        submit={async ({ name, ...robot }) => {
          const { id } = await addRobot({ name, robot: robotOf(robot) })
          await client.invalidateQueries({ queryKey: ['letter-robots'] })
          added(id)
          message.success(t(words.robotAdded))
          close()
        }}
      >
        <Form.Item name="name" label={t(words.robotName)} rules={[{ required: true, max: 40 }]}>
          <Input maxLength={40} />
        </Form.Item>
        <RobotFields />
      </AskForm>
    </Modal>
  )
}
