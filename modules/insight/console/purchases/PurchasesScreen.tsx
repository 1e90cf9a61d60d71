/** 复购: who buys again, when, and what. */
import { MenuChip } from '#ui/console/condition/Chip.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { AnalysisScreen } from '../frame/AnalysisScreen.tsx'
import { RangePick } from '../frame/RangePick.tsx'
import { ScopePick } from '../frame/ScopePick.tsx'
import { useAnswer } from '../frame/useAnswer.ts'
import { useQuestion } from '../frame/useQuestion.ts'
import { initial, type PurchasesQuestion, type RepurchaseAnswer } from './answer.ts'
import { Firsts } from './Firsts.tsx'
import { Intervals } from './Intervals.tsx'
import { Months } from './Months.tsx'
import { Products } from './Products.tsx'
import { words } from './purchases.words.ts'
import { Totals } from './Totals.tsx'
import { Value } from './Value.tsx'
import './purchases.css'

const periods = [14, 30, 60, 90, 180]

export default function PurchasesScreen() {
  const t = useT()
  const [question, change, put] = useQuestion<PurchasesQuestion>(initial)
  const answering = useAnswer<RepurchaseAnswer>('repurchase', question)
  return (
    <AnalysisScreen
      analysis="repurchase"
      title={t(words.title)}
      lead={t(words.lead)}
      question={question}
      put={put}
      bar={
        <>
          <RangePick value={question.range} onChange={(range) => change({ range })} />
          <ScopePick
            value={question.scope ?? {}}
            onChange={({ who }) => change({ scope: who ? { who } : {} })}
            withoutGroup
          />
          <MenuChip
            name={t(words.within)}
            label={`${t(words.within)} ${t(words.withinDays, { days: question.within })}`}
            value={String(question.within)}
            options={periods.map((days) => ({ value: String(days), label: t(words.withinDays, { days }) }))}
            choose={(days) => change({ within: Number(days) })}
          />
        </>
      }
      answering={answering}
      isEmpty={({ total }) => total.buyers === 0}
      emptyHint={t(words.emptyHint)}
    >
      {(answer) => (
        <>
          <Totals question={question} answer={answer} />
          <Months question={question} answer={answer} />
          <div className="buy-pair">
            <Firsts question={question} answer={answer} />
            <Value question={question} answer={answer} />
          </div>
          <Intervals question={question} />
          <Products question={question} />
        </>
      )}
    </AnalysisScreen>
  )
}
