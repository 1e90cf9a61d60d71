/** What a metric would be, while it is built: the sentence, the figure, its course, or where the formula breaks. */
import { useQuery } from '@tanstack/react-query'
import { Alert, Form, type FormInstance } from 'antd'
import { Chart } from '#ui/console/chart/Chart.tsx'
import { axisStyle, baseOption } from '#ui/console/chart/option.ts'
import { useSettled } from '#ui/console/condition/useSettled.ts'
import { Card } from '#ui/console/Page.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { Empty, SkeletonRows } from '#ui/console/states.tsx'
import { useReading, useT } from '#ui/locale/locale.tsx'
import { figureWords } from '../../figure.ts'
import type { Expression, MetricUnit } from '../../metrics/units.ts'
import { shortDay } from '../calendar.ts'
import { previewQuery } from './metrics.queries.ts'
import { metricWords as words } from './metrics.words.ts'

interface Props<V> {
  /** Undefined while something is not chosen yet. */
  readonly how: Expression | undefined
  readonly unit: MetricUnit
  readonly form: FormInstance<V>
}

export function PreviewCard<V extends { unit: MetricUnit }>({ how, unit, form }: Props<V>) {
  const t = useT()
  const { locale } = useReading()
  const settled = useSettled(how, 500)
  const { data, error, isFetching } = useQuery(previewQuery(settled))
  const chosen: MetricUnit = Form.useWatch('unit', form as FormInstance) ?? unit
  if (!how)
    return (
      <Card className="metric-preview">
        <Empty icon="insight" title={t(words.previewUnfinished)} />
      </Card>
    )
  if (error) {
    const problem = asProblem(error)
    return (
      <Card className="metric-preview">
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={problem.message}
          description={problem.fields.map(({ message }) => message).join(' ') || undefined}
        />
      </Card>
    )
  }
  if (!data)
    return (
      <Card className="metric-preview">
        <SkeletonRows rows={4} />
      </Card>
    )
  const figure = (value: number | null) => figureWords(value, chosen, locale)
  const known = data.points.some(({ value }) => value !== null)
  return (
    <div className={`metric-preview ${isFetching ? 'stale' : ''}`} aria-live="polite" aria-busy={isFetching}>
      <Chart
        title={known ? t(words.preview, { value: figure(data.value) }) : t(words.previewNone)}
        note={`${data.says} · ${t(words.previewNote)}`}
        summary={data.says}
        file="metric"
        height={220}
        option={(colours) => ({
          ...baseOption(colours),
          grid: { left: 4, right: 12, top: 16, bottom: 4, containLabel: true },
          xAxis: {
            type: 'category',
            data: data.points.map(({ start }) => shortDay(start)),
            boundaryGap: false,
            ...axisStyle(colours),
          },
          yAxis: {
            type: 'value',
            splitNumber: 3,
            ...axisStyle(colours),
            axisLine: { show: false },
            axisLabel: { ...axisStyle(colours).axisLabel, formatter: (value: number) => figure(value) },
          },
          tooltip: {
            ...(baseOption(colours).tooltip as object),
            valueFormatter: (value: unknown) => figure(value as number),
          },
          series: [
            {
              type: 'line',
              showSymbol: false,
              color: colours.pine,
              data: data.points.map(({ value }) => value),
            },
          ],
        })}
        table={{
          head: [t(words.counted), t(words.name)],
          rows: data.points.map(({ start, value }) => [start, figure(value)]),
        }}
      />
    </div>
  )
}
