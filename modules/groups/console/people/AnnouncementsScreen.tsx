import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Drawer, Form, Input, Modal, Segmented, Switch } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { ActionButton } from '#ui/console/action/ActionButton.tsx'
import type { Action } from '#ui/console/action/action.ts'
import { AskForm } from '#ui/console/form.tsx'
import { Card, Tag } from '#ui/console/Page.tsx'
import { Person } from '#ui/console/Person.tsx'
import { take } from '#ui/console/problem.ts'
import { useMay } from '#ui/console/session.ts'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { GroupFrame, useGroup } from '../GroupFrame.tsx'
import { type Announcement, announcementsQuery, receiptsQuery } from '../group.queries.ts'
import { groupWords } from '../group.words.ts'
import { peopleWords as words } from './people.words.ts'

interface Values {
  readonly title: string
  readonly body: string
  readonly pinned: boolean
  readonly mustRead: boolean
}

/** What the team told the group, and who has read it. */
export default function AnnouncementsScreen() {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const group = useGroup()
  const client = useQueryClient()
  const query = useInfiniteQuery(announcementsQuery(group.id))
  const [editing, setEditing] = useState<Announcement | 'new'>()
  const [reading, setReading] = useState<Announcement>()
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const refresh = () => client.invalidateQueries({ queryKey: ['group-announcements', group.id] })
  const withdraw: Action<Announcement> = {
    name: words.withdraw,
    danger: true,
    can: (row) => may('groups.members') && row.withdrawnAt === null,
    confirm: ({ title }) => ({
      title: words.withdrawTitle,
      values: { title },
      detail: words.withdrawDetail,
      verb: words.withdraw,
    }),
    done: words.withdrawn,
    run: async ({ id }) => {
      await take(api.DELETE('/api/group-announcements/{id}', { params: { path: { id } } }))
      await refresh()
    },
  }
  const create = may('groups.members') && (
    <Button type="primary" icon={<Icon name="plus" size={16} />} onClick={() => setEditing('new')}>
      {t(words.announce)}
    </Button>
  )
  return (
    <GroupFrame group={group} actions={create}>
      <Card flush>
        {query.isPending ? (
          <SkeletonRows rows={4} height={72} />
        ) : query.isError ? (
          <Failed error={query.error} retry={() => query.refetch()} />
        ) : rows.length === 0 ? (
          <Empty
            icon="note"
            title={t(words.noAnnouncements)}
            hint={t(words.noAnnouncementsHint)}
            action={create}
          />
        ) : (
          <ul className="row-list">
            {rows.map((row) => (
              <li key={row.id}>
                <div className="row-main">
                  <b>{row.title}</b>{' '}
                  <span className="tags">
                    {row.pinned && <Tag tone="wheat">{t(words.pinned)}</Tag>}
                    {row.mustRead && <Tag tone="persimmon">{t(words.mustRead)}</Tag>}
                    {row.withdrawnAt && <Tag>{t(words.withdrawn)}</Tag>}
                  </span>
                  <p className="row-note clamp-2">{row.body}</p>
                  <p className="row-note">
                    {t(words.byAuthor, { author: row.author, when: format.ago(row.publishedAt) })} ·{' '}
                    <button type="button" className="door" onClick={() => setReading(row)}>
                      {t(words.readBy, { read: row.read, members: row.members })}
                    </button>
                  </p>
                </div>
                <div className="row-side">
                  {may('groups.members') && !row.withdrawnAt && (
                    <Button size="small" onClick={() => setEditing(row)}>
                      {t(groupWords.edit)}
                    </Button>
                  )}
                  <ActionButton action={withdraw} thing={row} small />
                </div>
              </li>
            ))}
          </ul>
        )}
        {query.hasNextPage && (
          <Button type="link" onClick={() => query.fetchNextPage()}>
            {t(groupWords.more)}
          </Button>
        )}
      </Card>
      {editing && (
        <Compose
          group={group.id}
          announcement={editing === 'new' ? undefined : editing}
          close={async (changed) => {
            setEditing(undefined)
            if (changed) await refresh()
          }}
        />
      )}
      {reading && <Receipts announcement={reading} close={() => setReading(undefined)} />}
    </GroupFrame>
  )
}

interface ComposeProps {
  readonly group: string
  readonly announcement: Announcement | undefined
  readonly close: (changed: boolean) => void
}

function Compose({ group, announcement, close }: ComposeProps) {
  const t = useT()
  const { message } = App.useApp()
  const needed = (label: string) => ({ required: true, whitespace: true, message: label })
  return (
    <Modal
      open
      title={announcement ? announcement.title : t(words.announce)}
      footer={null}
      width={600}
      onCancel={() => close(false)}
    >
      <AskForm<Values>
        initial={announcement ?? { pinned: false, mustRead: false }}
        verb={t(announcement ? groupWords.save : words.publish)}
        submit={async (body) => {
          if (announcement)
            await take(
              api.PATCH('/api/group-announcements/{id}', { params: { path: { id: announcement.id } }, body }),
            )
          else
            await take(api.POST('/api/groups/{id}/announcements', { params: { path: { id: group } }, body }))
          message.success(t(words.published))
          close(true)
        }}
      >
        <Form.Item name="title" label={t(words.annTitle)} rules={[needed(t(words.annTitle))]}>
          <Input maxLength={60} autoFocus />
        </Form.Item>
        <Form.Item name="body" label={t(words.annBody)} rules={[needed(t(words.annBody))]}>
          <Input.TextArea maxLength={4_000} autoSize={{ minRows: 5, maxRows: 14 }} showCount />
        </Form.Item>
        <div className="switches">
          <Form.Item name="pinned" label={t(words.pinned)} valuePropName="checked">
            <Switch />
          </Form.Item>
          <Form.Item
            name="mustRead"
            label={t(words.mustRead)}
            valuePropName="checked"
            extra={t(words.mustReadHint)}
          >
            <Switch />
          </Form.Item>
        </div>
      </AskForm>
    </Modal>
  )
}

function Receipts({ announcement, close }: { announcement: Announcement; close: () => void }) {
  const t = useT()
  const format = useFormat()
  const [read, setRead] = useState<'yes' | 'no'>('no')
  const query = useInfiniteQuery(receiptsQuery(announcement.id, read))
  const people = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Drawer open title={announcement.title} onClose={close} size={420}>
      <Segmented
        block
        value={read}
        onChange={setRead}
        options={[
          { value: 'no', label: t(words.readNo) },
          { value: 'yes', label: t(words.readYes) },
        ]}
      />
      {query.isPending ? (
        <SkeletonRows rows={6} />
      ) : people.length === 0 ? (
        <Empty icon="eye" title={t(words.nobody)} />
      ) : (
        <ul className="people-list">
          {people.map((person) => (
            <li key={person.memberId}>
              <Person
                id={person.memberId}
                name={person.nickname}
                url={person.avatarUrl}
                memberId={person.memberId}
                note={person.readAt ? format.ago(person.readAt) : person.city}
              />
            </li>
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button type="link" onClick={() => query.fetchNextPage()}>
          {t(groupWords.more)}
        </Button>
      )}
    </Drawer>
  )
}
