/** One signal: what was seen, what else changed at the same time, and what becomes of it. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { App, Button, Form, Input, Modal, Radio } from 'antd'
import { useMemo, useState } from 'react'
import { Chart } from '#ui/console/chart/Chart.tsx'
import {
  axisStyle,
  baseOption,
  type ChartOption,
  type Colours,
  fontFamily,
} from '#ui/console/chart/option.ts'
import { AskForm } from '#ui/console/form.tsx'
import { Card, Page, Tag } from '#ui/console/Page.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { Failed, SkeletonPage } from '#ui/console/states.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { figureWords } from '../../figure.ts'
import { shortDay } from '../calendar.ts'
import { PeopleDoor } from '../frame/PeopleDoor.tsx'
import { BeginImprovement, ImprovementsOf, SolvedBy } from '../improvements/OfThing.tsx'
import { closeSignal, type Signal, signalQuery, takeSignal } from './alerts.queries.ts'
import { alertWords as words } from './alerts.words.ts'
import { TopicCard } from './TopicCard.tsx'
import './alerts.css'

export default function SignalScreen() {
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useQuery(signalQuery(id))
  if (query.isPending) return <SkeletonPage />
  if (!query.data) return <Failed page error={query.error} retry={() => query.refetch()} />
  return <SignalView signal={query.data} />
}

function SignalView({ signal }: { readonly signal: Signal }) {
  const t = useT()
  const { locale } = useReading()
  const format = useFormat()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [closing, setClosing] = useState(false)
  const figure = (value: number | null) => figureWords(value, signal.unit, locale)
  const option = useMemo(
    () =>
      lineOption(signal, {
        figure: (value) => figureWords(value, signal.unit, locale),
        lineLabel:
          signal.line === null
            ? ''
            : t(words.chartLine, { line: figureWords(signal.line, signal.unit, locale) }),
      }),
    [signal, locale, t],
  )
  const take = async (taken: boolean) => {
    try {
      await takeSignal(signal.id, taken)
      await client.invalidateQueries({ queryKey: ['signals'] })
    } catch (error) {
      message.error(asProblem(error).message)
    }
  }
  return (
    <Page
      title={signal.title}
      lead={
        <>
          {signal.note} · {t(words.raised, { when: format.ago(signal.raisedAt) })}
        </>
      }
      actions={
        signal.outcome ? (
          <Tag tone={signal.outcome === 'dismissed' ? 'plain' : 'pine'}>{t(words[signal.outcome])}</Tag>
        ) : (
          <>
            {signal.can.take && (
              <Button onClick={() => take(!signal.takenAt)}>
                {t(signal.takenAt ? words.giveBack : words.taken)}
              </Button>
            )}
            {signal.can.close && <Button onClick={() => setClosing(true)}>{t(words.close)}</Button>}
            <BeginImprovement of="signal" id={signal.id} />
          </>
        )
      }
    >
      {signal.reason && <p className="signal-reason">{signal.reason}</p>}
      <div className="signal-page">
        <Chart
          title={
            signal.topic
              ? t(words.topicChart, {
                  topic: signal.topic.word,
                  value: signal.topic.items,
                  before: signal.topic.before,
                })
              : t(words.chartTitle, { metric: signal.metricName, value: figure(signal.value) })
          }
          note={t(words.chartNote)}
          option={option}
          table={{
            head: [t(words.bucketHead), t(words.figure), t(words.baseHead)],
            rows: signal.series
              .toReversed()
              .map(({ start, value, base }) => [start, value === null ? '' : figure(value), base ?? '']),
          }}
          summary={t(words.chartSummary, {
            first: figure(signal.series[0]?.value ?? null),
            last: figure(signal.value),
          })}
          file={`signal-${signal.id}`}
          height={260}
        />
        {signal.topic ? (
          <TopicCard signal={signal} topic={signal.topic} />
        ) : (
          <Card title={t(words.causes)} note={t(words.causesNote)}>
            {signal.causes.length === 0 && <p className="muted">{t(words.causesNone)}</p>}
            <ul className="signal-causes">
              {signal.causes.map((cause) => (
                <li key={cause.event}>
                  <span>{cause.says}</span>
                  <CausePeople signal={signal} event={cause.event} count={cause.moved} />
                </li>
              ))}
            </ul>
            <p className="signal-links">
              {signal.groupId && (
                <Link className="link" to="/groups/$id" params={{ id: signal.groupId }}>
                  {t(words.openGroup)}
                </Link>
              )}
              <Link className="link" to="/plan/alerts" search={{ tab: 'rules' }}>
                {t(words.openRule)}
              </Link>
            </p>
          </Card>
        )}
      </div>
      <ImprovementsOf of="signal" id={signal.id} />
      {closing && <CloseDialog signal={signal} close={() => setClosing(false)} />}
    </Page>
  )
}

/** The people behind a change: who did it four weeks before and not now, or the other way round. */
function CausePeople({ signal, event, count }: { signal: Signal; event: string; count: number }) {
  const t = useT()
  const moved = t(signal.side === 'below' ? words.movedAway : words.movedIn, { count })
  return (
    <PeopleDoor
      analysis="causes"
      question={{ to: signal.to, side: signal.side, ...(signal.groupId ? { group: signal.groupId } : {}) }}
      cell={{ event }}
      title={moved}
      count={count}
    >
      {moved}
    </PeopleDoor>
  )
}

