/** Adding a robot, and changing one: its name, or the address that nobody is shown again. */
import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Modal } from 'antd'
import type { ReactNode } from 'react'
import type { Message } from '#base/i18n/messages.ts'
import { AskForm } from '#ui/console/form.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { RobotFields, type RobotFieldValues, robotOf } from '../frame/RobotFields.tsx'
import { robotsWords as words } from './robots.words.ts'
import { addRobot, changeRobot, type LetterRobot } from './subscriptions.queries.ts'

interface Named {
  readonly name: string
}

function RobotDialog<T extends object>({
  title,
  hint,
  initial,
  said,
  save,
  close,
  children,
}: {
  readonly title: string
  readonly hint?: string
  readonly initial: Partial<T>
  readonly said: Message
  readonly save: (entered: T) => Promise<unknown>
  readonly close: () => void
  readonly children: ReactNode
}) {
  const t = useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  return (
    <Modal open title={title} footer={null} onCancel={close} destroyOnHidden>
      {hint && <p className="muted small">{hint}</p>}
      <AskForm<T>
        initial={initial}
        verb={title}
        submit={async (entered) => {
          await save(entered)
          await client.invalidateQueries({ queryKey: ['letter-robots'] })
          message.success(t(said))
          close()
        }}
      >
        {children}
      </AskForm>
    </Modal>
  )
}

function NameField() {
  const t = useT()
  return (
    <Form.Item name="name" label={t(words.name)} rules={[{ required: true, max: 40 }]}>
      <Input maxLength={40} />
    </Form.Item>
  )
}

export function AddRobotDialog({
  close,
  added = () => undefined,
}: {
  readonly close: () => void
  readonly added?: (id: string) => void
}) {
  const t = useT()
  return (
    <RobotDialog<Named & RobotFieldValues>
      title={t(words.add)}
      hint={t(words.hint)}
      initial={{ kind: 'wecom' }}
      said={words.addedSaid}
      save={async ({ name, ...robot }) => added((await addRobot({ name, robot: robotOf(robot) })).id)}
      close={close}
    >
      <NameField />
      <RobotFields />
    </RobotDialog>
  )
}

interface Changed {
  readonly robot: LetterRobot
  readonly close: () => void
}

export function RenameRobotDialog({ robot, close }: Changed) {
  const t = useT()
  return (
    <RobotDialog<Named>
      title={t(words.rename)}
      initial={{ name: robot.name }}
      said={words.saved}
      save={({ name }) => changeRobot(robot.id, { name })}
      close={close}
    >
      <NameField />
    </RobotDialog>
  )
}

export function ReplaceRobotDialog({ robot, close }: Changed) {
  const t = useT()
  return (
    <RobotDialog<RobotFieldValues>
      title={t(words.replace)}
      hint={t(words.replaceHint, { name: robot.name })}
      initial={{ kind: robot.kind }}
      said={words.saved}
      save={(entered) => changeRobot(robot.id, { robot: robotOf(entered) })}
      close={close}
    >
      <RobotFields />
    </RobotDialog>
  )
}
