/** Retention: the map of cohorts and the curve of what is left. */
import { useT } from '#ui/locale/locale.tsx'
import { AnalysisScreen } from '../frame/AnalysisScreen.tsx'
import { useAnswer } from '../frame/useAnswer.ts'
import { useQuestion } from '../frame/useQuestion.ts'
import { initial, isFinished, type RetentionAnswer, type RetentionQuestion } from './answer.ts'
import { Curve } from './Curve.tsx'
import { HeatMap } from './HeatMap.tsx'
import { RetentionBar, RetentionEvents } from './RetentionBar.tsx'
import { retentionWords as words } from './retention.words.ts'
import './retention.css'

export default function RetentionScreen() {
  const t = useT()
  const [question, change, put] = useQuestion<RetentionQuestion>(initial)
  const finished = isFinished(question)
  const answering = useAnswer<RetentionAnswer>('retention', finished ? question : undefined)
  return (
    <AnalysisScreen
      analysis="retention"
      title={t(words.title)}
      lead={t(words.lead)}
      question={question}
      put={put}
      bar={<RetentionBar question={question} change={change} />}
      below={<RetentionEvents question={question} change={change} />}
      answering={answering}
      unfinished={!finished}
      isEmpty={({ cohorts }) => cohorts.every(({ size }) => size === 0)}
      emptyHint={t(words.emptyHint)}
    >
      {(answer) => (
        <>
          <HeatMap question={question} answer={answer} />
          <Curve question={question} answer={answer} />
        </>
      )}
    </AnalysisScreen>
  )
}
