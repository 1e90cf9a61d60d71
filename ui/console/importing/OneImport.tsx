import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { SelectProps } from 'antd'
import { Fragment, type ReactNode, useState } from 'react'
import type { Message } from '#base/i18n/messages.ts'
import { ActionButton } from '#ui/console/action/ActionButton.tsx'
import type { Action } from '#ui/console/action/action.ts'
import { Page } from '#ui/console/Page.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { ColumnsCard } from './ColumnsCard.tsx'
import { type ImportDoor, importQueries } from './door.ts'
import { importingWords } from './importing.words.ts'
import {
  isBusy,
  type ListOnItsWay,
  type Plan,
  type Previewed,
  refusedOf,
  tallyOf,
  type Whole,
} from './list.ts'
import { PreviewCard } from './PreviewCard.tsx'
import { Progressing, type StepWords } from './Progressing.tsx'
import { RefusedCard } from './RefusedCard.tsx'
import { StateTag } from './StateTag.tsx'
import type { TallyPart } from './TallyBar.tsx'

export interface OneImportProps<
  L extends ListOnItsWay,
  W extends L & Whole<P>,
  P extends Plan,
  V extends Previewed,
> {
  readonly list: W
  readonly door: ImportDoor<L, W, P, V>
  /** Where it is found. */
  readonly crumbs: readonly { readonly to: string; readonly label: Message }[]
  /** What is said of it below its name, in parts. */
  readonly about: (form: string, columns: string) => readonly string[]
  /** What a column may be, and the plan with another one. */
  readonly options: (plan: P) => SelectProps['options']
  readonly withTarget: (plan: P, column: number, target: string | null) => P
  readonly panel: (plan: P, change: (plan: P) => void) => ReactNode
  readonly preview: { readonly note: Message; readonly show: (row: V) => ReactNode }
  readonly parts: (tally: NonNullable<W['checked']>) => readonly TallyPart[]
  /** The target by which a refused row is known, and what it is called. */
  readonly known: { readonly target: string; readonly label: Message }
  readonly words: StepWords & { readonly undoDetail?: Message }
  /** What can be done once it is in. */
  readonly more?: ReactNode
  readonly note?: ReactNode
}

/** One file on its way: what its columns mean, what would happen, what happened. */
export function OneImport<
  L extends ListOnItsWay,
  W extends L & Whole<P>,
  P extends Plan,
  V extends Previewed,
>({ list, door, known, ...props }: OneImportProps<L, W, P, V>) {
  const t = useT()
  const client = useQueryClient()
  const queries = importQueries(door)
  const [plan, setPlan] = useState<P>(list.plan)
  const [edited, setEdited] = useState(false)
  const preview = useQuery({ ...queries.preview(list.id, plan), enabled: list.can.check })
  const failure = preview.isError ? asProblem(preview.error).message : undefined
  const rows = failure ? [] : (preview.data?.items ?? [])
  const change = (next: P) => {
    setPlan(next)
    setEdited(true)
  }
  const refresh = () => client.invalidateQueries({ queryKey: [door.key] })
  const tally = tallyOf<NonNullable<W['checked']>>(list)
  const form = list.format === 'xlsx' ? 'Excel' : `CSV · ${list.encoding.toUpperCase()}`
  const columnCount = t(importingWords.columnCount, { count: list.header.length })
  return (
    <Page
      above={
        <nav className="crumbs">
          {props.crumbs.map(({ to, label }) => (
            <Fragment key={to}>
              <Link to={to}>{t(label)}</Link>
              <Icon name="right" size={14} />
            </Fragment>
          ))}
          <span className="clip">{list.fileName}</span>
        </nav>
      }
      title={
        <span className="import-title">
          {list.fileName}
          <StateTag state={list.state} />
        </span>
      }
      lead={props.about(form, columnCount).filter(Boolean).join(' · ')}
    >
      <div className="split">
        <div className="stack">
          <Progressing<W>
            list={list}
            edited={edited}
            clean={() => setEdited(false)}
            failure={failure}
            parts={props.parts}
            check={() => door.check(list.id, plan)}
            run={() => door.run(list.id)}
            stop={() => door.stop(list.id)}
            refresh={refresh}
            words={props.words}
            more={
              <>
                {list.state === 'done' && props.more}
                <Undo list={list} undo={door.undo} detail={props.words.undoDetail} refresh={refresh} />
              </>
            }
            note={
              <>
                {list.state === 'done' && props.note}
                <UndoUntil list={list} />
              </>
            }
          />
          {tally !== null && refusedOf(tally) > 0 && !isBusy(list) && !edited && (
            <Refused
              list={list}
              door={door}
              shown={list.plan.columns.indexOf(known.target)}
              shownAs={t(known.label)}
            />
          )}
          {list.state !== 'done' && list.state !== 'undone' && (
            <ColumnsCard
              header={list.header}
              samples={list.samples}
              columns={plan.columns}
              options={props.options(plan)}
              locked={!list.can.check}
              choose={(column, target) => change(props.withTarget(plan, column, target))}
              // Rows count as in a spreadsheet; what takes several of them is marked at the first.
              reasonsOf={(at) => rows.find(({ row }) => row === at + 2)?.reasons ?? []}
            />
          )}
        </div>
        <div className="stack">
          {props.panel(plan, change)}
          {list.can.check && <PreviewCard rows={rows} failure={failure} {...props.preview} />}
        </div>
      </div>
    </Page>
  )
}

interface RefusedProps<L extends ListOnItsWay, W extends L & Whole<P>, P extends Plan, V extends Previewed> {
  readonly list: W
  readonly door: ImportDoor<L, W, P, V>
  readonly shown: number
  readonly shownAs: string
}

function Refused<L extends ListOnItsWay, W extends L & Whole<P>, P extends Plan, V extends Previewed>({
  list,
  door,
  ...props
}: RefusedProps<L, W, P, V>) {
  const query = useInfiniteQuery(importQueries(door).refused(list.id, list.state))
  return <RefusedCard list={list} query={query} {...props} />
}

interface UndoProps {
  readonly list: ListOnItsWay
  readonly undo: ((id: string) => Promise<unknown>) | undefined
  readonly detail: Message | undefined
  readonly refresh: () => Promise<void>
}

function Undo({ list, undo, detail, refresh }: UndoProps) {
  if (!undo || !detail) return null
  const action: Action<ListOnItsWay> = {
    name: importingWords.undo,
    icon: 'history',
    danger: true,
    can: (it) => it.can.undo,
    confirm: ({ fileName }) => ({
      title: importingWords.undoTitle,
      values: { name: fileName },
      detail,
      verb: importingWords.undo,
    }),
    run: async ({ id }) => {
      await undo(id)
      await refresh()
    },
  }
  return <ActionButton action={action} thing={list} />
}

function UndoUntil({ list: { can, undoUntil } }: { list: ListOnItsWay }) {
  const t = useT()
  const format = useFormat()
  return can.undo && undoUntil ? t(importingWords.undoUntil, { day: format.date(undoUntil) }) : null
}
