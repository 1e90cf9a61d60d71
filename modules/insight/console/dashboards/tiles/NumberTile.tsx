/** One figure: large, against before, with its course; it opens the people behind it. */
import { Spark } from '#ui/console/chart/Spark.tsx'
import { distanceWords, figureWords } from '../../../figure.ts'
import { PeopleDoor } from '../../frame/PeopleDoor.tsx'
import { QuestionLink } from '../../frame/QuestionLink.tsx'
import { useRangeWords } from '../../frame/useRange.ts'
import { useSaying } from '../../overview/seen.ts'
import type { TrendAnswer, TrendQuestion } from '../../trends/trend.ts'
import { dashboardWords as words } from '../dashboards.words.ts'
import { behindTrend } from './behind.ts'

interface Props {
  readonly question?: TrendQuestion
  readonly answer?: TrendAnswer
  readonly title: string | null
}

export default function NumberTile({ question, answer, title }: Props) {
  const { t, locale } = useSaying()
  const range = useRangeWords()
  const series = answer?.series.find(({ part }) => part === null)
  if (!series || !question) return null
  const { value } = series.total
  const then = series.before?.total.value ?? null
  const name = title ?? series.name
  const shown = figureWords(value, series.unit, locale)
  // What is not over yet would end every course in a fall.
  const course = series.points.flatMap(({ running, value }) => (running ? [] : (value ?? [])))
  return (
    <section className="card tile-number" title={series.formula}>
      <h2>
        <QuestionLink to="/insight/trends" question={question}>
          {name}
        </QuestionLink>
      </h2>
      <p className="tile-figure">
        {value !== null && value > 0 ? (
          <PeopleDoor
            {...behindTrend(question, series, t(words.whoOf, { name, when: range(question.range) }))}
          >
            {shown}
          </PeopleDoor>
        ) : (
          shown
        )}
      </p>
      <p className="tile-change">
        {value !== null && then !== null && <Change {...{ value, then, series, locale }} />}
      </p>
      <div className="tile-course">
        <small className="muted">{range(question.range)}</small>
        <Spark values={course} width={96} height={26} />
      </div>
    </section>
  )
}

function Change({
  value,
  then,
  series: { unit, better },
  locale,
}: {
  value: number
  then: number
  series: TrendAnswer['series'][number]
  locale: 'zh-CN' | 'en'
}) {
  const { t } = useSaying()
  const change = value - then
  if (change === 0) return <span className="muted">{t(words.same)}</span>
  const good = change > 0 === (better === 'more')
  const by =
    unit === 'share' || then === 0
      ? distanceWords(change, unit, locale)
      : figureWords(Math.abs(change) / Math.abs(then), 'share', locale)
  return (
    <span className={good ? 'good' : 'warn'}>
      <span aria-hidden="true">{change > 0 ? '▲' : '▼'}</span>{' '}
      {t(change > 0 ? words.upBy : words.downBy, { by })}
    </span>
  )
}
