import { Card } from '#ui/console/Page.tsx'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { useReading, useT } from '#ui/locale/locale.tsx'
import { figureWords } from '../../figure.ts'
import { MonthChange, MonthFigure, useMonth } from './MonthFigures.tsx'
import { stageWords as words } from './stage.words.ts'

/** S2-70: the five steps (McClure 2007), each by a figure of the catalogue. */
const steps = [
  { step: words.acquisition, metric: 'new_members' },
  { step: words.activity, metric: 'monthly_actives' },
  { step: words.retention, metric: 'revisit_rate' },
  { step: words.conversion, metric: 'buyer_rate' },
  { step: words.referral, metric: 'invited_members' },
] as const
const metrics = steps.map(({ metric }) => metric)

export function Board() {
  const t = useT()
  const { locale } = useReading()
  const { question, data, error, retry } = useMonth(metrics)
  return (
    <Card title={t(words.board)} note={t(words.boardNote)}>
      {!data && !error && <SkeletonRows rows={5} />}
      {!data && error !== null && <Failed error={error} retry={retry} />}
      {question && data && (
        <ol className="stage-board">
          {data.answer.series.map((series, at) => {
            const before = series.before?.total.value ?? null
            return (
              <li key={series.metric}>
                <span>
                  {t(steps[at]!.step)}
                  <small className="muted" title={series.formula}>
                    {series.name}
                  </small>
                </span>
                <b>
                  <MonthFigure question={question} series={series} at={at} />
                </b>
                <span>
                  <MonthChange series={series} />
                  <small className="muted">
                    {t(words.from, { before: figureWords(before, series.unit, locale) })}
                  </small>
                </span>
              </li>
            )
          })}
        </ol>
      )}
    </Card>
  )
}
