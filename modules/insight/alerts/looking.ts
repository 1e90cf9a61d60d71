/**
 * Looking at alerts: the latest whole bucket of every rule, hour by hour. Looking twice at the same bucket raises
 * nothing twice; a warehouse that is behind or away raises nothing at all.
 */
import { z } from 'zod'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { Problem } from '#base/http/problem.ts'
import { defineJob, type JobRun, type Schedule } from '#base/jobs/job.ts'
import { addToDay, startOfUnit } from '#base/time/calendar.ts'
import { findActivityLines } from '#modules/groups/api.ts'
import { type Asking, openAsking } from '../asking.ts'
import { type Measured, measureAll } from '../metrics/measure.ts'
import type { MetricRef } from '../metrics/metric.ts'
import type { InsightParts } from '../parts.ts'
import type { Scope, Unit } from '../shapes.ts'
import { alertLabels } from './alerts.messages.ts'
import { findCauses } from './causes.ts'
import { type AlertTest, type Judged, type Judgement, judgeFigure, lookBack, type Point } from './judging.ts'
import { installPresets } from './presets.ts'
import { findRules, holdAwake, type Rule } from './rules.ts'
import { raiseSignal, recover } from './signals.ts'
import { tellJob } from './tell.ts'

/** What a rule asks. */
export interface Asked {
  readonly metric: MetricRef
  readonly scope: Scope
  readonly eachGroup: boolean
  readonly unit: Unit
  readonly test: AlertTest
  readonly leastBase: number
}

export interface Thing {
  readonly group: { readonly id: Id; readonly name: string } | null
  /** Whole buckets, oldest first. */
  readonly series: readonly Point[]
  /** What each of them would have said. */
  readonly verdicts: readonly Judgement[]
}

/** Groups that one rule looks at, at most. */
const mostGroups = 200
/** Buckets that are shown as evidence. */
const shownBuckets = { day: 28, week: 12, month: 13 } as const

/** The figures of a rule and what they say, for everything that it looks at. Throws what measuring throws. */
export async function judgedSeries(
  asking: Asking,
  asked: Asked,
): Promise<{ metric: Measured['metric']; things: readonly Thing[] }> {
  const { ctx, clock } = asking
  const { unit, test, leastBase } = asked
  const running = startOfUnit(clock.today, unit)
  const to = addToDay(running, -1, 'day')
  const from = addToDay(running, -lookBack[unit] - 1, unit)
  const groups = asked.eachGroup ? await findOpenGroups(ctx) : [null]
  const lines = asked.eachGroup ? await findActivityLines(ctx) : undefined
  const measured = await measureAll(
    asking,
    // Also when there is no group: whether the metric can be measured at all is known by asking.
    (groups.length > 0 ? groups : [null]).map((group) => ({
      ref: asked.metric,
      question: {
        scope: { ...asked.scope, ...(group ? { group: group.id } : {}) },
        days: { from, to },
        unit,
      },
    })),
  )
  const things = groups.map((group, at): Thing => {
    const series = measured[at]!.points.map(({ start, value, under }) => ({
      start,
      value,
      base: under ?? null,
    }))
    const judged = withLine(test, lines && (lines.get(group?.id ?? null) ?? lines.get(null)))
    const verdicts = series.map((_, place) =>
      judgeFigure(judged, series.slice(0, place + 1), { unit, leastBase }),
    )
    return { group, series, verdicts }
  })
  return { metric: measured[0]!.metric, things }
}

const withLine = (test: AlertTest, line: number | undefined): Judged =>
  test.kind !== 'threshold' ? test : { ...test, line: test.line === 'health' ? (line ?? 0) : test.line }

const findOpenGroups = (ctx: Ctx) =>
  ctx.db
    .selectFrom('community_group')
    .select(['id', 'name'])
    .where('archived_at', 'is', null)
    .orderBy('id')
    .limit(mostGroups)
    .execute()

/** Looks at a rule now. Answers the ids of the signals that it raised. */
export async function lookAt(asking: Asking, rule: Rule): Promise<readonly Id[]> {
  const { ctx } = asking
  const { metric, things } = await judgedSeries(asking, rule)
  const side = rule.test.kind === 'silence' ? 'below' : rule.test.side
  const raised: Id[] = []
  for (const { group, series, verdicts } of things) {
    const last = series.at(-1)
    const verdict = verdicts.at(-1)
    if (!last || !verdict) continue
    const about = { rule: rule.id, group: group?.id ?? null, key: rule.preset ?? rule.id }
    if (!verdict.raised) {
      // What is not known is no recovery.
      if (verdict.value !== null) await recover(ctx, about)
      continue
    }
    const to = addToDay(addToDay(last.start, 1, rule.unit), -1, 'day')
    const causes = await findCauses(asking, { to, group: group?.id ?? rule.scope.group ?? null, side })
    const id = await transact(ctx, async (tx) => {
      // Removed, paused or put to sleep while it was looked at: it says nothing any more.
      if (!(await holdAwake(tx, rule.id))) return undefined
      const made = await raiseSignal(tx, about, {
        bucket: last.start,
        cooldown: rule.cooldown,
        evidence: {
          metric: { key: metric.key, name: metric.name },
          unit: metric.unit,
          kind: rule.test.kind,
          side,
          bucket: { from: last.start, to },
          value: verdict.value,
          against: verdict.against,
          line: verdict.line,
          base: last.base,
          series: series.slice(-shownBuckets[rule.unit]),
          causes,
        },
      })
      // Asked for in the same transaction: who is to be told is told, also after a crash.
      if (made)
        await asking.parts.jobs.enqueue(
          tx,
          tellJob(asking.parts),
          { signalId: made },
          { key: `signal:${made}` },
        )
      return made
    })
    if (id) raised.push(id)
  }
  return raised
}

export const lookJob = (parts: InsightParts) =>
  defineJob({
    name: 'insight.look',
    label: alertLabels.look,
    input: z.object({}),
    keepDays: 7,
    run: async (ctx, _input, run) => await lookAtAll(ctx, parts, run),
  })

/** Looks at every rule that is awake. A rule that cannot be measured is named and stops nobody else. */
export async function lookAtAll(
  ctx: Ctx,
  parts: InsightParts,
  run: Pick<JobRun, 'signal' | 'progress'>,
): Promise<{ looked: number; raised: number; failed: readonly string[] }> {
  await installPresets(ctx)
  await parts.audience.requireFresh(ctx)
  const asking = await openAsking(ctx, parts, run.signal, 60)
  const awake = (await findRules(ctx)).filter(
    ({ pausedAt, snoozedUntil }) => !pausedAt && !(snoozedUntil && snoozedUntil > ctx.now),
  )
  let raised = 0
  const failed: string[] = []
  for (const [at, rule] of awake.entries()) {
    run.signal.throwIfAborted()
    try {
      raised += (await lookAt(asking, rule)).length
      await ctx.db.updateTable('alert_rule').set({ looked_at: ctx.now }).where('id', '=', rule.id).execute()
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      failed.push(`${rule.id}: ${error.code}`)
    }
    await run.progress(at + 1, awake.length)
  }
  return { looked: awake.length - failed.length, raised, failed }
}

export const lookSchedule: readonly Schedule[] = [
  { job: 'insight.look', cron: '23 * * * *', zone: 'community', why: alertLabels.lookWhy },
]
