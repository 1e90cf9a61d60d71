/** Funnels: the question as chips and steps, and the answer as bars, values, times, a trend and what made the difference. */
import { MenuChip } from '#ui/console/condition/Chip.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { AnalysisScreen } from '../frame/AnalysisScreen.tsx'
import { BreakdownPick } from '../frame/BreakdownPick.tsx'
import { RangePick } from '../frame/RangePick.tsx'
import { ScopePick } from '../frame/ScopePick.tsx'
import { useAnswer } from '../frame/useAnswer.ts'
import { useQuestion } from '../frame/useQuestion.ts'
import { type FunnelAnswer, type FunnelQuestion, initial, isFinished, mended } from './answer.ts'
import { Between } from './Between.tsx'
import { funnelWords as words } from './funnel.words.ts'
import { RulesPick } from './RulesPick.tsx'
import { SpanPick } from './SpanPick.tsx'
import { Steps } from './Steps.tsx'
import { StepsChart } from './StepsChart.tsx'
import { Timing } from './Timing.tsx'
import { Trend } from './Trend.tsx'
import { Values } from './Values.tsx'
import './funnel.css'

export default function FunnelScreen() {
  const t = useT()
  const [question, , put] = useQuestion<FunnelQuestion>(
    initial,
    (given) => Array.isArray(given.steps) && given.steps.length >= 2,
  )
  const finished = isFinished(question)
  const answering = useAnswer<FunnelAnswer>('funnel', finished ? question : undefined)
  return (
    <AnalysisScreen
      analysis="funnel"
      title={t(words.title)}
      lead={t(words.lead)}
      question={question}
      put={put}
      bar={<FunnelBar question={question} put={put} />}
      below={<Steps question={question} put={put} />}
      answering={answering}
      unfinished={!finished}
      isEmpty={({ steps }) => (steps[0]?.count ?? 0) === 0}
      emptyHint={t(words.emptyHint)}
    >
      {(answer) => (
        <>
          <StepsChart question={question} answer={answer} />
          {answer.values.length > 0 && <Values question={question} answer={answer} />}
          <div className="funnel-pair">
            <Timing question={question} steps={answer.steps} />
            <Trend question={question} />
          </div>
          <Between question={question} steps={answer.steps} />
        </>
      )}
    </AnalysisScreen>
  )
}

const countWords = {
  members: words.byMembers,
  first: words.byFirst,
  attempts: words.byAttempts,
  rounds: words.byRounds,
}

function FunnelBar({ question, put }: { question: FunnelQuestion; put: (question: FunnelQuestion) => void }) {
  const t = useT()
  const set = (part: Partial<FunnelQuestion>) => put(mended({ ...question, ...part }))
  const { attribution = { by: 'first' as const }, breakdown } = question
  const whose = [
    { value: 'first', label: t(words.first) },
    { value: 'last', label: t(words.last) },
    { value: 'all', label: t(words.all) },
    ...question.steps.map((_, at) => ({ value: `step ${at + 1}`, label: t(words.ofStep, { n: at + 1 }) })),
  ]
  const chosen = attribution.by === 'step' ? `step ${attribution.step}` : attribution.by
  return (
    <>
      <RangePick value={question.range} onChange={(range) => set({ range })} />
      <ScopePick value={question.scope ?? {}} onChange={(scope) => set({ scope })} />
      <MenuChip
        name={t(words.order)}
        label={t(words[question.order])}
        value={question.order}
        options={(['ordered', 'strict', 'unordered'] as const).map((value) => ({
          value,
          label: t(words[value]),
        }))}
        choose={(order) => set({ order: order as FunnelQuestion['order'] })}
      />
      <SpanPick
        name={t(words.within)}
        value={question.within}
        label={(span) => t(words.withinOf, { span })}
        onChange={(within) => within && set({ within })}
      />
      <MenuChip
        name={t(words.count)}
        label={t(countWords[question.count])}
        value={question.count}
        options={Object.entries(countWords).map(([value, said]) => ({ value, label: t(said) }))}
        choose={(count) => set({ count: count as FunnelQuestion['count'] })}
      />
      <BreakdownPick
        value={breakdown}
        events={question.steps.flatMap(({ of }) => of.map(({ event }) => event))}
        onChange={(cut) => set({ breakdown: cut })}
      />
      {(breakdown?.by === 'property' || breakdown?.by === 'group' || breakdown?.by === 'time') && (
        <MenuChip
          name={t(words.attribution)}
          label={whose.find(({ value }) => value === chosen)?.label ?? ''}
          value={chosen}
          options={whose}
          choose={(value) =>
            set({
              attribution: value.startsWith('step ')
                ? { by: 'step', step: Number(value.slice(5)) }
                : { by: value as 'first' | 'last' | 'all' },
            })
          }
        />
      )}
      {question.order !== 'unordered' && <RulesPick question={question} set={set} />}
    </>
  )
}
