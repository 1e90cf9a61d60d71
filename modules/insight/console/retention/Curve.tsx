/** What is left column by column: of all, of the values of a breakdown, of the cohort beside it, and the goal. */
import { useMemo } from 'react'
import type { Colours } from '#ui/console/chart/option.ts'
import { shareChart } from '#ui/console/chart/share.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { ChartCard } from '../frame/ChartCard.tsx'
import { PeopleDoor } from '../frame/PeopleDoor.tsx'
import { lastKnown, type RetentionAnswer, type RetentionQuestion } from './answer.ts'
import { retentionWords as words } from './retention.words.ts'
import { useColumns } from './useColumns.ts'

interface Props {
  readonly question: RetentionQuestion
  readonly answer: RetentionAnswer
}

const seriesColours = ['sky', 'wheat', 'plum', 'persimmon', 'teal', 'clay', 'slate'] as const
const symbols = ['circle', 'rect', 'triangle', 'diamond', 'pin', 'arrow', 'roundRect'] as const
/** More lines than these are no picture; the table has them all. */
const mostLines = 6

export function Curve({ question, answer }: Props) {
  const t = useT()
  const format = useFormat()
  const nameOf = useColumns(question)
  const { mean, versus, goal, values } = answer
  const title = useTitle(question, answer)
  const option = useMemo(() => {
    const known = mean.slice(1)
    const line = (
      name: string,
      of: RetentionAnswer['mean'],
      colour: string,
      at: number,
      more: object = {},
    ) => ({
      name,
      type: 'line',
      data: of.slice(1).map(({ share }) => share),
      symbol: symbols[at % symbols.length],
      symbolSize: 6,
      itemStyle: { color: colour },
      lineStyle: { color: colour, width: 2 },
      ...more,
    })
    return (colours: Colours) => ({
      ...shareChart(
        colours,
        known.map(({ column }) => nameOf(column)),
        format.percent,
      ),
      series: [
        line(t(words.all), mean, colours.pine, 0, {
          ...(values.length === 0 ? { areaStyle: { color: colours.pine, opacity: 0.1 } } : {}),
          ...(goal
            ? {
                markPoint: {
                  symbol: 'diamond',
                  symbolSize: 12,
                  itemStyle: { color: colours.wheat },
                  label: { show: false },
                  data: [{ coord: [goal.column - 1, goal.share] }],
                },
                markLine: {
                  symbol: 'none',
                  lineStyle: { color: colours.wheat, type: 'dashed', width: 1.5 },
                  label: { show: false },
                  data: [{ yAxis: goal.share }],
                },
              }
            : {}),
        }),
        ...values
          .slice(0, mostLines)
          .map(({ label, mean: of }, at) =>
            line(label || t(words.unknown), of, colours[seriesColours[at % seriesColours.length]!], at + 1),
          ),
        ...(versus
          ? [
              line(t(words.other), versus.mean, colours.slate, 1, {
                lineStyle: { color: colours.slate, type: 'dotted', width: 2 },
              }),
            ]
          : []),
      ],
    })
  }, [mean, values, versus, goal, nameOf, format, t])
  const behind = (cell: object, said: string) => ({ analysis: 'retention', question, cell, title: said })
  const back = (column: number) => behind({ column }, t(words.meanTitle, { column: nameOf(column) }))
  const gone = (column: number) =>
    behind({ column, lost: true }, t(words.lostTitle, { column: nameOf(column) }))
  const points = (value: number) => `${value > 0 ? '+' : ''}${Math.round(value * 1_000) / 10}`
  return (
    <ChartCard
      title={title}
      note={t(words.curveNote)}
      summary={title}
      file="retention-curve"
      height={280}
      option={option}
      behind={({ at }) => back(at + 1)}
      legend={<Keys answer={answer} />}
      table={{
        head: [
          t(words.column),
          t(words.returned),
          t(words.lost),
          t(words.share),
          ...values.map(({ label }) => label || t(words.unknown)),
          ...(versus ? [t(words.other), t(words.difference)] : []),
        ],
        rows: mean.slice(1).map(({ column, returned, of, share }) => {
          const apart = versus?.difference[column]
          const other = versus?.mean[column]?.share ?? null
          return [
            nameOf(column),
            { value: returned, shown: <PeopleDoor {...back(column)} count={returned} /> },
            { value: of - returned, shown: <PeopleDoor {...gone(column)} count={of - returned} /> },
            share === null ? '' : format.percent(share),
            ...values.map(({ mean: each }) => {
              const found = each[column]?.share ?? null
              return found === null ? '' : format.percent(found)
            }),
            ...(versus
              ? [
                  other === null ? '' : format.percent(other),
                  apart
                    ? t(words.points, {
                        by: points(apart.by),
                        low: points(apart.low),
                        high: points(apart.high),
                      })
                    : '',
                ]
              : []),
          ]
        }),
      }}
    />
  )
}

/** Which line is whose; a single one needs no key. */
function Keys({ answer: { values, versus, goal } }: { answer: RetentionAnswer }) {
  const t = useT()
  const keys = [
    { name: t(words.all), colour: 'pine', line: 'solid' },
    ...values.slice(0, mostLines).map(({ label }, at) => ({
      name: label || t(words.unknown),
      colour: seriesColours[at]!,
      line: 'solid',
    })),
    ...(versus ? [{ name: t(words.other), colour: 'slate', line: 'dotted' }] : []),
  ]
  return (
    <>
      {keys.length > 1 &&
        keys.map(({ name, colour, line }) => (
          <span key={`${colour} ${line}`}>
            <i className="ret-key" style={{ borderTop: `2px ${line} var(--${colour})` }} aria-hidden="true" />
            {name}
          </span>
        ))}
      {goal && <GoalLine goal={goal} />}
    </>
  )
}

function GoalLine({ goal: { share, reached, met } }: { goal: NonNullable<RetentionAnswer['goal']> }) {
  const t = useT()
  const format = useFormat()
  const said = { share: format.percent(share) }
  if (met === null || reached === null) return <span className="muted">{t(words.goalUnknown, said)}</span>
  return met ? (
    <span>{t(words.goalMet, said)}</span>
  ) : (
    <span>{t(words.goalMissed, { ...said, points: Math.round((share - reached) * 1_000) / 10 })}</span>
  )
}

function useTitle(question: RetentionQuestion, { mean, versus, values }: RetentionAnswer): string {
  const t = useT()
  const format = useFormat()
  const nameOf = useColumns(question)
  const last = lastKnown(mean)
  const column = nameOf(Math.max(1, last))
  if (last === 0) return t(words.mapNone, { column })
  const apart = versus?.difference[last]
  if (apart) {
    const points = (value: number) => `${Math.round(value * 1_000) / 10}`
    const word = apart.low > 0 ? words.curveBetter : apart.high < 0 ? words.curveWorse : words.curveUnclear
    return t(word, {
      column,
      points: points(Math.abs(apart.by)),
      low: points(apart.low),
      high: points(apart.high),
    })
  }
  const [best] = [...values]
    .filter(({ mean: of }) => (of[last]?.of ?? 0) >= 10)
    .sort((one, other) => (other.mean[last]?.share ?? 0) - (one.mean[last]?.share ?? 0))
  if (best)
    return t(words.curveValues, {
      best: best.label || t(words.unknown),
      column,
      share: format.percent(best.mean[last]!.share ?? 0),
    })
  return t(words.curveTitle, { column, share: format.percent(mean[last]!.share ?? 0) })
}
