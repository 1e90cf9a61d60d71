/** What is done, for whom, and how it is judged. Once it has started, only the first part is asked. */
import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useState } from 'react'
import { colleaguesQuery } from '#ui/console/colleagues.ts'
import { AskForm } from '#ui/console/form.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { ScopePick } from '../frame/ScopePick.tsx'
import { MetricPick } from '../trends/MetricPick.tsx'
import type { Metric } from '../trends/trend.ts'
import { type Draft, experimentsQuery } from './improvements.queries.ts'
import { improvementWords as words } from './improvements.words.ts'
import '../trends/trends.css'

export type Fields = Omit<Draft, 'found' | 'links' | 'against'>

interface Props {
  readonly initial: Partial<Fields> & Pick<Fields, 'metric' | 'days'>
  readonly running?: boolean
  readonly submit: (fields: Fields) => Promise<void>
}

interface Written {
  readonly name: string
  readonly doing: string
  readonly success: string
  readonly days: number
  readonly ownerId?: string
  readonly experimentId?: string
}

export function ImprovementForm({ initial, running = false, submit }: Props) {
  const t = useT()
  const colleagues = useQuery(colleaguesQuery).data?.items ?? []
  const experiments = useQuery(experimentsQuery).data ?? []
  const [metric, setMetric] = useState(initial.metric)
  const [scope, setScope] = useState(initial.scope ?? {})
  const [whom, setWhom] = useState(initial.whom ?? {})
  return (
    <AskForm<Written>
      initial={{
        name: initial.name ?? '',
        doing: initial.doing ?? '',
        success: initial.success ?? '',
        days: initial.days ?? 28,
        ...(initial.ownerId ? { ownerId: initial.ownerId } : {}),
        ...(initial.experimentId ? { experimentId: initial.experimentId } : {}),
      }}
      verb={t(words.save)}
      submit={async ({ ownerId, experimentId, ...written }) =>
        await submit({
          ...written,
          metric,
          scope,
          whom,
          ownerId: ownerId ?? null,
          experimentId: experimentId ?? null,
        })
      }
    >
      <Form.Item name="name" label={t(words.name)} rules={[{ required: true, max: 60 }]}>
        <Input maxLength={60} placeholder={t(words.nameHint)} />
      </Form.Item>
      <Form.Item name="doing" label={t(words.doing)} rules={[{ required: true, max: 500 }]}>
        <Input.TextArea
          maxLength={500}
          placeholder={t(words.doingHint)}
          autoSize={{ minRows: 2, maxRows: 6 }}
        />
      </Form.Item>
      <Form.Item label={t(words.whom)}>
        <div className="improvement-picks">
          <ScopePick value={whom} onChange={(value) => setWhom(value as typeof whom)} />
        </div>
      </Form.Item>
      <Form.Item name="ownerId" label={t(words.owner)}>
        <Select
          allowClear
          placeholder={t(words.noOwner)}
          options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <h3 className="improvement-part">{t(words.judge)}</h3>
      {running ? (
        <p className="muted small">{t(words.editRunning)}</p>
      ) : (
        <>
          <Form.Item label={t(words.metric)}>
            <div className="improvement-picks">
              <MetricPick
                value={metric as Metric}
                onChange={(value) => setMetric(value as Fields['metric'])}
              />
            </div>
          </Form.Item>
          <Form.Item label={t(words.judgeScope)}>
            <div className="improvement-picks">
              <ScopePick value={scope} onChange={(value) => setScope(value as typeof scope)} />
            </div>
          </Form.Item>
          <Form.Item name="days" label={t(words.days)}>
            <Select
              options={[14, 28, 56, 91].map((days) => ({ value: days, label: t(words.daysOf, { days }) }))}
            />
          </Form.Item>
          <Form.Item name="success" label={t(words.success)} rules={[{ required: true, max: 300 }]}>
            <Input maxLength={300} placeholder={t(words.successHint)} />
          </Form.Item>
        </>
      )}
      <Form.Item name="experimentId" label={t(words.experiment)} extra={t(words.experimentHint)}>
        <Select
          allowClear
          placeholder={t(words.noExperiment)}
          options={experiments.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
    </AskForm>
  )
}
