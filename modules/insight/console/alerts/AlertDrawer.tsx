/** Making or changing an alert, tried on the past while it is written. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Checkbox, Drawer, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { colleaguesQuery } from '#ui/console/colleagues.ts'
import { useSettled } from '#ui/console/condition/useSettled.ts'
import { asProblem } from '#ui/console/problem.ts'
import { useReading, useT } from '#ui/locale/locale.tsx'
import { figureWords } from '../../figure.ts'
import { metricChoicesQuery } from '../goals/goals.queries.ts'
import {
  changeAlert,
  makeAlert,
  type Rule,
  type RuleDraft,
  type RuleFields,
  triedQuery,
} from './alerts.queries.ts'
import { alertWords as words } from './alerts.words.ts'
import { LineChart } from './LineChart.tsx'
import { type Test, TestFields } from './TestFields.tsx'

type Draft = Omit<RuleFields, 'metric' | 'test'> & {
  readonly metric?: RuleFields['metric']
  readonly test: Test
}

const fresh: Draft = {
  name: '',
  scope: {},
  eachGroup: false,
  unit: 'day',
  test: { kind: 'anomaly', side: 'below', strength: 4 },
  leastBase: 0,
  cooldown: 7,
  ownerId: null,
  department: null,
  mail: false,
}

const fieldsOf = (rule: Rule): Draft => ({
  name: rule.ownName,
  metric: rule.metric,
  scope: rule.scope,
  eachGroup: rule.eachGroup,
  unit: rule.unit,
  test: rule.test,
  leastBase: rule.leastBase,
  cooldown: rule.cooldown,
  ownerId: rule.ownerId,
  department: rule.department,
  mail: rule.mail,
})

export function AlertDrawer({
  rule,
  close,
}: {
  readonly rule: Rule | undefined
  readonly close: () => void
}) {
  const t = useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  const metrics = useQuery(metricChoicesQuery).data ?? []
  const colleagues = useQuery(colleaguesQuery).data?.items ?? []
  const [draft, setDraft] = useState<Draft>(rule ? fieldsOf(rule) : fresh)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const change = (values: Partial<Draft>) => setDraft((before) => ({ ...before, ...values }))
  const metric = metrics.find(({ key }) => key === draft.metric)
  const unit = rule && draft.metric === rule.metric ? rule.metricUnit : (metric?.unit ?? 'number')
  const ready = draft.metric !== undefined && (draft.name.trim() !== '' || rule?.preset != null)
  const save = async () => {
    if (draft.metric === undefined) return
    setBusy(true)
    setFailure(undefined)
    try {
      const fields: RuleFields = { ...draft, metric: draft.metric, name: draft.name.trim() }
      await (rule ? changeAlert(rule.id, fields) : makeAlert(fields))
      await client.invalidateQueries({ queryKey: ['alerts'] })
      message.success(t(words.saved))
      close()
    } catch (error) {
      const problem = asProblem(error)
      setFailure([problem.message, ...problem.fields.map((field) => field.message)].join(' · '))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Drawer
      open
      onClose={close}
      size={560}
      title={t(rule ? words.editTitle : words.newTitle)}
      footer={
        <Button type="primary" loading={busy} disabled={!ready} onClick={save}>
          {t(words.save)}
        </Button>
      }
    >
      <Form layout="vertical" requiredMark={false}>
        <Form.Item label={t(words.name)} htmlFor="alert-name">
          <Input
            id="alert-name"
            maxLength={60}
            value={draft.name}
            placeholder={rule?.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        </Form.Item>
        {draft.test.kind !== 'topic' && (
          <Form.Item label={t(words.metric)} htmlFor="alert-metric" extra={metric?.formula}>
            {typeof draft.metric === 'object' ? (
              <Input id="alert-metric" disabled value={rule?.metricName} />
            ) : (
              <Select
                id="alert-metric"
                showSearch={{ optionFilterProp: 'label' }}
                placeholder={t(words.chooseMetric)}
                value={draft.metric}
                onChange={(key: string) => change({ metric: key })}
                options={metrics.map(({ key, name }) => ({ value: key, label: name }))}
              />
            )}
          </Form.Item>
        )}
        <div className="goal-fields">
          <Form.Item label={t(words.bucket)} htmlFor="alert-unit">
            <Select
              id="alert-unit"
              value={draft.unit}
              onChange={(each: Draft['unit']) => change({ unit: each })}
              options={(['day', 'week', 'month'] as const).map((each) => ({
                value: each,
                label: t(words[each]),
              }))}
            />
          </Form.Item>
          <Form.Item label={t(words.who)} htmlFor="alert-who">
            <Select
              id="alert-who"
              value={draft.eachGroup ? 'each' : 'whole'}
              onChange={(value: string) =>
                change({
                  eachGroup: value === 'each',
                  scope: value === 'each' ? { ...draft.scope, group: undefined } : draft.scope,
                  test: value === 'each' ? withoutTopic(draft.test) : withoutHealth(draft.test),
                })
              }
              options={[
                { value: 'whole', label: t(words.whole) },
                { value: 'each', label: t(words.each) },
              ]}
            />
          </Form.Item>
        </div>
        <TestFields
          test={draft.test}
          unit={unit}
          each={draft.eachGroup ?? false}
          change={(test) => change(test.kind === 'topic' ? { test, metric: 'messages' } : { test })}
        />
        <div className="goal-fields">
          <Form.Item
            label={t(draft.test.kind === 'topic' ? words.topicLeast : words.leastBase)}
            htmlFor="alert-base"
            extra={draft.test.kind === 'topic' ? undefined : t(words.leastBaseHint)}
          >
            <InputNumber
              id="alert-base"
              min={0}
              max={1_000_000}
              precision={0}
              value={draft.leastBase}
              onChange={(value) => change({ leastBase: value ?? 0 })}
            />
          </Form.Item>
          <Form.Item label={t(words.cooldown)} htmlFor="alert-cooldown">
            <InputNumber
              id="alert-cooldown"
              min={0}
              max={365}
              precision={0}
              value={draft.cooldown}
              onChange={(value) => change({ cooldown: value ?? 0 })}
            />
          </Form.Item>
        </div>
        <Form.Item label={t(words.owner)} htmlFor="alert-owner">
          <Select
            id="alert-owner"
            allowClear
            value={draft.ownerId ?? undefined}
            onChange={(id?: string) => change({ ownerId: id ?? null, mail: id ? draft.mail : false })}
            options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Checkbox
          checked={draft.mail}
          disabled={!draft.ownerId}
          onChange={(event) => change({ mail: event.target.checked })}
        >
          {t(words.byMail)}
        </Checkbox>
        {failure && <Alert type="error" showIcon title={failure} role="alert" className="form-failure" />}
      </Form>
      <TriedOnThePast
        draft={
          draft.metric === undefined
            ? undefined
            : {
                metric: draft.metric,
                scope: draft.scope,
                eachGroup: draft.eachGroup,
                unit: draft.unit,
                test: draft.test,
                leastBase: draft.leastBase,
              }
        }
      />
    </Drawer>
  )
}

const withoutHealth = (test: Test): Test =>
  test.kind === 'threshold' && test.line === 'health' ? { ...test, line: 0.3 } : test

const withoutTopic = (test: Test): Test => (test.kind === 'topic' ? fresh.test : test)

function TriedOnThePast({ draft }: { readonly draft: RuleDraft | undefined }) {
  const t = useT()
  const { locale } = useReading()
  // Compared by its text: a draft is a new object with every stroke.
  const asked = JSON.parse(useSettled(JSON.stringify(draft ?? null), 500)) as RuleDraft | null
  const query = useQuery({
    ...triedQuery(asked!),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
  })
  const data = draft ? query.data : undefined
  const raised = data?.things.reduce((sum, thing) => sum + thing.raised.length, 0) ?? 0
  const loudest = data?.things.toSorted((one, other) => other.raised.length - one.raised.length)[0]
  return (
    <section className="alert-tried">
      <h3>{t(words.tried)}</h3>
      {!draft && <p className="muted">{t(words.triedWait)}</p>}
      {draft && query.isPending && <p className="muted">{t(words.trying)}</p>}
      {draft && query.isError && (
        <Alert type="error" showIcon title={asProblem(query.error).message} role="alert" />
      )}
      {data && (
        <>
          <p aria-live="polite">
            {raised === 0 ? t(words.triedNone) : t(words.triedTimes, { count: raised })}
            {raised > 0 && data.things.length > 1 && (
              <span className="muted small">
                {' '}
                {data.things
                  .filter((thing) => thing.raised.length > 0)
                  .slice(0, 5)
                  .map((thing) =>
                    t(words.triedOf, { thing: thing.groupName ?? '', count: thing.raised.length }),
                  )
                  .join(' · ')}
              </span>
            )}
          </p>
          {loudest && loudest.series.length > 1 && (
            <LineChart
              series={loudest.series}
              line={loudest.line}
              marked={loudest.raised}
              figure={(value) => figureWords(value, data.metricUnit, locale)}
            />
          )}
        </>
      )}
    </section>
  )
}
