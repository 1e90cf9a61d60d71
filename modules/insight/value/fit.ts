/** Fitting the models of value to the purchases of a community, and trying them on purchases they have not seen. */
import type { Warehouse } from '#base/parts.ts'
import { addToDay, type Day, daysBetween } from '#base/time/calendar.ts'
import type { BoundSql } from '#modules/audience/api.ts'
import {
  aliveShare,
  type Buyers,
  type BuyingParameters,
  expectedPurchases,
  fitBuying,
  purchasesOfAlive,
} from './bg-nbd.ts'
import { correlation, fitSpend, type Spender } from './gamma-gamma.ts'
import { type Holdout, leastRepeaters, type ValueDefinition } from './model.ts'
import { buyersSql, extentSql, holdoutSql, holdoutWeeksSql, spendersSql } from './purchases.sql.ts'

export interface Fit {
  readonly outcome: 'fitted' | 'too_few' | 'not_converged' | 'no_mean'
  readonly buyers: number
  readonly repeaters: number
  readonly definition: ValueDefinition
}

type Query = Warehouse['query']

/** Repeat buyers that the fit of spending looks at. */
const mostSpenders = 200_000
const limits = { maxSeconds: 120, maxRows: 1_500_000 }

/** Fits both models to all purchases up to a day. */
export async function fitValue(query: Query, asOf: Day, discountPerYear: number): Promise<Fit> {
  const ask = async <Row>({ sql, params }: BoundSql) => await query<Row>(sql, params, limits)
  const [extent] = await ask<{ buyers: string; repeaters: string; longest: string }>(extentSql(asOf))
  const [buyers, repeaters] = [Number(extent?.buyers ?? 0), Number(extent?.repeaters ?? 0)]
  const nothing: ValueDefinition = {
    version: 1,
    buying: null,
    spend: null,
    buyingCovariance: null,
    spendCovariance: null,
    correlation: null,
    discountPerYear,
    holdout: null,
  }
  if (repeaters < leastRepeaters) return { outcome: 'too_few', buyers, repeaters, definition: nothing }

  const bought = fitBuying((await ask<Row>(buyersSql(asOf))).map(inWeeks))
  const spenders = (
    await ask<{ x: string; spent: string }>(spendersSql(asOf, Math.ceil(repeaters / mostSpenders)))
  ).map(({ x, spent }): Spender => ({ x: Number(x), spent: Number(spent) }))
  const spent = spenders.length < leastRepeaters ? undefined : fitSpend(spenders)
  const definition: ValueDefinition = {
    ...nothing,
    buying: { ...bought.parameters, logLikelihood: bought.logLikelihood },
    buyingCovariance: kept(bought.covariance),
    ...(spent
      ? {
          spend: { ...spent.parameters, logLikelihood: spent.logLikelihood, members: spent.members },
          spendCovariance: kept(spent.covariance),
          correlation: correlation(spenders),
        }
      : {}),
    holdout: await tryOut(ask, asOf, Number(extent!.longest)),
  }
  const outcome =
    !bought.converged || !spent?.converged ? 'not_converged' : spent.parameters.q <= 1 ? 'no_mean' : 'fitted'
  return { outcome, buyers, repeaters, definition }
}

const kept = (covariance: readonly (readonly number[])[] | null) =>
  covariance ? covariance.map((row) => [...row]) : null

interface Row {
  readonly x: string
  readonly tx: string
  readonly t: string
  readonly n: string
}

const inWeeks = ({ x, tx, t, n }: Row): Buyers => ({
  x: Number(x),
  tx: Number(tx) / 7,
  t: Number(t) / 7,
  members: Number(n),
})

/** Buyers with so many purchases and more stand together in the table. */
const mostPast = 7
const mostPoints = 13

/** Fits on the first two thirds of the time and compares what follows; null when too little came before. */
async function tryOut(
  ask: <Each>(sql: BoundSql) => Promise<Each[]>,
  asOf: Day,
  longest: number,
): Promise<Holdout | null> {
  const cut = addToDay(asOf, -Math.round(longest / 3), 'day')
  const weeks = Math.floor(daysBetween(cut, asOf) / 7)
  if (weeks < 4) return null
  const rows = await ask<Row & { later: string }>(holdoutSql(cut, asOf))
  const groups = rows.map((row) => ({ ...inWeeks(row), later: Number(row.later) }))
  const repeaters = groups.reduce((sum, { x, members }) => sum + (x > 0 ? members : 0), 0)
  if (repeaters < leastRepeaters) return null
  const { parameters, converged } = fitBuying(groups)
  if (!converged) return null
  const ahead = daysBetween(cut, asOf) / 7
  const past = new Map<number, { buyers: number; expected: number; actual: number }>()
  for (const group of groups) {
    const at = Math.min(group.x, mostPast)
    const found = past.get(at) ?? { buyers: 0, expected: 0, actual: 0 }
    found.buyers += group.members
    found.expected += group.members * expectedPurchases(parameters, group, ahead)
    found.actual += group.later
    past.set(at, found)
  }
  const all = [...past.values()]
  return {
    cut,
    buyers: all.reduce((sum, each) => sum + each.buyers, 0),
    expected: all.reduce((sum, each) => sum + each.expected, 0),
    actual: all.reduce((sum, each) => sum + each.actual, 0),
    weeks: await byWeek(ask, parameters, groups, { cut, asOf, weeks }),
    byPast: [...past]
      .sort(([one], [other]) => one - other)
      .map(([x, { buyers, expected, actual }]) => ({
        x,
        orMore: x === mostPast,
        buyers,
        expected: expected / buyers,
        actual: actual / buyers,
      })),
  }
}

/** Purchases after the cut, added up, at the end of some of its weeks. */
async function byWeek(
  ask: <Each>(sql: BoundSql) => Promise<Each[]>,
  parameters: BuyingParameters,
  groups: readonly Buyers[],
  { cut, asOf, weeks }: { readonly cut: Day; readonly asOf: Day; readonly weeks: number },
): Promise<Holdout['weeks']> {
  const came = new Map(
    (await ask<{ week: string; later: string }>(holdoutWeeksSql(cut, asOf))).map(({ week, later }) => [
      Number(week),
      Number(later),
    ]),
  )
  // How many are still there of those that have the same x and t: what is ahead of them is the same.
  const alike = new Map<string, { x: number; t: number; there: number }>()
  for (const group of groups) {
    const key = `${group.x} ${group.t}`
    const found = alike.get(key) ?? { x: group.x, t: group.t, there: 0 }
    found.there += group.members * aliveShare(parameters, group)
    alike.set(key, found)
  }
  const every = Math.ceil(weeks / mostPoints)
  const points: Holdout['weeks'] = []
  let actual = 0
  for (let week = 1; week <= weeks; week++) {
    actual += came.get(week - 1) ?? 0
    if (week % every !== 0 && week !== weeks) continue
    let expected = 0
    for (const { x, t, there } of alike.values())
      expected += there * purchasesOfAlive(parameters, { x, t }, week)
    points.push({ week, expected, actual })
  }
  return points
}
