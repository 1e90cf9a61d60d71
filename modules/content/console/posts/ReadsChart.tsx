import { useMemo } from 'react'
import { formatDay } from '#base/time/format.ts'
import { Chart } from '#ui/console/chart/Chart.tsx'
import { axisStyle, baseOption, type Colours } from '#ui/console/chart/option.ts'
import { Card } from '#ui/console/Page.tsx'
import { useFormat, useReading, useT } from '#ui/locale/locale.tsx'
import type { PostDetail } from './posts.queries.ts'
import { postsWords as words } from './posts.words.ts'

const shortDay = (day: string) => `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}`

type Day = PostDetail['figures']['days'][number]

const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)

/** Days on which nobody came were days too; the last ninety are drawn. */
function withQuietDays(days: readonly Day[]): readonly Day[] {
  const known = new Map(days.map((each) => [each.day, each]))
  const [first, last] = [days[0]?.day, days.at(-1)?.day]
  const all: Day[] = []
  for (let day = last; day && first && day >= first && all.length < 90; day = dayBefore(day))
    all.unshift(known.get(day) ?? { day, impressions: 0, reads: 0, shares: 0 })
  return all
}

/** Impressions and reads of each day. */
export function ReadsChart({ figures }: { figures: PostDetail['figures'] }) {
  const t = useT()
  const { locale } = useReading()
  const days = useMemo(() => withQuietDays(figures.days), [figures.days])
  const format = useFormat()
  const option = useMemo(
    () => (colours: Colours) => ({
      ...baseOption(colours),
      grid: { left: 44, right: 16, top: 16, bottom: 28 },
      xAxis: { type: 'category', data: days.map(({ day }) => shortDay(day)), ...axisStyle(colours) },
      yAxis: { type: 'value', minInterval: 1, ...axisStyle(colours) },
      series: [
        {
          name: t(words.impressions),
          type: 'line',
          data: days.map((day) => day.impressions),
          showSymbol: days.length < 2,
          lineStyle: { color: colours.slate, width: 1.5, type: 'dashed' },
          itemStyle: { color: colours.slate },
        },
        {
          name: t(words.reads),
          type: 'line',
          data: days.map((day) => day.reads),
          showSymbol: days.length < 2,
          lineStyle: { color: colours.pine, width: 2 },
          itemStyle: { color: colours.pine },
        },
      ],
    }),
    [days, t],
  )
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last)
    return (
      <Card>
        <p className="post-unread muted">{t(words.curveNone)}</p>
      </Card>
    )
  const reads = days.reduce((sum, day) => sum + day.reads, 0)
  return (
    <Chart
      title={t(words.days, {
        from: formatDay(first.day, locale),
        to: formatDay(last.day, locale),
        count: format.number(reads),
      })}
      note={t(words.curveNote)}
      option={option}
      table={{
        head: [t(words.day), t(words.impressions), t(words.reads), t(words.shares)],
        rows: days.map((day) => [day.day, day.impressions, day.reads, day.shares]),
      }}
      summary={t(words.curveSummary, { from: first.day, to: last.day })}
      file="post-reads"
      height={220}
      legend={
        <>
          <Key line="dashed" name={t(words.impressions)} />
          <Key line="solid" name={t(words.reads)} />
        </>
      }
    />
  )
}

function Key({ line, name }: { line: 'solid' | 'dashed'; name: string }) {
  const dashed = line === 'dashed'
  return (
    <span>
      <svg width="18" height="10" aria-hidden="true">
        <path
          d="M0 5h18"
          stroke={dashed ? 'var(--slate)' : 'var(--pine)'}
          strokeWidth={dashed ? 1.5 : 2}
          strokeDasharray={dashed ? '4 3' : undefined}
        />
      </svg>
      {name}
    </span>
  )
}
