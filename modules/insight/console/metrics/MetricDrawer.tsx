/** 口径: everything there is to say about a figure, and what can be done with it. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Drawer } from 'antd'
import type { ReactNode } from 'react'
import { api } from '#ui/api.ts'
import { Spark } from '#ui/console/chart/Spark.tsx'
import { conditioned } from '#ui/console/condition/queries.ts'
import { Tag } from '#ui/console/Page.tsx'
import { asProblem, take } from '#ui/console/problem.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { figureWords } from '../../figure.ts'
import { sourceWords } from './MetricRow.tsx'
import { type Figures, type Metric, metricQuery } from './metrics.queries.ts'
import { metricWords as words } from './metrics.words.ts'

interface Props {
  readonly metric: Metric
  readonly figures: Figures | undefined
  readonly freshTo: string | null
  readonly close: () => void
}

export function MetricDrawer({ metric, figures, freshTo, close }: Props) {
  const t = useT()
  const format = useFormat()
  const { locale } = useReading()
  const go = useNavigate()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const versions = useQuery(metricQuery(metric.key)).data?.versions ?? []
  const values = (figures?.points ?? []).flatMap(({ value }) => (value === null ? [] : [value]))
  const archive = async (archived: boolean) => {
    try {
      await take<void>(
        conditioned(
          api.PUT('/api/insight/metrics/{key}/archived', {
            params: { path: { key: metric.key } },
            body: { archived },
          }),
        ),
      )
      message.success(t(archived ? words.archivedDone : words.reopenedDone))
      await queries.invalidateQueries({ queryKey: ['metrics'] })
      close()
    } catch (error) {
      message.error(asProblem(error).message)
    }
  }
  const question = {
    of: [{ metric: metric.key }],
    range: { last: 12, unit: 'week' },
    unit: 'week',
    scope: {},
  }
  return (
    <Drawer
      open
      onClose={close}
      size={520}
      title={metric.name}
      extra={
        metric.can.edit && (
          <Button onClick={() => void archive(!metric.archived)}>
            {t(metric.archived ? words.reopen : words.archive)}
          </Button>
        )
      }
      footer={
        <div className="metric-acts">
          <Button
            type="primary"
            icon={<Icon name="insight" size={16} />}
            onClick={() => void go({ to: '/insight/trends', search: { q: JSON.stringify(question) } })}
          >
            {t(words.trend)}
          </Button>
          {metric.can.edit && (
            <Button onClick={() => void go({ to: '/insight/metrics/build', search: { from: metric.key } })}>
              {t(words.edit)}
            </Button>
          )}
        </div>
      }
    >
      {metric.lastDay === null ? (
        <p className="metric-none">
          {t(words.noData)}
          <span className="muted small">{t(words.noDataHint, { events: metric.events.join('、') })}</span>
        </p>
      ) : (
        <div className="metric-now">
          <div>
            <strong>{figures ? figureWords(figures.value, metric.unit, locale) : '…'}</strong>
            <span className="muted small">
              {t(words.now)}
              {figures?.under != null &&
                figures.over != null &&
                ` · ${t(words.overUnder, { over: format.number(figures.over), under: format.number(figures.under) })}`}
            </span>
          </div>
          {values.length > 1 && <Spark values={values} width={220} height={56} colour="var(--pine)" />}
        </div>
      )}
      <dl className="metric-facts">
        <Fact name={t(words.formula)}>{metric.formula || metric.says}</Fact>
        <Fact name={t(words.definition)}>{metric.says}</Fact>
        <Fact name={t(words.left)}>{t(words.leftOut)}</Fact>
        <Fact name={t(words.counted)}>{t(words.days)}</Fact>
        <Fact name={t(words.source)}>
          {metric.sources.length > 0 ? (
            <span className="tags">
              {metric.sources.map((source) => (
                <Tag key={source} tone={source === 'own' ? 'pine' : 'plain'}>
                  {t(sourceWords[source])}
                </Tag>
              ))}
            </span>
          ) : metric.lastDay ? (
            t(words.older, { day: format.date(`${metric.lastDay}T12:00:00Z`) })
          ) : (
            t(words.noData)
          )}
        </Fact>
        {freshTo && <Fact name={t(words.fresh)}>{format.dateTime(freshTo)}</Fact>}
        <Fact name={t(words.better)}>{t(words[metric.better])}</Fact>
        {metric.ids.length > 0 && <Fact name={t(words.needs)}>{metric.ids.join(' · ')}</Fact>}
      </dl>
      {versions.length > 1 && (
        <section className="metric-versions">
          <h3>{t(words.versions)}</h3>
          <ol>
            {versions.map((version) => (
              <li key={version.version}>
                <span>
                  {t(words.version, { version: version.version })} · {version.name}
                </span>
                <span className="muted small">{format.dateTime(version.changedAt)}</span>
                <p className="muted small">{version.says}</p>
              </li>
            ))}
          </ol>
        </section>
      )}
    </Drawer>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
