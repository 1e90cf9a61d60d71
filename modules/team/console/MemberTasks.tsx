import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { Card } from '#ui/console/Page.tsx'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { TaskForm } from './TaskForm.tsx'
import { memberNameQuery, tasksAboutQuery } from './tasks.queries.ts'
import { taskWords } from './tasks.words.ts'
import './tasks.css'

/** On the page of a member: what the team has to do about this person. */
export default function MemberTasks({ memberId }: { memberId: string }) {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const query = useQuery(tasksAboutQuery('member', memberId))
  const [adding, setAdding] = useState(false)
  const name = useQuery({ ...memberNameQuery(memberId), enabled: adding }).data
  const tasks = query.data?.items ?? []
  return (
    <Card
      title={t(taskWords.ofMember)}
      extra={
        query.data?.can.create && (
          <Button size="small" icon={<Icon name="plus" size={14} />} onClick={() => setAdding(true)}>
            {t(taskWords.addTask)}
          </Button>
        )
      }
    >
      {query.isPending && <SkeletonRows rows={2} />}
      {query.isError && <Failed error={query.error} retry={() => query.refetch()} />}
      {query.isSuccess && tasks.length === 0 && <p className="muted small">{t(taskWords.ofMemberNone)}</p>}
      <ul className="about-tasks">
        {tasks.map((task) => (
          <li key={task.id}>
            <Link to="/tasks/$id" params={{ id: task.id }} className={task.closed ? 'task-closed' : ''}>
              {task.title}
            </Link>
            <small className={task.late ? 'late' : 'muted'}>
              {[task.owner?.name ?? t(taskWords.nobody), task.dueAt && format.date(task.dueAt)]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </li>
        ))}
      </ul>
      {adding && name !== undefined && (
        <TaskForm
          object={{ kind: 'member', id: memberId, name, path: `/members/${memberId}` }}
          close={(madeId) => {
            setAdding(false)
            if (madeId) client.invalidateQueries({ queryKey: ['tasks'] })
          }}
        />
      )}
    </Card>
  )
}
