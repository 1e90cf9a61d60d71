import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Form, Input, Modal } from 'antd'
import { api } from '#ui/api.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import type { Column } from '#ui/console/list/column.ts'
import { ListScreen } from '#ui/console/list/ListScreen.tsx'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Tag } from '#ui/console/Page.tsx'
import { take } from '#ui/console/problem.ts'
import { useMay } from '#ui/console/session.ts'
import { words } from '#ui/console/words.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { dueMoment } from './dueMoment.ts'
import { type MeetingRow, meetingsQuery } from './meetings.queries.ts'
import { meetingWords } from './meetings.words.ts'
import { TimeField } from './TimeField.tsx'

/** Meetings, the latest first. */
export default function MeetingsScreen() {
  const t = useT()
  const may = useMay()
  const format = useFormat()
  const { now } = useReading()
  const navigate = useNavigate()
  const [url, setUrl] = useUrlState()
  const query = useInfiniteQuery(meetingsQuery)
  const open = (id: string) => navigate({ to: '/meetings/$id', params: { id } })
  const state = (row: MeetingRow) =>
    row.closedAt
      ? meetingWords.closed
      : Date.parse(row.startsAt) > now()
        ? meetingWords.coming
        : meetingWords.open
  const columns: readonly Column<MeetingRow>[] = [
    {
      key: 'title',
      title: meetingWords.name,
      phone: 'first',
      text: (row) => row.title,
      render: (row) => row.title,
    },
    {
      key: 'when',
      title: meetingWords.when,
      width: 200,
      text: (row) => format.dateTime(row.startsAt),
      render: (row) => `${format.dateTime(row.startsAt)} ${format.weekday(row.startsAt)}`,
    },
    {
      key: 'items',
      title: meetingWords.items,
      align: 'right',
      width: 90,
      text: (row) => row.items,
      render: (row) => row.items,
    },
    {
      key: 'tasks',
      title: meetingWords.tasks,
      align: 'right',
      width: 110,
      text: (row) => row.tasks,
      render: (row) => row.tasks,
    },
    {
      key: 'state',
      title: meetingWords.state,
      width: 110,
      text: (row) => t(state(row)),
      render: (row) => (
        <Tag tone={row.closedAt ? 'plain' : state(row) === meetingWords.coming ? 'sky' : 'wheat'}>
          {t(state(row))}
        </Tag>
      ),
    },
  ]
  const call = may('team.manage') && (
    <Button type="primary" icon={<Icon name="plus" size={16} />} onClick={() => setUrl({ new: '1' })}>
      {t(meetingWords.call)}
    </Button>
  )
  return (
    <>
      <ListScreen<MeetingRow>
        name="meetings"
        title={t(meetingWords.title)}
        lead={t(meetingWords.lead)}
        main={call}
        query={query}
        columns={columns}
        rowKey={(row) => row.id}
        rowName={(row) => row.title}
        open={(row) => open(row.id)}
        empty={{
          icon: 'calendar',
          title: meetingWords.empty,
          hint: meetingWords.emptyHint,
          action: call,
        }}
      />
      {url.new && (
        <CallDialog
          close={(id) => {
            if (id) open(id)
            else setUrl({ new: undefined })
          }}
        />
      )}
    </>
  )
}

interface Values {
  readonly title: string
  readonly day: string
  readonly time: string
}

function CallDialog({ close }: { close: (id?: string) => void }) {
  const t = useT()
  const rules = useRules()
  const format = useFormat()
  const { message } = App.useApp()
  const { now, timeZone } = useReading()
  return (
    <Modal open title={t(meetingWords.call)} footer={null} onCancel={() => close()}>
      <p className="muted small">{t(meetingWords.callHint)}</p>
      <AskForm<Values>
        initial={{ title: t(meetingWords.usualName), day: format.dayKey(now()), time: '10:00' }}
        submit={async ({ title, day, time }) => {
          const startsAt = dueMoment({ day, time }, timeZone) ?? new Date(now()).toISOString()
          const { id } = await take<{ id: string }>(api.POST('/api/meetings', { body: { title, startsAt } }))
          message.success(t(meetingWords.called))
          close(id)
        }}
        verb={t(meetingWords.call)}
        beside={<Button onClick={() => close()}>{t(words.cancel)}</Button>}
      >
        <Form.Item
          name="title"
          label={t(meetingWords.name)}
          rules={[rules.needed(meetingWords.name)]}
          className="after-picture"
        >
          <Input maxLength={80} autoFocus />
        </Form.Item>
        <Form.Item name="day" label={t(meetingWords.day)} rules={[rules.needed(meetingWords.day)]}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="time" label={t(meetingWords.time)}>
          <TimeField label={t(meetingWords.time)} />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}
