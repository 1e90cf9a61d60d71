/** What the screen of paths asks and is answered, and the drawing made of it. */
import type { z } from 'zod'
import { baseOption, type ChartOption, type Colours, fontFamily } from '#ui/console/chart/option.ts'
import type { pathsAnswer, pathsQuestion } from '../../paths/path.ts'
import type { Scope } from '../frame/question.ts'

export type PathsQuestion = Omit<z.input<typeof pathsQuestion>, 'scope'> & { readonly scope?: Scope }
export type PathsAnswer = z.output<typeof pathsAnswer>
export type PathNode = PathsAnswer['nodes'][number]
export type PathLink = PathsAnswer['links'][number]

export const nodeId = (column: number, node: string) => `${column} ${node}`
export const labelsOf = ({ nodes }: PathsAnswer): ReadonlyMap<string, string> =>
  new Map(nodes.map(({ node, label }) => [node, label]))

/** Leaving, the most first: of nodes that enough visits reached to say anything. */
export const leaving = ({ nodes, visits }: PathsAnswer): PathNode[] =>
  nodes
    .filter((node) => node.left.visits > 0 && node.visits >= Math.max(5, visits / 200))
    .sort((one, other) => other.left.visits - one.left.visits)

const colourNames = ['pine', 'sky', 'wheat', 'plum', 'teal', 'clay', 'slate'] as const

/** The same node has the same colour in every column; the largest are told apart. */
function coloursByNode({ nodes }: PathsAnswer, colours: Colours): ReadonlyMap<string, string> {
  const sums = new Map<string, number>()
  for (const { node, visits } of nodes) sums.set(node, (sums.get(node) ?? 0) + visits)
  const order = [...sums].sort(([, one], [, other]) => other - one).map(([node]) => node)
  return new Map(
    order.map((node, at) => [
      node,
      node === 'other' || node === 'more' ? colours.slate : colours[colourNames[at % colourNames.length]!],
    ]),
  )
}

interface Said {
  readonly node: (node: PathNode) => string
  readonly link: (link: PathLink) => string
  readonly percent: (share: number) => string
}

/** `columns`: how many of them are drawn, from the first. */
export function sankeyOption(answer: PathsAnswer, say: Said, columns: number) {
  const known = new Map(answer.nodes.map((node) => [nodeId(node.column, node.node), node]))
  const first = Math.min(...answer.nodes.map(({ column }) => column))
  const nodes = answer.nodes.filter(({ column }) => column < first + columns)
  const links = answer.links.filter(({ column }) => column < first + columns - 1)
  return (colours: Colours): ChartOption => {
    const colourOf = coloursByNode(answer, colours)
    return {
      ...baseOption(colours),
      tooltip: { ...(baseOption(colours).tooltip as object), trigger: 'item' },
      series: [
        {
          type: 'sankey',
          id: 'paths',
          left: 4,
          right: 118,
          top: 8,
          bottom: 8,
          nodeWidth: 12,
          nodeGap: 15,
          nodeAlign: 'left',
          draggable: false,
          layoutIterations: 48,
          emphasis: { focus: 'adjacency' },
          label: {
            color: colours.ink,
            fontFamily,
            fontSize: 12,
            formatter: ({ name }: { name: string }) => {
              const node = known.get(name)
              if (!node) return name
              const left = node.left.visits / node.visits
              return left >= 0.1 && columns > 3 ? `${node.label}  ↘ ${say.percent(left)}` : node.label
            },
          },
          labelLayout: { hideOverlap: true },
          lineStyle: { color: 'source', opacity: 0.26, curveness: 0.5 },
          data: nodes.map((node) => ({
            name: nodeId(node.column, node.node),
            depth: node.column - first,
            value: node.visits,
            itemStyle: { color: colourOf.get(node.node), borderWidth: 0 },
            tooltip: { formatter: say.node(node) },
          })),
          links: links.map((link) => ({
            source: nodeId(link.column, link.from),
            target: nodeId(link.column + 1, link.to),
            value: link.visits,
            link,
            tooltip: { formatter: say.link(link) },
          })),
        },
      ],
    }
  }
}
