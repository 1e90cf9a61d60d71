import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ActionButton, ActionMenu } from '#ui/console/action/ActionButton.tsx'
import { Card, Page, Tag } from '#ui/console/Page.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { Checklist } from './Checklist.tsx'
import { History } from './History.tsx'
import { TaskFacts } from './TaskFacts.tsx'
import { TaskForm } from './TaskForm.tsx'
import { useTaskActions } from './taskActions.tsx'
import { type TaskPage, taskQuery } from './tasks.queries.ts'
import { taskWords } from './tasks.words.ts'
import './tasks.css'

/** One task: what it is, its parts and steps, what happened; beside it who, by when, about what. */
export default function TaskScreen() {
  const { id } = useParams({ strict: false }) as { id: string }
  const t = useT()
  const format = useFormat()
  const task = useSuspenseQuery(taskQuery(id)).data
  const { actions, dialog } = useTaskActions()
  const [finish, ...rest] = actions
  const made = task.createdBy
    ? t(taskWords.createdBy, { name: task.createdBy.name, when: format.ago(task.createdAt) })
    : t(taskWords.createdAt, { when: format.ago(task.createdAt) })
  return (
    <Page
      above={
        <nav className="crumbs">
          <Link to="/tasks">{t(taskWords.title)}</Link>
          {task.parent && (
            <>
              <Icon name="right" size={14} />
              <Link to="/tasks/$id" params={{ id: task.parent.id }}>
                {task.parent.title}
              </Link>
            </>
          )}
        </nav>
      }
      title={
        <span className="task-name">
          <span>{task.title}</span>
          {task.late && <Tag tone="persimmon">{t(taskWords.late)}</Tag>}
          {task.urgent && !task.closed && <Tag tone="persimmon">{t(taskWords.urgent)}</Tag>}
        </span>
      }
      lead={
        task.closed
          ? t(task.closed.outcome === 'done' ? taskWords.finishedAt : taskWords.droppedAt, {
              when: format.ago(task.closed.at),
            })
          : made
      }
      actions={
        <>
          {finish && <ActionButton action={finish} thing={task} primary />}
          {task.can.reopen && rest[1] && <ActionButton action={rest[1]} thing={task} />}
          {task.can.close && <ActionMenu actions={rest} thing={task} label={task.title} />}
        </>
      }
    >
      <div className="split">
        <div className="stack">
          <Card title={t(taskWords.detail)}>
            {task.detail ? (
              <p className="task-detail">{task.detail}</p>
            ) : (
              <p className="muted">{t(taskWords.noDetail)}</p>
            )}
            {task.checkHow && (
              <p className="task-proof">
                <span className="muted">{t(taskWords.checkHow)} · </span>
                {task.checkHow}
              </p>
            )}
            {task.closed?.note && (
              <p className="task-proof">
                <span className="muted">
                  {t(task.closed.outcome === 'done' ? taskWords.proof : taskWords.dropReason)} ·{' '}
                </span>
                {task.closed.note}
              </p>
            )}
          </Card>
          {(task.checklist.length > 0 || task.can.edit) && <Checklist task={task} />}
          <Parts task={task} />
          <History task={task} />
        </div>
        <TaskFacts task={task} />
      </div>
      {dialog}
    </Page>
  )
}

/** The small tasks that it was broken into. */
function Parts({ task }: { task: TaskPage }) {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const [adding, setAdding] = useState(false)
  if (task.tree.length === 0 && !task.can.edit) return null
  return (
    <Card
      title={t(taskWords.parts)}
      note={task.tree.length === 0 ? t(taskWords.partsHint) : undefined}
      extra={
        task.can.edit && (
          <Button size="small" icon={<Icon name="plus" size={14} />} onClick={() => setAdding(true)}>
            {t(taskWords.addPart)}
          </Button>
        )
      }
    >
      <ul className="parts">
        {task.tree.map((part) => (
          <li key={part.id}>
            {part.closed ? <Icon name="check" size={18} /> : <span className="hollow" />}
            <Link to="/tasks/$id" params={{ id: part.id }} className={part.closed ? 'task-closed' : ''}>
              {part.title}
            </Link>
            <span className="muted small">{part.owner?.name ?? t(taskWords.nobody)}</span>
            <span className={part.late ? 'late small' : 'muted small'}>
              {part.dueAt ? format.date(part.dueAt) : ''}
            </span>
          </li>
        ))}
      </ul>
      {adding && (
        <TaskForm
          parentId={task.id}
          departmentId={task.department?.id}
          close={(madeId) => {
            setAdding(false)
            if (madeId) client.invalidateQueries({ queryKey: ['tasks'] })
          }}
        />
      )}
    </Card>
  )
}
