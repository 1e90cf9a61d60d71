/** The question of retention as chips. */
import { Button, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { Chip, MenuChip } from '#ui/console/condition/Chip.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { BreakdownPick } from '../frame/BreakdownPick.tsx'
import { EventPick } from '../frame/EventPick.tsx'
import { RangePick, UnitPick } from '../frame/RangePick.tsx'
import { ScopePick } from '../frame/ScopePick.tsx'
import type { Change } from '../frame/useQuestion.ts'
import type { RetentionQuestion } from './answer.ts'
import { ColumnsPick, farthest } from './ColumnsPick.tsx'
import { retentionWords as words } from './retention.words.ts'
import { useColumns } from './useColumns.ts'
import { VersusPick } from './VersusPick.tsx'

interface Props {
  readonly question: RetentionQuestion
  readonly change: Change<RetentionQuestion>
}

export function RetentionBar({ question, change }: Props) {
  const t = useT()
  /** Another grain has other columns: a goal for one of them means nothing there. */
  const regrained = (part: Partial<RetentionQuestion>) => change({ ...part, goal: undefined })
  return (
    <>
      <RangePick value={question.range} onChange={(range) => change({ range })} />
      <UnitPick
        value={question.unit}
        onChange={(chosenUnit) => regrained({ unit: chosenUnit, columns: farthest[chosenUnit][1] })}
      />
      <ScopePick value={question.scope ?? {}} onChange={(scope) => change({ scope })} />
      <MenuChip
        name={t(words.how)}
        label={t(words[question.how])}
        value={question.how}
        options={(['exact', 'orLater', 'within'] as const).map((value) => ({
          value,
          label: t(words[value]),
        }))}
        choose={(how) => change({ how: how as RetentionQuestion['how'] })}
      />
      <ColumnsPick question={question} choose={regrained} />
      <BreakdownPick
        value={question.breakdown}
        events={[question.start.event]}
        onChange={(breakdown) => change({ breakdown })}
      />
      <GoalPick question={question} change={change} />
      <VersusPick question={question} change={change} />
    </>
  )
}

/** Who began, and what coming back is. */
export function RetentionEvents({ question, change }: Props) {
  const t = useT()
  return (
    <div className="ret-events">
      <span className="ret-event">
        <span className="muted small">{t(words.start)}</span>
        <EventPick value={question.start} onChange={(start) => change({ start })} />
        <MenuChip
          name={t(words.who)}
          label={t(question.newcomers ? words.newcomers : words.recurring)}
          value={question.newcomers ? 'first' : 'any'}
          options={[
            { value: 'first', label: t(words.newcomers) },
            { value: 'any', label: t(words.recurring) },
          ]}
          choose={(value) => change({ newcomers: value === 'first' })}
        />
      </span>
      <span className="ret-event">
        <span className="muted small">{t(words.again)}</span>
        <EventPick value={question.again} onChange={(again) => change({ again })} />
      </span>
    </div>
  )
}

function GoalPick({ question, change }: Props) {
  const t = useT()
  const format = useFormat()
  const nameOf = useColumns(question)
  const { goal } = question
  return (
    <Chip
      name={t(words.goal)}
      label={
        goal
          ? t(words.goalOf, { column: nameOf(goal.column), share: format.percent(goal.share) })
          : t(words.noGoal)
      }
      quiet={goal === undefined}
    >
      {(close) => (
        <GoalForm
          question={question}
          set={(chosen) => {
            change({ goal: chosen })
            close()
          }}
        />
      )}
    </Chip>
  )
}

function GoalForm({
  question,
  set,
}: {
  question: RetentionQuestion
  set: (goal: RetentionQuestion['goal']) => void
}) {
  const t = useT()
  const nameOf = useColumns(question)
  const many = question.brackets?.length ?? question.columns
  const [column, setColumn] = useState(question.goal?.column ?? Math.min(many, 6))
  const [percent, setPercent] = useState(Math.round((question.goal?.share ?? 0.7) * 1_000) / 10)
  return (
    <form
      className="ret-goal"
      onSubmit={(event) => {
        event.preventDefault()
        set({ column, share: percent / 100 })
      }}
    >
      <Select
        size="small"
        aria-label={t(words.goalColumn)}
        value={column}
        options={Array.from({ length: many }, (_, at) => ({ value: at + 1, label: nameOf(at + 1) }))}
        onChange={setColumn}
      />
      <InputNumber
        size="small"
        min={0}
        max={100}
        value={percent}
        suffix="%"
        aria-label={t(words.goalShare)}
        onChange={(value) => setPercent(value ?? 0)}
      />
      <Button size="small" type="primary" htmlType="submit">
        {t(words.set)}
      </Button>
      {question.goal && (
        <Button size="small" onClick={() => set(undefined)}>
          {t(words.clear)}
        </Button>
      )}
    </form>
  )
}
