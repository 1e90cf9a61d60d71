import { MenuChip } from '#ui/console/condition/Chip.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { AnalysisScreen } from '../frame/AnalysisScreen.tsx'
import { BreakdownPick } from '../frame/BreakdownPick.tsx'
import { RangePick, UnitPick } from '../frame/RangePick.tsx'
import { ScopePick } from '../frame/ScopePick.tsx'
import { useAnswer } from '../frame/useAnswer.ts'
import { useQuestion } from '../frame/useQuestion.ts'
import { SeriesRows } from './SeriesRows.tsx'
import { TrendCard } from './TrendCard.tsx'
import { firstTrend, isFinished, isTrend, type TrendAnswer, type TrendQuestion } from './trend.ts'
import { trendWords as words } from './trends.words.ts'
import { WhenCard } from './WhenCard.tsx'
import '../overview/overview.css'
import './trends.css'

/** 趋势: metrics over time, in every way in which they are compared. */
export default function TrendsScreen() {
  const t = useT()
  const [question, change, put] = useQuestion(firstTrend, isTrend)
  const whole = isFinished(question)
  const answering = useAnswer<TrendAnswer>('trend', whole ? question : undefined)
  const events = question.of.flatMap(({ metric }) => (typeof metric === 'string' ? [] : [metric.how.event]))
  return (
    <AnalysisScreen
      analysis="trend"
      title={t(words.trends)}
      lead={t(words.lead)}
      question={question}
      put={put}
      answering={answering}
      unfinished={!whole}
      isEmpty={({ series }) => series.every(({ points }) => points.every(({ value }) => !value))}
      bar={
        <>
          <RangePick value={question.range} onChange={(range) => change({ range })} />
          <UnitPick value={question.unit} onChange={(unit) => change({ unit })} />
          <ScopePick value={question.scope} onChange={(scope) => change({ scope })} />
          <BreakdownPick
            value={question.breakdown}
            onChange={(breakdown) => change({ breakdown })}
            events={events.length === question.of.length ? events : []}
          />
          <Shapes question={question} change={change} />
        </>
      }
      below={<SeriesRows question={question} change={change} />}
    >
      {(answer) =>
        question.breakdown?.by === 'time' ? (
          <WhenCard question={question} part={question.breakdown.part} answer={answer} />
        ) : (
          <TrendCard question={question} answer={answer} />
        )
      }
    </AnalysisScreen>
  )
}

interface ShapesProps {
  readonly question: TrendQuestion
  readonly change: (part: Partial<TrendQuestion>) => void
}

/** Against what, per whom, piled up or rolling. */
function Shapes({ question, change }: ShapesProps) {
  const t = useT()
  const { compare = '', per = '', cumulative, rolling } = question
  const shape = cumulative ? 'cumulative' : rolling ? String(rolling) : ''
  const shapes = [
    { value: '', label: t(words.plain) },
    { value: 'cumulative', label: t(words.cumulative) },
    { value: '7', label: t(words.rolling7) },
    { value: '28', label: t(words.rolling28) },
  ]
  const compares = [
    { value: '', label: t(words.compareNone) },
    { value: 'previous', label: t(words.comparePrevious) },
    { value: 'year', label: t(words.compareYear) },
  ]
  const pers = [
    { value: '', label: t(words.perNone) },
    { value: 'active', label: t(words.perActive) },
    { value: 'member', label: t(words.perMember) },
  ]
  const labelOf = (options: readonly { value: string; label: string }[], value: string) =>
    options.find((option) => option.value === value)?.label ?? value
  return (
    <>
      <MenuChip
        name={t(words.compare)}
        label={labelOf(compares, compare)}
        value={compare}
        options={compares}
        choose={(chosen) => change({ compare: (chosen || undefined) as TrendQuestion['compare'] })}
      />
      <MenuChip
        name={t(words.shape)}
        label={labelOf(shapes, shape)}
        value={shape}
        options={shapes}
        choose={(chosen) =>
          change({
            cumulative: chosen === 'cumulative' || undefined,
            rolling: chosen === '7' || chosen === '28' ? Number(chosen) : undefined,
          })
        }
      />
      <MenuChip
        name={t(words.per)}
        label={labelOf(pers, per)}
        value={per}
        options={pers}
        choose={(chosen) => change({ per: (chosen || undefined) as TrendQuestion['per'] })}
      />
    </>
  )
}
