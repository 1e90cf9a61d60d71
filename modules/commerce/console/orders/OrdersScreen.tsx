import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import { decimalsOf, moneyWords } from '#base/text/money.ts'
import { api } from '#ui/api.ts'
import { JobDialog } from '#ui/console/job/JobDialog.tsx'
import type { Column, Filter, FoundFilter } from '#ui/console/list/column.ts'
import { ListScreen } from '#ui/console/list/ListScreen.tsx'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Person } from '#ui/console/Person.tsx'
import { asProblem, take } from '#ui/console/problem.ts'
import { useMay } from '#ui/console/session.ts'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { statusWords } from '../../orders/status.messages.ts'
import { OrderDrawer } from './OrderDrawer.tsx'
import { askedOf, type Order, type OrderUrl, ordersQuery, sourcesQuery } from './orders.queries.ts'
import { words } from './orders.words.ts'
import { Status, useContent } from './shown.tsx'
import { Tabs } from './Tabs.tsx'

/** What was bought, latest first. */
export default function OrdersScreen() {
  const t = useT()
  const may = useMay()
  const { message } = App.useApp()
  const [url, setUrl] = useUrlState()
  const asked = url as OrderUrl
  const query = useInfiniteQuery(ordersQuery(asked))
  const [job, setJob] = useState<string>()
  const exportAll = async () => {
    const { status, matched, ...rest } = askedOf(asked)
    const filter = {
      ...rest,
      ...(status ? { status: status.split(',') } : {}),
      ...(matched ? { matched: matched === 'true' } : {}),
    }
    try {
      const { jobId } = await take<{ jobId: string }>(
        api.POST('/api/orders/export', { body: { filter } as never }),
      )
      setJob(jobId)
    } catch (error) {
      message.error(asProblem(error).message)
    }
  }
  return (
    <>
      <ListScreen<Order>
        name="orders"
        title={t(words.orders)}
        lead={t(words.lead)}
        below={<Tabs at="orders" />}
        query={query}
        columns={useColumns()}
        rowKey={({ id }) => id}
        rowName={({ externalId }) => externalId}
        searchable={words.search}
        filters={useFilters()}
        views
        open={({ id }) => setUrl({ order: id })}
        {...(may('commerce.orders_export')
          ? { exporter: { label: words.exportAll, run: () => void exportAll() } }
          : {})}
        empty={{
          icon: 'cart',
          title: words.emptyTitle,
          hint: words.emptyHint,
          action: may('commerce.orders_manage') && (
            <Link to="/settings/orders">
              <Button type="primary">{t(words.toSources)}</Button>
            </Link>
          ),
        }}
      />
      {asked.order && <OrderDrawer id={asked.order} close={() => setUrl({ order: undefined })} />}
      {job && (
        <JobDialog
          id={job}
          title={t(words.exportTitle)}
          note={t(words.exportNote)}
          close={() => setJob(undefined)}
        />
      )}
    </>
  )
}

function useFilters(): readonly Filter[] {
  const t = useT()
  const sources = useQuery(sourcesQuery).data?.items ?? []
  return [
    {
      kind: 'choice',
      key: 'status',
      label: words.status,
      choices: Object.entries(statusWords).map(([value, label]) => ({ value, label: t(label) })),
    },
    {
      kind: 'choice',
      key: 'sourceId',
      label: words.source,
      choices: sources.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      kind: 'choice',
      key: 'matched',
      label: words.whose,
      choices: [
        { value: 'true', label: t(words.matched) },
        { value: 'false', label: t(words.notMatched) },
      ],
    },
    {
      kind: 'choice',
      key: 'amount',
      label: words.amount,
      choices: [
        { value: 'low', label: t(words.upTo100) },
        { value: 'middle', label: t(words.from100) },
        { value: 'high', label: t(words.from300) },
      ],
    },
    memberFilter,
    productFilter,
    { kind: 'days', from: 'from', to: 'to', label: words.period },
  ]
}

const memberFilter: FoundFilter = {
  kind: 'found',
  key: 'member',
  label: words.member,
  find: async (q, signal) =>
    (
      await take<{ items: readonly { id: string; nickname: string }[] }>(
        api.GET('/api/members', { params: { query: { q, limit: 8 } }, signal }),
      )
    ).items.map(({ id, nickname }) => ({ value: id, label: nickname })),
  nameOf: async (id, signal) =>
    (await take<{ nickname: string }>(api.GET('/api/members/{id}', { params: { path: { id } }, signal })))
      .nickname,
}

const productFilter: FoundFilter = {
  kind: 'found',
  key: 'product',
  label: words.product,
  find: async (q, signal) =>
    (
      await take<{ items: readonly { id: string; name: string }[] }>(
        api.GET('/api/products', { params: { query: { q, limit: 8 } }, signal }),
      )
    ).items.map(({ id, name }) => ({ value: id, label: name })),
  nameOf: async (id, signal) =>
    (await take<{ name: string }>(api.GET('/api/products/{id}', { params: { path: { id } }, signal }))).name,
}

function useColumns(): readonly Column<Order>[] {
  const t = useT()
  const format = useFormat()
  const { locale } = useReading()
  const content = useContent()
  const money = (amount: number, currency: string) => moneyWords(locale, amount, currency)
  const plain = (amount: number, currency: string) => amount / 10 ** decimalsOf(currency)
  return [
    {
      key: 'number',
      title: words.number,
      phone: 'first',
      render: (order) => (
        <span className="order-number">
          <span className="nowrap">{order.externalId}</span>
          <small className="muted clip">{content(order)}</small>
        </span>
      ),
      text: (order) => order.externalId,
    },
    {
      key: 'member',
      title: words.member,
      width: 190,
      render: ({ member, customer }) =>
        member ? (
          <Person id={member.id} memberId={member.id} name={member.nickname} url={member.avatarUrl} />
        ) : (
          <span className="muted">{customer?.name || t(words.nobody)}</span>
        ),
      text: ({ member, customer }) => member?.nickname ?? customer?.name ?? '',
    },
    {
      key: 'status',
      title: words.status,
      width: 110,
      render: ({ status }) => <Status status={status} />,
      text: ({ status }) => t(statusWords[status]),
    },
    {
      key: 'paid',
      title: words.paidAmount,
      width: 120,
      align: 'right',
      render: ({ paidMinor, refundedMinor, currency }) => (
        <span className="order-amount">
          {money(paidMinor, currency)}
          {refundedMinor > 0 && <small className="bad">−{money(refundedMinor, currency)}</small>}
        </span>
      ),
      text: ({ paidMinor, currency }) => plain(paidMinor, currency),
    },
    {
      key: 'total',
      title: words.total,
      width: 110,
      align: 'right',
      extra: true,
      render: ({ totalMinor, currency }) => money(totalMinor, currency),
      text: ({ totalMinor, currency }) => plain(totalMinor, currency),
    },
    {
      key: 'source',
      title: words.source,
      width: 120,
      phone: 'hidden',
      render: ({ source }) => source.name,
      text: ({ source }) => source.name,
    },
    {
      key: 'placed',
      title: words.placedAt,
      width: 150,
      render: ({ placedAt }) => <span className="nowrap">{format.dateTime(placedAt)}</span>,
      text: ({ placedAt }) => placedAt,
    },
  ]
}
