/** RFM a second time, in plain loops over events in memory: what the warehouse's answers are compared with. */

import { type Cut, type RfmDefinition, type Tier, tiers } from '#modules/audience/rfm/model.ts'
import type { EventRow } from './event-rows.ts'

export interface NaivePlaced {
  readonly member: number
  readonly recency: number
  readonly frequency: number
  readonly amount: number
  readonly r: number
  readonly f: number
  readonly m: number
  readonly tier: Tier
}

const dayNumber = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000)

/** Linear between the two nearest, as everybody's spreadsheet does it. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const place = share * (sorted.length - 1)
  const low = sorted[Math.floor(place)]!
  return low + (sorted[Math.ceil(place)]! - low) * (place - Math.floor(place))
}

export function naiveRfm(
  rows: readonly EventRow[],
  definition: RfmDefinition,
  asOf: string,
): readonly NaivePlaced[] {
  const owners = new Map<string, number>()
  for (const row of rows)
    if (row.name === 'visitor.identified' && row.member) {
      const browser = String(row.props?.anonymousId)
      if (!owners.has(browser)) owners.set(browser, Number(row.member))
    }
  const today = dayNumber(asOf)
  const people = new Map<number, EventRow[]>()
  for (const row of rows) {
    const member = row.member ? Number(row.member) : owners.get(row.browser ?? '')
    if (member === undefined || row.bot || row.staff) continue
    if (dayNumber(row.at.slice(0, 10)) > today) continue
    people.set(member, [...(people.get(member) ?? []), row])
  }
  const measured = [...people].flatMap(([member, all]) => {
    const last = Math.max(
      ...all
        .filter((row) => definition.recency.events.includes(row.name))
        .map((row) => dayNumber(row.at.slice(0, 10))),
    )
    if (last === Number.NEGATIVE_INFINITY) return []
    const recent = all.filter(
      (row) =>
        definition.windowDays === null || today - dayNumber(row.at.slice(0, 10)) < definition.windowDays,
    )
    const counted = recent.filter((row) => definition.frequency.events.includes(row.name))
    const frequency =
      definition.frequency.per === 'event'
        ? counted.length
        : new Set(counted.map((row) => row.at.slice(0, 10))).size
    let amount = 0
    for (const part of definition.amount.parts)
      for (const row of recent)
        if (row.name === part.event) amount += (part.of === 'count' ? 1 : (row.value ?? 0)) * part.weight
    return [{ member, recency: today - last, frequency, amount }]
  })
  if (measured.length === 0) return []
  const score = (values: readonly number[], value: number) =>
    1 + [0.2, 0.4, 0.6, 0.8].filter((share) => value > percentile(values, share)).length
  const isHigh = (cut: Cut, values: readonly number[], value: number, scored: number, less: boolean) => {
    if (cut.mode === 'quintile') return scored >= cut.from
    const bound =
      cut.mode === 'fixed'
        ? cut.value
        : cut.mode === 'median'
          ? percentile(values, 0.5)
          : values.reduce((sum, each) => sum + each, 0) / values.length
    return less ? value <= bound : value >= bound
  }
  const all = {
    recency: measured.map((each) => each.recency),
    frequency: measured.map((each) => each.frequency),
    amount: measured.map((each) => each.amount),
  }
  return measured.map((each) => {
    const r = 6 - score(all.recency, each.recency)
    const f = score(all.frequency, each.frequency)
    const m = score(all.amount, each.amount)
    const near = isHigh(definition.recency.cut, all.recency, each.recency, r, true)
    const often = isHigh(definition.frequency.cut, all.frequency, each.frequency, f, false)
    const much = isHigh(definition.amount.cut, all.amount, each.amount, m, false)
    return { ...each, r, f, m, tier: tiers[(near ? 0 : 4) + (often ? 0 : 2) + (much ? 0 : 1)]! }
  })
}
