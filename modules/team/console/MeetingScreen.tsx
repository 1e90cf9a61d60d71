import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { App, Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { ActionButton } from '#ui/console/action/ActionButton.tsx'
import type { Action } from '#ui/console/action/action.ts'
import { AskForm, useRules } from '#ui/console/form.tsx'
import { Card, Page, Tag } from '#ui/console/Page.tsx'
import { asProblem, take } from '#ui/console/problem.ts'
import { useMay, useSession } from '#ui/console/session.ts'
import { words } from '#ui/console/words.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { type DueFields, dueMoment } from './dueMoment.ts'
import { type Meeting, type MeetingItem, meetingQuery } from './meetings.queries.ts'
import { meetingWords } from './meetings.words.ts'
import { DueFormItems } from './TaskForm.tsx'
import { departmentsQuery } from './tasks.queries.ts'
import { taskWords } from './tasks.words.ts'
import './meetings.css'
import './tasks.css'

/** One meeting: the agenda by department, what was decided, the minutes. */
export default function MeetingScreen() {
  const { id } = useParams({ strict: false }) as { id: string }
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const meeting = useSuspenseQuery(meetingQuery(id)).data
  const [making, setMaking] = useState<MeetingItem>()
  const refresh = () => client.invalidateQueries({ queryKey: ['meetings'] })
  const close: Action<Meeting> = {
    name: meetingWords.close,
    icon: 'check',
    can: ({ can }) => can.manage,
    done: meetingWords.closedDone,
    confirm: ({ title }) => ({
      title: meetingWords.closeTitle,
      values: { title },
      detail: meetingWords.closeDetail,
      verb: meetingWords.close,
    }),
    run: async () => {
      await take(api.PUT('/api/meetings/{id}/closure', { params: { path: { id } } }))
      await refresh()
    },
  }
  const groups = Object.entries(
    Object.groupBy(meeting.items, (item) => item.department?.name ?? t(meetingWords.otherMatters)),
  )
  const facts = [
    `${format.dateTime(meeting.startsAt)} ${format.weekday(meeting.startsAt)}`,
    t(meetingWords.outcome, {
      items: meeting.items.length,
      tasks: meeting.items.filter((item) => item.task).length,
    }),
  ]
  return (
    <Page
      above={
        <nav className="crumbs">
          <Link to="/meetings">{t(meetingWords.title)}</Link>
        </nav>
      }
      title={
        <span className="task-name">
          {meeting.title}
          {meeting.closedAt && <Tag>{t(meetingWords.closed)}</Tag>}
        </span>
      }
      lead={facts.join(' · ')}
      actions={<ActionButton action={close} thing={meeting} primary />}
    >
      <div className="meeting-split">
        <Card title={t(meetingWords.agenda)}>
          {meeting.items.length === 0 && <p className="muted">{t(meetingWords.noItems)}</p>}
          {groups.map(([name, items]) => (
            <section key={name} className="matters">
              <h3>{name}</h3>
              <ul>
                {items?.map((item) => (
                  <Matter
                    key={item.id}
                    meeting={meeting}
                    item={item}
                    refresh={refresh}
                    makeTask={() => setMaking(item)}
                  />
                ))}
              </ul>
            </section>
          ))}
          {meeting.can.manage && <AddItem meetingId={id} refresh={refresh} />}
        </Card>
        <Minutes key={meeting.minutes} meeting={meeting} refresh={refresh} />
      </div>
      {making && (
        <TaskDialog
          meetingId={id}
          item={making}
          close={(made) => {
            setMaking(undefined)
            if (made) refresh()
          }}
        />
      )}
    </Page>
  )
}

interface MatterProps {
  readonly meeting: Meeting
  readonly item: MeetingItem
  readonly refresh: () => Promise<unknown>
  readonly makeTask: () => void
}

function Matter({ meeting, item, refresh, makeTask }: MatterProps) {
  const t = useT()
  const { message } = App.useApp()
  const [decision, setDecision] = useState(item.decision)
  const save = async () => {
    if (decision.trim() === item.decision) return
    try {
      await take(
        api.PATCH('/api/meetings/{id}/items/{itemId}', {
          params: { path: { id: meeting.id, itemId: item.id } },
          body: { decision: decision.trim() },
        }),
      )
      await refresh()
    } catch (error) {
      message.error(asProblem(error).message)
    }
  }
  return (
    <li>
      <p className="matter">
        {item.path ? <Link to={item.path}>{item.text}</Link> : item.text}
        {item.origin !== 'hand' && (
          <Tag>{t(item.origin === 'task' ? meetingWords.fromTask : meetingWords.fromWork)}</Tag>
        )}
      </p>
      <div className="decision">
        {meeting.can.manage ? (
          <Input.TextArea
            value={decision}
            autoSize={{ minRows: 1, maxRows: 5 }}
            maxLength={1_000}
            variant="filled"
            placeholder={t(meetingWords.decision)}
            aria-label={t(meetingWords.decisionOf, { text: item.text })}
            onChange={(event) => setDecision(event.target.value)}
            onBlur={save}
          />
        ) : (
          <p className="muted">{item.decision}</p>
        )}
        {item.task ? (
          <Link to="/tasks/$id" params={{ id: item.task.id }} className="made-task">
            <Icon name={item.task.closed ? 'check' : 'task'} size={16} />
            {item.task.title}
          </Link>
        ) : (
          meeting.can.manage && (
            <Button size="small" onClick={makeTask}>
              {t(meetingWords.toTask)}
            </Button>
          )
        )}
      </div>
    </li>
  )
}

function AddItem({ meetingId, refresh }: { meetingId: string; refresh: () => Promise<unknown> }) {
  const t = useT()
  const may = useMay()
  const { message } = App.useApp()
  const team = useQuery({ ...departmentsQuery, enabled: may('operators.read') }).data
  const [text, setText] = useState('')
  const [departmentId, setDepartment] = useState<string>()
  const add = async () => {
    if (!text.trim()) return
    try {
      await take(
        api.POST('/api/meetings/{id}/items', {
          params: { path: { id: meetingId } },
          body: { text: text.trim(), departmentId: departmentId ?? null },
        }),
      )
      setText('')
      await refresh()
    } catch (error) {
      message.error(asProblem(error).message)
    }
  }
  return (
    <div className="add-matter">
      <Input
        value={text}
        maxLength={300}
        placeholder={t(meetingWords.addItem)}
        aria-label={t(meetingWords.addItem)}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing) add()
        }}
      />
      <Select
        allowClear
        aria-label={t(taskWords.department)}
        placeholder={t(taskWords.department)}
        value={departmentId}
        onChange={setDepartment}
        options={team?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
      />
    </div>
  )
}

