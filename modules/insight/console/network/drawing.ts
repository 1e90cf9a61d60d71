/** The network and the curve as drawings. */
import type { z } from 'zod'
import {
  axisStyle,
  baseOption,
  type ChartOption,
  type Colours,
  fontFamily,
} from '#ui/console/chart/option.ts'
import type { concentrationAnswer, networkAnswer, networkQuestion } from '../../network/network.ts'
import type { Scope } from '../frame/question.ts'

export type NetworkQuestion = Omit<z.input<typeof networkQuestion>, 'scope'> & { readonly scope?: Scope }
export type NetworkAnswer = z.output<typeof networkAnswer>
export type Placed = NetworkAnswer['people'][number]
export type ConcentrationAnswer = z.output<typeof concentrationAnswer>

export const communityColours = ['pine', 'sky', 'wheat', 'plum', 'teal', 'clay', 'slate'] as const
/** Names that are written; of the others they come when pointed at. */
const mostNames = 14

/** `zoom`: 1 is as large as the layout comes out, which is wider than a phone. */
export function networkOption(answer: NetworkAnswer, tip: (placed: Placed) => string, zoom: number) {
  const { people, links } = answer
  const most = Math.max(...people.map(({ gave, got }) => gave + got), 1)
  const heaviest = Math.max(...links.map(({ answers }) => answers), 1)
  const named = new Set(
    [...people]
      .sort(
        (one, other) =>
          Number(other.atRisk) - Number(one.atRisk) ||
          Number(other.bridge) - Number(one.bridge) ||
          other.gave + other.got - one.gave - one.got,
      )
      .slice(0, mostNames)
      .map(({ person }) => person.id),
  )
  return (colours: Colours): ChartOption => ({
    ...baseOption(colours),
    animation: false,
    tooltip: { ...(baseOption(colours).tooltip as object), trigger: 'item' },
    series: [
      {
        type: 'graph',
        id: 'people',
        layout: 'force',
        force: {
          initLayout: 'circular',
          layoutAnimation: false,
          repulsion: Math.max(40, 900 / Math.sqrt(people.length + 1)),
          gravity: 0.16,
          edgeLength: [28, 110],
          friction: 0.3,
        },
        roam: true,
        zoom,
        scaleLimit: { min: 0.5, max: 6 },
        left: 12,
        right: 12,
        top: 12,
        bottom: 12,
        labelLayout: { hideOverlap: true },
        emphasis: { focus: 'adjacency', label: { show: true } },
        label: {
          position: 'right',
          color: colours.ink,
          fontSize: 12,
          fontFamily,
          formatter: '{b}',
          textBorderColor: colours.card,
          textBorderWidth: 3,
        },
        lineStyle: { color: colours.slate, curveness: 0 },
        data: people.map((placed) => ({
          id: placed.person.id,
          name: placed.person.nickname,
          value: placed.gave + placed.got,
          symbolSize: 6 + 26 * Math.sqrt((placed.gave + placed.got) / most),
          itemStyle: {
            color: colours[communityColours[Math.min(placed.community, communityColours.length - 1)]!],
            opacity: placed.atRisk ? 1 : 0.9,
            borderColor: placed.atRisk ? colours.persimmon : placed.bridge ? colours.ink : colours.card,
            borderWidth: placed.atRisk ? 3 : placed.bridge ? 2 : 1,
          },
          label: { show: named.has(placed.person.id) },
          tooltip: { formatter: tip(placed) },
        })),
        links: links.map(({ a, b, answers }) => ({
          source: a,
          target: b,
          lineStyle: {
            width: 0.6 + 3.4 * Math.sqrt(answers / heaviest),
            opacity: 0.14 + 0.3 * (answers / heaviest),
          },
          tooltip: { show: false },
        })),
      },
    ],
  })
}

interface LorenzWords {
  readonly people: string
  readonly contributions: string
  readonly equal: string
  readonly percent: (share: number) => string
}

export function lorenzOption({ lorenz }: ConcentrationAnswer, say: LorenzWords) {
  return (colours: Colours): ChartOption => {
    const axis = {
      type: 'value',
      min: 0,
      max: 1,
      ...axisStyle(colours),
      nameTextStyle: { color: colours.muted, fontFamily, fontSize: 11 },
      axisLabel: { ...axisStyle(colours).axisLabel, formatter: (value: number) => say.percent(value) },
    }
    return {
      ...baseOption(colours),
      tooltip: {
        ...(baseOption(colours).tooltip as object),
        valueFormatter: (value: unknown) => say.percent(Number(value)),
      },
      grid: { left: 46, right: 14, top: 26, bottom: 40 },
      xAxis: { ...axis, name: say.people, nameLocation: 'middle', nameGap: 26 },
      yAxis: { ...axis, name: say.contributions, nameTextStyle: { ...axis.nameTextStyle, align: 'left' } },
      series: [
        {
          type: 'line',
          name: say.equal,
          data: [
            [0, 0],
            [1, 1],
          ],
          symbol: 'none',
          lineStyle: { color: colours.slate, type: 'dotted', width: 1.5 },
          itemStyle: { color: colours.slate },
        },
        {
          type: 'line',
          name: say.contributions,
          data: lorenz.map(({ members, contributions }) => [members, contributions]),
          symbol: 'none',
          areaStyle: { color: colours.pine, opacity: 0.1 },
          lineStyle: { color: colours.pine, width: 2 },
          itemStyle: { color: colours.pine },
        },
      ],
    }
  }
}
