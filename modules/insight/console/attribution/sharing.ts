/** The same conversions, shared among channels by eight models: one bar each. */
import {
  axisStyle,
  baseOption,
  type ChartOption,
  type Colours,
  fontFamily,
} from '#ui/console/chart/option.ts'
import { type ModelName, modelNames } from '../../attribution/models.ts'
import { readableOn } from '../frame/shade.ts'
import type { AttributionAnswer, ChannelFigures } from './attribution.queries.ts'

const colourNames = ['pine', 'sky', 'wheat', 'plum', 'persimmon', 'teal', 'clay', 'slate'] as const
/** Channels with a colour of their own. */
export const mostColours = 7

export const shareOf = (answer: AttributionAnswer, { credits }: ChannelFigures, model: ModelName): number =>
  answer.conversions === 0 ? 0 : (credits[model]?.conversions ?? 0) / answer.conversions

interface Said {
  readonly model: (model: ModelName) => string
  readonly others: string
  readonly tip: (channel: string, model: ModelName, share: number, conversions: number) => string
  readonly percent: (share: number) => string
}

export function sharingOption(answer: AttributionAnswer, say: Said) {
  const own = answer.channels.filter(({ credits }) =>
    modelNames.some((model) => credits[model]!.conversions > 0),
  )
  const shown = own.slice(0, mostColours)
  const rest = own.slice(mostColours)
  const bars = [
    ...shown.map((channel) => ({
      channel: channel.channel,
      name: channel.name,
      shares: modelNames.map((model) => shareOf(answer, channel, model)),
    })),
    ...(rest.length > 0
      ? [
          {
            channel: '',
            name: say.others,
            shares: modelNames.map((model) =>
              rest.reduce((sum, each) => sum + shareOf(answer, each, model), 0),
            ),
          },
        ]
      : []),
  ]
  return (colours: Colours): ChartOption => ({
    ...baseOption(colours),
    tooltip: { ...(baseOption(colours).tooltip as object), trigger: 'item' },
    grid: { left: 104, right: 16, top: 6, bottom: 26 },
    xAxis: {
      type: 'value',
      max: 1,
      ...axisStyle(colours),
      axisLabel: { ...axisStyle(colours).axisLabel, formatter: (value: number) => say.percent(value) },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: modelNames.map(say.model),
      ...axisStyle(colours),
      axisLabel: { color: colours.ink, fontSize: 12, fontFamily, width: 96, overflow: 'truncate' },
    },
    series: bars.map(({ channel, name, shares }, at) => {
      const colour = channel ? colours[colourNames[at % colourNames.length]!] : colours['line-strong']
      return {
        type: 'bar',
        id: channel || 'others',
        name,
        stack: 'share',
        barWidth: 18,
        itemStyle: {
          color: colour,
          borderColor: colours.card,
          borderWidth: 1,
        },
        emphasis: { focus: 'series' },
        labelLayout: { hideOverlap: true },
        label: {
          show: true,
          color: readableOn(colour),
          fontSize: 11,
          fontFamily,
          formatter: ({ value }: { value: number }) => (value >= 0.09 ? say.percent(value) : ''),
        },
        data: shares.map((share, place) => ({
          value: share,
          tooltip: { formatter: say.tip(name, modelNames[place]!, share, share * answer.conversions) },
        })),
      }
    }),
  })
}

export const barColours = colourNames
