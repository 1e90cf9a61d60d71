/** Setting a goal: on the left what is wanted, on the right whether it holds. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Button, Form, Input, InputNumber, Select } from 'antd'
import { useEffect, useState } from 'react'
import { Spark } from '#ui/console/chart/Spark.tsx'
import { colleaguesQuery } from '#ui/console/colleagues.ts'
import { groupsOf } from '#ui/console/condition/building.ts'
import { noCatalogue } from '#ui/console/condition/catalogue.ts'
import { catalogueQuery } from '#ui/console/condition/queries.ts'
import { useSettled } from '#ui/console/condition/useSettled.ts'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Card, Light, Page } from '#ui/console/Page.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { useSession } from '#ui/console/session.ts'
import { useFormat, useReading } from '#ui/locale/locale.tsx'
import { addDays } from '../calendar.ts'
import { GroupPick } from '../frame/ScopePick.tsx'
import { amountShown, draftOf, type Filled } from './draft.ts'
import { checkQuery, metricChoicesQuery, setGoal, type Template, templatesQuery } from './goals.queries.ts'
import { goalWords as words } from './goals.words.ts'
import { useGoalWords } from './standing.tsx'
import './goals.css'

const scenarios = {
  any: words.scenarioAny,
  fast: words.scenarioFast,
  durable: words.scenarioDurable,
  saas: words.scenarioSaas,
}
const windows = [
  [1, words.read1],
  [7, words.read7],
  [30, words.read30],
  [90, words.read90],
  [0, words.readAll],
] as const

const offered = (templates: readonly Template[]) =>
  templates.map(({ id, name }) => ({ value: id, label: name }))

export default function NewGoalScreen() {
  const { t } = useGoalWords()
  const format = useFormat()
  const { now } = useReading()
  const navigate = useNavigate()
  const client = useQueryClient()
  const today = format.dayKey(now())
  const templates = useQuery(templatesQuery).data ?? []
  const metrics = useQuery(metricChoicesQuery).data ?? []
  const colleagues = useQuery(colleaguesQuery).data?.items ?? []
  const [filled, setFilled] = useState<Filled>({
    mode: 'relative',
    amount: null,
    startsOn: today,
    dueOn: addDays(today, 91),
    days: 7,
  })
  const [name, setName] = useState('')
  const [why, setWhy] = useState('')
  const me = useSession().account?.id
  const [ownerId, setOwner] = useState(me)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const change = (values: Partial<Filled>) => setFilled((before) => ({ ...before, ...values }))
  const metric = metrics.find(({ key }) => key === filled.metric)
  const draft = draftOf(filled, metric?.unit)
  const catalogue = useQuery(catalogueQuery).data ?? noCatalogue

  const take = (template: Template) => {
    change({
      metric: template.metric,
      mode: template.mode,
      amount: amountShown(template.amount, template.mode, template.unit),
      days: template.days,
      dueOn: addDays(filled.startsOn, Math.round(template.months * 30.44)),
    })
    setName(template.name)
  }
  // A link from the stage of the product names a template.
  const [{ template: wanted }] = useUrlState()
  const given = templates.find(({ id }) => id === wanted)
  // biome-ignore lint/correctness/useExhaustiveDependencies: taken once, when it is known
  useEffect(() => {
    if (given) take(given)
  }, [given])
  const submit = async () => {
    if (!draft) return
    setBusy(true)
    setFailure(undefined)
    try {
      const goal = await setGoal({
        ...draft,
        name: name.trim() || proposed.slice(0, 60),
        why: why.trim(),
        ownerId: ownerId ?? null,
      })
      await client.invalidateQueries({ queryKey: ['goals'] })
      await navigate({ to: '/plan/goals/$id', params: { id: goal.id } })
    } catch (error) {
      const problem = asProblem(error)
      setFailure([problem.message, ...problem.fields.map(({ message }) => message)].join(' · '))
    } finally {
      setBusy(false)
    }
  }
  const suffix =
    filled.mode === 'relative'
      ? t(words.percent)
      : metric?.unit === 'share'
        ? t(filled.mode === 'points' ? words.points : words.percent)
        : metric?.unit === 'money'
          ? t(words.yuan)
          : ''
  const group = groupsOf(catalogue).find(({ value }) => value === filled.group)?.label
  const wish = `${filled.mode === 'absolute' ? '→ ' : (filled.amount ?? 0) > 0 ? '+' : ''}${filled.amount}${suffix}`
  // Said by what was chosen, for those who have no better name.
  const proposed = draft && metric ? [...(group ? [group] : []), `${metric.name} ${wish}`].join(' · ') : ''
  return (
    <Page title={t(words.newTitle)} lead={t(words.newLead)}>
      <div className="goal-page">
        <Card>
          <Form layout="vertical" requiredMark={false}>
            <Form.Item label={t(words.fromTemplate)} htmlFor="goal-template">
              <Select
                id="goal-template"
                value={null}
                showSearch={{ optionFilterProp: 'label' }}
                placeholder={t(words.chooseTemplate)}
                onChange={(id: string | null) => {
                  const template = templates.find((each) => each.id === id)
                  if (template) take(template)
                }}
                options={[
                  {
                    label: t(words.forStage),
                    options: offered(templates.filter(({ place }) => place !== null)),
                  },
                  ...Object.entries(scenarios).map(([key, label]) => ({
                    label: t(label),
                    options: offered(
                      templates.filter(({ scenario, place }) => scenario === key && place === null),
                    ),
                  })),
                ].filter(({ options }) => options.length > 0)}
              />
            </Form.Item>
            <Form.Item label={t(words.metric)} htmlFor="goal-metric" extra={metric?.formula}>
              <Select
                id="goal-metric"
                showSearch={{ optionFilterProp: 'label' }}
                placeholder={t(words.chooseMetric)}
                value={filled.metric}
                onChange={(key: string) => change({ metric: key })}
                options={metrics.map(({ key, name: label }) => ({ value: key, label }))}
              />
            </Form.Item>
            <div className="goal-fields">
              <Form.Item label={t(words.mode)} htmlFor="goal-mode">
                <Select
                  id="goal-mode"
                  value={filled.mode}
                  onChange={(mode: Filled['mode']) => change({ mode })}
                  options={[
                    { value: 'relative', label: t(words.modeRelative) },
                    { value: 'points', label: t(words.modePoints) },
                    { value: 'absolute', label: t(words.modeAbsolute) },
                  ]}
                />
              </Form.Item>
              <Form.Item label={t(words.amount)} htmlFor="goal-amount" extra={t(words.amountHint)}>
                <InputNumber
                  id="goal-amount"
                  value={filled.amount}
                  onChange={(amount) => change({ amount })}
                  suffix={suffix}
                  style={{ width: '100%' }}
                />
              </Form.Item>
            </div>
            <div className="goal-fields">
              <Form.Item label={t(words.start)} htmlFor="goal-start">
                <Input
                  id="goal-start"
                  type="date"
                  value={filled.startsOn}
                  onChange={(event) => change({ startsOn: event.target.value })}
                />
              </Form.Item>
              <Form.Item label={t(words.deadline)} htmlFor="goal-due">
                <Input
                  id="goal-due"
                  type="date"
                  min={filled.startsOn}
                  value={filled.dueOn}
                  onChange={(event) => change({ dueOn: event.target.value })}
                />
              </Form.Item>
            </div>
            <div className="goal-fields">
              <Form.Item label={t(words.read)} htmlFor="goal-window">
                <Select
                  id="goal-window"
                  value={filled.days ?? 0}
                  onChange={(days: number) => change({ days: days || null })}
                  options={windows.map(([value, label]) => ({ value, label: t(label) }))}
                />
              </Form.Item>
              <Form.Item label={t(words.where)}>
                <GroupPick value={filled.group} onChange={(group) => change({ group })} />
              </Form.Item>
            </div>
            <Form.Item label={t(words.name)} htmlFor="goal-name">
              <Input
                id="goal-name"
                maxLength={60}
                placeholder={proposed}
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            </Form.Item>
            <Form.Item label={t(words.why)} htmlFor="goal-why" extra={t(words.whyHint)}>
              <Input.TextArea
                id="goal-why"
                maxLength={300}
                autoSize={{ minRows: 2, maxRows: 5 }}
                value={why}
                onChange={(event) => setWhy(event.target.value)}
              />
            </Form.Item>
            <Form.Item label={t(words.owner)} htmlFor="goal-owner">
              <Select
                id="goal-owner"
                allowClear
                value={colleagues.some(({ id }) => id === ownerId) ? ownerId : undefined}
                placeholder={t(words.chooseOwner)}
                onChange={(id?: string) => setOwner(id)}
                options={colleagues.map(({ id, name: label }) => ({ value: id, label }))}
              />
            </Form.Item>
            {failure && <Alert type="error" showIcon title={failure} role="alert" className="form-failure" />}
            <Button
              type="primary"
              loading={busy}
              disabled={!draft || (name.trim() || proposed) === '' || why.trim() === ''}
              onClick={submit}
            >
              {t(words.setVerb)}
            </Button>
          </Form>
        </Card>
        <SmartCard draft={draft} why={why.trim()} />
      </div>
    </Page>
  )
}

const lights = { yes: 'good', warn: 'warn', no: 'bad' } as const

function SmartCard({ draft, why }: { readonly draft: ReturnType<typeof draftOf>; readonly why: string }) {
  const { t, figure } = useGoalWords()
  // Compared by its text: a draft is a new object with every stroke.
  const asked = JSON.parse(useSettled(JSON.stringify({ draft, why }), 400)) as {
    readonly draft?: ReturnType<typeof draftOf>
    readonly why: string
  }
  const query = useQuery({
    ...checkQuery(asked.draft!, asked.why),
    enabled: asked.draft !== undefined,
    placeholderData: keepPreviousData,
  })
  const checked = draft ? query.data : undefined
  const known = checked?.history.flatMap(({ value }) => value ?? []) ?? []
  return (
    <Card title={t(words.check)} className="goal-smart">
      {!draft && <p className="muted">{t(words.checkWait)}</p>}
      {draft && query.isPending && <p className="muted">{t(words.checking)}</p>}
      {draft && query.isError && (
        <Alert type="error" showIcon title={asProblem(query.error).message} role="alert" />
      )}
      {checked && (
        <>
          <p className="goal-becomes" aria-live="polite">
            {checked.target === null
              ? '—'
              : t(checked.baseline === null ? words.becomesNone : words.becomes, {
                  baseline: figure(checked.baseline, checked),
                  target: figure(checked.target, checked),
                })}
          </p>
          <ul className="goal-letters">
            {checked.smart.map(({ letter, verdict, reason }) => (
              <li key={letter}>
                <Light state={lights[verdict]}>
                  <b>{t(words[`letters_${letter}`])}</b> <span className="sr-only">{t(words[verdict])}</span>
                  {reason}
                </Light>
              </li>
            ))}
          </ul>
          {known.length > 7 && (
            <figure className="goal-history">
              <figcaption className="muted small">{t(words.history)}</figcaption>
              <Spark values={known} width={300} height={64} colour="var(--pine)" />
            </figure>
          )}
        </>
      )}
    </Card>
  )
}
