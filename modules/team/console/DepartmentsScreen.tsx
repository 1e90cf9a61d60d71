import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { api } from '#ui/api.ts'
import { ActionMenu } from '#ui/console/action/ActionButton.tsx'
import type { Action } from '#ui/console/action/action.ts'
import { Page } from '#ui/console/Page.tsx'
import { Avatar, Person } from '#ui/console/Person.tsx'
import { take } from '#ui/console/problem.ts'
import { words } from '#ui/console/words.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useT } from '#ui/locale/locale.tsx'
import { DepartmentDialog } from './DepartmentDialog.tsx'
import { GuestList } from './GuestList.tsx'
import { peopleWords } from './people.words.ts'
import { type Department, departmentsQuery } from './tasks.queries.ts'
import './people.css'

/** Who answers for what: departments with their people, and guests. */
export default function DepartmentsScreen() {
  const t = useT()
  const client = useQueryClient()
  const { items, colleagues, can } = useSuspenseQuery(departmentsQuery).data
  const [editing, setEditing] = useState<Department | 'new'>()
  const placed = new Set(items.flatMap((each) => each.people.map(({ id }) => id)))
  const unplaced = colleagues.filter(
    ({ id, roleKey }) => !placed.has(id) && roleKey !== 'expert' && roleKey !== 'partner',
  )
  const actions: readonly Action<Department>[] = [
    { name: words.edit, icon: 'edit', run: setEditing },
    {
      name: peopleWords.archive,
      icon: 'trash',
      danger: true,
      done: peopleWords.archived,
      confirm: ({ name }) => ({
        title: peopleWords.archiveTitle,
        values: { name },
        detail: peopleWords.archiveDetail,
        verb: peopleWords.archive,
      }),
      run: async ({ id }) => {
        await take(api.DELETE('/api/departments/{id}', { params: { path: { id } } }))
        await client.invalidateQueries({ queryKey: ['departments'] })
      },
    },
  ]
  return (
    <Page
      title={t(peopleWords.title)}
      lead={t(peopleWords.lead)}
      actions={
        can.manage && (
          <Button type="primary" icon={<Icon name="plus" size={16} />} onClick={() => setEditing('new')}>
            {t(peopleWords.create)}
          </Button>
        )
      }
    >
      <ul className="departments">
        {items.map((department) => (
          <li key={department.id} className="card">
            <DepartmentCard
              department={department}
              menu={can.manage && <ActionMenu actions={actions} thing={department} label={department.name} />}
              add={can.manage ? () => setEditing(department) : undefined}
            />
          </li>
        ))}
      </ul>
      {unplaced.length > 0 && (
        <p className="muted small unplaced">
          {t(peopleWords.unplaced, { names: unplaced.map(({ name }) => name).join('、') })}
        </p>
      )}
      <GuestList />
      {editing && (
        <DepartmentDialog
          department={editing === 'new' ? undefined : editing}
          colleagues={colleagues}
          close={(changed) => {
            setEditing(undefined)
            if (changed) client.invalidateQueries({ queryKey: ['departments'] })
          }}
        />
      )}
    </Page>
  )
}

interface CardProps {
  readonly department: Department
  readonly menu: ReactNode
  readonly add?: () => void
}

const mostFaces = 7

function DepartmentCard({ department, menu, add }: CardProps) {
  const t = useT()
  const { lead, people, tasks } = department
  const others = people.filter(({ id }) => id !== lead?.id)
  return (
    <>
      <header>
        <h2>{department.name}</h2>
        {menu}
      </header>
      <p className="department-focus muted">{department.focus}</p>
      {lead ? (
        <Person id={lead.id} name={lead.name} size={32} note={t(peopleWords.lead_)} />
      ) : people.length > 0 ? (
        <span className="muted small">{t(peopleWords.noLead)}</span>
      ) : (
        <span className="muted small">
          {t(peopleWords.noPeople)}
          {add && (
            <Button type="link" size="small" onClick={add}>
              {t(peopleWords.addPeople)}
            </Button>
          )}
        </span>
      )}
      {others.length > 0 && (
        <div className="faces">
          {others.slice(0, mostFaces).map(({ id, name, roleName }) => (
            <span key={id} title={`${name} · ${roleName}`}>
              <Avatar id={id} name={name} size={26} />
              <span className="sr-only">{name}</span>
            </span>
          ))}
          <span className="muted small">
            {others.length <= 3
              ? others.map(({ name }) => name).join('、')
              : `+${Math.max(0, others.length - mostFaces)}`}
          </span>
        </div>
      )}
      <footer>
        {tasks.open > 0 ? (
          <>
            <Link to="/tasks" search={{ tab: 'all', department: department.id }} className="door">
              {t(peopleWords.openTasks, { count: tasks.open })}
            </Link>
            {tasks.late > 0 && (
              <Link
                to="/tasks"
                search={{ tab: 'all', department: department.id, due: 'late' }}
                className="door late"
              >
                {t(peopleWords.lateTasks, { count: tasks.late })}
              </Link>
            )}
          </>
        ) : (
          <span className="muted">{t(peopleWords.noTasks)}</span>
        )}
      </footer>
    </>
  )
}
