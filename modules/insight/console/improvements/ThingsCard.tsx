/** Where an improvement is done: tasks made from here, and places in the console. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { colleaguesQuery } from '#ui/console/colleagues.ts'
import { AskForm } from '#ui/console/form.tsx'
import { Card } from '#ui/console/Page.tsx'
import { take } from '#ui/console/problem.ts'
import { useMay } from '#ui/console/session.ts'
import { useT } from '#ui/locale/locale.tsx'
import { changeImprovement, tasksOfQuery, type WholeImprovement } from './improvements.queries.ts'
import { improvementWords as words } from './improvements.words.ts'

interface Props {
  readonly improvement: WholeImprovement
}

export function ThingsCard({ improvement }: Props) {
  const t = useT()
  const may = useMay()
  const works = may('tasks.work')
  const tasks = useQuery({ ...tasksOfQuery(improvement.id), enabled: works }).data ?? []
  const [dialog, setDialog] = useState<'task' | 'link'>()
  const close = () => setDialog(undefined)
  const { links, can, experimentId, experimentName } = improvement
  const empty = tasks.length === 0 && links.length === 0 && !experimentId
  return (
    <Card title={t(words.links)}>
      {empty && <p className="muted">{t(words.linksNone)}</p>}
      <ul className="improvement-things">
        {tasks.map(({ id, title, owner, closed }) => (
          <li key={id}>
            <Link to={`/tasks/${id}` as never}>{title}</Link>{' '}
            <small className="muted">
              {[owner?.name, closed && t(closed.outcome === 'done' ? words.taskDone : words.taskDropped)]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </li>
        ))}
        {experimentId && (
          <li>
            <Link to={`/insight/experiments/${experimentId}` as never}>{experimentName}</Link>
          </li>
        )}
        {links.map(({ name, path }) => (
          <li key={path}>
            <Link to={path as never}>{name}</Link>
          </li>
        ))}
      </ul>
      {can.edit && (
        <div className="improvement-acts">
          {works && (
            <Button size="small" onClick={() => setDialog('task')}>
              {t(words.addTask)}
            </Button>
          )}
          <Button size="small" onClick={() => setDialog('link')}>
            {t(words.addLink)}
          </Button>
        </div>
      )}
      {dialog === 'task' && <TaskDialog improvement={improvement} close={close} />}
      {dialog === 'link' && <LinkDialog improvement={improvement} close={close} />}
    </Card>
  )
}

interface DialogProps extends Props {
  readonly close: () => void
}

function TaskDialog({ improvement, close }: DialogProps) {
  const t = useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  const colleagues = useQuery(colleaguesQuery).data?.items ?? []
  return (
    <Modal open title={t(words.addTask)} footer={null} onCancel={close} destroyOnHidden>
      <AskForm<{ title: string; ownerId?: string }>
        initial={{ title: '', ...(improvement.ownerId ? { ownerId: improvement.ownerId } : {}) }}
        verb={t(words.addTask)}
        submit={async ({ title, ownerId }) => {
          await take(
            api.POST('/api/tasks', {
              body: {
                title,
                ...(ownerId ? { ownerId } : {}),
                object: {
                  kind: 'improvement',
                  id: improvement.id,
                  name: improvement.name,
                  path: `/plan/improvements/${improvement.id}`,
                },
              },
            }),
          )
          await client.invalidateQueries({ queryKey: ['tasks'] })
          message.success(t(words.taskMade))
          close()
        }}
      >
        <Form.Item name="title" label={t(words.taskTitle)} rules={[{ required: true, max: 120 }]}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="ownerId" label={t(words.taskOwner)}>
          <Select allowClear options={colleagues.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}

function LinkDialog({ improvement, close }: DialogProps) {
  const t = useT()
  const client = useQueryClient()
  return (
    <Modal open title={t(words.addLink)} footer={null} onCancel={close} destroyOnHidden>
      <AskForm<{ name: string; path: string }>
        initial={{ name: '', path: '' }}
        verb={t(words.save)}
        submit={async ({ name, path }) => {
          await changeImprovement(improvement.id, {
            links: [...improvement.links, { name, path: inConsole(path) }],
          })
          await client.invalidateQueries({ queryKey: ['improvements'] })
          close()
        }}
      >
        <Form.Item name="name" label={t(words.linkName)} rules={[{ required: true, max: 60 }]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item
          name="path"
          label={t(words.linkPath)}
          extra={t(words.linkHint)}
          rules={[{ required: true, max: 400 }]}
        >
          <Input maxLength={400} />
        </Form.Item>
      </AskForm>
    </Modal>
  )
}

/** What was copied from the address bar, without the machine and the face. */
const inConsole = (text: string): string =>
  text
    .trim()
    .replace(/^https?:\/\/[^/]+/, '')
    .replace(/^\/console(?=\/)/, '')
