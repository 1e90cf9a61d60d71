import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import { ActionButton } from '#ui/console/action/ActionButton.tsx'
import type { Action } from '#ui/console/action/action.ts'
import { JobProgress } from '#ui/console/job/JobProgress.tsx'
import { Card, Page } from '#ui/console/Page.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { tagsQuery } from '../members.queries.ts'
import { ColumnsCard } from './ColumnsCard.tsx'
import {
  checkImport,
  importQuery,
  isBusy,
  type Plan,
  previewQuery,
  runImport,
  stopImport,
  undoImport,
  type WholeImport,
} from './imports.queries.ts'
import { importWords } from './imports.words.ts'
import { PlanPanel } from './PlanPanel.tsx'
import { PreviewCard } from './PreviewCard.tsx'
import { RefusedCard } from './RefusedCard.tsx'
import { StateTag } from './StateTag.tsx'
import { TallyBar } from './TallyBar.tsx'
import './imports.css'

/** One list on its way: what its columns mean, what would happen, what happened. */
export default function ImportScreen() {
  const { id } = useParams({ strict: false }) as { id: string }
  const list = useSuspenseQuery(importQuery(id)).data
  // Another list is another plan.
  return <OneImport key={list.id} list={list} />
}

function OneImport({ list }: { list: WholeImport }) {
  const t = useT()
  const [plan, setPlan] = useState<Plan>(list.plan)
  const [edited, setEdited] = useState(false)
  const preview = useQuery({ ...previewQuery(list.id, plan), enabled: list.can.check })
  const knownTags = useQuery(tagsQuery).data?.items.map(({ name }) => name) ?? []
  const rows = preview.data?.items ?? []
  const failure = preview.isError ? asProblem(preview.error).message : undefined
  const change = (next: Plan) => {
    setPlan(next)
    setEdited(true)
  }
  const form = list.format === 'xlsx' ? 'Excel' : 'CSV'
  const encoding = list.format === 'xlsx' ? '' : ` · ${list.encoding.toUpperCase()}`
  return (
    <Page
      above={
        <nav className="crumbs">
          <Link to="/members/imports">{t(importWords.imports)}</Link>
          <Icon name="right" size={14} />
          <span className="clip">{list.fileName}</span>
        </nav>
      }
      title={
        <span className="import-title">
          {list.fileName}
          <StateTag state={list.state} />
        </span>
      }
      lead={`${form}${encoding} · ${t(importWords.columnCount, { count: list.header.length })}${list.origin ? ` · ${list.origin}` : ''}`}
    >
      <div className="split">
        <div className="stack">
          <Progressing
            list={list}
            edited={edited}
            plan={plan}
            clean={() => setEdited(false)}
            failure={failure}
          />
          {(list.checked || list.outcome.rows > 0) && hasRefused(list) && !isBusy(list) && !edited && (
            <RefusedCard list={list} />
          )}
          {list.state !== 'done' && list.state !== 'undone' && (
            <ColumnsCard list={list} plan={plan} change={change} rows={rows} />
          )}
        </div>
        <div className="stack">
          <PlanPanel list={list} plan={plan} change={change} knownTags={knownTags} />
          {list.can.check && <PreviewCard rows={rows} failure={failure} />}
        </div>
      </div>
    </Page>
  )
}

const tallyOf = (list: WholeImport) => (list.outcome.rows > 0 ? list.outcome : list.checked)
const hasRefused = (list: WholeImport) => {
  const tally = tallyOf(list)
  return tally !== null && tally.failed + tally.repeated > 0
}

interface ProgressingProps {
  readonly list: WholeImport
  readonly plan: Plan
  readonly edited: boolean
  readonly clean: () => void
  readonly failure: string | undefined
}

/** Where it stands and the one next step. */
function Progressing({ list, plan, edited, clean, failure }: ProgressingProps) {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [sending, setSending] = useState(false)
  const act = async (step: () => Promise<unknown>) => {
    setSending(true)
    try {
      await step()
      await client.invalidateQueries({ queryKey: ['imports'] })
      clean()
    } catch (error) {
      message.error(asProblem(error).message)
    } finally {
      setSending(false)
    }
  }
  const tally = edited ? null : tallyOf(list)
  const coming = tally ? tally.created + tally.updated : 0
  const refresh = () => client.invalidateQueries({ queryKey: ['imports'] })
  const stop: Action<WholeImport> = {
    name: importWords.stop,
    icon: 'stop',
    can: (it) => it.can.stop,
    ...(list.state === 'running'
      ? {
          confirm: () => ({
            title: importWords.stopTitle,
            detail: importWords.stopDetail,
            verb: importWords.stop,
          }),
        }
      : {}),
    run: async ({ id }) => {
      await stopImport(id)
      await refresh()
    },
  }
  const undo: Action<WholeImport> = {
    name: importWords.undo,
    icon: 'history',
    danger: true,
    can: (it) => it.can.undo,
    confirm: ({ fileName }) => ({
      title: importWords.undoTitle,
      values: { name: fileName },
      detail: importWords.undoDetail,
      verb: importWords.undo,
    }),
    run: async ({ id }) => {
      await undoImport(id)
      await refresh()
    },
  }
  const title =
    list.outcome.rows > 0 ? importWords.runResult : list.checked ? importWords.checkResult : undefined
  return (
    <Card
      className="progressing"
      title={title && t(title)}
      note={tally ? t(importWords.rows, { count: tally.rows }) : undefined}
    >
      {isBusy(list) && list.jobId && <JobProgress id={list.jobId} />}
      {list.state === 'failed' && list.trouble && (
        <p className="preview-failure" role="alert">
          <Icon name="warn" size={16} />
          {t(importWords[list.trouble])}
        </p>
      )}
      {tally && <TallyBar tally={tally} />}
      <div className="next-step">
        {list.can.run && !edited && (
          <Button
            type="primary"
            loading={sending}
            disabled={list.state === 'checked' && coming === 0}
            onClick={() => act(() => runImport(list.id))}
          >
            {list.state !== 'checked'
              ? t(importWords.goOn)
              : coming === 0
                ? t(importWords.nothing)
                : t(importWords.run, { count: coming })}
          </Button>
        )}
        {list.can.check && (
          <Button
            type={list.checked && !edited ? 'default' : 'primary'}
            loading={sending}
            disabled={failure !== undefined}
            onClick={() => act(() => checkImport(list.id, plan))}
          >
            {t(list.checked ? importWords.checkAgain : importWords.check)}
          </Button>
        )}
        {list.state === 'done' && (
          <Link to="/members" search={{ sort: '-joinedAt' }}>
            <Button>{t(importWords.seeMembers)}</Button>
          </Link>
        )}
        <ActionButton action={stop} thing={list} />
        <ActionButton action={undo} thing={list} />
        <span className="muted small">
          {list.can.check && (edited && list.checked ? t(importWords.changed) : t(importWords.checkNote))}
          {list.can.undo && list.undoUntil && t(importWords.undoUntil, { day: format.date(list.undoUntil) })}
        </span>
      </div>
    </Card>
  )
}
