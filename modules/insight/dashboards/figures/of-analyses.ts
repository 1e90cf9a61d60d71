/** Figures of each analysis, without the people. What is not listed here is not shown outside of the console. */
import type { z } from 'zod'
import type { AttributionQuestion, attributionAnswer } from '../../attribution/attribution.ts'
import type { TouchpointAnswer } from '../../channels/touchpoints.ts'
import type { FunnelQuestion, funnelAnswer } from '../../funnel/funnel.ts'
import type { lifecycleAnswer } from '../../lifecycle/lifecycle.ts'
import type { concentrationAnswer, networkAnswer } from '../../network/network.ts'
import type { pathsAnswer } from '../../paths/path.ts'
import type { intervalAnswer } from '../../purchases/intervals.ts'
import type { productAnswer } from '../../purchases/products.ts'
import type { repurchaseAnswer } from '../../purchases/repurchase.ts'
import type { retentionAnswer } from '../../retention/retention.ts'
import type { stickinessAnswer } from '../../stickiness/stickiness.ts'
import type { valueAnswer } from '../../value/value.analysis.ts'
import type { wordsAnswer } from '../../words/words.ts'
import { about, type Cell, type Figure, type Figures, people } from './figures.ts'
import { fewestPeople } from './fold.ts'
import { type Say, figureLabels as words } from './words.ts'

type Out<T extends z.ZodType> = z.output<T>

/** Rows of a table that stand for themselves. */
const mostRows = 20

/** The fewer of some people, of those who are there. */
const fewer = (...counts: readonly number[]) => Math.min(...counts.filter((count) => count > 0), Infinity)
const share = (value: number | null, ...of: readonly number[]): Figure => {
  const least = fewer(...of)
  return about(value, 'share', Number.isFinite(least) ? least : 0)
}

const figuresOf = (
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  more: Partial<Figures> = {},
): Figures => ({
  headline: null,
  was: null,
  better: 'more',
  formula: '',
  labels: [],
  lines: [],
  ...more,
  table: { head, rows },
})

/** One line per column of the table behind the first. */
const asLines = (rows: readonly (readonly Cell[])[], names: readonly string[]) =>
  names.map((name, at) => {
    const values = rows.map((row) => row[at + 1] as Figure)
    return { name, unit: values[0]?.unit ?? ('number' as const), values }
  })

const funnel = ({ steps }: Out<typeof funnelAnswer>, { count }: FunnelQuestion, t: Say): Figures => {
  const rows = steps.map((step, at) => [
    step.name,
    about(step.count, count === 'members' ? 'members' : 'times', step.members),
    share(step.rate, step.members, steps[at - 1]?.members ?? 0),
    share(step.overall, step.members, steps[0]?.members ?? 0),
  ])
  const last = steps.at(-1)
  return figuresOf(
    [t(words.step), t(count === 'members' ? words.members : words.attempts), t(words.rate), t(words.overall)],
    rows,
    {
      headline: last ? share(last.overall, last.members, steps[0]?.members ?? 0) : null,
      labels: steps.map(({ name }) => name),
      lines: asLines(
        rows.map(([name, figure]) => [name!, figure!]),
        [t(words.members)],
      ),
    },
  )
}

const retention = ({ columns, cohorts, mean }: Out<typeof retentionAnswer>, _: unknown, t: Say): Figures => {
  const names = columns.map(({ first, last }) =>
    last === null
      ? t(words.columnOn, { first })
      : first === last
        ? t(words.column, { n: first })
        : t(words.columns, { first, last }),
  )
  const means = mean.map((each) => share(each.share, each.returned, each.of))
  return figuresOf(
    [t(words.cohort), t(words.size), ...names],
    [
      ...cohorts.map(({ start, size, cells }) => [
        start,
        people(size),
        ...names.map((__, at) => {
          const cell = cells[at]
          return cell ? share(cell.share, cell.returned, size) : ''
        }),
      ]),
      [t(words.all), '', ...means],
    ],
    {
      labels: names,
      lines: [{ name: t(words.all), unit: 'share', values: means }],
      headline: means[1] ?? null,
    },
  )
}

