/**
 * The one list of the console: search, filters in the URL, saved views, columns, selection with bulk
 * actions, export of what is shown, keys, cursor paging, and the four states. Screens say what is in it.
 */
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import type { Message } from '#base/i18n/messages.ts'
import type { IconName } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import type { Action } from '../action/action.ts'
import { Page } from '../Page.tsx'
import { Empty, Failed, SkeletonRows } from '../states.tsx'
import { BulkBar } from './BulkBar.tsx'
import { useColumns } from './ColumnChoice.tsx'
import type { Column, CursorPage, Filter } from './column.ts'
import { ListTable } from './ListTable.tsx'
import { ListToolbar } from './ListToolbar.tsx'
import { useListKeys } from './useListKeys.ts'
import { useUrlState } from './useUrlState.ts'
import { listWords } from './words.ts'
import './list.css'

export interface ListProps<Row> {
  /** Names the list for saved views and remembered columns. */
  readonly name: string
  readonly title: ReactNode
  readonly lead?: ReactNode
  readonly above?: ReactNode
  /** Between the title and the tools: tabs. */
  readonly below?: ReactNode
  /** The main act, usually "new …". */
  readonly main?: ReactNode
  readonly query: UseInfiniteQueryResult<InfiniteData<CursorPage<Row>>>
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => string
  readonly rowName: (row: Row) => string
  readonly searchable?: Message
  readonly filters?: readonly Filter[]
  readonly views?: boolean
  readonly open?: (row: Row) => void
  readonly actions?: readonly Action<Row>[]
  readonly bulk?: readonly Action<readonly Row[]>[]
  /** Replaces the plain export of the rows shown (a job for big lists). */
  readonly exporter?: { readonly label: Message; readonly run: (columns: readonly string[]) => void }
  readonly empty: {
    readonly icon: IconName
    readonly title: Message
    readonly hint: Message
    readonly action?: ReactNode
  }
}

export function ListScreen<Row>(props: ListProps<Row>) {
  const { query, rowKey } = props
  const t = useT()
  const format = useFormat()
  const [url, setUrl] = useUrlState()
  const [focused, setFocused] = useState(0)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { shown: columns, choice } = useColumns(props.name, props.columns)
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data])
  const total = query.data?.pages[0]?.total
  const picked = rows.filter((row) => chosen.has(rowKey(row)))
  const filtered = Object.entries(url).some(([key, value]) => key !== 'sort' && value)

  const toggle = (row: Row) =>
    setChosen((before) => {
      const after = new Set(before)
      if (!after.delete(rowKey(row))) after.add(rowKey(row))
      return after
    })

  useListKeys({
    rows,
    focused,
    setFocused,
    toggle: props.bulk?.length ? toggle : undefined,
    open: props.open,
    actions: props.actions,
    clear: () => setChosen(new Set()),
    more: query.hasNextPage ? () => query.fetchNextPage() : undefined,
  })

  return (
    <Page title={props.title} lead={props.lead} above={props.above} actions={props.main}>
      {props.below}
      <ListToolbar
        name={props.name}
        searchable={props.searchable}
        filters={props.filters}
        views={props.views}
        url={url}
        setUrl={setUrl}
        columnChoice={choice}
        columns={columns}
        rows={rows}
        exporter={props.exporter}
      />
      {props.bulk && picked.length > 0 && (
        <BulkBar actions={props.bulk} rows={picked} clear={() => setChosen(new Set())} />
      )}
      <div className="list-card">
        {query.isPending ? (
          <SkeletonRows />
        ) : query.isError && rows.length === 0 ? (
          <Failed error={query.error} retry={() => query.refetch()} />
        ) : rows.length === 0 ? (
          filtered ? (
            <Empty
              icon="search"
              title={t(listWords.nothingFound)}
              hint={t(listWords.nothingFoundHint)}
              action={
                <Button
                  onClick={() => setUrl(Object.fromEntries(Object.keys(url).map((key) => [key, undefined])))}
                >
                  {t(listWords.clear)}
                </Button>
              }
            />
          ) : (
            <Empty
              icon={props.empty.icon}
              title={t(props.empty.title)}
              hint={t(props.empty.hint)}
              action={props.empty.action}
            />
          )
        ) : (
          <ListTable
            {...props}
            columns={columns}
            rows={rows}
            focused={focused}
            setFocused={setFocused}
            chosen={chosen}
            toggle={toggle}
            toggleAll={() =>
              setChosen(picked.length === rows.length ? new Set() : new Set(rows.map((row) => rowKey(row))))
            }
            sort={url.sort}
            setSort={(sort) => setUrl({ sort })}
          />
        )}
      </div>
      {rows.length > 0 && (
        <footer className="list-foot">
          <span className="muted small">
            {total == null
              ? t(listWords.shown, { count: format.number(rows.length) })
              : t(listWords.shownOf, { count: format.number(rows.length), total: format.number(total) })}
          </span>
          {query.hasNextPage && (
            <Button loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
              {t(listWords.more)}
            </Button>
          )}
          <Keys
            bulk={Boolean(props.bulk?.length)}
            open={Boolean(props.open)}
            edit={Boolean(props.actions?.some((action) => action.shortcut === 'e'))}
          />
        </footer>
      )}
    </Page>
  )
}

function Keys({ bulk, open, edit }: { bulk: boolean; open: boolean; edit: boolean }) {
  const t = useT()
  return (
    <span className="keys" aria-hidden="true">
      <span>
        <kbd>J</kbd>
        <kbd>K</kbd>
        {t(listWords.move)}
      </span>
      {bulk && (
        <span>
          <kbd>X</kbd>
          {t(listWords.select)}
        </span>
      )}
      {open && (
        <span>
          <kbd>↵</kbd>
          {t(listWords.open)}
        </span>
      )}
      {edit && (
        <span>
          <kbd>E</kbd>
          {t(listWords.handle)}
        </span>
      )}
    </span>
  )
}
