import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Chart } from '#ui/console/chart/Chart.tsx'
import { axisStyle, baseOption, type Colours } from '#ui/console/chart/option.ts'
import { Card } from '#ui/console/Page.tsx'
import { Failed, SkeletonRows } from '#ui/console/states.tsx'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { type SegmentDetail, type SizeOfDay, sizesQuery } from './segments.queries.ts'
import { segmentWords } from './segments.words.ts'

const days = 90

/** How many were in it day by day. */
export function SegmentSize({ segment }: { segment: SegmentDetail }) {
  const t = useT()
  const format = useFormat()
  const found = useQuery(sizesQuery(segment.id, days))
  const title = t(segmentWords.sizeOver, { count: format.number(segment.members) })
  if (found.data && found.data.items.length > 1)
    return <Drawing sizes={found.data.items} title={title} id={segment.id} />
  return (
    <Card title={title}>
      {found.isPending && <SkeletonRows rows={3} />}
      {found.isError && <Failed error={found.error} retry={() => found.refetch()} />}
      {found.isSuccess && <p className="muted small">{t(segmentWords.sizeSoon)}</p>}
    </Card>
  )
}

function Drawing({ sizes, title, id }: { sizes: readonly SizeOfDay[]; title: string; id: string }) {
  const t = useT()
  const format = useFormat()
  const option = useMemo(
    () => (colours: Colours) => ({
      ...baseOption(colours),
      grid: { left: 46, right: 20, top: 16, bottom: 26 },
      xAxis: {
        type: 'category',
        boundaryGap: false,
        data: sizes.map(({ day }) => format.date(`${day}T12:00:00Z`)),
        ...axisStyle(colours),
        splitLine: { show: false },
      },
      yAxis: {
        type: 'value',
        scale: true,
        splitNumber: 3,
        minInterval: 1,
        ...axisStyle(colours),
        axisLine: { show: false },
      },
      series: [
        {
          type: 'line',
          symbol: 'circle',
          showSymbol: sizes.length < 15,
          symbolSize: 6,
          color: colours.pine,
          lineStyle: { width: 2.2 },
          areaStyle: { color: colours.pine, opacity: 0.09 },
          data: sizes.map(({ members }) => members),
        },
      ],
      tooltip: {
        ...(baseOption(colours).tooltip as object),
        formatter: (points: readonly { dataIndex: number; axisValue: string }[]) => {
          const size = sizes[points[0]?.dataIndex ?? 0]
          return size
            ? `${points[0]?.axisValue}\n${t(segmentWords.members)}  ${format.number(size.members)}\n${t(segmentWords.entered, { count: format.number(size.entered) })} · ${t(segmentWords.left, { count: format.number(size.left) })}`
            : ''
        },
      },
    }),
    [sizes, t, format],
  )
  return (
    <Chart
      title={title}
      note={t(segmentWords.sizeNote)}
      option={option}
      table={{
        head: [
          t(segmentWords.day),
          t(segmentWords.members),
          t(segmentWords.enteredColumn),
          t(segmentWords.leftColumn),
        ],
        rows: sizes.map(({ day, members, entered, left }) => [day, members, entered, left]),
      }}
      summary={t(segmentWords.sizeSummary, {
        first: format.number(sizes[0]?.members ?? 0),
        last: format.number(sizes.at(-1)?.members ?? 0),
      })}
      file={`segment-${id}`}
      height={200}
    />
  )
}