function Minutes({ meeting, refresh }: { meeting: Meeting; refresh: () => Promise<unknown> }) {
  const t = useT()
  const { message } = App.useApp()
  const [text, setText] = useState(meeting.minutes)
  const save = async () => {
    try {
      await take(
        api.PATCH('/api/meetings/{id}', { params: { path: { id: meeting.id } }, body: { minutes: text } }),
      )
      message.success(t(words.saved))
      await refresh()
    } catch (error) {
      message.error(asProblem(error).message)
    }
  }
  return (
    <Card title={t(meetingWords.minutes)} note={meeting.can.manage ? t(meetingWords.minutesHint) : undefined}>
      {meeting.can.manage ? (
        <>
          <Input.TextArea
            value={text}
            autoSize={{ minRows: 10, maxRows: 30 }}
            maxLength={10_000}
            aria-label={t(meetingWords.minutes)}
            onChange={(event) => setText(event.target.value)}
          />
          <div className="form-foot">
            <Button type="primary" disabled={text === meeting.minutes} onClick={save}>
              {t(meetingWords.saveMinutes)}
            </Button>
          </div>
        </>
      ) : (
        <p className="minutes">{meeting.minutes || t(meetingWords.noMinutes)}</p>
      )}
    </Card>
  )
}

interface TaskDialogProps {
  readonly meetingId: string
  readonly item: MeetingItem
  readonly close: (made: boolean) => void
}

function TaskDialog({ meetingId, item, close }: TaskDialogProps) {
  const t = useT()
  const rules = useRules()
  const { message } = App.useApp()
  const { timeZone } = useReading()
  const { account } = useSession()
  const colleagues = useQuery(departmentsQuery).data?.colleagues ?? []
  return (
    <Modal open title={t(meetingWords.taskOf)} footer={null} onCancel={() => close(false)}>
      <AskForm<{ title: string; ownerId?: string; due: DueFields }>
        initial={{ title: item.text.slice(0, 120), ownerId: account?.id, due: { time: '18:00' } }}
        submit={async ({ title, ownerId, due }) => {
          await take(
            api.POST('/api/meetings/{id}/items/{itemId}/task', {
              params: { path: { id: meetingId, itemId: item.id } },
              body: { title, ownerId: ownerId ?? null, dueAt: dueMoment(due, timeZone) },
            }),
          )
          message.success(t(meetingWords.taskMade))
          close(true)
        }}
        verb={t(meetingWords.toTask)}
        beside={<Button onClick={() => close(false)}>{t(words.cancel)}</Button>}
      >
        <Form.Item name="title" label={t(taskWords.title)} rules={[rules.needed(taskWords.title)]}>
          <Input maxLength={120} autoFocus />
        </Form.Item>
        <Form.Item name="ownerId" label={t(taskWords.owner)}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t(taskWords.nobody)}
            options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <DueFormItems />
      </AskForm>
    </Modal>
  )
}
