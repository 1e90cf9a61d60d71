/** Figures of thirty days beside the thirty before, each a door to the people behind it. */
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { changeWords, distanceWords, figureWords } from '../../figure.ts'
import type { TrendAnswer, TrendSeries } from '../../metrics/trend/trend.ts'
import { PeopleDoor } from '../frame/PeopleDoor.tsx'
import { useAnswer } from '../frame/useAnswer.ts'
import { monthOf } from './stage.queries.ts'
import { stageWords as words } from './stage.words.ts'

export function useMonth(metrics: readonly string[] | undefined) {
  const format = useFormat()
  const { now } = useReading()
  const question = metrics?.length ? monthOf(metrics, format.dayKey(now())) : undefined
  return { question, ...useAnswer<TrendAnswer>('trend', question) }
}

interface Props {
  readonly question: object
  readonly series: TrendSeries
  readonly at: number
}

export function MonthFigure({ question, series, at }: Props) {
  const t = useT()
  const { locale } = useReading()
  const { value } = series.total
  return (
    <PeopleDoor
      analysis="trend"
      question={question}
      cell={{ series: at }}
      title={t(words.people, { name: series.name })}
      count={value === 0 ? 0 : undefined}
    >
      {figureWords(value, series.unit, locale)}
    </PeopleDoor>
  )
}

/** Shares in points, everything else in parts of what it was. */
export function MonthChange({ series }: Pick<Props, 'series'>) {
  const { locale } = useReading()
  const [now, then] = [series.total.value, series.before?.total.value ?? null]
  if (now === null || then === null || (series.unit !== 'share' && then === 0)) return null
  const up = now - then
  const shown =
    series.unit === 'share'
      ? `${up > 0 ? '+' : up < 0 ? '−' : '±'}${distanceWords(up, 'share', locale)}`
      : changeWords(now / then - 1, locale)
  const good = series.better === 'more' ? up > 0 : up < 0
  return <span className={up === 0 ? 'muted' : good ? 'good' : 'bad'}>{shown}</span>
}