const lifecycle = ({ buckets }: Out<typeof lifecycleAnswer>, _: unknown, t: Say): Figures => {
  const names = [t(words.returning), t(words.fresh), t(words.resurrecting), t(words.dormant)]
  const rows = buckets.map((each) => [
    each.start,
    people(each.returning),
    people(each.new),
    people(each.resurrecting),
    people(each.dormant),
  ])
  return figuresOf([t(words.day), ...names], rows, {
    labels: buckets.map(({ start }) => start),
    lines: asLines(rows, names),
  })
}

const stickiness = (
  { buckets, members, average }: Out<typeof stickinessAnswer>,
  _: unknown,
  t: Say,
): Figures => {
  const rows = buckets.map((each) => [String(each.buckets), people(each.exactly)])
  return figuresOf([t(words.activeDays), t(words.members)], rows, {
    headline: about(average, 'days', members),
    labels: buckets.map((each) => String(each.buckets)),
    lines: asLines(rows, [t(words.members)]),
  })
}

const paths = ({ nodes, links, visits, members }: Out<typeof pathsAnswer>, _: unknown, t: Say): Figures => {
  const named = new Map(nodes.map(({ node, label }) => [node, label]))
  // A way that few went may tell who they are, by the address of a page.
  const most = links
    .filter((link) => link.members >= fewestPeople)
    .toSorted((one, other) => other.visits - one.visits)
    .slice(0, mostRows)
  return figuresOf(
    [t(words.step), t(words.from), t(words.to), t(words.visits), t(words.members)],
    most.map((link) => [
      String(link.column),
      named.get(link.from) ?? link.from,
      named.get(link.to) ?? link.to,
      about(link.visits, 'times', link.members),
      people(link.members),
    ]),
    { headline: about(visits, 'times', members) },
  )
}

const touchpoints = ({ channels }: TouchpointAnswer, _: unknown, t: Say): Figures => {
  const rows = channels
    .slice(0, mostRows)
    .map((each) => [each.name, people(each.met), people(each.fans), people(each.kept)])
  return figuresOf([t(words.channel), t(words.members), t(words.fresh), t(words.kept)], rows, {
    labels: rows.map(([name]) => name as string),
    lines: asLines(
      rows.map(([name, met]) => [name!, met!]),
      [t(words.members)],
    ),
  })
}

const attribution = (
  { channels }: Out<typeof attributionAnswer>,
  { model }: AttributionQuestion,
  t: Say,
): Figures => {
  const rows = channels
    .slice(0, mostRows)
    .map((each) => [
      each.name,
      about(each.credits[model]?.conversions ?? 0, 'times', each.members),
      people(each.members),
      people(each.fans),
      people(each.kept),
    ])
  return figuresOf(
    [t(words.channel), t(words.conversions), t(words.members), t(words.fresh), t(words.kept)],
    rows,
    {
      labels: rows.map(([name]) => name as string),
      lines: asLines(rows, [t(words.conversions)]),
      parts: {
        of: 'rows',
        from: 0,
        others: t(words.others),
        people: channels.slice(0, mostRows).map(({ members }) => [members]),
      },
    },
  )
}

const network = (answer: Out<typeof networkAnswer>, _: unknown, t: Say): Figures =>
  figuresOf(
    [t(words.what), t(words.figure)],
    [
      [t(words.members), people(answer.members)],
      [t(words.answers), about(answer.answers, 'times', answer.members)],
      [t(words.pairs), about(answer.pairs, 'times', answer.members)],
      [t(words.mutual), share(answer.mutual, answer.members)],
      [t(words.core), people(answer.core.members)],
      [t(words.bridges), people(answer.bridges)],
      [t(words.alone), people(answer.alone)],
    ],
    { headline: people(answer.members) },
  )

