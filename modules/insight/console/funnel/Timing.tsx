/** How long people took from one step to another. */
import { Select } from 'antd'
import { useMemo, useState } from 'react'
import { axisStyle, baseOption, type Colours, fontFamily } from '#ui/console/chart/option.ts'
import { useFormat, useT } from '#ui/locale/locale.tsx'
import { ChartCard } from '../frame/ChartCard.tsx'
import { PeopleDoor } from '../frame/PeopleDoor.tsx'
import { Asked } from './Asked.tsx'
import type { FunnelAnswer, FunnelQuestion } from './answer.ts'
import { funnelWords as words } from './funnel.words.ts'

interface Props {
  readonly question: FunnelQuestion
  readonly steps: FunnelAnswer['steps']
}

export function Timing({ question, steps }: Props) {
  const [between, setBetween] = useState<{ from: number; to: number }>()
  const last = steps.length
  const from = Math.min(between?.from ?? 1, last - 1)
  const to = Math.min(Math.max(between?.to ?? last, from + 1), last)
  const asked = { ...question, breakdown: undefined, show: { of: 'time', from, to } }
  return (
    <Asked question={asked}>
      {({ time }) => (
        <Drawing
          asked={asked}
          time={time ?? nothing}
          steps={steps}
          between={{ from, to }}
          choose={setBetween}
        />
      )}
    </Asked>
  )
}

const nothing = { members: 0, medianSeconds: null, averageSeconds: null, p90Seconds: null, bins: [] }

interface DrawingProps {
  readonly asked: FunnelQuestion
  readonly time: NonNullable<FunnelAnswer['time']>
  readonly steps: FunnelAnswer['steps']
  readonly between: { readonly from: number; readonly to: number }
  readonly choose: (between: { from: number; to: number }) => void
}

function Drawing({ asked, time, steps, between: { from, to }, choose }: DrawingProps) {
  const t = useT()
  const format = useFormat()
  const rows = useMemo(() => {
    const lasted = (seconds: number) => format.duration(seconds * 1_000)
    return time.bins.map((bin) => ({
      ...bin,
      label:
        bin.to === null
          ? t(words.timeOver, { from: lasted(bin.from) })
          : t(words.timeBin, { from: lasted(bin.from), to: lasted(bin.to) }),
    }))
  }, [time, t, format])
  const option = useMemo(
    () => (colours: Colours) => ({
      ...baseOption(colours),
      grid: { left: 4, right: 8, top: 12, bottom: 4, containLabel: true },
      xAxis: {
        type: 'category',
        data: rows.map(({ label }) => label),
        ...axisStyle(colours),
        axisLabel: { color: colours.muted, fontSize: 11, fontFamily, hideOverlap: true },
      },
      yAxis: { type: 'value', minInterval: 1, ...axisStyle(colours) },
      series: [
        {
          type: 'bar',
          name: t(words.people),
          data: rows.map(({ count }) => count),
          itemStyle: { color: colours.pine, borderRadius: [4, 4, 0, 0] },
          barMaxWidth: 36,
        },
      ],
    }),
    [rows, t],
  )
  const name = (step: number) => steps[step - 1]!.name
  const lasted = (seconds: number | null) => (seconds === null ? '—' : format.duration(seconds * 1_000))
  const title =
    time.members === 0
      ? t(words.timeNone)
      : t(words.timeTitle, { median: lasted(time.medianSeconds), p90: lasted(time.p90Seconds) })
  const behind = (at: number) => {
    const bin = rows[at]
    return (
      bin && {
        analysis: 'funnel',
        question: asked,
        cell: { of: 'time', from: bin.from, to: bin.to },
        title: t(words.timeBehind, { bin: bin.label }),
      }
    )
  }
  const numbers = steps.map((_, at) => at + 1)
  const pick = (label: string, value: number, some: readonly number[], onChange: (step: number) => void) => (
    <Select
      size="small"
      aria-label={label}
      value={value}
      popupMatchSelectWidth={false}
      options={some.map((step) => ({ value: step, label: t(words.step, { n: step }) }))}
      onChange={onChange}
    />
  )
  return (
    <ChartCard
      className="funnel-tooled"
      title={title}
      note={t(words.timeNote, { from: name(from), to: name(to) })}
      summary={title}
      file="funnel-time"
      height={220}
      option={time.members === 0 ? undefined : option}
      behind={({ at }) => behind(at)}
      tools={
        <span className="funnel-between">
          {pick(t(words.timeFrom), from, numbers.slice(0, -1), (step) =>
            choose({ from: step, to: Math.max(to, step + 1) }),
          )}
          <span aria-hidden="true">→</span>
          {pick(t(words.timeTo), to, numbers.slice(from), (step) => choose({ from, to: step }))}
        </span>
      }
      table={{
        head: [t(words.time), t(words.people)],
        rows: rows.map(({ label, count }, at) => [
          label,
          { value: count, shown: <PeopleDoor {...behind(at)!} count={count} /> },
        ]),
      }}
    >
      <p className="muted small funnel-quiet">{t(words.timeNone)}</p>
    </ChartCard>
  )
}
