import { App, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Message } from '#base/i18n/messages.ts'
import { ActionButton } from '#ui/console/action/ActionButton.tsx'
import type { Action } from '#ui/console/action/action.ts'
import { JobProgress } from '#ui/console/job/JobProgress.tsx'
import { Card } from '#ui/console/Page.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { importingWords } from './importing.words.ts'
import { isBusy, type ListOnItsWay, type Trouble, tallyOf, troubles } from './list.ts'
import { TallyBar, type TallyPart } from './TallyBar.tsx'
import './importing.css'

export interface StepWords {
  readonly check: Message
  readonly checkNote: Message
  /** With {count}. */
  readonly run: Message
  readonly nothing: Message
  readonly stopDetail: Message
}

interface ProgressingProps<L extends ListOnItsWay> {
  readonly list: L
  /** Whether what the columns mean was changed since it was checked. */
  readonly edited: boolean
  /** Told when a step was taken: what was changed is what is there now. */
  readonly clean: () => void
  /** Why the list cannot be checked as it is set. */
  readonly failure: string | undefined
  readonly parts: (tally: NonNullable<L['checked']>) => readonly TallyPart[]
  readonly check: () => Promise<unknown>
  readonly run: () => Promise<unknown>
  readonly stop: () => Promise<unknown>
  readonly refresh: () => Promise<void>
  readonly words: StepWords
  /** What else can be done, and what is said beside it. */
  readonly more?: ReactNode
  readonly note?: ReactNode
}

/** Where a list stands and the one next step. */
export function Progressing<L extends ListOnItsWay>({
  list,
  edited,
  clean,
  failure,
  words,
  refresh,
  ...props
}: ProgressingProps<L>) {
  const t = useT()
  const { message } = App.useApp()
  const [sending, setSending] = useState(false)
  const act = async (step: () => Promise<unknown>) => {
    setSending(true)
    try {
      await step()
      await refresh()
      clean()
    } catch (error) {
      message.error(asProblem(error).message)
    } finally {
      setSending(false)
    }
  }
  const tally = edited ? null : tallyOf(list)
  const coming = tally ? tally.created + tally.updated : 0
  const stop: Action<L> = {
    name: importingWords.stop,
    icon: 'stop',
    can: (it) => it.can.stop,
    ...(list.state === 'running'
      ? {
          confirm: () => ({
            title: importingWords.stopTitle,
            detail: words.stopDetail,
            verb: importingWords.stop,
          }),
        }
      : {}),
    run: async () => {
      await props.stop()
      await refresh()
    },
  }
  const title =
    list.outcome.rows > 0 ? importingWords.runResult : list.checked ? importingWords.checkResult : undefined
  const trouble = troubles.find((each): each is Trouble => each === list.trouble)
  return (
    <Card
      className="progressing"
      title={title && t(title)}
      note={tally ? t(importingWords.rows, { count: tally.rows }) : undefined}
    >
      {isBusy(list) && list.jobId && <JobProgress id={list.jobId} stoppable={!list.can.stop} />}
      {list.state === 'failed' && trouble && (
        <p className="preview-failure" role="alert">
          <Icon name="warn" size={16} />
          {t(importingWords[trouble])}
        </p>
      )}
      {tally && <TallyBar parts={props.parts(tally)} />}
      <div className="next-step">
        {list.can.run && !edited && (
          <Button
            type="primary"
            loading={sending}
            disabled={list.state === 'checked' && coming === 0}
            onClick={() => act(props.run)}
          >
            {list.state !== 'checked'
              ? t(importingWords.goOn)
              : coming === 0
                ? t(words.nothing)
                : t(words.run, { count: coming })}
          </Button>
        )}
        {list.can.check && (
          <Button
            type={list.checked && !edited ? 'default' : 'primary'}
            loading={sending}
            disabled={failure !== undefined}
            onClick={() => act(props.check)}
          >
            {t(list.checked ? importingWords.checkAgain : words.check)}
          </Button>
        )}
        <ActionButton action={stop} thing={list} />
        {props.more}
        <span className="muted small">
          {list.can.check && (edited && list.checked ? t(importingWords.changed) : t(words.checkNote))}
          {props.note}
        </span>
      </div>
    </Card>
  )
}
