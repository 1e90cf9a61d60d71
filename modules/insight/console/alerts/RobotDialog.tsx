/** Which robot tells of an alert. What was entered is never shown again. */
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Modal, Select } from 'antd'
import { AskForm } from '#ui/console/form.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { useT } from '#ui/locale/locale.tsx'
import { connectRobot, type Robot, type Rule } from './alerts.queries.ts'
import { alertWords as words } from './alerts.words.ts'

const kinds = ['wecom', 'feishu', 'dingtalk', 'webhook'] as const

export function RobotDialog({ rule, close }: { readonly rule: Rule; readonly close: () => void }) {
  const t = useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  const save = async (robot: Robot | null) => {
    await connectRobot(rule.id, robot)
    await client.invalidateQueries({ queryKey: ['alerts'] })
    message.success(t(words.saved))
    close()
  }
  return (
    <Modal open title={t(words.robotTitle)} footer={null} onCancel={close} destroyOnHidden>
      {rule.robotKind && (
        <p>
          {t(words.robotOn, { kind: t(words[rule.robotKind]) })}{' '}
          <Button
            size="small"
            danger
            onClick={() => save(null).catch((error) => message.error(asProblem(error).message))}
          >
            {t(words.robotCut)}
          </Button>
        </p>
      )}
      <p className="muted small">{t(words.robotHint)}</p>
      <AskForm<{ kind: Robot['kind']; url: string; secret?: string }>
        initial={{ kind: rule.robotKind ?? 'wecom' }}
        verb={t(words.robotConnect)}
        submit={({ kind, url, secret }) => save({ kind, url: url.trim(), ...(secret ? { secret } : {}) })}
      >
        <Form.Item name="kind" label={t(words.robotKind)}>
          <Select options={kinds.map((kind) => ({ value: kind, label: t(words[kind]) }))} />
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
