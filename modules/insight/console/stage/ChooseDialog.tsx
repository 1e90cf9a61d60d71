import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Modal, Radio } from 'antd'
import { AskForm } from '#ui/console/form.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { type Stage, stages } from '../../stage/life.ts'
import { stageFocus, stageNames } from '../../stage/stage.messages.ts'
import { type Chosen, chooseStage } from './stage.queries.ts'
import { stageWords as words } from './stage.words.ts'

interface Props {
  readonly chosen: Chosen | null
  readonly stage: Stage
  readonly close: () => void
}

/** Choosing a stage takes a reason; so does keeping one. */
export function ChooseDialog({ chosen, stage: initial, close }: Props) {
  const t = useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  return (
    <Modal
      open
      title={t(chosen ? words.change : words.choose)}
      footer={null}
      onCancel={close}
      destroyOnHidden
    >
      <AskForm<{ stage: Stage; why: string }>
        initial={{ stage: initial, why: '' }}
        verb={t(words.save)}
        submit={async ({ stage, why }) => {
          await chooseStage({ stage, why, after: chosen?.id ?? null })
          await client.invalidateQueries({ queryKey: ['product-stage'] })
          await client.invalidateQueries({ queryKey: ['goals', 'templates'] })
          message.success(t(words.saved, { stage: t(stageNames[stage]) }))
          close()
        }}
      >
        <Form.Item name="stage" label={t(words.stage)}>
          <Radio.Group className="stage-choices">
            {stages.map((each) => (
              <Radio key={each} value={each}>
                <b>{t(stageNames[each])}</b>
                <small className="muted">{t(stageFocus[each])}</small>
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
        <Form.Item
          name="why"
          label={t(words.why)}
          extra={t(words.whyHint)}
          rules={[{ required: true, whitespace: true, max: 300 }]}
        >
          <Input.TextArea maxLength={300} autoSize={{ minRows: 2, maxRows: 5 }} />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}
