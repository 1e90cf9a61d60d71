import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { ActionButton } from '#ui/console/action/ActionButton.tsx'
import type { Action } from '#ui/console/action/action.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Card, Page, Tag } from '#ui/console/Page.tsx'
import { take } from '#ui/console/problem.ts'
import { useMay } from '#ui/console/session.ts'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { type Observation, observationsQuery } from '../group.queries.ts'
import { groupWords } from '../group.words.ts'
import { charterWords as words } from './charter.words.ts'
import '../groups.css'

const kinds = {
  welcome: words.kWelcome,
  content: words.kContent,
  activity: words.kActivity,
  sale: words.kSale,
  rules: words.kRules,
  service: words.kService,
  leaving: words.kLeaving,
} as const

/** What the team saw in other people's groups (S3-54). */
export default function JournalScreen() {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const client = useQueryClient()
  const [url, setUrl] = useUrlState()
  const query = useInfiniteQuery(observationsQuery(url.q))
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const [noting, setNoting] = useState(false)
  const edit = may('groups.edit')
  const remove: Action<Observation> = {
    name: words.removeNote,
    danger: true,
    can: () => edit,
    confirm: () => ({ title: words.removeNoteTitle, verb: words.removeNote }),
    run: async ({ id }) => {
      await take(api.DELETE('/api/group-observations/{id}', { params: { path: { id } } }))
      await client.invalidateQueries({ queryKey: ['group-observations'] })
    },
  }
  const note = edit && (
    <Button type="primary" icon={<Icon name="plus" size={16} />} onClick={() => setNoting(true)}>
      {t(words.noteSeen)}
    </Button>
  )
  return (
    <Page title={t(words.journalTitle)} lead={t(words.journalLead)} actions={note}>
      <Card
        flush
        title={
          <Input.Search
            className="list-search"
            allowClear
            aria-label={t(words.journalSearch)}
            placeholder={t(words.journalSearch)}
            defaultValue={url.q}
            onSearch={(q) => setUrl({ q: q.trim() || undefined })}
          />
        }
      >
        {query.isPending ? (
          <SkeletonRows rows={4} height={72} />
        ) : query.isError ? (
          <Failed error={query.error} retry={() => query.refetch()} />
        ) : rows.length === 0 ? (
          <Empty icon="eye" title={t(words.noNotes)} hint={t(words.noNotesHint)} action={note} />
        ) : (
          <ul className="row-list">
            {rows.map((row) => (
              <li key={row.id}>
                <div className="row-main">
                  <b>{row.place}</b> <Tag tone="sky">{t(kinds[row.kind])}</Tag>
                  <p className="row-note">
                    {[format.date(`${row.seenOn}T12:00:00Z`), row.platform, row.author]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                  <p className="small">{row.saw}</p>
                  {row.takeaway && (
                    <p className="quote-row">
                      <b>{t(words.takeaway)}</b>　{row.takeaway}
                    </p>
                  )}
                </div>
                <ActionButton action={remove} thing={row} small />
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
      {noting && <NoteDialog close={() => setNoting(false)} />}
    </Page>
  )
}

interface Values {
  readonly place: string
  readonly platform: string
  readonly seenOn: string
  readonly kind: Observation['kind']
  readonly saw: string
  readonly takeaway: string
}

function NoteDialog({ close }: { close: () => void }) {
  const t = useT()
  const format = useFormat()
  const rules = useRules()
  const { now } = useReading()
  const { message } = App.useApp()
  const client = useQueryClient()
  return (
    <Modal open title={t(words.noteSeen)} footer={null} width={600} onCancel={close}>
      <AskForm<Values>
        initial={{ platform: '', seenOn: format.dayKey(now()), kind: 'welcome', takeaway: '' }}
        verb={t(words.noteSeen)}
        submit={async (body) => {
          await take(api.POST('/api/group-observations', { body }))
          message.success(t(words.noted))
          await client.invalidateQueries({ queryKey: ['group-observations'] })
          close()
        }}
      >
        <div className="two">
          <Form.Item name="place" label={t(words.place)} rules={[rules.needed(words.place)]}>
            <Input maxLength={60} autoFocus />
          </Form.Item>
          <Form.Item name="platform" label={t(words.platform)}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="seenOn" label={t(words.seenOn)}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="kind" label={t(words.aspect)}>
            <Select options={Object.entries(kinds).map(([value, label]) => ({ value, label: t(label) }))} />
          </Form.Item>
        </div>
        <Form.Item name="saw" label={t(words.saw)} rules={[rules.needed(words.saw)]}>
          <Input.TextArea maxLength={1_000} autoSize={{ minRows: 3 }} />
        </Form.Item>
        <Form.Item name="takeaway" label={t(words.takeaway)}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}
