/** The builder of a metric: its parts, what it says in a sentence, and its figures while one builds. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { App, Button, Form, Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { conditioned } from '#ui/console/condition/queries.ts'
import { AskForm } from '#ui/console/form.tsx'
import { Card, Page } from '#ui/console/Page.tsx'
import { take } from '#ui/console/problem.ts'
import { Failed, SkeletonPage } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { type Expression, type MetricUnit, metricUnits } from '../../metrics/units.ts'
import { isFinished, letters, noEvent, partsOf, reshape, type Shape, shapeOf, unitOf } from './building.ts'
import { type Metric, metricsQuery, sent } from './metrics.queries.ts'
import { metricWords as words } from './metrics.words.ts'
import { PartEditor } from './PartEditor.tsx'
import { PreviewCard } from './PreviewCard.tsx'
import './metrics.css'

export default function BuildScreen() {
  const { from } = useSearch({ strict: false }) as { from?: string }
  const query = useQuery(metricsQuery(false))
  if (query.isPending) return <SkeletonPage />
  if (!query.data) return <Failed page error={query.error} retry={() => query.refetch()} />
  const { items } = query.data
  const before = items.find(({ key }) => key === from)
  return <Builder key={from} before={before} metrics={items.filter(({ key }) => key !== from)} />
}

interface Named {
  readonly name: string
  readonly formula: string
  readonly unit: MetricUnit
  readonly better: 'more' | 'less'
}

function Builder({
  before,
  metrics,
}: {
  readonly before: Metric | undefined
  readonly metrics: readonly Metric[]
}) {
  const t = useT()
  const go = useNavigate()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm<Named>()
  const [how, setHow] = useState<Expression>(before?.definition.how ?? noEvent)
  const change = (next: Expression) => {
    setHow(next)
    // As long as nobody chose another, the unit follows what is built.
    if (!form.isFieldTouched('unit') && !before) form.setFieldValue('unit', unitOf(next))
  }
  const save = async (named: Named) => {
    if (!isFinished(how)) {
      message.info(t(words.previewUnfinished))
      return
    }
    const body = { ...named, definition: { version: 1 as const, how: sent(how) } }
    const call = before
      ? api.PATCH('/api/insight/metrics/{key}', {
          params: { path: { key: before.key } },
          body: { ...body, version: before.version },
        })
      : api.POST('/api/insight/metrics', { body })
    await take<void>(conditioned(call))
    await queries.invalidateQueries({ queryKey: ['metrics'] })
    message.success(t(words.saved, { name: named.name }))
    void go({ to: '/insight/metrics', search: before ? { metric: before.key } : { part: 'own' } })
  }
  const shape = shapeOf(how)
  return (
    <Page
      title={before ? t(words.changeTitle, { name: before.name }) : t(words.buildTitle)}
      lead={t(words.buildLead)}
    >
      <div className="metric-build">
        <div className="metric-build-parts">
          <Card
            title={t(words.how)}
            extra={
              <Segmented<Shape>
                value={shape}
                onChange={(next) => change(reshape(how, next))}
                options={[
                  { value: 'one', label: t(words.oneFigure) },
                  { value: 'ratio', label: t(words.ratio) },
                  { value: 'formula', label: t(words.byFormula) },
                ]}
              />
            }
          >
            <Parts how={how} change={change} metrics={metrics} />
          </Card>
          <Card>
            <AskForm<Named>
              form={form}
              initial={before ?? { unit: unitOf(how), better: 'more', formula: '' }}
              submit={save}
              verb={t(words.save)}
            >
              <Form.Item
                name="name"
                label={t(words.called)}
                rules={[{ required: true, message: t(words.needName) }]}
              >
                <Input maxLength={40} placeholder={t(words.calledHint)} />
              </Form.Item>
              <Form.Item name="formula" label={t(words.wordsField)}>
                <Input.TextArea
                  maxLength={400}
                  autoSize={{ minRows: 2, maxRows: 4 }}
                  placeholder={t(words.wordsHint)}
                />
              </Form.Item>
              <div className="metric-pair">
                <Form.Item name="unit" label={t(words.unit)}>
                  <Select
                    options={metricUnits.map((unit) => ({ value: unit, label: t(words[`unit_${unit}`]) }))}
                  />
                </Form.Item>
                <Form.Item name="better" label={t(words.better)}>
                  <Select
                    options={[
                      { value: 'more', label: t(words.more) },
                      { value: 'less', label: t(words.less) },
                    ]}
                  />
                </Form.Item>
              </div>
            </AskForm>
          </Card>
        </div>
        <PreviewCard how={isFinished(how) ? how : undefined} unit={unitOf(how)} form={form} />
      </div>
    </Page>
  )
}

function Parts({
  how,
  change,
  metrics,
}: {
  readonly how: Expression
  readonly change: (how: Expression) => void
  readonly metrics: readonly Metric[]
}) {
  const t = useT()
  if (how.kind === 'ratio')
    return (
      <>
        <h3 className="part-title">{t(words.over)}</h3>
        <PartEditor value={how.over} change={(over) => change({ ...how, over })} metrics={metrics} />
        <hr className="part-line" />
        <h3 className="part-title">{t(words.under)}</h3>
        <PartEditor value={how.under} change={(under) => change({ ...how, under })} metrics={metrics} />
      </>
    )
  if (how.kind !== 'formula') return <PartEditor value={how} change={change} metrics={metrics} />
  const used = Object.keys(how.of).sort()
  return (
    <>
      <Input
        className="part-formula"
        value={how.formula}
        aria-label={t(words.formulaField)}
        maxLength={200}
        onChange={(event) =>
          change({ ...how, formula: event.target.value.replace(/[^a-h0-9+\-*/(). ]/g, '') })
        }
      />
      <p className="muted small">{t(words.formulaHint)}</p>
      {used.map((letter) => (
        <div key={letter}>
          <h3 className="part-title">
            {t(words.part, { letter })}
            {used.length > 1 && (
              <Button
                type="text"
                size="small"
                aria-label={t(words.removePart, { letter })}
                icon={<Icon name="close" size={14} />}
                onClick={() => {
                  const { [letter]: _, ...rest } = how.of
                  change({ ...how, of: rest })
                }}
              />
            )}
          </h3>
          <PartEditor
            value={how.of[letter]!}
            change={(part) => change({ ...how, of: { ...how.of, [letter]: part } })}
            metrics={metrics}
          />
        </div>
      ))}
      {partsOf(how).length < letters.length && (
        <Button
          type="link"
          icon={<Icon name="plus" size={14} />}
          onClick={() => {
            const free = [...letters].find((letter) => !(letter in how.of))!
            change({ ...how, of: { ...how.of, [free]: noEvent } })
          }}
        >
          {t(words.addPart)}
        </Button>
      )}
    </>
  )
}
