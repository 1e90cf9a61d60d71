/** To whom a letter goes: colleagues by mail, chats by robots. Fields of a form: `readers` and `robots`. */
import { useQuery } from '@tanstack/react-query'
import { Button, Form, Select } from 'antd'
import { useState } from 'react'
import { colleaguesQuery } from '#ui/console/colleagues.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { robotNames } from '../frame/RobotFields.tsx'
import { AddRobotDialog } from './RobotDialogs.tsx'
import { letterRobotsQuery } from './subscriptions.queries.ts'
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
