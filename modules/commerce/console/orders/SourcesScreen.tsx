import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import type { Action } from '#ui/console/action/action.ts'
import { Copyable } from '#ui/console/Copyable.tsx'
import { AskForm, useRules } from '#ui/console/form.tsx'
import type { Column } from '#ui/console/list/column.ts'
import { ListScreen } from '#ui/console/list/ListScreen.tsx'
import { Tag } from '#ui/console/Page.tsx'
import { take } from '#ui/console/problem.ts'
import { ShownOnce } from '#ui/console/ShownOnce.tsx'
import { useMay } from '#ui/console/session.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import type { Source } from './orders.queries.ts'
import { words } from './orders.words.ts'

/** Where orders come from, and the secrets of their webhooks. */
export default function SourcesScreen() {
  const t = useT()
  const may = useMay()
  const client = useQueryClient()
  const [adding, add] = useState(false)
  const [made, setMade] = useState<{ secret: string; path: string }>()
  const query = useInfiniteQuery({
    queryKey: ['orders', 'sources', 'list'],
    initialPageParam: undefined as string | undefined,
    getNextPageParam: () => undefined,
    queryFn: async ({ signal }) => ({
      ...(await take<{ items: Source[] }>(api.GET('/api/order-sources', { signal }))),
      next: null,
    }),
  })
  const refresh = () => client.invalidateQueries({ queryKey: ['orders', 'sources'] })
  const path = ({ id }: Source) => ({ params: { path: { id } } })
  const renew = (again: boolean): Action<Source> => ({
    name: again ? words.renewAgain : words.renew,
    icon: 'key',
    can: (source) => source.can.change && (source.secretAt !== null) === again && source.archivedAt === null,
    ...(again
      ? {
          confirm: ({ name }: Source) => ({
            title: words.renewTitle,
            values: { name },
            detail: words.renewDetail,
            verb: words.renewAgain,
          }),
        }
      : {}),
    run: async (source) => {
      const answer = await take<{ source: Source; secret: string }>(
        api.PUT('/api/order-sources/{id}/secret', path(source)),
      )
      setMade({ secret: answer.secret, path: answer.source.hookPath })
      await refresh()
    },
  })
  const withdraw: Action<Source> = {
    name: words.withdraw,
    danger: true,
    can: (source) => source.can.change && source.secretAt !== null,
    confirm: ({ name }) => ({
      title: words.withdrawTitle,
      values: { name },
      detail: words.withdrawDetail,
      verb: words.withdraw,
    }),
    done: words.done,
    run: async (source) => {
      await take(api.DELETE('/api/order-sources/{id}/secret', path(source)))
      await refresh()
    },
  }
  const close = (archived: boolean): Action<Source> => ({
    name: archived ? words.archive : words.reopen,
    danger: archived,
    can: (source) => source.can.change && (source.archivedAt === null) === archived,
    done: words.done,
    run: async (source) => {
      await take(
        api.PUT('/api/order-sources/{id}', { ...path(source), body: { name: source.name, archived } }),
      )
      await refresh()
    },
  })
  const create = may('commerce.orders_manage') && (
    <Button type="primary" icon={<Icon name="plus" size={16} />} onClick={() => add(true)}>
      {t(words.addSource)}
    </Button>
  )
  return (
    <>
      <ListScreen<Source>
        name="order-sources"
        title={t(words.sources)}
        lead={t(words.sourcesLead)}
        query={query}
        columns={useColumns()}
        rowKey={({ id }) => id}
        rowName={({ name }) => name}
        actions={[renew(false), renew(true), withdraw, close(true), close(false)]}
        main={create}
        empty={{ icon: 'cart', title: words.sourcesEmpty, hint: words.sourcesEmptyHint, action: create }}
      />
      {adding && (
        <AddDialog
          close={() => add(false)}
          done={async () => {
            await refresh()
            add(false)
          }}
        />
      )}
      {made && (
        <ShownOnce value={made.secret} hint={t(words.secretHint)} close={() => setMade(undefined)}>
          <Copyable value={`${location.origin}${made.path}`} label={t(words.address)} />
        </ShownOnce>
      )}
    </>
  )
}

function AddDialog({ close, done }: { close: () => void; done: () => Promise<void> }) {
  const t = useT()
  const rules = useRules()
  return (
    <Modal open title={t(words.addSource)} onCancel={close} footer={null}>
      <AskForm<{ name: string; key: string; currency: string }>
        verb={t(words.addSource)}
        initial={{ name: '', key: '', currency: 'CNY' }}
        submit={async (body) => {
          await take(api.POST('/api/order-sources', { body }))
          await done()
        }}
      >
        <Form.Item name="name" label={t(words.sourceName)} rules={[rules.needed(words.sourceName)]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item
          name="key"
          label={t(words.sourceKey)}
          extra={t(words.sourceKeyHint)}
          rules={[
            rules.needed(words.sourceKey),
            { pattern: /^[a-z0-9][a-z0-9_-]{0,39}$/, message: t(words.sourceKeyHint) },
          ]}
        >
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item
          name="currency"
          label={t(words.currency)}
          rules={[{ pattern: /^[A-Z]{3}$/, message: 'CNY' }]}
        >
          <Input maxLength={3} />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}

function useColumns(): readonly Column<Source>[] {
  const t = useT()
  const format = useFormat()
  const hook = (source: Source) =>
    source.secretAt ? t(words.hookSince, { time: format.date(source.secretAt) }) : t(words.noHook)
  return [
    {
      key: 'name',
      title: words.sourceName,
      phone: 'first',
      render: (source) => (
        <span className="order-number">
          <span>{source.name}</span>
          <small className="muted">{source.key}</small>
        </span>
      ),
      text: ({ name }) => name,
    },
    {
      key: 'currency',
      title: words.currency,
      width: 90,
      render: ({ currency }) => currency,
      text: ({ currency }) => currency,
    },
    {
      key: 'hook',
      title: words.hook_,
      width: 260,
      render: (source) => (
        <span className="order-number">
          <span>{hook(source)}</span>
          {source.formerUntil && (
            <small className="muted">
              {t(words.formerUntil, { time: format.dateTime(source.formerUntil) })}
            </small>
          )}
        </span>
      ),
      text: hook,
    },
    {
      key: 'state',
      title: words.state,
      width: 110,
      render: ({ archivedAt }) => (
        <Tag tone={archivedAt ? 'plain' : 'pine'}>{t(archivedAt ? words.archived : words.open)}</Tag>
      ),
      text: ({ archivedAt }) => t(archivedAt ? words.archived : words.open),
    },
  ]
}
