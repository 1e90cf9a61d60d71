import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import type { Action } from '#ui/console/action/action.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import type { Column } from '#ui/console/list/column.ts'
import { ListScreen } from '#ui/console/list/ListScreen.tsx'
import { MemberPick } from '#ui/console/MemberPick.tsx'
import { Tag } from '#ui/console/Page.tsx'
import { Person } from '#ui/console/Person.tsx'
import { take } from '#ui/console/problem.ts'
import { useMay } from '#ui/console/session.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { type ColumnRow, columnsQuery } from './posts.queries.ts'
import { arrangeWords as words } from './posts.words.ts'
import './posts.css'

/** Columns of members: opened, renamed, closed. */
export default function ColumnsScreen() {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const client = useQueryClient()
  const query = useInfiniteQuery(columnsQuery)
  const [editing, setEditing] = useState<ColumnRow | 'new'>()
  const edits = may('content.edit')
  const shut = (archived: boolean): Action<ColumnRow> => ({
    name: archived ? words.archive : words.reopen,
    danger: archived,
    done: words.saved,
    can: (column) => edits && (column.archivedAt === null) === archived,
    ...(archived
      ? {
          confirm: ({ name }: ColumnRow) => ({
            title: words.archiveTitle,
            values: { name },
            detail: words.archiveDetail,
            verb: words.archive,
          }),
        }
      : {}),
    run: async ({ id }) => {
      await take(api.PATCH('/api/content/columns/{id}', { params: { path: { id } }, body: { archived } }))
      await client.invalidateQueries({ queryKey: ['content', 'columns'] })
    },
  })
  const columns: readonly Column<ColumnRow>[] = [
    {
      key: 'name',
      title: words.columnName,
      phone: 'first',
      render: (column) => (
        <span className="rows-main">
          <b>
            {column.name} {column.archivedAt && <Tag>{t(words.archived)}</Tag>}
          </b>
          <small className="muted">{column.summary || `/columns/${column.slug}`}</small>
        </span>
      ),
      text: (column) => column.name,
    },
    {
      key: 'owner',
      title: words.owner,
      width: 170,
      render: (column) => (
        <Person id={column.ownerId} name={column.owner} size={24} memberId={column.ownerId} />
      ),
      text: (column) => column.owner,
    },
    {
      key: 'articles',
      title: words.articles,
      align: 'right',
      width: 90,
      render: (column) => format.number(column.articles),
      text: (column) => column.articles,
    },
    {
      key: 'opened',
      title: words.opened,
      width: 150,
      phone: 'hidden',
      render: (column) => format.date(column.createdAt),
      text: (column) => column.createdAt,
    },
  ]
  const add = edits && (
    <Button type="primary" icon={<Icon name="plus" size={16} />} onClick={() => setEditing('new')}>
      {t(words.addColumn)}
    </Button>
  )
  return (
    <>
      <ListScreen<ColumnRow>
        name="article-columns"
        title={t(words.columnsTitle, { count: query.data?.pages[0]?.items.length ?? 0 })}
        lead={t(words.columnsLead)}
        query={query}
        columns={columns}
        rowKey={(column) => column.id}
        rowName={(column) => column.name}
        {...(edits ? { open: setEditing } : {})}
        actions={[shut(true), shut(false)]}
        main={add}
        empty={{ icon: 'columns', title: words.columnsEmpty, hint: words.columnsEmptyHint, action: add }}
      />
      {editing && (
        <ColumnDialog column={editing === 'new' ? undefined : editing} close={() => setEditing(undefined)} />
      )}
    </>
  )
}

interface Values {
  readonly name: string
  readonly slug: string
  readonly summary: string
  readonly owner?: string[]
}

function ColumnDialog({ column, close }: { column: ColumnRow | undefined; close: () => void }) {
  const t = useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  const { needed } = useRules()
  return (
    <Modal open footer={null} title={column?.name ?? t(words.addColumn)} onCancel={close}>
      <AskForm<Values>
        initial={{ name: column?.name ?? '', slug: column?.slug ?? '', summary: column?.summary ?? '' }}
        verb={t(words.save)}
        submit={async ({ owner, ...fields }) => {
          if (column)
            await take(
              api.PATCH('/api/content/columns/{id}', { params: { path: { id: column.id } }, body: fields }),
            )
          else await take(api.POST('/api/content/columns', { body: { ...fields, ownerId: owner![0]! } }))
          await client.invalidateQueries({ queryKey: ['content', 'columns'] })
          message.success(t(words.saved))
          close()
        }}
      >
        {!column && (
          <Form.Item
            name="owner"
            label={t(words.owner)}
            rules={[{ ...needed(words.owner), type: 'array', len: 1, whitespace: false }]}
          >
            <MemberPick />
          </Form.Item>
        )}
        <Form.Item name="name" label={t(words.columnName)} rules={[needed(words.columnName)]}>
          <Input maxLength={30} />
        </Form.Item>
        <Form.Item
          name="slug"
          label={t(words.columnSlug)}
          extra={t(words.columnSlugHint)}
          rules={[needed(words.columnSlug)]}
        >
          <Input maxLength={40} prefix="/columns/" />
        </Form.Item>
        <Form.Item name="summary" label={t(words.summary)}>
          <Input.TextArea maxLength={200} rows={2} showCount />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}
