/** The life cycle of activity, the kinds of people, and how often they come. */
import { MenuChip } from '#ui/console/condition/Chip.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { AnalysisScreen } from '../frame/AnalysisScreen.tsx'
import { EventPick } from '../frame/EventPick.tsx'
import { RangePick, UnitPick } from '../frame/RangePick.tsx'
import { ScopePick } from '../frame/ScopePick.tsx'
import { useAnswer } from '../frame/useAnswer.ts'
import { useQuestion } from '../frame/useQuestion.ts'
import { initial, type LifecycleAnswer, type LifecycleQuestion } from './answer.ts'
import { Kinds } from './Kinds.tsx'
import { lifecycleWords as words } from './lifecycle.words.ts'
import { StatesChart } from './StatesChart.tsx'
import { Stickiness } from './Stickiness.tsx'
import './lifecycle.css'

export default function LifecycleScreen() {
  const t = useT()
  const [question, change, put] = useQuestion<LifecycleQuestion>(initial)
  const finished = question.event.event !== ''
  const answering = useAnswer<LifecycleAnswer>('lifecycle', finished ? question : undefined)
  return (
    <AnalysisScreen
      analysis="lifecycle"
      title={t(words.title)}
      lead={t(words.lead)}
      question={question}
      put={put}
      bar={
        <>
          <RangePick value={question.range} onChange={(range) => change({ range })} />
          <UnitPick value={question.unit} onChange={(unit) => change({ unit })} />
          <ScopePick value={question.scope ?? {}} onChange={(scope) => change({ scope })} />
          <span className="cycle-event">
            <span className="muted small">{t(words.event)}</span>
            <EventPick value={question.event} onChange={(event) => change({ event })} />
          </span>
          <MenuChip
            name={t(words.newBy)}
            label={t(question.newBy === 'activity' ? words.byActivity : words.byJoining)}
            value={question.newBy}
            options={[
              { value: 'activity', label: t(words.byActivity) },
              { value: 'joining', label: t(words.byJoining) },
            ]}
            choose={(newBy) => change({ newBy: newBy as LifecycleQuestion['newBy'] })}
          />
        </>
      }
      answering={answering}
      unfinished={!finished}
      isEmpty={({ buckets }) =>
        buckets.every((each) => each.new + each.returning + each.resurrecting + each.dormant === 0)
      }
      emptyHint={t(words.emptyHint)}
    >
      {(answer) => (
        <>
          <StatesChart question={question} answer={answer} />
          <Kinds question={question} answer={answer} />
          <Stickiness question={question} />
        </>
      )}
    </AnalysisScreen>
  )
}
