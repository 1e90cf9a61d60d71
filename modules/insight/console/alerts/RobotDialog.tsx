/** Which robot tells of an alert. What was entered is never shown again. */
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Modal } from 'antd'
import { AskForm } from '#ui/console/form.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { useT } from '#ui/locale/locale.tsx'
import { RobotFields, type RobotFieldValues, robotNames, robotOf } from '../frame/RobotFields.tsx'
import { connectRobot, type Robot, type Rule } from './alerts.queries.ts'
import { alertWords as words } from './alerts.words.ts'

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
          {t(words.robotOn, { kind: t(robotNames[rule.robotKind]) })}{' '}
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
      <AskForm<RobotFieldValues>
        initial={{ kind: rule.robotKind ?? 'wecom' }}
        verb={t(words.robotConnect)}
        submit={(entered) => save(robotOf(entered))}
      >
        <RobotFields />
      </AskForm>
    </Modal>
  )
}
