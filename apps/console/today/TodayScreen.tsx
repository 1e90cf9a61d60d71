import { useQuery } from '@tanstack/react-query'
import { lazy, useMemo, useState } from 'react'
import { activityQuery } from '#modules/insight/console/insight.queries.ts'
import { Reveal } from '#ui/console/Reveal.tsx'
import { useMay, useSession } from '#ui/console/session.ts'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import { consoleModules } from '../modules.ts'
import { Queue } from './Queue.tsx'
import { useToday } from './useToday.ts'
import { todayWords } from './words.ts'
import './today.css'

const panels = consoleModules
  .flatMap((module) => module.today ?? [])
  .sort((a, b) => a.order - b.order)
  .map((panel) => ({ ...panel, Panel: lazy(panel.load) }))

const day = 86_400_000

/** Where a day begins: what waits, how the community is, who came. */
export default function TodayScreen() {
  const may = useMay()
  const shown = panels.filter((panel) => may(panel.permission))
  const column = (place: 'main' | 'side') =>
    shown
      .filter((panel) => panel.place === place)
      .map(({ order, Panel }) => (
        <Reveal key={order} rows={4}>
          <Panel />
        </Reveal>
      ))
  return (
    <div className="today">
      <div className="today-main">
        <Greeting />
        <Queue />
        <div className="today-charts">{column('main')}</div>
      </div>
      <div className="today-side">{column('side')}</div>
    </div>
  )
}

function Greeting() {
  const t = useT()
  const may = useMay()
  const format = useFormat()
  const { now } = useReading()
  const { account } = useSession()
  const { data: queue } = useToday()
  const [at] = useState(now)
  const today = format.dayKey(at)
  const weekAgo = format.dayKey(at - 6 * day)
  const week = useQuery({ ...activityQuery(weekAgo, today, 'day'), enabled: may('insight.read') }).data
  const hello = useMemo(() => helloAt(Number(format.time(at).slice(0, 2))), [format, at])
  const count = queue?.counts.all ?? 0
  const urgent = queue?.items.filter((item) => item.first).length ?? 0
  const sentence = !queue
    ? todayWords.greetingLooking
    : count === 0
      ? todayWords.greetingClear
      : urgent > 0 && urgent < count
        ? todayWords.greetingUrgent
        : todayWords.greetingSome
  const facts = [
    t(todayWords.factDate, { date: format.date(at), weekday: format.weekday(at) }),
    ...(week
      ? [
          t(todayWords.factCame, { count: week.series.at(-2)?.actives ?? 0 }),
          t(todayWords.factNew, { count: week.total.newcomers }),
        ]
      : []),
  ]
  return (
    <header className="today-head">
      <h1>{t(sentence, { hello: t(hello), name: account?.name ?? '', count, urgent })}</h1>
      <p className="muted">{facts.join(' · ')}</p>
    </header>
  )
}

function helloAt(hour: number) {
  if (hour < 5) return todayWords.night
  if (hour < 11) return todayWords.morning
  if (hour < 13) return todayWords.noon
  if (hour < 18) return todayWords.afternoon
  return todayWords.evening
}
