import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Switch } from 'antd'
import { useState } from 'react'
import { api } from '#ui/api.ts'
import { Card, Light } from '#ui/console/Page.tsx'
import { asProblem, take } from '#ui/console/problem.ts'
import { words } from '#ui/console/words.ts'
import { Icon } from '#ui/icon/Icon.tsx'
import { useReading, useT } from '#ui/locale/locale.tsx'
import type { WeeklyHours, WorkingCalendar } from './calendar.queries.ts'
import { calendarWords } from './calendar.words.ts'
import { TimeField } from './TimeField.tsx'

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** The hours of the week, one line a day. */
export function HoursCard({ calendar }: { calendar: WorkingCalendar }) {
  const t = useT()
  const { locale } = useReading()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [hours, setHours] = useState<readonly WeeklyHours[]>(calendar.hours)
  const [follows, setFollows] = useState(calendar.followsHolidays)
  const [busy, setBusy] = useState(false)
  const changed =
    JSON.stringify(hours) !== JSON.stringify(calendar.hours) || follows !== calendar.followsHolidays
  const may = calendar.can.manage
  const name = (weekday: number) =>
    new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(
      // 2 November 2026 is a Monday.
      new Date(Date.UTC(2026, 10, 1 + weekday)),
    )
  const change = (part: WeeklyHours, to: Partial<WeeklyHours>) =>
    setHours(hours.map((each) => (each === part ? { ...each, ...to } : each)))
  const add = (weekday: number) => {
    const last = hours.findLast((each) => each.weekday === weekday)
    const part =
      last && last.closes < '19:00'
        ? { opens: '19:00', closes: '21:00' }
        : { opens: '09:30', closes: '18:30' }
    setHours([...hours, { weekday, ...part }].sort((a, b) => a.weekday - b.weekday))
  }
  const copy = () => {
    const monday = hours.filter((each) => each.weekday === 1)
    const worked = new Set(hours.map((each) => each.weekday))
    setHours([...worked].sort().flatMap((weekday) => monday.map((part) => ({ ...part, weekday }))))
  }
  const save = async () => {
    setBusy(true)
    try {
      await take(api.PUT('/api/working-calendar', { body: { hours: [...hours], followsHolidays: follows } }))
      message.success(t(calendarWords.saved))
      await client.invalidateQueries({ queryKey: ['working-calendar'] })
    } catch (error) {
      const problem = asProblem(error)
      message.error(problem.fields[0]?.message ?? problem.message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Card
      title={t(calendarWords.hours)}
      note={t(calendarWords.hoursNote, { zone: calendar.zone })}
      extra={
        <Light state={calendar.now.working ? 'good' : 'off'}>
          <span className="small">
            {t(calendar.now.working ? calendarWords.workingNow : calendarWords.restingNow)}
          </span>
        </Light>
      }
    >
      <ul className="hours">
        {weekdays.map((weekday) => {
          const parts = hours.filter((each) => each.weekday === weekday)
          return (
            <li key={weekday}>
              <b>{name(weekday)}</b>
              <div>
                {parts.length === 0 && <span className="muted">{t(calendarWords.rest)}</span>}
                {parts.map((part, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: parts of a day have no other name while they are changed
                  <span key={at} className="hours-part">
                    {may ? (
                      <>
                        <TimeField
                          small
                          label={t(calendarWords.opens, { day: name(weekday) })}
                          value={part.opens}
                          onChange={(opens) => opens && change(part, { opens })}
                        />
                        <span aria-hidden="true">–</span>
                        <TimeField
                          small
                          label={t(calendarWords.closes, { day: name(weekday) })}
                          value={part.closes}
                          onChange={(closes) => closes && change(part, { closes })}
                        />
                        <Button
                          type="text"
                          size="small"
                          aria-label={t(calendarWords.removePart)}
                          icon={<Icon name="close" size={14} />}
                          onClick={() => setHours(hours.filter((each) => each !== part))}
                        />
                      </>
                    ) : (
                      `${part.opens} – ${part.closes}`
                    )}
                  </span>
                ))}
              </div>
              {may && (
                <Button
                  type="text"
                  size="small"
                  aria-label={`${name(weekday)} ${t(calendarWords.addPart)}`}
                  icon={<Icon name="plus" size={14} />}
                  onClick={() => add(weekday)}
                />
              )}
            </li>
          )
        })}
      </ul>
      {hours.length === 0 && <p className="warn small">{t(calendarWords.none)}</p>}
      <div className="follow">
        <Switch
          size="small"
          checked={follows}
          disabled={!may}
          aria-label={t(calendarWords.follow)}
          onChange={setFollows}
        />
        <span>
          {t(calendarWords.follow)}
          <small className="muted">
            {t(calendarWords.followNote, { year: String(calendar.holidaysKnownTo) })}
          </small>
        </span>
      </div>
      {may && (
        <div className="form-foot">
          <Button type="primary" disabled={!changed} loading={busy} onClick={save}>
            {t(words.save)}
          </Button>
          <Button type="text" size="small" onClick={copy}>
            {t(calendarWords.copyToAll)}
          </Button>
        </div>
      )}
    </Card>
  )
}
