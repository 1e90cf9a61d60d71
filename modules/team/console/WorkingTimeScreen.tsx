import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Card, Page } from '#ui/console/Page.tsx'
import { Failed, SkeletonPage } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { type SpecialDay, type WorkingCalendar, workingCalendarQuery } from './calendar.queries.ts'
import { calendarWords } from './calendar.words.ts'
import { DayDialog } from './DayDialog.tsx'
import { HoursCard } from './HoursCard.tsx'
import './calendar.css'

/** When the team works: the week, and the year with what is different. */
export default function WorkingTimeScreen() {
  const t = useT()
  const format = useFormat()
  const { now } = useReading()
  const [url, setUrl] = useUrlState()
  const year = Number(url.year) || Number(format.dayKey(now()).slice(0, 4))
  const query = useQuery(workingCalendarQuery(year))
  const [day, setDay] = useState<string>()
  if (query.isPending) return <SkeletonPage />
  if (!query.data) return <Failed page error={query.error} retry={() => query.refetch()} />
  const calendar = query.data
  return (
    <Page title={t(calendarWords.title)} lead={t(calendarWords.lead)}>
      <div className="calendar-split">
        <HoursCard key={JSON.stringify(calendar.hours)} calendar={calendar} />
        <Card
          title={t(calendarWords.year, { year: String(year) })}
          note={
            calendar.followsHolidays && year > calendar.holidaysKnownTo
              ? t(calendarWords.notAnnounced, { year: String(year) })
              : t(calendarWords.yearNote, { count: calendar.workingDays })
          }
          extra={
            <span className="year-turn">
              <Button
                type="text"
                aria-label={t(calendarWords.before)}
                icon={<Icon name="left" size={18} />}
                onClick={() => setUrl({ year: String(year - 1) })}
              />
              <Button
                type="text"
                aria-label={t(calendarWords.after)}
                icon={<Icon name="right" size={18} />}
                onClick={() => setUrl({ year: String(year + 1) })}
              />
            </span>
          }
        >
          <div className="year">
            {Array.from({ length: 12 }, (_, month) => (
              <Month
                // biome-ignore lint/suspicious/noArrayIndexKey: the number of a month is its name
                key={month}
                year={year}
                month={month}
                calendar={calendar}
                choose={calendar.can.manage ? setDay : undefined}
              />
            ))}
          </div>
          <p className="year-key">
            <span className="is-holiday">{t(calendarWords.holiday)}</span>
            <span className="is-make-up">{t(calendarWords.makeUp)}</span>
            <span className="is-own">{t(calendarWords.own)}</span>
            <span className="is-weekend">{t(calendarWords.weekend)}</span>
          </p>
        </Card>
      </div>
      {day && (
        <DayDialog
          day={day}
          special={calendar.days.find((each) => each.day === day)}
          close={() => setDay(undefined)}
        />
      )}
    </Page>
  )
}

interface MonthProps {
  readonly year: number
  readonly month: number
  readonly calendar: WorkingCalendar
  readonly choose?: (day: string) => void
}

const two = (value: number): string => String(value).padStart(2, '0')

function Month({ year, month, calendar, choose }: MonthProps) {
  const { locale } = useReading()
  const first = new Date(Date.UTC(year, month, 1))
  const count = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const lead = (first.getUTCDay() + 6) % 7
  const name = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(first)
  const working = new Set(calendar.hours.map(({ weekday }) => weekday))
  const special = new Map(calendar.days.map((each) => [each.day, each]))
  return (
    <section className="month" aria-label={name}>
      <h3>{name}</h3>
      <div className="month-days">
        {Array.from({ length: lead }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: empty cells before the first day have no other name
          <i key={at} />
        ))}
        {Array.from({ length: count }, (_, at) => {
          const day = `${year}-${two(month + 1)}-${two(at + 1)}`
          const usual = working.size === 0 || working.has(((lead + at) % 7) + 1)
          return <Day key={day} day={day} special={special.get(day)} usual={usual} choose={choose} />
        })}
      </div>
    </section>
  )
}

interface DayProps {
  readonly day: string
  readonly special: SpecialDay | undefined
  /** Worked in a week like any other. */
  readonly usual: boolean
  readonly choose?: (day: string) => void
}

function Day({ day, special, usual, choose }: DayProps) {
  const t = useT()
  const format = useFormat()
  const { now } = useReading()
  const works = special?.works ?? usual
  const kind = special?.own ? 'own' : special ? (works ? 'make-up' : 'holiday') : works ? '' : 'weekend'
  const state = special
    ? `${special.name} · ${t(works ? calendarWords.works : calendarWords.isOff)}`
    : t(works ? calendarWords.usualDay : calendarWords.weekend)
  const today = day === format.dayKey(now())
  const className = `year-day ${kind} ${works ? '' : 'rests'} ${today ? 'is-today' : ''}`
  const label = t(calendarWords.dayNow, { day: format.date(`${day}T12:00:00Z`), state })
  if (!choose)
    return (
      <span className={className} title={label}>
        {Number(day.slice(8))}
      </span>
    )
  return (
    <button type="button" className={className} title={state} aria-label={label} onClick={() => choose(day)}>
      {Number(day.slice(8))}
    </button>
  )
}
