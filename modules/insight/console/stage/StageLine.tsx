/** The stage of the product above the overview: its focus and its three figures, in a line. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useT } from '#ui/locale/locale.tsx'
import { stageNames } from '../../stage/stage.messages.ts'
import { MonthChange, MonthFigure, useMonth } from './MonthFigures.tsx'
import { planQuery, stageQuery } from './stage.queries.ts'
import { stageWords as words } from './stage.words.ts'
import './stage.css'

export function StageLine() {
  const t = useT()
  const { chosen, suggestion } = useQuery(stageQuery).data ?? {}
  const plan = useQuery({ ...planQuery(chosen?.stage ?? 'growth'), enabled: Boolean(chosen) }).data
  const { question, data } = useMonth(chosen ? plan?.figures.map(({ metric }) => metric) : undefined)
  if (!chosen)
    return suggestion?.suggested ? (
      <p className="stage-line">
        <Link to="/plan/stage">{t(words.lineSuggested, { stage: t(stageNames[suggestion.suggested]) })}</Link>
      </p>
    ) : null
  return (
    <section className="stage-line" aria-label={t(words.line)}>
      <Link to="/plan/stage">
        <b>{chosen.name}</b>
      </Link>
      <span>{chosen.focus}</span>
      {question &&
        data?.answer.series.map((series, at) => (
          <span key={series.metric} className="stage-line-figure" title={series.formula}>
            {series.name} <MonthFigure question={question} series={series} at={at} />{' '}
            <MonthChange series={series} />
          </span>
        ))}
    </section>
  )
}