function CloseDialog({ signal, close }: { readonly signal: Signal; readonly close: () => void }) {
  const t = useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  return (
    <Modal open title={t(words.close)} footer={null} onCancel={close} destroyOnHidden>
      <AskForm<{ outcome: 'handled' | 'dismissed'; reason: string; improvementId?: string }>
        initial={{ outcome: 'handled', reason: '' }}
        verb={t(words.closeVerb)}
        submit={async (body) => {
          await closeSignal(signal.id, body)
          await client.invalidateQueries({ queryKey: ['signals'] })
          message.success(t(words.closedSaid))
          close()
        }}
      >
        <Form.Item name="outcome" label={t(words.outcome)}>
          <Radio.Group
            options={[
              { value: 'handled', label: t(words.outcomeHandled) },
              { value: 'dismissed', label: t(words.outcomeDismissed) },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t(words.reason)}
          extra={t(words.reasonHint)}
          rules={[{ required: true, min: 2, max: 300 }]}
        >
          <Input.TextArea maxLength={300} autoSize={{ minRows: 2, maxRows: 5 }} />
        </Form.Item>
        <SolvedBy signal={signal.id} />
      </AskForm>
    </Modal>
  )
}

function lineOption(
  { series, line, bucket }: Signal,
  { figure, lineLabel }: { readonly figure: (value: number) => string; readonly lineLabel: string },
) {
  return (colours: Colours): ChartOption =>
    ({
      ...baseOption(colours),
      grid: { left: 58, right: 76, top: 18, bottom: 26 },
      xAxis: {
        type: 'category',
        data: series.map(({ start }) => shortDay(start)),
        boundaryGap: false,
        ...axisStyle(colours),
        axisLine: { show: true, lineStyle: { color: colours.line } },
      },
      yAxis: {
        type: 'value',
        scale: true,
        splitNumber: 3,
        ...axisStyle(colours),
        axisLabel: { ...axisStyle(colours).axisLabel, formatter: (value: number) => figure(value) },
        axisLine: { show: false },
      },
      series: [
        {
          type: 'line',
          data: series.map(({ start, value }) => ({
            value,
            symbolSize: start === bucket ? 10 : 0,
            itemStyle: { color: colours.bad },
          })),
          color: colours.pine,
          symbol: 'circle',
          lineStyle: { width: 2.2 },
          areaStyle: { color: colours.pine, opacity: 0.07, origin: 'start' },
          markLine:
            line === null
              ? undefined
              : {
                  silent: true,
                  symbol: ['none', 'none'],
                  lineStyle: { color: colours.bad, type: [4, 4], width: 1.4 },
                  label: {
                    formatter: lineLabel,
                    position: 'end',
                    color: colours['persimmon-text'],
                    fontSize: 12,
                    fontFamily,
                  },
                  data: [{ yAxis: line }],
                },
        },
      ],
      tooltip: {
        ...(baseOption(colours).tooltip as object),
        formatter: (points: readonly { dataIndex: number }[]) => {
          const point = series[points[0]?.dataIndex ?? 0]
          return point ? `${shortDay(point.start)}\n${point.value === null ? '' : figure(point.value)}` : ''
        },
      },
    }) as ChartOption
}
