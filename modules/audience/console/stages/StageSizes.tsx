import { useMemo } from 'react'
import { Chart, type ChartTable } from '#ui/console/chart/Chart.tsx'
import { axisStyle, baseOption, type Colours } from '#ui/console/chart/option.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import type { LifeDetail } from './stages.queries.ts'
import { stageWords } from './stages.words.ts'

const series = ['sky', 'teal', 'pine', 'wheat', 'persimmon', 'plum', 'clay', 'slate'] as const
const symbols = ['circle', 'rect', 'diamond', 'triangle', 'roundRect', 'pin', 'arrow', 'circle'] as const
/** The same marks for the legend. */
const marks = [
  'M7 2a3 3 0 1 1 0 6 3 3 0 0 1 0-6',
  'M4 2h6v6H4z',
  'M7 1l4 4-4 4-4-4z',
  'M7 1l4 8H3z',
  'M5 2h4l1 1v4l-1 1H5L4 7V3z',
  'M7 9 4 4a3 3 0 1 1 6 0z',
  'M7 1l4 8-4-2-4 2z',
  'M7 2a3 3 0 1 1 0 6 3 3 0 0 1 0-6',
]

/** How many were in each stage, over time. Lines differ by marker as well as by colour. */
export function StageSizes({ model }: { model: LifeDetail }) {
  const t = useT()
  const format = useFormat()
  const { sizes, stages } = model
  const days = useMemo(() => sizes.map((size) => format.date(`${size.day}T12:00:00Z`)), [sizes, format])
  const option = useMemo(
    () => (colours: Colours) => ({
      ...baseOption(colours),
      grid: { left: 44, right: 24, top: 12, bottom: 26 },
      xAxis: {
        type: 'category',
        data: days,
        boundaryGap: false,
        ...axisStyle(colours),
        splitLine: { show: false },
      },
      yAxis: { type: 'value', ...axisStyle(colours), axisLine: { show: false }, splitNumber: 3 },
      series: stages.map((stage, at) => {
        const colour = colours[series[at % series.length]!]
        return {
          type: 'line',
          name: stage.name,
          data: sizes.map((size) => size.counts[stage.key] ?? 0),
          symbol: symbols[at % symbols.length],
          symbolSize: sizes.length > 30 ? 0 : 6,
          lineStyle: { color: colour, width: 2 },
          itemStyle: { color: colour },
        }
      }),
    }),
    [sizes, stages, days],
  )
  const [first, last] = [sizes[0], sizes.at(-1)]
  // The stage that changed most is what the title says.
  const changes = stages.map((stage) => ({
    stage,
    from: first?.counts[stage.key] ?? 0,
    to: last?.counts[stage.key] ?? 0,
  }))
  const loudest = changes.reduce((best, each) =>
    Math.abs(each.to - each.from) > Math.abs(best.to - best.from) ? each : best,
  )
  const table: ChartTable = {
    head: [t(stageWords.day), ...stages.map((stage) => stage.name)],
    rows: sizes.map((size) => [size.day, ...stages.map((stage) => size.counts[stage.key] ?? 0)]),
  }
  return (
    <Chart
      title={t(stageWords.sizeTitle, { name: loudest.stage.name, from: loudest.from, to: loudest.to })}
      note={t(stageWords.sizeNote)}
      option={option}
      table={table}
      summary={t(stageWords.sizeSummary, { days: sizes.length })}
      file="life-cycle"
      height={236}
      legend={
        <ul className="life-legend small">
          {stages.map((stage, at) => (
            <li key={stage.key}>
              <svg width="14" height="10" viewBox="0 0 14 10" aria-hidden="true">
                <path d="M0 5h14" stroke={`var(--${series[at % series.length]})`} strokeWidth="2" />
                <path d={marks[at % marks.length]} fill={`var(--${series[at % series.length]})`} />
              </svg>
              {stage.name}
            </li>
          ))}
        </ul>
      }
    />
  )
}
