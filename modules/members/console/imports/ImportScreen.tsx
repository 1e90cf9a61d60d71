import { useInfiniteQuery, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ActionButton } from '#ui/console/action/ActionButton.tsx'
import type { Action } from '#ui/console/action/action.ts'
import { ColumnsCard } from '#ui/console/importing/ColumnsCard.tsx'
import { importingWords } from '#ui/console/importing/importing.words.ts'
import { giveTarget, isBusy, tallyOf } from '#ui/console/importing/list.ts'
import { Progressing } from '#ui/console/importing/Progressing.tsx'
import { RefusedCard } from '#ui/console/importing/RefusedCard.tsx'
import { StateTag } from '#ui/console/importing/StateTag.tsx'
import type { TallyPart } from '#ui/console/importing/TallyBar.tsx'
import { Page } from '#ui/console/Page.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { tagsQuery } from '../members.queries.ts'
import {
  checkImport,
  importQuery,
  type Plan,
  previewQuery,
  refusedQuery,
  runImport,
  stopImport,
  type Tally,
  undoImport,
  type WholeImport,
} from './imports.queries.ts'
import { importWords } from './imports.words.ts'
import { PlanPanel } from './PlanPanel.tsx'
import { PreviewCard } from './PreviewCard.tsx'
import { targetOptions } from './targets.ts'

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
      lead={`${form}${encoding} · ${t(importingWords.columnCount, { count: list.header.length })}${list.origin ? ` · ${list.origin}` : ''}`}
    >
      <div className="split">
        <div className="stack">
          <Steps list={list} edited={edited} plan={plan} clean={() => setEdited(false)} failure={failure} />
          {hasRefused(list) && !isBusy(list) && !edited && <Refused list={list} />}
          {list.state !== 'done' && list.state !== 'undone' && (
            <ColumnsCard
              header={list.header}
              samples={list.samples}
              columns={plan.columns}
              options={targetOptions(t, list, plan.columns)}
              locked={!list.can.check}
              choose={(column, target) => change(withTarget(plan, column, target))}
              reasonsOf={(row) => rows[row]?.reasons ?? []}
            />
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

/** A group card has parts as soon as a column is one. */
function withTarget(plan: Plan, column: number, target: string | null): Plan {
  const columns = giveTarget(plan.columns, column, target)
  const card = columns.includes('card') ? (plan.card.length > 0 ? plan.card : ['city', null, 'nickname']) : []
  return { ...plan, columns, card }
}

const hasRefused = (list: WholeImport) => {
  const tally = tallyOf(list)
  return tally !== null && tally.failed + tally.repeated > 0
}

function Refused({ list }: { list: WholeImport }) {
  const t = useT()
  const query = useInfiniteQuery(refusedQuery(list.id, list.state))
  return (
    <RefusedCard
      list={list}
      query={query}
      shown={list.plan.columns.indexOf('nickname')}
      shownAs={t(importWords.nickname)}
    />
  )
}

const partsOf = (tally: Tally): TallyPart[] => [
  { tone: 'created', label: importWords.created, rows: tally.created },
  { tone: 'updated', label: importWords.updated, rows: tally.updated },
  { tone: 'unchanged', label: importWords.unchanged, rows: tally.unchanged },
  { tone: 'repeated', label: importWords.repeated, rows: tally.repeated },
  { tone: 'failed', label: importWords.refused, rows: tally.failed },
]

interface StepsProps {
  readonly list: WholeImport
  readonly plan: Plan
  readonly edited: boolean
  readonly clean: () => void
  readonly failure: string | undefined
}

/** The steps of a list of people: the one next step, seeing them, taking the import back. */
function Steps({ list, plan, ...props }: StepsProps) {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: ['imports'] })
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
  return (
    <Progressing
      {...props}
      list={list}
      parts={partsOf}
      check={() => checkImport(list.id, plan)}
      run={() => runImport(list.id)}
      stop={() => stopImport(list.id)}
      refresh={refresh}
      words={importWords}
      more={
        <>
          {list.state === 'done' && (
            <Link to="/members" search={{ sort: '-joinedAt' }}>
              <Button>{t(importWords.seeMembers)}</Button>
            </Link>
          )}
          <ActionButton action={undo} thing={list} />
        </>
      }
      note={list.can.undo && list.undoUntil && t(importWords.undoUntil, { day: format.date(list.undoUntil) })}
    />
  )
}
