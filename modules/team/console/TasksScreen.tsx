import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import type { Action } from '#ui/console/action/action.ts'
import type { Column, Filter } from '#ui/console/list/column.ts'
import { ListScreen } from '#ui/console/list/ListScreen.tsx'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Tag } from '#ui/console/Page.tsx'
import { Person } from '#ui/console/Person.tsx'
import { asProblem, take } from '#ui/console/problem.ts'
import { useMay } from '#ui/console/session.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { GiveDialog } from './GiveDialog.tsx'
import { TaskForm } from './TaskForm.tsx'
import { type TaskTab, TaskTabs, taskTabs } from './TaskTabs.tsx'
import { useTaskActions } from './taskActions.tsx'
import { departmentsQuery, type Task, tasksQuery } from './tasks.queries.ts'
import { taskWords } from './tasks.words.ts'
import './tasks.css'

const filtersOf: Record<TaskTab, Readonly<Record<string, string>>> = {
  mine: { owner: 'me' },
  all: {},
  nobody: { owner: 'none' },
  done: { state: 'done' },
}

/** Tasks: mine, everybody's, nobody's, done. */
export default function TasksScreen() {
  const t = useT()
  const may = useMay()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [url, setUrl] = useUrlState()
  const tab = taskTabs.find((each) => each === url.tab) ?? 'mine'
  const { tab: _, new: asksNew, ...chosen } = url
  const query = useInfiniteQuery(tasksQuery({ ...chosen, ...filtersOf[tab] }))
  const team = useQuery({ ...departmentsQuery, enabled: may('operators.read') }).data
  const [giving, setGiving] = useState<readonly Task[]>()
  const { actions, dialog } = useTaskActions()
  const total = query.data?.pages[0]?.total
  const columns = useTaskColumns(tab)
  const open = (task: Task) => navigate({ to: '/tasks/$id', params: { id: task.id } })

  const bulk: readonly Action<readonly Task[]>[] = [
    {
      name: taskWords.finish,
      icon: 'check',
      can: (tasks) => tasks.every((task) => task.can.close),
      run: async (tasks) => {
        for (const { id } of tasks)
          await take(
            api.PUT('/api/tasks/{id}/closure', {
              params: { path: { id } },
              body: { outcome: 'done', note: '' },
            }),
          ).catch((error: unknown) => message.error(asProblem(error).message))
        await client.invalidateQueries({ queryKey: ['tasks'] })
      },
    },
    {
      name: taskWords.giveTo,
      can: (tasks) => tasks.every((task) => task.can.assign),
      run: (tasks) => setGiving(tasks),
    },
  ]
  const filters: readonly Filter[] = [
    {
      key: 'due',
      kind: 'choice',
      label: taskWords.dueFilter,
      choices: [
        { value: 'late', label: t(taskWords.dueLate) },
        { value: 'today', label: t(taskWords.dueToday) },
        { value: 'week', label: t(taskWords.dueWeek) },
      ],
    },
    ...(team
      ? [
          {
            key: 'department',
            kind: 'choice' as const,
            label: taskWords.department,
            choices: team.items.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]
      : []),
    ...(team && (tab === 'all' || tab === 'done')
      ? [
          {
            key: 'owner',
            kind: 'choice' as const,
            label: taskWords.owner,
            choices: team.colleagues.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]
      : []),
  ]
  const create = may('tasks.work') && (
    <Button type="primary" icon={<Icon name="plus" size={16} />} onClick={() => setUrl({ new: '1' })}>
      {t(taskWords.create)}
    </Button>
  )
  return (
    <>
      <ListScreen<Task>
        name="tasks"
        title={tab !== 'done' && total ? t(taskWords.titleOpen, { count: total }) : t(taskWords.title)}
        lead={t(taskWords.lead)}
        below={<TaskTabs on={tab} />}
        main={create}
        query={query}
        columns={columns}
        rowKey={(task) => task.id}
        rowName={(task) => task.title}
        searchable={taskWords.search}
        filters={filters}
        open={open}
        actions={actions}
        bulk={bulk}
        empty={{
          icon: 'task',
          title: taskWords.empty,
          hint: taskWords.emptyHint,
          action: create,
        }}
      />
      {asksNew && (
        <TaskForm
          close={(madeId) => {
            setUrl({ new: undefined })
            if (madeId) client.invalidateQueries({ queryKey: ['tasks'] })
          }}
        />
      )}
      {giving && (
        <GiveDialog
          title={t(taskWords.giveTitle, { count: giving.length })}
          give={async (ownerId) => {
            for (const { id } of giving)
              await take(api.PATCH('/api/tasks/{id}', { params: { path: { id } }, body: { ownerId } }))
            return giving.length
          }}
          close={(given) => {
            setGiving(undefined)
            if (given) client.invalidateQueries({ queryKey: ['tasks'] })
          }}
        />
      )}
      {dialog}
    </>
  )
}

function useTaskColumns(tab: TaskTab): readonly Column<Task>[] {
  const t = useT()
  const format = useFormat()
  const due = (task: Task) => (task.dueAt ? format.dateTime(task.dueAt) : '')
  return [
    {
      key: 'title',
      title: taskWords.title,
      phone: 'first',
      text: (task) => task.title,
      render: (task) => <TaskName task={task} />,
    },
    ...(tab === 'mine' || tab === 'nobody'
      ? []
      : [
          {
            key: 'owner',
            title: taskWords.owner,
            width: 150,
            text: (task: Task) => task.owner?.name ?? '',
            render: (task: Task) =>
              task.owner ? (
                <Person
                  id={task.owner.id}
                  name={task.owner.name}
                  size={24}
                  note={task.owner.gone ? t(taskWords.gone) : undefined}
                />
              ) : (
                <span className="muted">{t(taskWords.nobody)}</span>
              ),
          },
        ]),
    {
      key: 'department',
      title: taskWords.department,
      width: 120,
      text: (task) => task.department?.name ?? '',
      render: (task) => task.department?.name ?? '',
    },
    {
      key: 'progress',
      title: taskWords.progress,
      width: 130,
      text: (task) => `${task.steps.done}/${task.steps.total}`,
      render: (task) => <Progress task={task} />,
    },
    {
      key: 'due',
      title: taskWords.due,
      align: 'right',
      width: 170,
      text: due,
      render: (task) =>
        task.closed ? (
          <span className="muted">
            {t(task.closed.outcome === 'done' ? taskWords.finishedAt : taskWords.droppedAt, {
              when: format.ago(task.closed.at),
            })}
          </span>
        ) : (
          <span className={task.late ? 'late' : task.dueAt ? '' : 'muted'}>
            {due(task) || t(taskWords.noDue)}
          </span>
        ),
    },
  ]
}

export function TaskName({ task }: { task: Task }) {
  const t = useT()
  return (
    <span className="task-name">
      <span className={task.closed ? 'task-closed' : ''}>{task.title}</span>
      {task.urgent && !task.closed && <Tag tone="persimmon">{t(taskWords.urgent)}</Tag>}
      {task.repeats && <Icon name="retry" size={14} label={t(taskWords.repeats)} />}
    </span>
  )
}

/** Steps and parts that are done, as a bar and in numbers. */
export function Progress({ task }: { task: Task }) {
  const t = useT()
  const { done, total } = task.parts.total > 0 ? task.parts : task.steps
  if (total === 0) return null
  const words = task.parts.total > 0 ? taskWords.partsOf : taskWords.stepsOf
  return (
    <span className="task-progress" title={t(words, { done, total })}>
      <i>
        <u style={{ width: `${(done / total) * 100}%` }} />
      </i>
      <span className="small">
        {done}/{total}
      </span>
    </span>
  )
}
