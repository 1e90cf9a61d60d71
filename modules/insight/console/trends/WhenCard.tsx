import { useMemo } from 'react'
import { axisStyle, baseOption, type Colours } from '#ui/console/chart/option.ts'
import { seriesColours } from '#ui/palette.ts'
import { ChartCard } from '../frame/ChartCard.tsx'
import { frameWords } from '../frame/frame.words.ts'
import { PeopleDoor } from '../frame/PeopleDoor.tsx'
import { useSaying } from '../overview/seen.ts'
import { letters, type TrendAnswer, type TrendQuestion } from './trend.ts'
import { trendWords as words } from './trends.words.ts'
import { timeTitle, unitWords, valueWords } from './trendTitle.ts'
import { whenOf } from './when.ts'

interface Props {
  readonly question: TrendQuestion
  readonly part: 'hour' | 'weekday'
  readonly answer: TrendAnswer
}

/** At what hour, or on which day of the week: a bar for each, of the whole period together. */
export function WhenCard({ question, part, answer }: Props) {
  const saying = useSaying()
  const { t, format, locale } = saying
  const { slots, series } = useMemo(
    () => whenOf(answer, part, (monday) => saying.weekday(monday)),
    [answer, part, saying],
  )
  const say = useMemo(() => valueWords(locale, format, saying.money), [locale, format, saying.money])
  const unit = series[0]?.unit ?? 'number'
  const option = useMemo(
    () => (colours: Colours) => ({
      ...baseOption(colours),
      tooltip: {
        ...(baseOption(colours).tooltip as object),
        valueFormatter: (value: unknown) => (typeof value === 'number' ? say(unit, value) : '—'),
      },
      grid: { left: 4, right: 8, top: 12, bottom: 4, containLabel: true },
      xAxis: { type: 'category', data: slots.map(({ label }) => label), ...axisStyle(colours) },
      yAxis: {
        type: 'value',
        min: 0,
        ...axisStyle(colours),
        axisLabel: { ...axisStyle(colours).axisLabel, formatter: (value: number) => say(unit, value) },
      },
      series: series.map(({ name, values }, at) => ({
        id: `bars ${at}`,
        name,
        type: 'bar',
        barMaxWidth: 44,
        data: values,
        itemStyle: {
          color: colours[seriesColours[at % seriesColours.length] ?? 'pine'],
          borderRadius: [3, 3, 0, 0],
        },
      })),
    }),
    [slots, series, say, unit],
  )
  const behind = (at: number, slot: number) => {
    const place = letters.indexOf(series[at]?.letter ?? '')
    if (place === -1 || !slots[slot]) return undefined
    const { key, label } = slots[slot]
    const title = t(words.peopleTitle, { name: series[at]?.name ?? '', when: label })
    return { analysis: 'trend', question, cell: { series: place, part: key }, title }
  }
  const names = series.map(({ name }) => name).join(t(words.comma))
  const title = saying.title(timeTitle(slots, series, say))
  return (
    <ChartCard
      title={title}
      note={t(words.timeNote, { unit: t(unitWords[unit]), formula: series[0]?.formula ?? '' })}
      option={option}
      behind={({ seriesId, at }) => {
        const place = Number(seriesId.split(' ')[1])
        return series[place]?.values[at] ? behind(place, at) : undefined
      }}
      table={{
        head: [t(frameWords[part]), ...series.map(({ name }) => name)],
        rows: slots.map(({ label }, slot) => [
          label,
          ...series.map(({ values, unit: its }, at) => {
            const value = values[slot] ?? null
            const whose = behind(at, slot)
            const text = say(its, value)
            return {
              value: value ?? '',
              shown: whose && value ? <PeopleDoor {...whose}>{text}</PeopleDoor> : text,
            }
          }),
        ]),
      }}
      summary={t(words.timeSummary, { names, what: t(frameWords[part]) })}
      file={`by-${part}`}
      height={340}
      legend={
        series.length > 1 &&
        series.map(({ letter, name }, at) => (
          <span key={letter}>
            <i
              className="trend-key"
              style={{ background: `var(--${seriesColours[at % seriesColours.length]})` }}
              aria-hidden="true"
            />
            {letter} {name}
          </span>
        ))
      }
    />
  )
}
