import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { axisStyle, baseOption, type ChartOption, type Colours } from '#ui/console/chart/option.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { Awaiting } from '../frame/Awaiting.tsx'
import { ChartCard } from '../frame/ChartCard.tsx'
import { type TierTrend as Trend, tierTrendQuery } from './value.queries.ts'
import { valueWords as words } from './value.words.ts'

/** The four that are worth most by themselves, the four others together: more bands would be a carpet. */
const shownTiers = ['important_value', 'important_develop', 'important_keep', 'important_retain'] as const
const colourNames = ['pine', 'sky', 'wheat', 'plum', 'line'] as const

/** How the tiers grew and shrank; what to do about the largest change, and the board where one does it. */
export function TierTrend() {
  const { refetch, ...asked } = useQuery(tierTrendQuery)
  return (
    <Awaiting asked={{ ...asked, retry: () => refetch() }}>
      {(trend) => (trend.points.some(({ tiers }) => tiers.length > 0) ? <Months trend={trend} /> : null)}
    </Awaiting>
  )
}

function Months({ trend }: { trend: Trend }) {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const rows = useMemo(
    () =>
      trend.points.map(({ day, tiers }) => {
        const of = (key: string) => tiers.find(({ tier }) => tier === key)?.members ?? 0
        const all = tiers.reduce((sum, { members }) => sum + members, 0)
        const counts = shownTiers.map(of)
        return { day, all, counts: [...counts, all - counts.reduce((sum, each) => sum + each, 0)] }
      }),
    [trend],
  )
  const names = useMemo(
    () => [
      ...shownTiers.map((key) => trend.tiers.find((tier) => tier.key === key)?.name ?? key),
      t(words.otherTiers),
    ],
    [trend, t],
  )
  const option = useMemo(
    () =>
      (colours: Colours): ChartOption => ({
        ...baseOption(colours),
        grid: { left: 8, right: 8, top: 14, bottom: 4, containLabel: true },
        xAxis: {
          type: 'category',
          data: rows.map(({ day }) => format.date(`${day}T04:00:00Z`)),
          ...axisStyle(colours),
        },
        yAxis: { type: 'value', minInterval: 1, ...axisStyle(colours) },
        series: names.map((name, at) => ({
          name,
          type: 'bar',
          stack: 'tiers',
          barMaxWidth: 44,
          data: rows.map(({ counts }) => counts[at]),
          itemStyle: { color: colours[colourNames[at]!], borderColor: colours.card, borderWidth: 1 },
        })),
      }),
    [rows, names, format],
  )
  const [before, now] = [rows.at(-2), rows.at(-1)]
  const changes = names.map((name, at) => ({
    at,
    name,
    by: (now?.counts[at] ?? 0) - (before?.counts[at] ?? 0),
  }))
  const most = changes.slice(0, 4).sort((one, other) => Math.abs(other.by) - Math.abs(one.by))[0]!
  const strategy = trend.tiers.find(({ key }) => key === shownTiers[most.at])?.strategy ?? ''
  const title = t(most.by === 0 ? words.trendSteady : most.by > 0 ? words.trendMore : words.trendFewer, {
    name: most.name,
    count: format.number(Math.abs(most.by)),
  })
  return (
    <ChartCard
      title={title}
      note={t(words.trendNote)}
      option={option}
      summary={title}
      file="rfm-trend"
      height={240}
      legend={
        <div className="value-tiers">
          <p className="muted small">
            {names.map((name, at) => (
              <span key={name} data-band={colourNames[at]}>
                <i aria-hidden="true" /> {name}
              </span>
            ))}
          </p>
          <p className="small">
            <b>{t(words.strategyOf, { name: most.name })}</b> {strategy}{' '}
            <Link to="/rfm" className="link">
              {t(words.openTiers)}
            </Link>
          </p>
        </div>
      }
      table={{
        head: ['', ...names],
        rows: rows.map(({ day, counts }) => [
          {
            value: day,
            shown: (
              <button
                type="button"
                className="door"
                onClick={() => navigate({ to: '/rfm', search: { asOf: day } })}
              >
                {format.date(`${day}T04:00:00Z`)}
              </button>
            ),
          },
          ...counts,
        ]),
      }}
    />
  )
}
