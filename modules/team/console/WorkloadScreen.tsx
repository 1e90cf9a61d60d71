import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { api } from '#ui/api.ts'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Page, Tag } from '#ui/console/Page.tsx'
import { Person } from '#ui/console/Person.tsx'
import { take } from '#ui/console/problem.ts'
import { Empty } from '#ui/console/states.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { GiveDialog } from './GiveDialog.tsx'
import { TaskTabs } from './TaskTabs.tsx'
import { type Load, workloadQuery } from './tasks.queries.ts'
import { taskWords } from './tasks.words.ts'
import './tasks.css'

/** What each of the team has on the desk, and handing it over. */
export default function WorkloadScreen() {
  const t = useT()
  const client = useQueryClient()
  const [url, setUrl] = useUrlState()
  const { items, unowned, can } = useSuspenseQuery(workloadQuery).data
  const most = Math.max(1, ...items.map((load) => load.open))
  const from = items.find((load) => load.id === url.from)
  const sum = (pick: (load: Load) => number) => items.reduce((total, load) => total + pick(load), 0)
  return (
    <Page
      title={t(taskWords.loadTitle)}
      lead={t(taskWords.loadLead, {
        open: sum((load) => load.open),
        late: sum((load) => load.late),
        nobody: unowned,
      })}
    >
      <TaskTabs on="workload" />
      <div className="list-card">
        {items.length === 0 ? (
          <Empty icon="task" title={t(taskWords.loadEmpty)} />
        ) : (
          <table className="list-table">
            <thead>
              <tr>
                <th>{t(taskWords.person)}</th>
                <th>{t(taskWords.open)}</th>
                <th className="num">{t(taskWords.late)}</th>
                <th className="num">{t(taskWords.thisWeek)}</th>
                <th className="num">{t(taskWords.done28)}</th>
                <th className="num">{t(taskWords.inTime)}</th>
                <th className="list-more">
                  <span className="sr-only">{t(taskWords.handOver)}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((load) => (
                <Row
                  key={load.id}
                  load={load}
                  most={most}
                  handOver={can.handOver ? () => setUrl({ from: load.id }) : undefined}
                />
              ))}
            </tbody>
          </table>
        )}
      </div>
      <p className="load-key">
        <span className="is-late">{t(taskWords.late)}</span>
        <span className="is-week">{t(taskWords.thisWeek)}</span>
        <span className="is-rest">{t(taskWords.open)}</span>
      </p>
      {from && can.handOver && (
        <GiveDialog
          title={t(taskWords.handOverTitle, { name: from.name })}
          hint={t(taskWords.handOverHint, { count: from.open })}
          except={from.id}
          give={async (to) =>
            (await take<{ count: number }>(api.POST('/api/tasks/handover', { body: { from: from.id, to } })))
              .count
          }
          close={(given) => {
            setUrl({ from: undefined })
            if (given) client.invalidateQueries({ queryKey: ['tasks'] })
          }}
        />
      )}
    </Page>
  )
}

function Row({ load, most, handOver }: { load: Load; most: number; handOver?: () => void }) {
  const t = useT()
  const format = useFormat()
  const width = (count: number) => ({ width: `${(count / most) * 100}%` })
  return (
    <tr>
      <td className="phone-first">
        <span className="tags">
          <Person id={load.id} name={load.name} />
          {load.gone && <Tag tone="persimmon">{t(taskWords.gone)}</Tag>}
        </span>
      </td>
      <td className="phone-line" data-label={t(taskWords.open)}>
        <span className="load-bar">
          <i>
            <u className="load-late" style={width(load.late)} />
            <u className="load-week" style={width(load.thisWeek)} />
            <u className="load-rest" style={width(load.open - load.late - load.thisWeek)} />
          </i>
          <Link to="/tasks" search={{ tab: 'all', owner: load.id }} className="door">
            {load.open}
          </Link>
        </span>
      </td>
      <td className="num phone-line" data-label={t(taskWords.late)}>
        {load.late > 0 ? (
          <Link to="/tasks" search={{ tab: 'all', owner: load.id, due: 'late' }} className="door late">
            {load.late}
          </Link>
        ) : (
          <span className="muted">0</span>
        )}
      </td>
      <td className="num phone-line" data-label={t(taskWords.thisWeek)}>
        {load.thisWeek}
      </td>
      <td className="num phone-line" data-label={t(taskWords.done28)}>
        {load.done}
      </td>
      <td className="num phone-line" data-label={t(taskWords.inTime)}>
        {load.done > 0 ? format.percent(load.inTime / load.done) : <span className="muted">—</span>}
      </td>
      <td className="list-more">
        {handOver && load.open > 0 && (
          <Button size="small" type={load.gone ? 'primary' : 'text'} onClick={handOver}>
            {t(taskWords.handOver)}
          </Button>
        )}
      </td>
    </tr>
  )
}