const concentration = ({ top, members }: Out<typeof concentrationAnswer>, _: unknown, t: Say): Figures =>
  figuresOf(
    [t(words.what), t(words.members), t(words.share)],
    top.map((each) => [
      t(words.top, { percent: each.percent }),
      people(each.members),
      share(each.share, each.members),
    ]),
    { headline: people(members) },
  )

const hotWords = ({ words: hot, items, members }: Out<typeof wordsAnswer>, _: unknown, t: Say): Figures =>
  figuresOf(
    [t(words.word), t(words.items), t(words.members)],
    hot
      // A word that few have used may tell who they are.
      .filter((each) => each.members >= fewestPeople)
      .slice(0, mostRows)
      .map((each) => [each.word, about(each.items, 'times', each.members), people(each.members)]),
    { headline: about(items, 'times', members) },
  )

const repurchase = ({ total, months }: Out<typeof repurchaseAnswer>, _: unknown, t: Say): Figures => {
  const rows = months.map((each) => [
    each.start.slice(0, 7),
    people(each.buyers),
    people(each.again),
    share(each.rate, each.again, each.buyers),
  ])
  return figuresOf([t(words.month), t(words.buyers), t(words.again), t(words.repurchase)], rows, {
    headline: share(total.rate, total.again, total.buyers),
    labels: months.map(({ start }) => start.slice(0, 7)),
    lines: [{ name: t(words.repurchase), unit: 'share', values: rows.map((row) => row[3] as Figure) }],
  })
}

const intervals = ({ bins, median }: Out<typeof intervalAnswer>, _: unknown, t: Say): Figures => {
  const all = bins.reduce((sum, { members }) => sum + members, 0)
  const rows = bins.map(({ from, to, gaps, members }) => [
    to === null ? t(words.gapMore, { from }) : `${from}–${to}`,
    about(gaps, 'times', members),
    people(members),
  ])
  return figuresOf([t(words.gapDays), t(words.gaps), t(words.members)], rows, {
    headline: about(median, 'days', all),
    labels: rows.map(([name]) => name as string),
    lines: asLines(rows, [t(words.gaps)]),
  })
}

const products = ({ products: sold }: Out<typeof productAnswer>, _: unknown, t: Say): Figures =>
  figuresOf(
    [t(words.product), t(words.buyers), t(words.again), t(words.repurchase)],
    sold
      .slice(0, mostRows)
      .map((each) => [
        each.name ?? each.sku,
        people(each.buyers),
        people(each.again),
        share(each.rate, each.again, each.buyers),
      ]),
    {
      parts: {
        of: 'rows',
        from: 0,
        others: t(words.others),
        people: sold.slice(0, mostRows).map(({ buyers }) => [buyers]),
      },
    },
  )

const value = ({ total, by, buyers }: Out<typeof valueAnswer>, _: unknown, t: Say): Figures =>
  figuresOf(
    [t(words.what), t(words.members), t(words.alive), t(words.revenue)],
    [...(total ? [{ ...total, label: t(words.whole) }] : []), ...by].map((each) => [
      each.label,
      people(each.members),
      share(each.members === 0 ? null : each.alive / each.members, each.members),
      about(Math.round(each.revenue), 'money', each.members),
    ]),
    {
      headline: people(buyers),
      parts: {
        of: 'rows',
        from: total ? 1 : 0,
        others: t(words.others),
        people: by.map(({ members }) => [members]),
      },
    },
  )

/** By name of the analysis; each is given what that analysis answers. */
// biome-ignore lint/suspicious/noExplicitAny: answers of different analyses; the list of analyses says which belongs to which name
export const figuresByAnalysis: Readonly<Record<string, (answer: any, question: any, t: Say) => Figures>> = {
  funnel,
  retention,
  lifecycle,
  stickiness,
  paths,
  attribution,
  touchpoints,
  network,
  concentration,
  words: hotWords,
  repurchase,
  'purchase-intervals': intervals,
  'purchase-products': products,
  value,
}
