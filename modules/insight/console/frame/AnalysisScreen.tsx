/**
 * The frame of every analysis: its name, the question as chips, what was asked in a sentence, the answer with its
 * states, and questions to keep and to open again.
 */
import { App, Button } from 'antd'
import type { ReactNode } from 'react'
import { Card, Page } from '#ui/console/Page.tsx'
import { Empty } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { PinButton } from '../dashboards/PinButton.tsx'
import { frameWords as words } from './frame.words.ts'
import { isMisasked, Misasked } from './Misasked.tsx'
import { SavedQuestions } from './SavedQuestions.tsx'
import type { Answering } from './useAnswer.ts'
import './frame.css'
import { Awaiting } from './Awaiting.tsx'

interface Props<Q extends object, A> {
  /** Name of the analysis, as in its address: `funnel`. */
  readonly analysis: string
  readonly title: string
  readonly lead?: string
  /** As `useQuestion` gives them. */
  readonly question: Q
  readonly put: (question: Q) => void
  /** The question: chips in a row (`RangePick`, `ScopePick`, `BreakdownPick`, `EventPick` …). */
  readonly bar: ReactNode
  /** More of the question below the row: steps of a funnel. */
  readonly below?: ReactNode
  readonly answering: Answering<A>
  /** The question misses something, so nothing is asked. */
  readonly unfinished?: boolean
  /** Nothing was found; what to do instead of what is always said. */
  readonly isEmpty?: (answer: A) => boolean
  readonly emptyHint?: string
  readonly actions?: ReactNode
  readonly children: (answer: A) => ReactNode
}

export function AnalysisScreen<Q extends object, A>(props: Props<Q, A>) {
  const t = useT()
  const { analysis, question, put, answering } = props
  return (
    <Page
      title={props.title}
      lead={props.lead}
      actions={
        <>
          <SavedQuestions analysis={analysis} question={question} put={put} />
          {answering.data && <PinButton analysis={analysis} question={question} />}
          <CopyLink />
          {props.actions}
        </>
      }
    >
      <section className="card question" aria-label={t(words.question)}>
        <div className="question-bar">{props.bar}</div>
        {props.below}
      </section>
      <Said answering={answering} />
      <div className={`answer ${answering.stale ? 'stale' : ''}`} aria-busy={answering.busy}>
        {answerOf(props, t)}
      </div>
    </Page>
  )
}

function answerOf<Q extends object, A>(
  { answering, unfinished, isEmpty, emptyHint, children }: Props<Q, A>,
  t: ReturnType<typeof useT>,
): ReactNode {
  if (unfinished)
    return (
      <Card>
        <Empty icon="insight" title={t(words.unasked)} hint={t(words.unaskedHint)} />
      </Card>
    )
  if (answering.error && isMisasked(answering.error)) return <Misasked error={answering.error} />
  return (
    <Awaiting asked={answering} rows={7}>
      {({ answer }) =>
        isEmpty?.(answer) ? (
          <Card>
            <Empty icon="insight" title={t(words.noAnswer)} hint={emptyHint ?? t(words.noAnswerHint)} />
          </Card>
        ) : (
          children(answer)
        )
      }
    </Awaiting>
  )
}

/** The question in words, and how fresh its answer is. */
function Said({ answering: { data, busy } }: { answering: Answering<unknown> }) {
  const t = useT()
  const format = useFormat()
  if (!data) return <p className="question-says muted small">{busy ? t(words.asking) : ' '}</p>
  const fresh = data.freshTo
    ? t(words.fresh, { time: format.timeWithSeconds(data.freshTo) })
    : t(words.freshUnknown)
  return (
    <p className="question-says muted small" aria-live="polite">
      {data.says && <span>{data.says}</span>}
      <span className="nowrap">{busy ? t(words.asking) : fresh}</span>
    </p>
  )
}

/** The address of the screen holds the question, so copying it is sharing it. */
function CopyLink() {
  const t = useT()
  const { message } = App.useApp()
  return (
    <Button
      icon={<Icon name="link" size={16} />}
      aria-label={t(words.copyLink)}
      title={t(words.copyLink)}
      onClick={async () => {
        try {
          await navigator.clipboard.writeText(location.href)
          message.success(t(words.copied))
        } catch {
          message.info(location.href)
        }
      }}
    />
  )
}
