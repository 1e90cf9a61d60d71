import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Radio } from 'antd'
import { importingWords } from '#ui/console/importing/importing.words.ts'
import { giveTarget } from '#ui/console/importing/list.ts'
import { OneImport } from '#ui/console/importing/OneImport.tsx'
import type { TallyPart } from '#ui/console/importing/TallyBar.tsx'
import { Card } from '#ui/console/Page.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { words } from '../orders.words.ts'
import { door, listQuery, type Plan, type Tally, type Target, type WholeOrderList } from './lists.queries.ts'
import { listWords } from './lists.words.ts'
import { Previewed } from './Previewed.tsx'
import { targetOptions } from './targets.ts'
import '../orders.css'

/** One file of orders on its way: what its columns mean, what would happen, what happened. */
export default function OrderListScreen() {
  const { id } = useParams({ strict: false }) as { id: string }
  const t = useT()
  const list = useSuspenseQuery(listQuery(id)).data
  return (
    <OneImport
      // Another list is another plan.
      key={list.id}
      list={list}
      door={door}
      crumbs={[
        { to: '/orders', label: words.orders },
        { to: '/orders/imports', label: listWords.imports },
      ]}
      about={(form, columns) => [list.source.name, form, columns]}
      options={() => targetOptions(t)}
      withTarget={(plan, column, target) => ({
        ...plan,
        columns: giveTarget(plan.columns, column, target as Target | null),
      })}
      panel={(plan, change) => <Settings list={list} plan={plan} change={change} />}
      preview={{
        note: listWords.previewNote,
        show: (order) => <Previewed key={order.row} order={order} currency={list.source.currency} />,
      }}
      parts={partsOf}
      known={{ target: 'number', label: listWords.number }}
      words={listWords}
      more={
        <Link to="/orders" search={{ sourceId: list.source.id } as object}>
          <Button>{t(listWords.seeOrders)}</Button>
        </Link>
      }
      note={t(listWords.doneNote)}
    />
  )
}

const partsOf = (tally: Tally): TallyPart[] => [
  { tone: 'created', label: importingWords.created, rows: tally.created },
  { tone: 'updated', label: importingWords.updated, rows: tally.updated },
  { tone: 'unchanged', label: importingWords.unchanged, rows: tally.unchanged },
  { tone: 'repeated', label: listWords.older, rows: tally.older },
  { tone: 'lines', label: listWords.lines, rows: tally.lines },
  { tone: 'failed', label: importingWords.refused, rows: tally.failed },
]

interface SettingsProps {
  readonly list: WholeOrderList
  readonly plan: Plan
  readonly change: (plan: Plan) => void
}

/** How amounts are written, and what an import means. */
function Settings({ list, plan, change }: SettingsProps) {
  const t = useT()
  return (
    <Card title={t(importingWords.settings)}>
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
