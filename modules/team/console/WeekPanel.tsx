import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { teamWords } from './team.words.ts'
import { type Week, weekQuery } from './today.queries.ts'
import './week.css'

type Day = Week['days'][number]

/** My week: a mark for each thing that is due, and the day that is chosen, today at first. */
export default function WeekPanel() {
  const t = useT()
  const format = useFormat()
  const { now } = useReading()
  const today = format.dayKey(now())
  const query = useQuery(weekQuery(today))
  const [chosen, choose] = useState(today)
  const days = query.data?.days ?? []
  const day = days.find((each) => each.day === chosen) ?? days[0]
  const kinds = new Set(days.flatMap((each) => each.items.map((item) => item.kind)))
  return (
    <section>
      <h2 className="side-title">
        {t(teamWords.week)}
        <Link to="/tasks">{t(teamWords.openTasks)}</Link>
      </h2>
      <div className="card week">
        {query.isPending && <SkeletonRows rows={3} height={40} />}
        {query.isError && <Failed error={query.error} retry={() => query.refetch()} />}
        {query.data && (
          <>
            <div className="week-days">
              {days.map((each) => (
                <DayButton key={each.day} day={each} today={today} chosen={chosen} choose={choose} />
              ))}
            </div>
            {day && <Agenda day={day} empty={days.every((each) => each.items.length === 0)} />}
            {kinds.size > 1 && (
              <p className="week-key">
                {kinds.has('task') && <span className="kind-task">{t(teamWords.mine)}</span>}
                {kinds.has('department') && (
                  <span className="kind-department">{t(teamWords.ofDepartment)}</span>
                )}
                {kinds.has('meeting') && <span className="kind-meeting">{t(teamWords.meetings)}</span>}
              </p>
            )}
          </>
        )}
      </div>
    </section>
  )
}

interface DayButtonProps {
  readonly day: Day
  readonly today: string
  readonly chosen: string
  readonly choose: (day: string) => void
}

function DayButton({ day, today, chosen, choose }: DayButtonProps) {
  const t = useT()
  const format = useFormat()
  const { locale } = useReading()
  const noon = `${day.day}T12:00:00Z`
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'narrow', timeZone: 'UTC' }).format(
    new Date(noon),
  )
  const state = day.day === chosen ? 'on' : day.day < today ? 'past' : ''
  return (
    <button
      type="button"
      className={`week-day ${state} ${day.day === today ? 'is-today' : ''}`}
      aria-pressed={day.day === chosen}
      title={format.date(noon)}
      onClick={() => choose(day.day)}
    >
      <small>
        {weekday}
        {day.name && (
          <sup className={day.works ? 'make-up' : 'off'}>
            {t(day.works ? teamWords.makeUp : teamWords.off)}
          </sup>
        )}
      </small>
      <b>{Number(day.day.slice(8))}</b>
      <span className="sr-only">{t(teamWords.itemsOn, { count: day.items.length })}</span>
      {day.items.slice(0, 3).map((item) => (
        <u key={`${item.path}${item.at}`} className={`kind-${item.kind}`} />
      ))}
    </button>
  )
}

function Agenda({ day, empty }: { day: Day; empty: boolean }) {
  const t = useT()
  const format = useFormat()
  if (day.items.length === 0)
    return (
      <p className="week-none muted small">
        {day.name ?? t(empty ? teamWords.weekEmpty : teamWords.dayEmpty)}
      </p>
    )
  return (
    <ul className="agenda">
      {day.items.map((item) => (
        <li key={`${item.path}${item.at}`} className={item.done ? 'done' : ''}>
          <time dateTime={item.at}>{format.time(item.at)}</time>
          <i className={`kind-${item.kind}`} />
          <Link to={item.path}>
            {item.title}
            {item.done && <small>{t(teamWords.done)}</small>}
            {!item.done && item.kind !== 'task' && (
              <small>{t(item.kind === 'meeting' ? teamWords.meeting : teamWords.ofDepartment)}</small>
            )}
          </Link>
        </li>
      ))}
    </ul>
  )
}
