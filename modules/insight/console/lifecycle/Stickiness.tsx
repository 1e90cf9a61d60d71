/** How often people come: days active, and each day's actives of those of a month. */
import { useMemo } from 'react'
import { axisStyle, baseOption, type Colours } from '#ui/console/chart/option.ts'
import { shareChart } from '#ui/console/chart/share.ts'
import { Card } from '#ui/console/Page.tsx'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { shortDay } from '../calendar.ts'
import { ChartCard } from '../frame/ChartCard.tsx'
import { MarksKey, useMarks } from '../frame/Marks.tsx'
import { markLines, roomForMarks } from '../frame/marks.ts'
import { PeopleDoor } from '../frame/PeopleDoor.tsx'
import { useAnswer } from '../frame/useAnswer.ts'
import type { LifecycleQuestion, StickinessAnswer } from './answer.ts'
import { lifecycleWords as words } from './lifecycle.words.ts'

/** Of the same people, event and time as the life cycle. */
export function Stickiness({ question: { range, scope, event } }: { question: LifecycleQuestion }) {
  const asked = { range, scope, event, unit: 'day' }
  const { data, error, retry } = useAnswer<StickinessAnswer>('stickiness', asked)
  if (!data) return <Card>{error ? <Failed error={error} retry={retry} /> : <SkeletonRows rows={5} />}</Card>
  return (
    <div className="cycle-pair">
      <Days asked={asked} answer={data.answer} />
      <Trend asked={asked} answer={data.answer} />
    </div>
  )
}

interface Props {
  readonly asked: Pick<LifecycleQuestion, 'range' | 'scope' | 'event'>
  readonly answer: StickinessAnswer
}

function Days({ asked, answer: { buckets, members, average } }: Props) {
  const t = useT()
  const format = useFormat()
  const option = useMemo(
    () => (colours: Colours) => ({
      ...baseOption(colours),
      grid: { left: 4, right: 8, top: 12, bottom: 4, containLabel: true },
      xAxis: {
        type: 'category',
        data: buckets.map((each) => t(words.dayCount, { n: each.buckets })),
        ...axisStyle(colours),
      },
      yAxis: { type: 'value', minInterval: 1, ...axisStyle(colours) },
      series: [
        {
          type: 'bar',
          name: t(words.exactly),
          data: buckets.map(({ exactly }) => exactly),
          itemStyle: { color: colours.pine, borderRadius: [3, 3, 0, 0] },
          barMaxWidth: 24,
        },
      ],
    }),
    [buckets, t],
  )
  const behind = (n: number, orMore: boolean) => ({
    analysis: 'stickiness',
    question: asked,
    cell: { of: 'buckets', buckets: n, orMore },
    title: t(orMore ? words.stickMore : words.stickBehind, { n }),
  })
  const title =
    average === null
      ? t(words.stickNone)
      : t(words.stickTitle, {
          average: format.number(Math.round(average * 10) / 10),
          share: format.percent((buckets[0]?.exactly ?? 0) / Math.max(1, members)),
        })
  return (
    <ChartCard
      title={title}
      note={t(words.stickNote)}
      summary={title}
      file="days-active"
      height={240}
      grow
      option={option}
      behind={({ at }) => behind(at + 1, false)}
      table={{
        head: [t(words.days), t(words.exactly), t(words.orMore)],
        rows: buckets.map(({ buckets: n, exactly, orMore }) => [
          t(words.dayCount, { n }),
          { value: exactly, shown: <PeopleDoor {...behind(n, false)} count={exactly} /> },
          { value: orMore, shown: <PeopleDoor {...behind(n, true)} count={orMore} /> },
        ]),
      }}
    />
  )
}

function Trend({ asked, answer: { trend } }: Props) {
  const t = useT()
  const format = useFormat()
  const buckets = useMemo(() => trend.map(({ day }) => ({ start: day, end: day })), [trend])
  const marks = useMarks(buckets, asked.scope?.group)
  const option = useMemo(
    () => (colours: Colours) => ({
      ...shareChart(
        colours,
        trend.map(({ day }) => shortDay(day)),
        format.percent,
        { top: roomForMarks(marks) },
      ),
      series: [
        {
          type: 'line',
          name: t(words.stickiness),
          data: trend.map(({ share }) => share),
          symbol: 'none',
          lineStyle: { color: colours.pine, width: 2 },
          itemStyle: { color: colours.pine },
          areaStyle: { color: colours.pine, opacity: 0.1 },
          markLine: markLines(colours, marks),
        },
      ],
    }),
    [trend, marks, format, t],
  )
  // The day that runs now has fewer actives than it will have.
  const recent = trend.slice(-8, -1).flatMap(({ share }) => (share === null ? [] : [share]))
  const mean = recent.length === 0 ? null : recent.reduce((sum, each) => sum + each, 0) / recent.length
  const title = mean === null ? t(words.stickNone) : t(words.trendTitle, { share: format.percent(mean) })
  const behind = (day: string, days: 1 | 7 | 30) => ({
    analysis: 'stickiness',
    question: asked,
    cell: { of: 'actives', day, days },
    title: t(words.activesBehind, { day: shortDay(day), n: days }),
  })
  return (
    <ChartCard
      title={title}
      note={t(words.trendNote)}
      summary={title}
      file="stickiness"
      height={240}
      option={option}
      legend={
        marks.length > 0 && <MarksKey marks={marks} asked={{ metric: 'daily_actives', scope: asked.scope }} />
      }
      table={{
        head: [t(words.day), t(words.dau), t(words.wau), t(words.mau), t(words.stickiness)],
        rows: trend.map(({ day, dau, wau, mau, share }) => [
          day,
          { value: dau, shown: <PeopleDoor {...behind(day, 1)} count={dau} /> },
          { value: wau, shown: <PeopleDoor {...behind(day, 7)} count={wau} /> },
          { value: mau, shown: <PeopleDoor {...behind(day, 30)} count={mau} /> },
          share === null ? '' : format.percent(share),
        ]),
      }}
    />
  )
}
