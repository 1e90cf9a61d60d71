import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { holdoutQuery, setHoldout } from './experiments.queries.ts'
import { experimentWords as words } from './experiments.words.ts'

/** The global control group in a sentence, and how to change it. */
export function HoldoutStrip() {
  const t = useT()
  const format = useFormat()
  const rules = useRules()
  const client = useQueryClient()
  const { message } = App.useApp()
  const { data } = useQuery(holdoutQuery)
  const [open, setOpen] = useState(false)
  if (!data) return null
  return (
    <p className="experiment-holdout muted">
      {data.share > 0 ? t(words.holdout, { share: format.percent(data.share) }) : t(words.noHoldout)}
      {data.can.change && (
        <Button size="small" onClick={() => setOpen(true)}>
          {t(words.holdoutChange)}
        </Button>
      )}
      <Modal
        open={open}
        title={t(words.holdoutTitle)}
        footer={null}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <p className="muted small">{t(words.holdoutHint)}</p>
        <AskForm<{ share: number; reason: string }>
          verb={t(words.save)}
          initial={{ share: Math.round(data.share * 1000) / 10, reason: '' }}
          submit={async ({ share, reason }) => {
            await setHoldout((share ?? 0) / 100, reason)
            await client.invalidateQueries({ queryKey: ['experiments', 'holdout'] })
            message.success(t(words.saved))
            setOpen(false)
          }}
        >
          <Form.Item name="share" label={t(words.share)}>
            <InputNumber min={0} max={30} />
          </Form.Item>
          <Form.Item name="reason" label={t(words.reason)} rules={[rules.needed(words.reason)]}>
            <Input maxLength={300} />
          </Form.Item>
        </AskForm>
      </Modal>
    </p>
  )
}
