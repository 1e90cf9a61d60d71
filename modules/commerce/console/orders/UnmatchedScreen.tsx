import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { moneyWords } from '#base/text/money.ts'
import type { Action } from '#ui/console/action/action.ts'
import type { Column } from '#ui/console/list/column.ts'
import { ListScreen } from '#ui/console/list/ListScreen.tsx'
import { Tag } from '#ui/console/Page.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { MatchDialog } from './MatchDialog.tsx'
import { type Customer, customersQuery } from './orders.queries.ts'
import { words } from './orders.words.ts'
import { Tabs } from './Tabs.tsx'

/** Customers of shops of whom nobody knows which member they are. */
export default function UnmatchedScreen() {
  const t = useT()
  const query = useInfiniteQuery(customersQuery())
  const [matching, match] = useState<Customer>()
  const action: Action<Customer> = {
    name: words.matchVerb,
    icon: 'person',
    can: (customer) => customer.can.match,
    run: match,
  }
  return (
    <>
      <ListScreen<Customer>
        name="order-customers"
        title={t(words.orders)}
        lead={t(words.unmatchedLead)}
        below={<Tabs at="unmatched" />}
        query={query}
        columns={useColumns()}
        rowKey={({ id }) => id}
        rowName={({ name, phone, id }) => name || phone || id}
        actions={[action]}
        empty={{ icon: 'check', title: words.allMatched, hint: words.allMatchedHint }}
      />
      {matching && <MatchDialog customer={matching} close={() => match(undefined)} />}
    </>
  )
}

function useColumns(): readonly Column<Customer>[] {
  const t = useT()
  const format = useFormat()
  const { locale } = useReading()
  const knows = ({ phone, email, external }: Customer) => [phone, email, external].filter(Boolean).join(' · ')
  return [
    {
      key: 'customer',
      title: words.customer,
      phone: 'first',
      render: (customer) => (
        <span className="order-number">
          <span>
            {customer.name || knows(customer) || '—'}{' '}
            {customer.several && <Tag tone="wheat">{t(words.several)}</Tag>}
          </span>
          {customer.name && <small className="muted">{knows(customer)}</small>}
        </span>
      ),
      text: (customer) => customer.name || knows(customer),
    },
    {
      key: 'source',
      title: words.source,
      width: 140,
      render: ({ source }) => source.name,
      text: ({ source }) => source.name,
    },
    {
      key: 'orders',
      title: words.orderCount,
      width: 90,
      align: 'right',
      render: ({ orders }) => format.number(orders),
      text: ({ orders }) => orders,
    },
    {
      key: 'spent',
      title: words.spent,
      width: 130,
      align: 'right',
      render: ({ paidMinor, currency }) => moneyWords(locale, paidMinor, currency),
      text: ({ paidMinor, currency }) => moneyWords(locale, paidMinor, currency),
    },
    {
      key: 'last',
      title: words.lastAt,
      width: 140,
      phone: 'hidden',
      render: ({ lastAt }) => (lastAt ? format.date(lastAt) : ''),
      text: ({ lastAt }) => lastAt ?? '',
    },
  ]
}
