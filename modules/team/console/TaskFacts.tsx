import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Input, Select, Switch } from 'antd'
import { type ReactNode, useState } from 'react'
import { api } from '#ui/api.ts'
import { ActionButton } from '#ui/console/action/ActionButton.tsx'
import type { Action } from '#ui/console/action/action.ts'
import { Card } from '#ui/console/Page.tsx'
import { Person } from '#ui/console/Person.tsx'
import { asProblem, take } from '#ui/console/problem.ts'
import { useMay, useSession } from '#ui/console/session.ts'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { dueFields, dueMoment } from './dueMoment.ts'
import { ruleWords } from './rules.ts'
import { TimeField } from './TimeField.tsx'
import { departmentsQuery, type TaskPage } from './tasks.queries.ts'
import { taskWords } from './tasks.words.ts'

const nobody = 'nobody'

interface Change {
  readonly ownerId?: string | null
  readonly departmentId?: string | null
  readonly dueAt?: string | null
  readonly urgent?: boolean
}

/** Who, for which department, by when, how often, about what; changed where they stand. */
export function TaskFacts({ task }: { task: TaskPage }) {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const client = useQueryClient()
  const { message } = App.useApp()
  const { account } = useSession()
  const team = useQuery({ ...departmentsQuery, enabled: may('operators.read') && task.can.edit }).data
  const change = async (body: Change) => {
    try {
      await take(api.PATCH('/api/tasks/{id}', { params: { path: { id: task.id } }, body }))
      message.success(t(taskWords.saved))
    } catch (error) {
      message.error(asProblem(error).message)
    }
    await client.invalidateQueries({ queryKey: ['tasks'] })
  }
  const owners = team?.colleagues.filter(({ id }) => task.can.assign || id === account?.id) ?? []
  return (
    <Card title={t(taskWords.facts)} className="task-facts">
      <Fact name={t(taskWords.owner)}>
        {team && task.can.edit ? (
          <Select
            aria-label={t(taskWords.owner)}
            showSearch={{ optionFilterProp: 'label' }}
            value={task.owner?.id ?? nobody}
            onChange={(id: string) => change({ ownerId: id === nobody ? null : id })}
            options={[
              ...owners.map(({ id, name }) => ({ value: id, label: name })),
              ...(task.owner && !owners.some(({ id }) => id === task.owner?.id)
                ? [
                    {
                      value: task.owner.id,
                      label: `${task.owner.name} · ${t(taskWords.gone)}`,
                      disabled: true,
                    },
                  ]
                : []),
              { value: nobody, label: t(taskWords.nobody) },
            ]}
          />
        ) : task.owner ? (
          <Person id={task.owner.id} name={task.owner.name} />
        ) : (
          t(taskWords.nobody)
        )}
      </Fact>
      <Fact name={t(taskWords.due)}>
        {task.can.edit ? (
          <DueEdit key={task.dueAt} dueAt={task.dueAt} change={(dueAt) => change({ dueAt })} />
        ) : (
          <span className={task.late ? 'late' : ''}>
            {task.dueAt ? format.dateTime(task.dueAt) : t(taskWords.noDue)}
          </span>
        )}
      </Fact>
      {(team || task.department) && (
        <Fact name={t(taskWords.department)}>
          {team && task.can.edit ? (
            <Select
              aria-label={t(taskWords.department)}
              allowClear
              placeholder={t(taskWords.noDepartment)}
              value={task.department?.id}
              onChange={(departmentId: string | undefined) => change({ departmentId: departmentId ?? null })}
              options={team.items.map(({ id, name }) => ({ value: id, label: name }))}
            />
          ) : (
            task.department?.name
          )}
        </Fact>
      )}
      {task.can.edit && (
        <Fact name={t(taskWords.urgent)}>
          <Switch
            size="small"
            aria-label={t(taskWords.urgent)}
            checked={task.urgent}
            onChange={(urgent) => change({ urgent })}
          />
        </Fact>
      )}
      {task.object && (
        <Fact name={t(taskWords.about)}>
          {task.object.path ? (
            <Link to={task.object.path} className="door">
              {task.object.name}
            </Link>
          ) : (
            task.object.name
          )}
        </Fact>
      )}
      {task.series && <Series task={task} series={task.series} />}
    </Card>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <span className="fact-name muted small">{name}</span>
      <div>{children}</div>
    </div>
  )
}

function DueEdit({ dueAt, change }: { dueAt: string | null; change: (dueAt: string | null) => void }) {
  const t = useT()
  const format = useFormat()
  const { timeZone } = useReading()
  const [fields, setFields] = useState(() => dueFields(dueAt, format))
  const save = () => {
    const wanted = dueMoment(fields, timeZone)
    if (wanted !== dueAt && (wanted === null || Date.parse(wanted) !== Date.parse(dueAt ?? '')))
      change(wanted)
  }
  return (
    <div className="due-edit">
      <Input
        type="date"
        aria-label={`${t(taskWords.due)} ${t(taskWords.day)}`}
        value={fields.day ?? ''}
        onChange={(event) => setFields({ ...fields, day: event.target.value })}
        onBlur={save}
      />
      <TimeField
        label={`${t(taskWords.due)} ${t(taskWords.time)}`}
        value={fields.time}
        disabled={!fields.day}
        onChange={(time) => setFields({ ...fields, time })}
        onBlur={save}
      />
    </div>
  )
}

function Series({ task, series }: { task: TaskPage; series: NonNullable<TaskPage['series']> }) {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const stop: Action<TaskPage> = {
    name: taskWords.stopSeries,
    can: () => task.can.edit && !series.ended,
    confirm: () => ({
      title: taskWords.stopSeriesTitle,
      detail: taskWords.stopSeriesDetail,
      verb: taskWords.stopSeries,
    }),
    run: async ({ id }) => {
      await take(api.DELETE('/api/tasks/{id}/series', { params: { path: { id } } }))
      await client.invalidateQueries({ queryKey: ['tasks'] })
    },
  }
  return (
    <Fact name={t(taskWords.repeat)}>
      <p>{ruleWords(series.rule, t, format)}</p>
      <p className="muted small">
        {series.ended || !series.nextAt
          ? t(taskWords.seriesEnded)
          : t(taskWords.nextAt, { when: format.dateTime(series.nextAt) })}
      </p>
      <ActionButton action={stop} thing={task} small />
    </Fact>
  )
}
