import { useInfiniteQuery, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Radio } from 'antd'
import { useState } from 'react'
import { ColumnsCard } from '#ui/console/importing/ColumnsCard.tsx'
import { importingWords } from '#ui/console/importing/importing.words.ts'
import { giveTarget, isBusy, tallyOf } from '#ui/console/importing/list.ts'
import { Progressing } from '#ui/console/importing/Progressing.tsx'
import { RefusedCard } from '#ui/console/importing/RefusedCard.tsx'
import { StateTag } from '#ui/console/importing/StateTag.tsx'
import type { TallyPart } from '#ui/console/importing/TallyBar.tsx'
import { Card, Page } from '#ui/console/Page.tsx'
import { asProblem } from '#ui/console/problem.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { words } from '../orders.words.ts'
import {
  checkList,
  listQuery,
  type Plan,
  type PreviewedOrder,
  previewQuery,
  refusedQuery,
  runList,
  stopList,
  type Tally,
  type Target,
  type WholeOrderList,
} from './lists.queries.ts'
import { listWords } from './lists.words.ts'
import { PreviewCard } from './PreviewCard.tsx'
import { targetOptions } from './targets.ts'
import '../orders.css'

/** One file of orders on its way: what its columns mean, what would happen, what happened. */
export default function OrderListScreen() {
  const { id } = useParams({ strict: false }) as { id: string }
  const list = useSuspenseQuery(listQuery(id)).data
  // Another list is another plan.
  return <OneList key={list.id} list={list} />
}

function OneList({ list }: { list: WholeOrderList }) {
  const t = useT()
  const client = useQueryClient()
  const [plan, setPlan] = useState<Plan>(list.plan)
  const [edited, setEdited] = useState(false)
  const preview = useQuery({ ...previewQuery(list.id, plan), enabled: list.can.check })
  const failure = preview.isError ? asProblem(preview.error).message : undefined
  const orders = failure ? [] : (preview.data?.items ?? [])
  const change = (next: Plan) => {
    setPlan(next)
    setEdited(true)
  }
  const tally = tallyOf(list)
  const form = list.encoding === 'xlsx' ? 'Excel' : `CSV · ${list.encoding.toUpperCase()}`
  return (
    <Page
      above={
        <nav className="crumbs">
          <Link to="/orders">{t(words.orders)}</Link>
          <Icon name="right" size={14} />
          <Link to="/orders/imports">{t(listWords.imports)}</Link>
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
      lead={`${list.source.name} · ${form} · ${t(importingWords.columnCount, { count: list.header.length })}`}
    >
      <div className="split">
        <div className="stack">
          <Progressing
            list={list}
            edited={edited}
            clean={() => setEdited(false)}
            failure={failure}
            parts={partsOf}
            check={() => checkList(list.id, plan)}
            run={() => runList(list.id)}
            stop={() => stopList(list.id)}
            refresh={() => client.invalidateQueries({ queryKey: ['order-lists'] })}
            words={listWords}
            more={
              list.state === 'done' && (
                <Link to="/orders" search={{ sourceId: list.source.id } as object}>
                  <Button>{t(listWords.seeOrders)}</Button>
                </Link>
              )
            }
            note={list.state === 'done' && t(listWords.doneNote)}
          />
          {tally !== null && tally.failed > 0 && !isBusy(list) && !edited && <Refused list={list} />}
          {list.state !== 'done' && (
            <ColumnsCard
              header={list.header}
              samples={list.samples}
              columns={plan.columns}
              options={targetOptions(t)}
              locked={!list.can.check}
              choose={(column, target) =>
                change({ ...plan, columns: giveTarget(plan.columns, column, target as Target | null) })
              }
              reasonsOf={(row) => reasonsOf(orders, row + 2)}
            />
          )}
        </div>
        <div className="stack">
          <Settings list={list} plan={plan} change={change} />
          {list.can.check && (
            <PreviewCard orders={orders} currency={list.source.currency} failure={failure} />
          )}
        </div>
      </div>
    </Page>
  )
}

/** Of a row as a spreadsheet counts; an order of several rows is marked at the first. */
const reasonsOf = (orders: readonly PreviewedOrder[], row: number) =>
  orders.find((order) => order.row === row)?.reasons ?? []

const partsOf = (tally: Tally): TallyPart[] => [
  { tone: 'created', label: listWords.created, rows: tally.created },
  { tone: 'updated', label: listWords.updated, rows: tally.updated },
  { tone: 'unchanged', label: listWords.unchanged, rows: tally.unchanged },
  { tone: 'repeated', label: listWords.older, rows: tally.older },
  { tone: 'lines', label: listWords.lines, rows: tally.lines },
  { tone: 'failed', label: listWords.refused, rows: tally.failed },
]

function Refused({ list }: { list: WholeOrderList }) {
  const t = useT()
  const query = useInfiniteQuery(refusedQuery(list.id, list.state))
  return (
    <RefusedCard
      list={list}
      query={query}
      shown={list.plan.columns.indexOf('number')}
      shownAs={t(listWords.number)}
    />
  )
}

interface SettingsProps {
  readonly list: WholeOrderList
  readonly plan: Plan
  readonly change: (plan: Plan) => void
}

/** How amounts are written, and what an import means. */
function Settings({ list, plan, change }: SettingsProps) {
  const t = useT()
  return (
    <Card title={t(listWords.settings)}>
      <dl className="plan-was small">
        <div>
          <dt className="muted">{t(listWords.sourceName)}</dt>
          <dd>
            {list.source.name} · {list.source.currency}
          </dd>
        </div>
        {!list.can.check && (
          <div>
            <dt className="muted">{t(listWords.amounts)}</dt>
            <dd>{t(listWords[plan.amounts])}</dd>
          </div>
        )}
      </dl>
      {list.can.check && (
        <>
          <p className="field-label" id="amounts">
            {t(listWords.amounts)}
          </p>
          <Radio.Group
            aria-labelledby="amounts"
            vertical
            value={plan.amounts}
            onChange={(event) => change({ ...plan, amounts: event.target.value })}
            options={(['major', 'minor'] as const).map((value) => ({ value, label: t(listWords[value]) }))}
          />
        </>
      )}
      <p className="muted small plan-law">{t(listWords.known)}</p>
      <p className="muted small">{t(listWords.past)}</p>
    </Card>
  )
}
