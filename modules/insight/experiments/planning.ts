/** Before it starts: how many members an experiment needs, from how its figure varies among those who would take part. */

import { addToDay } from '#base/time/calendar.ts'
import type { Asking } from '../asking.ts'
import { scopeSql } from '../asking.ts'
import { loadMetrics } from '../metrics/find-metric.ts'
import type { MetricRef } from '../metrics/metric.ts'
import type { Scope } from '../shapes.ts'
import { membersNeeded, smallestEffect } from '../statistics/power.ts'
import { meanOf, ratioOf, shareOf } from '../statistics/sample.ts'
import { usualTuning } from '../statistics/sequential.ts'
import { armSumsOf, perMemberFrom } from './experiment.analysis.ts'
import { sumsSql } from './per-member.sql.ts'

export interface PlanAsked {
  readonly who?: Scope['who']
  readonly metric: MetricRef
  readonly windowDays: number | null
  readonly arms: number
  readonly alpha: number
  readonly effect: number
  readonly power: number
}

export interface Planned {
  /** Members who would take part now. */
  readonly eligible: number
  /** What one of them has now, in as many days as count. */
  readonly mean: number | null
  /** Members in each arm that are needed; null: nothing varies, or no number would do. */
  readonly perArm: number | null
  /** The same for looks at any time. */
  readonly perArmAnytime: number | null
  /** The smallest relative effect that all who are eligible would show. */
  readonly smallest: number | null
}

/** As if all who fit had met it so many days ago. Throws `metric_not_per_member`. */
export async function planExperiment(asking: Asking, asked: PlanAsked): Promise<Planned> {
  const { perMember } = perMemberFrom(asking, await loadMetrics(asking.ctx), asked.metric)
  const days = asked.windowDays ?? 28
  const scoped = await scopeSql(asking, { who: asked.who })
  const among = ['present', ...scoped.people].join(' AND ')
  const { sql, params } = sumsSql(
    perMember,
    {
      sql: `SELECT id AS m, 'all' AS variant, fromUnixTimestamp64Milli({plan_at:Int64}, 'UTC') AS at
        FROM (SELECT id, id AS m, present FROM member FINAL) WHERE ${among}`,
      params: { ...scoped.params, plan_at: asking.clock.now.getTime() - days * 86_400_000 },
      since: addToDay(asking.clock.today, -days, 'day'),
    },
    { days, lookBack: 0, until: asking.clock.now },
    asking.clock,
  )
  const [row] = await asking.query<Record<string, string | number>>(sql, params)
  const { n, s } = armSumsOf(row)
  const over = { n, sum: s.y!, squares: s.yy! }
  const sample = perMember.under
    ? ratioOf({ over, under: { n, sum: s.d!, squares: s.dd! }, products: s.yd! })
    : perMember.share
      ? shareOf(over)
      : meanOf(over)
  const { mean, variance } = sample
  if (n === 0 || mean === 0 || !(variance > 0))
    return { eligible: n, mean: n === 0 ? null : mean, perArm: null, perArmAnytime: null, smallest: null }
  // Several arms share the risk of being fooled.
  const alpha = asked.alpha / Math.max(1, asked.arms - 1)
  const plan = { mean, variance, alpha }
  const half = (members: number | null) => (members === null ? null : Math.ceil(members / 2))
  return {
    eligible: n,
    mean,
    perArm: half(membersNeeded(plan, asked.effect, asked.power)),
    perArmAnytime: half(membersNeeded({ ...plan, tuned: usualTuning }, asked.effect, asked.power)),
    smallest: smallestEffect({ ...plan, n: Math.max(4, (2 * n) / asked.arms) }, asked.power),
  }
}
