import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import type { Action } from '#ui/console/action/action.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import type { Column } from '#ui/console/list/column.ts'
import { ListScreen } from '#ui/console/list/ListScreen.tsx'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { take } from '#ui/console/problem.ts'
import { useMay } from '#ui/console/session.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { type TopicRow, topicsQuery } from './posts.queries.ts'
import { mixWords, postsWords, arrangeWords as words } from './posts.words.ts'
import './posts.css'

/** Topics: named, described, hidden, and made one of two. */
export default function TopicsScreen() {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [url] = useUrlState()
  const query = useInfiniteQuery(topicsQuery(url as { q?: string; state?: string }))
  const [editing, setEditing] = useState<TopicRow>()
  const [merging, setMerging] = useState<TopicRow>()
  const edits = may('content.edit')
  const alive = (topic: TopicRow) => edits && topic.mergedInto === null
  const hide = (hidden: boolean): Action<TopicRow> => ({
    name: hidden ? words.hideTopic : words.showTopic,
    danger: hidden,
    done: words.saved,
    can: (topic) => alive(topic) && topic.hidden !== hidden,
    ...(hidden
      ? {
          confirm: ({ name }: TopicRow) => ({
            title: words.hideTopicTitle,
            values: { name },
            detail: words.hideTopicDetail,
            verb: words.hideTopic,
          }),
        }
      : {}),
    run: async ({ id }) => {
      await take(api.PATCH('/api/content/topics/{id}', { params: { path: { id } }, body: { hidden } }))
      await client.invalidateQueries({ queryKey: ['content', 'topics'] })
    },
  })
  const columns: readonly Column<TopicRow>[] = [
    {
      key: 'topic',
      title: words.topic,
      phone: 'first',
      render: (topic) => (
        <span className="rows-main">
          <b>
            #{topic.name}
            {topic.mergedInto && (
              <span className="muted"> {t(words.mergedInto, { name: topic.mergedInto })}</span>
            )}
          </b>
          {topic.summary && <small className="muted">{topic.summary}</small>}
        </span>
      ),
      text: (topic) => topic.name,
    },
    {
      key: 'posts',
      title: postsWords.posts,
      align: 'right',
      width: 100,
      render: (topic) => format.number(topic.posts),
      text: (topic) => topic.posts,
    },
    {
      key: 'followers',
      title: words.followers,
      align: 'right',
      width: 100,
      render: (topic) => format.number(topic.followers),
      text: (topic) => topic.followers,
    },
    {
      key: 'opened',
      title: words.firstSeen,
      width: 150,
      phone: 'hidden',
      render: (topic) => format.date(topic.createdAt),
      text: (topic) => topic.createdAt,
    },
  ]
  return (
    <>
      <ListScreen<TopicRow>
        name="topics"
        title={t(mixWords.topics)}
        lead={t(words.topicsLead)}
        query={query}
        columns={columns}
        rowKey={(topic) => topic.id}
        rowName={(topic) => topic.name}
        searchable={words.topicSearch}
        filters={[
          {
            kind: 'choice',
            key: 'state',
            label: postsWords.state,
            choices: [
              { value: 'hidden', label: t(words.hiddenTopics) },
              { value: 'merged', label: t(words.mergedTopics) },
            ],
          },
        ]}
        open={(topic) => navigate({ to: '/content', search: { topic: topic.id } as never })}
        actions={[
          { name: words.editTopic, icon: 'edit', shortcut: 'e', can: alive, run: setEditing },
          hide(true),
          hide(false),
          { name: words.mergeTopic, icon: 'merge', can: alive, run: setMerging },
        ]}
        empty={{ icon: 'tag', title: words.topicsEmpty, hint: words.topicsEmptyHint }}
      />
      {editing && <TopicDialog topic={editing} close={() => setEditing(undefined)} />}
      {merging && <MergeDialog topic={merging} close={() => setMerging(undefined)} />}
    </>
  )
}

function TopicDialog({ topic, close }: { topic: TopicRow; close: () => void }) {
  const t = useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  const { needed } = useRules()
  return (
    <Modal open footer={null} title={`#${topic.name}`} onCancel={close}>
      <AskForm<{ name: string; summary: string }>
        initial={{ name: topic.name, summary: topic.summary }}
        verb={t(words.save)}
        submit={async (body) => {
          await take(api.PATCH('/api/content/topics/{id}', { params: { path: { id: topic.id } }, body }))
          await client.invalidateQueries({ queryKey: ['content', 'topics'] })
          message.success(t(words.saved))
          close()
        }}
      >
        <Form.Item name="name" label={t(words.topic)} rules={[needed(words.topic)]}>
          <Input maxLength={40} prefix="#" />
        </Form.Item>
        <Form.Item name="summary" label={t(words.summary)}>
          <Input.TextArea maxLength={200} rows={2} showCount />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}

function MergeDialog({ topic, close }: { topic: TopicRow; close: () => void }) {
  const t = useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  const { needed } = useRules()
  const [text, setText] = useState('')
  const found = useInfiniteQuery(topicsQuery({ q: text }))
  const choices = (found.data?.pages[0]?.items ?? []).filter((each) => each.id !== topic.id)
  return (
    <Modal open footer={null} title={t(words.mergeTopicTitle, { name: topic.name })} onCancel={close}>
      <p className="dialog-hint">{t(words.mergeTopicHint, { name: topic.name })}</p>
      <AskForm<{ topicId: string }>
        verb={t(words.mergeTopic)}
        submit={async (body) => {
          await take(
            api.PUT('/api/content/topics/{id}/merged-into', { params: { path: { id: topic.id } }, body }),
          )
          await client.invalidateQueries({ queryKey: ['content', 'topics'] })
          message.success(t(words.saved))
          close()
        }}
      >
        <Form.Item name="topicId" label={t(words.topic)} rules={[needed(words.topic)]}>
          <Select
            placeholder={t(words.topicSearch)}
            loading={found.isFetching}
            showSearch={{ filterOption: false, onSearch: (typed) => setText(typed.trim().slice(0, 40)) }}
            options={choices.map((each) => ({ value: each.id, label: `#${each.name}` }))}
          />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}
