/** Channels: what waits to be classified, the map of touchpoints, where the base should be, and the plan for fans. */
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { MenuChip } from '#ui/console/condition/Chip.tsx'
import { useMay } from '#ui/console/session.ts'
import { useT } from '#ui/locale/locale.tsx'
import { AnalysisScreen } from '../frame/AnalysisScreen.tsx'
import { RangePick } from '../frame/RangePick.tsx'
import { ScopePick } from '../frame/ScopePick.tsx'
import { useAnswer } from '../frame/useAnswer.ts'
import { useQuestion } from '../frame/useQuestion.ts'
import { Bases } from './Bases.tsx'
import { ChannelDrawer } from './ChannelDrawer.tsx'
import type { ChannelsQuestion, TouchpointAnswer } from './channels.queries.ts'
import { channelWords as words } from './channels.words.ts'
import { Plan } from './Plan.tsx'
import { TouchMap } from './TouchMap.tsx'
import { Waiting } from './Waiting.tsx'
import './channels.css'

const initial: ChannelsQuestion = { range: { last: 12, unit: 'week' }, scope: {}, within: 30 }

export default function ChannelsScreen() {
  const t = useT()
  const go = useNavigate()
  const may = useMay()
  const [question, change, put] = useQuestion(initial)
  const answering = useAnswer<TouchpointAnswer>('touchpoints', question)
  /** A key; empty: a channel that is yet to be. */
  const [open, setOpen] = useState<string>()
  return (
    <AnalysisScreen
      analysis="touchpoints"
      title={t(words.title)}
      lead={t(words.lead)}
      question={question}
      put={put}
      bar={
        <>
          <RangePick value={question.range} onChange={(range) => change({ range })} />
          <ScopePick
            withoutGroup
            value={question.scope ?? {}}
            onChange={({ who }) => change({ scope: { who } })}
          />
          <MenuChip
            name={t(words.within)}
            label={t(words.withinDays, { count: question.within ?? 30 })}
            value={String(question.within ?? 30)}
            options={[7, 14, 30, 60].map((count) => ({
              value: String(count),
              label: t(words.withinDays, { count }),
            }))}
            choose={(count) => change({ within: Number(count) })}
          />
        </>
      }
      answering={answering}
      actions={
        <>
          <Button onClick={() => void go({ to: '/insight/attribution' })}>{t(words.toAttribution)}</Button>
          {may('insight.edit') && <Button onClick={() => setOpen('')}>{t(words.register)}</Button>}
        </>
      }
    >
      {(answer) => (
        <>
          <Waiting answer={answer} />
          <Answer answer={answer} question={question} open={setOpen} />
          <Plan answer={answer} />
          {open !== undefined && (
            <ChannelDrawer channel={open} answer={answer} close={() => setOpen(undefined)} />
          )}
        </>
      )}
    </AnalysisScreen>
  )
}

interface AnswerProps {
  readonly answer: TouchpointAnswer
  readonly question: object
  readonly open?: (channel: string) => void
}

/** The map and the comparison, as a tile of a dashboard shows them too. */
export const Answer = (props: AnswerProps) => (
  <>
    <TouchMap {...props} />
    <Bases {...props} />
  </>
)
