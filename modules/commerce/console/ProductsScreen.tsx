import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { decimalsOf, moneyWords } from '#base/text/money.ts'
import { api } from '#ui/api.ts'
import type { Action } from '#ui/console/action/action.ts'
import type { Column } from '#ui/console/list/column.ts'
import { ListScreen } from '#ui/console/list/ListScreen.tsx'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { take } from '#ui/console/problem.ts'
import { useMay } from '#ui/console/session.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { ProductDrawer } from './ProductDrawer.tsx'
import './products.css'
import { type Product, productsQuery } from './products.queries.ts'
import { words } from './products.words.ts'

/** What members may recommend: the shelf, newest first. */
export default function ProductsScreen() {
  const t = useT()
  const may = useMay()
  const client = useQueryClient()
  const [url] = useUrlState()
  const query = useInfiniteQuery(productsQuery(url as { q?: string; state?: string }))
  const [editing, setEditing] = useState<Product | 'new'>()
  const edits = may('commerce.edit')
  const shelve = (archived: boolean): Action<Product> => ({
    name: archived ? words.shelve : words.reopen,
    danger: archived,
    can: (product) => edits && (product.archivedAt === null) === archived,
    ...(archived
      ? {
          confirm: ({ name }: Product) => ({
            title: words.shelveTitle,
            values: { name },
            detail: words.shelveDetail,
            verb: words.shelve,
          }),
        }
      : {}),
    done: words.done,
    run: async ({ id }) => {
      await take(api.PUT('/api/products/{id}/shelf', { params: { path: { id } }, body: { archived } }))
      await client.invalidateQueries({ queryKey: ['products'] })
    },
  })
  const create = edits && (
    <Button type="primary" icon={<Icon name="plus" size={16} />} onClick={() => setEditing('new')}>
      {t(words.add)}
    </Button>
  )
  return (
    <>
      <ListScreen<Product>
        name="products"
        title={t(words.products)}
        lead={t(words.lead)}
        query={query}
        columns={useColumns()}
        rowKey={(product) => product.id}
        rowName={(product) => product.name}
        searchable={words.search}
        filters={[
          {
            kind: 'choice',
            key: 'state',
            label: words.state,
            choices: [{ value: 'off', label: t(words.offShelf) }],
          },
        ]}
        {...(edits ? { open: setEditing } : {})}
        actions={[shelve(true), shelve(false)]}
        main={create}
        empty={{ icon: 'cart', title: words.emptyTitle, hint: words.emptyHint, action: create }}
      />
      {editing && (
        <ProductDrawer
          product={editing === 'new' ? undefined : editing}
          close={() => setEditing(undefined)}
        />
      )}
    </>
  )
}

function useColumns(): readonly Column<Product>[] {
  const t = useT()
  const format = useFormat()
  const { locale } = useReading()
  return [
    {
      key: 'name',
      title: words.name,
      phone: 'first',
      render: (product) => (
        <span className="product-name">
          {product.pictureUrl ? (
            <img src={product.pictureUrl} alt="" width={40} height={40} loading="lazy" />
          ) : (
            <span className="product-blank">
              <Icon name="image" size={18} />
            </span>
          )}
          <span>
            {product.name}
            {product.summary ? <small className="muted">{product.summary}</small> : null}
          </span>
        </span>
      ),
      text: (product) => product.name,
    },
    {
      key: 'sku',
      title: words.sku,
      width: 140,
      render: (product) => product.sku,
      text: (product) => product.sku,
    },
    {
      key: 'price',
      title: words.price,
      width: 120,
      align: 'right',
      render: (product) => moneyWords(locale, product.priceMinor, product.currency),
      text: (product) => product.priceMinor / 10 ** decimalsOf(product.currency),
    },
    {
      key: 'way',
      title: words.way,
      width: 180,
      phone: 'hidden',
      render: (product) =>
        [product.link ? new URL(product.link).host : null, product.miniAppId ? t(words.mini) : null]
          .filter(Boolean)
          .join(' · '),
      text: (product) => product.link || product.miniPath,
    },
    {
      key: 'added',
      title: words.added,
      width: 140,
      phone: 'hidden',
      render: (product) => format.date(product.createdAt),
      text: (product) => product.createdAt,
    },
  ]
}
