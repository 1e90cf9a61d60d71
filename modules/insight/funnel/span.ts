/** A length of time of a funnel, as people choose it. */
export interface FunnelSpan {
  readonly amount: number
  readonly unit: 'minutes' | 'hours' | 'days'
}

export const microsOf = ({ amount, unit }: FunnelSpan): number =>
  amount * { minutes: 60_000_000, hours: 3_600_000_000, days: 86_400_000_000 }[unit]
