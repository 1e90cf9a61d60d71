import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { Action } from '#ui/console/action/action.ts'
import { importingWords } from '#ui/console/importing/importing.words.ts'
import { StateTag } from '#ui/console/importing/StateTag.tsx'
import type { Column } from '#ui/console/list/column.ts'
import { ListScreen } from '#ui/console/list/ListScreen.tsx'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { words } from '../orders.words.ts'
import { Tabs } from '../Tabs.tsx'
import { discardList, listsQuery, type OrderList } from './lists.queries.ts'
import { listWords } from './lists.words.ts'
import { UploadDialog } from './UploadDialog.tsx'
import '#ui/console/importing/importing.css'

/** Files of orders that came in, and the door for the next. */
export default function OrderListsScreen() {
  const t = useT()
  const navigate = useNavigate()
  const client = useQueryClient()
  const query = useInfiniteQuery(listsQuery)
  const [url, setUrl] = useUrlState()
  const open = ({ id }: OrderList) => navigate({ to: '/orders/imports/$id', params: { id } })
  const discard: Action<OrderList> = {
    name: listWords.discard,
    icon: 'trash',
    danger: true,
    can: (list) => list.can.discard,
    done: listWords.discarded,
    confirm: ({ fileName }) => ({
      title: listWords.discardTitle,
      values: { name: fileName },
      detail: listWords.discardDetail,
      verb: listWords.discard,
    }),
    run: async ({ id }) => {
      await discardList(id)
      await client.invalidateQueries({ queryKey: ['order-lists'] })
    },
  }
  const main = (
    <Button type="primary" icon={<Icon name="upload" size={16} />} onClick={() => setUrl({ upload: 'yes' })}>
      {t(listWords.upload)}
    </Button>
  )
  return (
    <>
      <ListScreen<OrderList>
        name="order-lists"
        title={t(words.orders)}
        lead={t(listWords.lead)}
        below={<Tabs at="imports" />}
        query={query}
        columns={useColumns()}
        rowKey={({ id }) => id}
        rowName={({ fileName }) => fileName}
        open={open}
        actions={[{ name: listWords.open, icon: 'page', run: open }, discard]}
        main={main}
        empty={{ icon: 'table', title: listWords.empty, hint: listWords.emptyHint, action: main }}
      />
      {url.upload === 'yes' && <UploadDialog close={() => setUrl({ upload: undefined })} />}
    </>
  )
}

function useColumns(): readonly Column<OrderList>[] {
  const t = useT()
  const format = useFormat()
  return [
    {
      key: 'file',
      title: listWords.file,
      phone: 'first',
      render: (list) => (
        <span className="import-file">
          <Icon name="table" size={18} />
          <span>
            <span className="person-name">{list.fileName}</span>
            <small className="muted">{list.source.name}</small>
          </span>
        </span>
      ),
      text: ({ fileName }) => fileName,
    },
    {
      key: 'state',
      title: listWords.state,
      render: ({ state }) => <StateTag state={state} />,
      text: ({ state }) => t(importingWords[state]),
    },
    {
      key: 'result',
      title: listWords.result,
      render: (list) => <Sum list={list} />,
      text: ({ outcome }) => outcome.created + outcome.updated,
    },
    {
      key: 'by',
      title: listWords.by,
      phone: 'hidden',
      render: ({ createdBy }) => createdBy ?? <span className="muted">—</span>,
      text: ({ createdBy }) => createdBy ?? '',
    },
    {
      key: 'at',
      title: listWords.at,
      align: 'right',
      render: ({ createdAt }) => format.ago(createdAt),
      text: ({ createdAt }) => createdAt,
    },
  ]
}

function Sum({ list }: { list: OrderList }) {
  const t = useT()
  const format = useFormat()
  const tally = list.state === 'checked' ? list.checked : list.outcome
  if (!tally || tally.rows === 0) return <span className="muted">—</span>
  return (
    <span className="import-sum">
      {t(listWords.sum, {
        created: format.number(tally.created),
        updated: format.number(tally.updated),
        failed: format.number(tally.failed),
      })}
    </span>
  )
}
