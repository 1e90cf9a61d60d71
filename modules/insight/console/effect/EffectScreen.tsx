import { Input } from 'antd'
import { Chip, MenuChip } from '#ui/console/condition/Chip.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { AnalysisScreen } from '../frame/AnalysisScreen.tsx'
import { GroupPick, ScopePick, WhoPick } from '../frame/ScopePick.tsx'
import { useAnswer } from '../frame/useAnswer.ts'
import { useQuestion } from '../frame/useQuestion.ts'
import { MetricPick } from '../trends/MetricPick.tsx'
import type { Metric } from '../trends/trend.ts'
import { EffectCard } from './EffectCard.tsx'
import { type EffectAnswer, type EffectQuestion, firstEffect, isEffect, isFinished, spans } from './effect.ts'
import { effectWords as words } from './effect.words.ts'
import '../trends/trends.css'

/** 效果评估: whether a figure stands elsewhere since a day. */
export default function EffectScreen() {
  const t = useT()
  const format = useFormat()
  const { now } = useReading()
  const [question, change, put] = useQuestion(firstEffect(format.dayKey(now())), isEffect)
  const whole = isFinished(question)
  const answering = useAnswer<EffectAnswer>('effect', whole ? question : undefined)
  return (
    <AnalysisScreen
      analysis="effect"
      title={t(words.title)}
      lead={t(words.lead)}
      question={question}
      put={put}
      answering={answering}
      unfinished={!whole}
      isEmpty={({ after }) => after.days === null}
      emptyHint={t(words.nothingYetHint)}
      bar={
        <>
          <MetricPick
            // What is written out elsewhere may be more than this picker knows to change.
            value={question.metric as Metric}
            onChange={(metric) => change({ metric: metric as EffectQuestion['metric'] })}
          />
          <DayPick value={question.on} onChange={(on) => change({ on })} />
          <MenuChip
            name={t(words.span)}
            label={t(words.spanDays, { days: question.after })}
            value={String(question.after)}
            options={spans.map((days) => ({ value: String(days), label: t(words.spanDays, { days }) }))}
            choose={(days) => change({ before: Number(days), after: Number(days) })}
          />
          <ScopePick value={question.scope} onChange={(scope) => change({ scope })} />
          <AgainstPick question={question} change={change} />
        </>
      }
    >
      {(answer) => <EffectCard question={question} answer={answer} />}
    </AnalysisScreen>
  )
}

function DayPick({ value, onChange }: { value: string; onChange: (day: string) => void }) {
  const t = useT()
  const format = useFormat()
  return (
    <Chip name={t(words.on)} label={t(words.onDay, { day: format.date(`${value}T04:00:00Z`) })}>
      {(close) => (
        <Input
          type="date"
          aria-label={t(words.on)}
          defaultValue={value}
          onChange={({ target }) => {
            if (/^\d{4}-\d\d-\d\d$/.test(target.value)) onChange(target.value)
          }}
          onPressEnter={close}
        />
      )}
    </Chip>
  )
}

interface AgainstProps {
  readonly question: EffectQuestion
  readonly change: (part: Partial<EffectQuestion>) => void
}

/** To whom nothing was done; none is chosen at first. */
function AgainstPick({ question: { against }, change }: AgainstProps) {
  const t = useT()
  return (
    <>
      <MenuChip
        name={t(words.against)}
        label={t(against ? words.againstSet : words.againstNone)}
        value={against ? 'set' : ''}
        options={[
          { value: '', label: t(words.againstNone) },
          { value: 'set', label: t(words.againstSet) },
        ]}
        choose={(chosen) => change({ against: chosen ? (against ?? {}) : undefined })}
      />
      {against && (
        <fieldset className="effect-against" aria-label={t(words.againstHint)} title={t(words.againstHint)}>
          <GroupPick value={against.group} onChange={(group) => change({ against: { ...against, group } })} />
          <WhoPick value={against.who} onChange={(who) => change({ against: { ...against, who } })} />
        </fieldset>
      )}
    </>
  )
}
