import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Message } from '#base/i18n/messages.ts'
import type { Action } from '#ui/console/action/action.ts'
import type { Column } from '#ui/console/list/column.ts'
import { ListScreen } from '#ui/console/list/ListScreen.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { type ImportDoor, importQueries } from './door.ts'
import { importingWords as words } from './importing.words.ts'
import { type ListOnItsWay, type Plan, type Previewed, refusedOf, type Whole } from './list.ts'
import { StateTag } from './StateTag.tsx'
import './importing.css'

interface ImportsProps<L extends ListOnItsWay, W extends L & Whole<P>, P extends Plan, V extends Previewed> {
  readonly door: ImportDoor<L, W, P, V>
  readonly title: string
  readonly below?: ReactNode
  readonly open: (list: L) => unknown
  /** Said of a list below its name. */
  readonly about: (list: L) => string
  /** The button by which the next one comes, and what is there while there is none. */
  readonly main: ReactNode
  readonly first?: ReactNode
  readonly words: Readonly<
    Record<'lead' | 'file' | 'empty' | 'emptyHint' | 'discard' | 'discardDetail' | 'discarded', Message>
  >
}

/** Files that came in, and the door for the next. */
export function Imports<L extends ListOnItsWay, W extends L & Whole<P>, P extends Plan, V extends Previewed>({
  door,
  title,
  below,
  open,
  about,
  main,
  first = main,
  words: own,
}: ImportsProps<L, W, P, V>) {
  const t = useT()
  const client = useQueryClient()
  const query = useInfiniteQuery(importQueries(door).page)
  const discard: Action<L> = {
    name: own.discard,
    icon: 'trash',
    danger: true,
    can: (list) => list.can.discard,
    done: own.discarded,
    confirm: ({ fileName }) => ({
      title: words.discardTitle,
      values: { name: fileName },
      detail: own.discardDetail,
      verb: own.discard,
    }),
    run: async ({ id }) => {
      await door.discard(id)
      await client.invalidateQueries({ queryKey: [door.key] })
    },
  }
  return (
    <ListScreen<L>
      name={door.key}
      title={title}
      lead={t(own.lead)}
      below={below}
      query={query}
      columns={useColumns(own.file, about)}
      rowKey={({ id }) => id}
      rowName={({ fileName }) => fileName}
      open={open}
      actions={[{ name: words.open, icon: 'page', run: open }, discard]}
      main={main}
      empty={{ icon: 'table', title: own.empty, hint: own.emptyHint, action: first }}
    />
  )
}

function useColumns<L extends ListOnItsWay>(file: Message, about: (list: L) => string): readonly Column<L>[] {
  const t = useT()
  const format = useFormat()
  return [
    {
      key: 'file',
      title: file,
      phone: 'first',
      render: (list) => (
        <span className="import-file">
          <Icon name="table" size={18} />
          <span>
            <span className="person-name">{list.fileName}</span>
            {about(list) && <small className="muted">{about(list)}</small>}
          </span>
        </span>
      ),
      text: ({ fileName }) => fileName,
    },
    {
      key: 'state',
      title: words.state,
      render: ({ state }) => <StateTag state={state} />,
      text: ({ state }) => t(words[state]),
    },
    {
      key: 'result',
      title: words.result,
      render: (list) => <Sum list={list} />,
      text: ({ outcome }) => outcome.created + outcome.updated,
    },
    {
      key: 'by',
      title: words.by,
      phone: 'hidden',
      render: ({ createdBy }) => createdBy ?? <span className="muted">—</span>,
      text: ({ createdBy }) => createdBy ?? '',
    },
    {
      key: 'at',
      title: words.at,
      align: 'right',
      render: ({ createdAt }) => format.ago(createdAt),
      text: ({ createdAt }) => createdAt,
    },
  ]
}

function Sum({ list }: { list: ListOnItsWay }) {
  const t = useT()
  const format = useFormat()
  const tally = list.state === 'checked' ? list.checked : list.outcome
  if (!tally || tally.rows === 0) return <span className="muted">—</span>
  return (
    <span className="import-sum">
      {t(words.sum, {
        created: format.number(tally.created),
        updated: format.number(tally.updated),
        failed: format.number(refusedOf(tally)),
      })}
    </span>
  )
}
