import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useUrlState } from '#ui/console/list/useUrlState.ts'
import { Card, Page, Tag } from '#ui/console/Page.tsx'
import { Person } from '#ui/console/Person.tsx'
import { Empty, Failed, SkeletonRows } from '#ui/console/states.tsx'
import { Icon } from '#ui/icon/Icon.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { ChooseDays } from './ChooseDays.tsx'
import { celebratedQuery, type Occasions, occasionsQuery } from './care.queries.ts'
import { careWords } from './care.words.ts'
import './care.css'

const tones = { festival: 'persimmon', shopping: 'wheat', own: 'pine' } as const
const noon = (day: string) => `${day}T12:00:00Z`
const shift = (month: string, by: number) => {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7)
}
const lastOf = (month: string) => {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}

/** The days of a month on which to say something to somebody. */
export default function GreetingDaysScreen() {
  const t = useT()
  const format = useFormat()
  const { now } = useReading()
  const [url, setUrl] = useUrlState()
  const [choosing, setChoosing] = useState(false)
  const today = format.dayKey(now())
  const asked = url.month ?? url.day?.slice(0, 7) ?? ''
  const month = /^\d{4}-\d{2}$/.test(asked) ? asked : today.slice(0, 7)
  const query = useQuery(occasionsQuery(`${month}-01`, lastOf(month)))
  const [year, number] = month.split('-').map(Number) as [number, number]
  const what = url.what === 'anniversary' ? 'anniversary' : 'birthday'
  return (
    <Page
      above={
        <nav className="crumbs">
          <Link to="/members/care">{t(careWords.care)}</Link>
          <Icon name="right" size={14} />
          <span>{t(careWords.calendar)}</span>
        </nav>
      }
      title={t(careWords.calendar)}
      lead={t(careWords.calendarLead)}
      actions={
        <>
          <Button
            aria-label={t(careWords.lastMonth)}
            icon={<Icon name="left" size={16} />}
            onClick={() => setUrl({ month: shift(month, -1), day: '' })}
          />
          <Button onClick={() => setUrl({ month: '', day: '' })}>{t(careWords.thisMonth)}</Button>
          <Button
            aria-label={t(careWords.nextMonth)}
            icon={<Icon name="right" size={16} />}
            onClick={() => setUrl({ month: shift(month, 1), day: '' })}
          />
          {query.data?.can.edit && (
            <Button onClick={() => setChoosing(true)}>{t(careWords.chooseDays)}</Button>
          )}
        </>
      }
    >
      <Card flush title={t(careWords.monthTitle, { year: String(year), month: number })}>
        {query.isPending && <SkeletonRows rows={6} height={56} />}
        {query.isError && <Failed error={query.error} retry={() => query.refetch()} />}
        {query.data && (
          <Days month={query.data} today={today} open={(day, kind) => setUrl({ day, what: kind })} />
        )}
      </Card>
      {url.day && <People day={url.day} what={what} close={() => setUrl({ day: '', what: '', month })} />}
      {choosing && <ChooseDays close={() => setChoosing(false)} />}
    </Page>
  )
}

interface DaysProps {
  readonly month: Occasions
  readonly today: string
  readonly open: (day: string, what: 'birthday' | 'anniversary') => void
}

function Days({ month, today, open }: DaysProps) {
  const t = useT()
  const format = useFormat()
  const days = [...new Set([...month.occasions, ...month.people].map((one) => one.day))].toSorted()
  if (days.length === 0)
    return <Empty icon="calendar" title={t(careWords.noDays)} hint={t(careWords.noDaysHint)} />
  return (
    <ol className="greeting-days">
      {days.map((day) => {
        const people = month.people.find((one) => one.day === day)
        return (
          <li key={day} className={day === today ? 'is-today' : ''}>
            <p className="greeting-date">
              <b>{Number(day.slice(8))}</b>
              <span className="small muted">
                {day === today ? t(careWords.day) : format.weekday(noon(day))}
              </span>
            </p>
            <div className="greeting-what">
              {month.occasions
                .filter((one) => one.day === day)
                .map((one) => (
                  <span key={one.key} className="greeting-one">
                    <Tag tone={tones[one.kind]}>{one.name}</Tag>
                    <span className="small muted">{[one.lunar, one.note].filter(Boolean).join(' · ')}</span>
                  </span>
                ))}
            </div>
            <p className="greeting-people small">
              {people && people.birthday > 0 && (
                <button type="button" className="door" onClick={() => open(day, 'birthday')}>
                  {t(careWords.birthdays, { count: people.birthday })}
                </button>
              )}
              {people && people.anniversary > 0 && (
                <button type="button" className="door" onClick={() => open(day, 'anniversary')}>
                  {t(careWords.anniversaries, { count: people.anniversary })}
                </button>
              )}
            </p>
          </li>
        )
      })}
    </ol>
  )
}

function People({ day, what, close }: { day: string; what: 'birthday' | 'anniversary'; close: () => void }) {
  const t = useT()
  const format = useFormat()
  const query = useInfiniteQuery(celebratedQuery(what, day))
  const title = what === 'birthday' ? careWords.birthdaysOf : careWords.anniversariesOf
  const years = what === 'birthday' ? careWords.turns : careWords.yearsHere
  return (
    <Drawer open onClose={close} size={420} title={t(title, { day: format.date(noon(day)) })}>
      {query.isPending && <SkeletonRows rows={5} />}
      {query.isError && <Failed error={query.error} retry={() => query.refetch()} />}
      <ul className="greeting-list">
        {query.data?.pages
          .flatMap((page) => page.items)
          .map((person) => (
            <li key={person.id}>
              <Person
                id={person.id}
                memberId={person.id}
                name={person.nickname}
                url={person.avatarUrl}
                note={person.years === null ? t(careWords.yearUnknown) : t(years, { years: person.years })}
              />
            </li>
          ))}
      </ul>
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {t(careWords.moreInStage)}
        </Button>
      )}
    </Drawer>
  )
}
