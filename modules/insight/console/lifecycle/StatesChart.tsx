/** Actives above zero, those who fell silent below. */
import { useMemo } from 'react'
import { axisStyle, baseOption, type Colours } from '#ui/console/chart/option.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { shortDay } from '../calendar.ts'
import { ChartCard } from '../frame/ChartCard.tsx'
import { bucketsOf, MarksKey, useMarks } from '../frame/Marks.tsx'
import { markLines, roomForMarks } from '../frame/marks.ts'
import { PeopleDoor } from '../frame/PeopleDoor.tsx'
import type { LifecycleAnswer, LifecycleQuestion, State } from './answer.ts'
import { lifecycleWords as words } from './lifecycle.words.ts'

const states: readonly (readonly [State, 'pine' | 'sky' | 'wheat' | 'persimmon'])[] = [
  ['returning', 'pine'],
  ['new', 'sky'],
  ['resurrecting', 'wheat'],
  ['dormant', 'persimmon'],
]

interface Props {
  readonly question: LifecycleQuestion
  readonly answer: LifecycleAnswer
}

export function StatesChart({ question, answer: { buckets } }: Props) {
  const t = useT()
  const format = useFormat()
  const day = (start: string) => (question.unit === 'month' ? start.slice(0, 7) : shortDay(start))
  const spans = useMemo(
    () =>
      bucketsOf(
        buckets.map(({ start }) => start),
        question.unit,
      ),
    [buckets, question.unit],
  )
  const marks = useMarks(spans, question.scope?.group)
  const option = useMemo(() => {
    const labels = buckets.map(({ start }) =>
      question.unit === 'month' ? start.slice(0, 7) : shortDay(start),
    )
    return (colours: Colours) => ({
      ...baseOption(colours),
      tooltip: {
        ...(baseOption(colours).tooltip as object),
        valueFormatter: (value: unknown) =>
          typeof value === 'number' ? format.number(Math.abs(value)) : '—',
      },
      grid: { left: 4, right: 8, top: roomForMarks(marks), bottom: 4, containLabel: true },
      xAxis: {
        type: 'category',
        data: labels,
        ...axisStyle(colours),
        axisLine: { onZero: true, lineStyle: { color: colours.slate } },
      },
      yAxis: {
        type: 'value',
        ...axisStyle(colours),
        axisLabel: {
          color: colours.muted,
          fontSize: 11,
          formatter: (value: number) => format.number(Math.abs(value)),
        },
      },
      series: states.map(([state, colour]) => ({
        id: state,
        name: t(words[state]),
        type: 'bar',
        stack: 'people',
        barMaxWidth: 44,
        data: buckets.map((bucket) => ({
          // Who has not come yet may still: who fell silent is known when the bucket is over.
          value: state !== 'dormant' ? bucket[state] : bucket.complete ? -bucket[state] : null,
          itemStyle: bucket.complete ? {} : { opacity: 0.5 },
        })),
        itemStyle: { color: colours[colour], borderColor: colours.card, borderWidth: 1 },
        ...(state === 'returning' ? { markLine: markLines(colours, marks) } : {}),
      })),
    })
  }, [buckets, marks, question.unit, t, format])
  const behind = (state: State, start: string) => ({
    analysis: 'lifecycle',
    question,
    cell: { of: 'state', state, start },
    title: t(words.behind, { start: day(start), state: t(words[state]) }),
  })
  const latest = buckets.findLast(({ complete }) => complete)
  const came = latest ? latest.new + latest.resurrecting : 0
  const title = latest
    ? t(
        came > latest.dormant
          ? words.sentenceGrow
          : came < latest.dormant
            ? words.sentenceShrink
            : words.sentenceEven,
        {
          start: day(latest.start),
          actives: format.number(latest.new + latest.returning + latest.resurrecting),
          came: format.number(came),
          gone: format.number(latest.dormant),
        },
      )
    : t(words.sentenceNone)
  const share = (value: number | null) => (value === null ? '' : format.percent(value))
  return (
    <ChartCard
      title={title}
      note={t(words.note)}
      summary={title}
      file="life-cycle"
      height={320}
      option={option}
      legend={
        <>
          {states.map(([state, colour]) => (
            <span key={state}>
              <i className="cycle-key" style={{ background: `var(--${colour})` }} aria-hidden="true" />
              {t(words[state])}
            </span>
          ))}
          <MarksKey marks={marks} asked={{ metric: 'daily_actives', scope: question.scope }} />
        </>
      }
      behind={({ seriesId, at }) => {
        const bucket = buckets[at]
        return bucket && behind(seriesId as State, bucket.start)
      }}
      table={{
        head: [
          t(words.period),
          ...states.map(([state]) => t(words[state])),
          t(words.fresh),
          t(words.kept),
          t(words.quick),
        ],
        rows: buckets.map((bucket) => [
          bucket.complete ? bucket.start : `${bucket.start} · ${t(words.running)}`,
          ...states.map(([state]) => ({
            value: bucket[state],
            shown: <PeopleDoor {...behind(state, bucket.start)} count={bucket[state]} />,
          })),
          share(bucket.fresh),
          share(bucket.kept),
          bucket.quickRatio === null ? '' : format.number(Math.round(bucket.quickRatio * 100) / 100),
        ]),
      }}
    />
  )
}
