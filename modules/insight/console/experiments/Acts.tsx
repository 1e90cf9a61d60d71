/** What may be done with an experiment now: one obvious act, the others beside it. */
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { useT } from '#ui/locale/locale.tsx'
import {
  decideExperiment,
  type Experiment,
  removeExperiment,
  startExperiment,
  stopExperiment,
} from './experiments.queries.ts'
import { experimentWords as words } from './experiments.words.ts'

interface Props {
  readonly experiment: Experiment
  readonly changed: () => Promise<unknown>
}

export function Acts({ experiment, changed }: Props) {
  const t = useT()
  const navigate = useNavigate()
  const { modal, message } = App.useApp()
  const [asking, ask] = useState<'stop' | 'decide'>()
  const { id, name, can } = experiment
  const act = async (does: () => Promise<unknown>) => {
    try {
      await does()
      await changed()
    } catch (error) {
      message.error(asProblem(error).message)
    }
  }
  return (
    <>
      {can.remove && (
        <Button
          danger
          type="text"
          onClick={() =>
            modal.confirm({
              title: t(words.removeAsk, { name }),
              okText: t(words.remove),
              okButtonProps: { danger: true },
              onOk: () =>
                act(async () => {
                  await removeExperiment(id)
                  await navigate({ to: '/insight/experiments' })
                }),
            })
          }
        >
          {t(words.remove)}
        </Button>
      )}
      {can.change && (
        <Button onClick={() => navigate({ to: '/insight/experiments/$id/edit', params: { id } })}>
          {t(words.edit)}
        </Button>
      )}
      {can.start && (
        <Button
          type="primary"
          onClick={() =>
            modal.confirm({
              title: t(words.startAsk, { name }),
              content: t(words.startDetail),
              okText: t(words.start),
              onOk: () => act(() => startExperiment(id)),
            })
          }
        >
          {t(words.start)}
        </Button>
      )}
      {can.stop && <Button onClick={() => ask('stop')}>{t(words.stop)}</Button>}
      {can.decide && (
        <Button type="primary" onClick={() => ask('decide')}>
          {t(words.decide)}
        </Button>
      )}
      {asking && <Ask {...{ experiment, changed, asking }} close={() => ask(undefined)} />}
    </>
  )
}

function Ask({
  experiment: { id, name, definition, decision },
  changed,
  asking,
  close,
}: Props & { readonly asking: 'stop' | 'decide'; readonly close: () => void }) {
  const t = useT()
  const rules = useRules()
  return (
    <Modal
      open
      title={asking === 'stop' ? t(words.stopAsk, { name }) : t(words.decideAsk)}
      footer={null}
      onCancel={close}
    >
      {asking === 'stop' && <p className="muted small">{t(words.stopHint)}</p>}
      <AskForm<{ reason: string; variant: string }>
        verb={t(asking === 'stop' ? words.stop : words.decide)}
        initial={{ variant: decision ?? definition.variants[0]?.key ?? '' }}
        submit={async ({ reason, variant }) => {
          if (asking === 'stop') await stopExperiment(id, reason)
          else await decideExperiment(id, variant, reason)
          await changed()
          close()
        }}
      >
        {asking === 'decide' && (
          <Form.Item name="variant" label={t(words.arms)}>
            <Radio.Group
              options={definition.variants.map(({ key, name: label }) => ({ value: key, label }))}
            />
          </Form.Item>
        )}
        <Form.Item name="reason" label={t(words.reason)} rules={[rules.needed(words.reason)]}>
          <Input.TextArea rows={2} maxLength={300} />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}
