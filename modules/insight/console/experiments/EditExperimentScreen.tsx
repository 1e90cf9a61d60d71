/** Making or changing an experiment; beside it how many members it takes. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import type { Definition } from '#ui/console/condition/condition.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { Card, Page } from '#ui/console/Page.tsx'
import { Failed, SkeletonPage } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { WhoPick } from '../frame/ScopePick.tsx'
import {
  changeExperiment,
  type Experiment,
  experimentQuery,
  makeExperiment,
  metricsQuery,
  type Variant,
} from './experiments.queries.ts'
import { experimentWords as words } from './experiments.words.ts'
import { PlanCard } from './PlanCard.tsx'
import { Variants } from './Variants.tsx'
import './experiments.css'

export default function EditExperimentScreen() {
  const { id } = useParams({ strict: false }) as { id?: string }
  const found = useQuery({ ...experimentQuery(id ?? ''), enabled: id !== undefined })
  if (found.error) return <Failed page error={found.error} retry={() => found.refetch()} />
  if (id && !found.data) return <SkeletonPage />
  return <Editor given={found.data} />
}

interface Values {
  readonly key: string
  readonly name: string
  readonly hypothesis?: string
  readonly metric: string
  readonly guardrails?: readonly string[]
  readonly windowDays: number | null
  readonly effect: number
}

const begun: readonly Variant[] = [
  { key: 'control', name: '', weight: 50 },
  { key: 'new', name: '', weight: 50 },
]

function Editor({ given }: { given: Experiment | undefined }) {
  const t = useT()
  const rules = useRules()
  const navigate = useNavigate()
  const client = useQueryClient()
  const metrics = useQuery(metricsQuery)
  const [form] = Form.useForm<Values>()
  const [who, setWho] = useState<Definition | undefined>(given?.definition.who)
  const [variants, setVariants] = useState<readonly Variant[]>(given?.definition.variants ?? begun)
  const watched = {
    metric: Form.useWatch('metric', form),
    windowDays: Form.useWatch('windowDays', form),
    effect: Form.useWatch('effect', form),
  }
  const options = (metrics.data?.items ?? []).map(({ key, name }) => ({ value: key, label: name }))
  const initial: Partial<Values> = given
    ? {
        name: given.name,
        hypothesis: given.hypothesis,
        metric: typeof given.definition.metric === 'string' ? given.definition.metric : '',
        guardrails: given.definition.guardrails.filter((each) => typeof each === 'string'),
        windowDays: given.definition.windowDays,
        effect: Math.round(given.definition.effect * 1000) / 10,
      }
    : { windowDays: 14, effect: 10 }
  const submit = async ({
    key,
    name,
    hypothesis = '',
    metric,
    guardrails = [],
    windowDays,
    effect,
  }: Values) => {
    const body = {
      name,
      hypothesis,
      definition: {
        version: 1 as const,
        variants,
        ...(who ? { who } : {}),
        metric,
        guardrails: guardrails.filter((each) => each !== metric),
        windowDays: windowDays ?? null,
        lookBackDays: given?.definition.lookBackDays ?? 28,
        alpha: given?.definition.alpha ?? 0.05,
        effect: effect / 100,
        power: given?.definition.power ?? 0.8,
      },
    }
    const { id } = given ? await changeExperiment(given.id, body) : await makeExperiment({ key, ...body })
    await client.invalidateQueries({ queryKey: ['experiments'] })
    await navigate({ to: '/insight/experiments/$id', params: { id } })
  }
  return (
    <Page
      above={
        <nav className="crumbs">
          <Link to="/insight/experiments">{t(words.title)}</Link>
          <Icon name="right" size={14} />
          <span>{t(given ? words.editTitle : words.newTitle)}</span>
        </nav>
      }
      title={t(given ? words.editTitle : words.newTitle)}
      lead={t(words.editLead)}
    >
      <div className="experiment-pair">
        <Card>
          <AskForm<Values> form={form} initial={initial} verb={t(words.saveDraft)} submit={submit}>
            <Form.Item name="name" label={t(words.name)} rules={[rules.needed(words.name)]}>
              <Input maxLength={60} />
            </Form.Item>
            {!given && (
              <Form.Item
                name="key"
                label={t(words.key)}
                extra={t(words.keyHint)}
                rules={[
                  rules.needed(words.key),
                  { pattern: /^[a-z][a-z0-9_]{1,39}$/, message: t(words.keyWrong) },
                ]}
              >
                <Input maxLength={40} />
              </Form.Item>
            )}
            <Form.Item name="hypothesis" label={t(words.hypothesis)} extra={t(words.hypothesisHint)}>
              <Input.TextArea rows={2} maxLength={500} />
            </Form.Item>
            <Variants value={variants} onChange={setVariants} />
            <Form.Item label={t(words.who)} extra={t(words.whoHint)}>
              <WhoPick value={who} onChange={setWho} />
            </Form.Item>
            <Form.Item
              name="metric"
              label={t(words.metric)}
              extra={t(words.metricHint)}
              rules={[rules.needed(words.metric)]}
            >
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                options={options}
                loading={metrics.isPending}
              />
            </Form.Item>
            <Form.Item name="guardrails" label={t(words.guardrails)} extra={t(words.guardrailsHint)}>
              <Select
                mode="multiple"
                maxCount={8}
                showSearch={{ optionFilterProp: 'label' }}
                options={options}
              />
            </Form.Item>
            <div className="experiment-two">
              <Form.Item name="windowDays" label={t(words.window)} extra={t(words.windowHint)}>
                <InputNumber min={1} max={180} />
              </Form.Item>
              <Form.Item name="effect" label={t(words.effect)} extra={t(words.effectHint)}>
                <InputNumber min={0.1} max={500} />
              </Form.Item>
            </div>
          </AskForm>
        </Card>
        <PlanCard
          asked={
            watched.metric && watched.effect
              ? {
                  who,
                  metric: watched.metric,
                  windowDays: watched.windowDays ?? null,
                  arms: variants.filter(({ weight }) => weight > 0).length,
                  alpha: 0.05,
                  effect: watched.effect / 100,
                  power: 0.8,
                }
              : undefined
          }
          unit={metrics.data?.items.find(({ key }) => key === watched.metric)?.unit}
        />
      </div>
    </Page>
  )
}
