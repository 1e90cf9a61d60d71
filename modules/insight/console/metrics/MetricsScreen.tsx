/** 指标: every figure that is asked anywhere, what it is now, and how it is worked out. */
import { useQueries, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input, Segmented } from 'antd'
import { useMemo } from 'react'
import { Card, Page } from '#ui/console/Page.tsx'
import { useMay } from '#ui/console/session.ts'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { MetricDrawer } from './MetricDrawer.tsx'
import { MetricRow } from './MetricRow.tsx'
import {
  type Family,
  type Figures,
  families,
  figuresQuery,
  type Metric,
  metricsQuery,
} from './metrics.queries.ts'
import { metricWords as words } from './metrics.words.ts'
import './metrics.css'

/** Figures are asked for so many metrics at once: a few statements for the whole screen. */
const together = 24

type Part = Family | 'own'
const parts: readonly Part[] = [...families, 'own']

export default function MetricsScreen() {
  const t = useT()
  const go = useNavigate()
  const may = useMay()
  const url = useSearch({ strict: false }) as { q?: string; part?: string; metric?: string }
  const put = (change: Record<string, string | undefined>) =>
    void go({ to: '/insight/metrics', search: { ...url, ...change }, replace: 'q' in change })
  const archived = url.part === 'archived'
  const query = useQuery(metricsQuery(archived))
  const shown = useMemo(() => find(query.data?.items ?? [], url.q, url.part), [query.data, url.q, url.part])
  const figures = useFigures(query.data?.items ?? [])
  const open = query.data?.items.find(({ key }) => key === url.metric)
  return (
    <Page
      title={t(words.title)}
      lead={t(words.lead)}
      actions={
        may('insight.edit') && (
          <Button
            type="primary"
            icon={<Icon name="plus" size={16} />}
            onClick={() => void go({ to: '/insight/metrics/build' })}
          >
            {t(words.build)}
          </Button>
        )
      }
    >
      <div className="metrics-tools">
        <Input
          prefix={<Icon name="search" size={16} />}
          placeholder={t(words.search)}
          aria-label={t(words.search)}
          value={url.q ?? ''}
          onChange={(event) => put({ q: event.target.value || undefined })}
        />
        <Segmented
          value={url.part ?? 'all'}
          onChange={(part) => put({ part: part === 'all' ? undefined : String(part) })}
          options={[
            { value: 'all', label: t(words.all) },
            ...parts.map((part) => ({ value: part, label: t(words[part]) })),
            { value: 'archived', label: t(words.archived) },
          ]}
        />
      </div>
      {query.isPending ? (
        <Card>
          <SkeletonRows rows={9} />
        </Card>
      ) : !query.data ? (
        <Card>
          <Failed error={query.error} retry={() => query.refetch()} />
        </Card>
      ) : shown.length === 0 ? (
        <Card>
          <Empty icon="search" title={t(words.nothingFound)} hint={t(words.nothingFoundHint)} />
        </Card>
      ) : (
        parts.map((part) => {
          const its = shown.filter((metric) => (metric.family ?? 'own') === part)
          return its.length === 0 ? null : (
            <Card key={part} title={t(words[part])} flush>
              <table className="metrics-table">
                <thead>
                  <tr>
                    <th scope="col">{t(words.name)}</th>
                    <th scope="col" className="figure">
                      {t(words.now)}
                    </th>
                    <th scope="col" className="course">
                      {t(words.course)}
                    </th>
                    <th scope="col" className="source">
                      {t(words.source)}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {its.map((metric) => (
                    <MetricRow
                      key={metric.key}
                      metric={metric}
                      figures={figures.get(metric.key)}
                      open={() => put({ metric: metric.key })}
                    />
                  ))}
                </tbody>
              </table>
            </Card>
          )
        })
      )}
      {open && (
        <MetricDrawer
          metric={open}
          figures={figures.get(open.key)}
          freshTo={query.data?.freshTo ?? null}
          close={() => put({ metric: undefined })}
        />
      )}
    </Page>
  )
}

function find(items: readonly Metric[], text: string | undefined, part: string | undefined): Metric[] {
  const wanted = text?.trim().toLowerCase()
  return items.filter(
    (metric) =>
      (part === undefined || part === 'archived' || (metric.family ?? 'own') === part) &&
      (!wanted ||
        [metric.name, metric.formula, metric.key, ...metric.ids].some((each) =>
          each.toLowerCase().includes(wanted),
        )),
  )
}

/** Only of metrics that have data: the others would be asked in vain. */
function useFigures(items: readonly Metric[]): ReadonlyMap<string, Figures> {
  const keys = useMemo(() => items.filter(({ lastDay }) => lastDay !== null).map(({ key }) => key), [items])
  const batches = useMemo(
    () =>
      Array.from({ length: Math.ceil(keys.length / together) }, (_, at) =>
        keys.slice(at * together, (at + 1) * together),
      ),
    [keys],
  )
  const found = useQueries({ queries: batches.map((batch) => figuresQuery(batch)) })
  return new Map(found.flatMap(({ data }) => [...(data ?? [])]))
}
