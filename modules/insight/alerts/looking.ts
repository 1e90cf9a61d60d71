/**
 * Looking at alerts: the latest whole bucket of every rule, hour by hour. Looking twice at the same bucket raises
 * nothing twice; a warehouse that is behind or away raises nothing at all.
 */
import { z } from 'zod'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { Problem, problems } from '#base/http/problem.ts'
import { defineJob, type JobRun, type Schedule } from '#base/jobs/job.ts'
import { addToDay, startOfUnit } from '#base/time/calendar.ts'
import { findActivityLines } from '#modules/groups/api.ts'
import { type Asking, openAsking } from '../asking.ts'
import { findResolved } from '../metrics/find-metric.ts'
import {
  type Point as FigurePoint,
  type Measured,
  type MeasureQuestion,
  measure,
  measureAll,
} from '../metrics/measure.ts'
import type { MetricRef } from '../metrics/metric.ts'
import { leavesOf, type Node } from '../metrics/resolve.ts'
import type { InsightParts } from '../parts.ts'
import type { Scope, Unit } from '../shapes.ts'
import { type Whole, whenWhole } from '../whole.ts'
import { areTalkCopiesWhole } from '../words/talk-copies.ts'
import { alertLabels } from './alerts.messages.ts'
import { findCauses } from './causes.ts'
import { type AlertTest, type Judged, type Judgement, judgeFigure, lookBack, type Point } from './judging.ts'
import { forgetMissed, noteMissed } from './missed.ts'
import { installPresets } from './presets.ts'
import { findRules, holdAwake, type Rule } from './rules.ts'
import { closeOfArchived, findOpenGroupsOf, findOpenTopics, raiseSignal, recover } from './signals.ts'
import { tellJob } from './tell.ts'
import { findTopics, type Topic } from './topics.ts'

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
  /** What the talk concentrates on, where that is looked for. */
  readonly topic?: Topic
  /** Whole buckets, oldest first. */
  readonly series: readonly Point[]
  /** What each of them would have said. */
  readonly verdicts: readonly Judgement[]
}

/** Groups that are looked at together: one query for all of them, and no more of them in memory. */
export const groupsAtOnce = 100
/** Buckets that are shown as evidence. */
const shownBuckets = { day: 28, week: 12, month: 13 } as const

export interface JudgedPage {
  readonly metric: Measured['metric']
  readonly things: readonly Thing[]
}

/**
 * The figures of a rule over a year and what they say, for what it looks at; of every group the first hundred. Throws
 * what measuring throws.
 */
export async function judgedSeries(asking: Asking, asked: Asked): Promise<JudgedPage> {
  for await (const page of judgedPages(asking, asked, lookBack[asked.unit])) return page
  throw new Error('There is always a page')
}

/** The same for everything that it looks at, so many groups at a time; `back` buckets before the latest. */
async function* judgedPages(asking: Asking, asked: Asked, back: number): AsyncGenerator<JudgedPage> {
  if (asked.test.kind === 'topic') return yield await judgedTopics(asking, asked, asked.test.times)
  if (!asked.eachGroup) return yield await judgedPage(asking, asked, [null], back)
  let after: Id | undefined
  do {
    const groups = await findOpenGroups(asking.ctx, after)
    // Also when there is no group: whether the metric can be measured at all is known by asking.
    yield await judgedPage(asking, asked, groups, back)
    after = groups.length === groupsAtOnce ? groups.at(-1)!.id : undefined
  } while (after !== undefined)
}

async function judgedPage(
  asking: Asking,
  { metric: ref, scope, unit, test, leastBase, eachGroup }: Asked,
  groups: readonly Thing['group'][],
  back: number,
): Promise<JudgedPage> {
  const running = startOfUnit(asking.clock.today, unit)
  const days = { from: addToDay(running, -back - 1, unit), to: addToDay(running, -1, 'day') }
  const lines = eachGroup ? await findActivityLines(asking.ctx) : undefined
  const { metric, points } = await pointsOf(asking, ref, { scope, days, unit }, groups)
  const things = groups.map((group, at): Thing => {
    const series = points[at]!.map(({ start, value, under }) => ({ start, value, base: under ?? null }))
    const line = lines && (lines.get(group?.id ?? null) ?? lines.get(null))
    const judged = withLine(test as Exclude<AlertTest, { kind: 'topic' }>, line)
    const verdicts = series.map((_, place) =>
      judgeFigure(judged, series.slice(0, place + 1), { unit, leastBase }),
    )
    return { group, series, verdicts }
  })
  return { metric, things }
}

/** The figures of each group, in one question where the metric can be cut by groups; without groups of all. */
async function pointsOf(
  asking: Asking,
  ref: MetricRef,
  question: MeasureQuestion,
  groups: readonly Thing['group'][],
): Promise<{ metric: Measured['metric']; points: readonly (readonly FigurePoint[])[] }> {
  const ids = groups.flatMap((group) => (group ? [group.id] : []))
  const resolved = await findResolved(asking.ctx, ref)
  if (ids.length > 1 && isCutByGroup(resolved.node)) {
    const cut = { ...question, breakdown: { by: 'group' }, values: ids } as const
    const measured = await measure(asking, ref, cut)
    const series = new Map(measured.series!.map(({ key, points }) => [key, points]))
    return { metric: measured.metric, points: ids.map((id) => series.get(`v${id}`)!) }
  }
  const measured = await measureAll(
    asking,
    (groups.length > 0 ? groups : [null]).map((group) => ({
      ref,
      question: { ...question, scope: { ...question.scope, ...(group ? { group: group.id } : {}) } },
    })),
  )
  return { metric: measured[0]!.metric, points: measured.map(({ points }) => points) }
}

/** Whether its figures cut by groups are those of each group: not where it also asks what members did elsewhere. */
const isCutByGroup = (node: Node): boolean =>
  leavesOf(node).every(({ kind }) => kind !== 'people' && kind !== 'returning')

/** Topics that the talk concentrates on are all that there is to see; the metric is what they are counted among. */
async function judgedTopics(
  asking: Asking,
  { metric: ref, scope, unit, leastBase: least }: Asked,
  times: number,
): Promise<JudgedPage> {
  const { metric } = await findResolved(asking.ctx, ref)
  // While what was said is copied anew, everything seems to come up.
  if (!(await areTalkCopiesWhole(asking.ctx))) throw problems.warehouseUnavailable({ retryAfter: 60 })
  const found = await findTopics(asking, { scope, unit, times, least })
  return {
    metric,
    things: found.map(({ topic, series }) => ({
      group: null,
      topic,
      series,
      verdicts: series.map((point, at) => ({
        raised: at === series.length - 1,
        value: point.value,
        against: topic.before,
        line: null,
      })),
    })),
  }
}

const withLine = (test: Exclude<AlertTest, { kind: 'topic' }>, line: number | undefined): Judged =>
  test.kind !== 'threshold' ? test : { ...test, line: test.line === 'health' ? (line ?? 0) : test.line }

const findOpenGroups = (ctx: Ctx, after: Id = '0') =>
  ctx.db
    .selectFrom('community_group')
    .select(['id', 'name'])
    .where('archived_at', 'is', null)
    .where('id', '>', after)
    .orderBy('id')
    .limit(groupsAtOnce)
    .execute()

/** Nothing happens in them any more, and that is as it should be. */
const findArchivedGroups = async (ctx: Ctx): Promise<ReadonlySet<Id>> => {
  const rows = await ctx.db
    .selectFrom('community_group')
    .select('id')
    .where('archived_at', 'is not', null)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/**
 * Looks at a rule now. Answers the ids of the signals that it raised; undefined when it could not be looked at: until
 * what was said is copied it is not known, and the next look will do.
 */
export async function lookAt(
  asking: Asking,
  rule: Rule,
  { stillWhole }: Whole,
): Promise<readonly Id[] | undefined> {
  const { ctx } = asking
  if (rule.test.kind === 'topic' && !(await areTalkCopiesWhole(ctx))) return undefined
  const raised: Id[] = []
  for await (const page of judgedPages(asking, rule, backOf(rule))) {
    // What was asked of a part raises nothing, and closes nothing.
    await stillWhole(ctx)
    raised.push(...(await actOn(asking, rule, page)))
  }
  return raised
}

/** Buckets that the latest is held against, and those that are shown as evidence. */
function backOf({ test, unit }: Pick<Rule, 'test' | 'unit'>): number {
  if (test.kind === 'anomaly' || (test.kind === 'change' && test.against === 'year')) return lookBack[unit]
  return Math.max(shownBuckets[unit], test.kind === 'silence' ? 2 * test.buckets : 0)
}

/** Raises what is beyond its line and closes what is well again. Answers the signals that are new. */
async function actOn(asking: Asking, rule: Rule, { metric, things }: JudgedPage): Promise<Id[]> {
  const { ctx } = asking
  const side = sideOf(rule.test)
  const raised: Id[] = []
  await recoverTopics(ctx, rule, things)
  const known = await findOpenGroupsOf(ctx, rule.id)
  for (const { group, topic, series, verdicts } of things) {
    const last = series.at(-1)
    const verdict = verdicts.at(-1)
    if (!last || !verdict) continue
    const about = {
      rule: rule.id,
      group: group?.id ?? null,
      key: rule.preset ?? rule.id,
      topic: topic?.word,
    }
    if (!verdict.raised) {
      // What is not known is no recovery.
      if (verdict.value !== null) await recover(ctx, about)
      continue
    }
    const to = addToDay(addToDay(last.start, 1, rule.unit), -1, 'day')
    const groupId = group?.id ?? rule.scope.group ?? null
    // What is open has its evidence already.
    const causes =
      topic || known.has(group?.id ?? null) ? [] : await findCauses(asking, { to, group: groupId, side })
    const id = await transact(ctx, async (tx) => {
      // Removed, paused or put to sleep while it was looked at: it says nothing any more.
      if (!(await holdAwake(tx, rule.id, groupId))) return undefined
      const made = await raiseSignal(tx, about, {
        bucket: last.start,
        cooldown: rule.cooldown,
        evidence: {
          metric: { key: metric.key, name: metric.name },
          unit: topic ? 'times' : metric.unit,
          kind: rule.test.kind,
          side,
          bucket: { from: last.start, to },
          value: verdict.value,
          against: verdict.against,
          line: verdict.line,
          base: topic?.members ?? last.base,
          series: series.slice(-shownBuckets[rule.unit]),
          causes,
          ...(topic ? { topic } : {}),
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

const sideOf = (test: AlertTest): 'below' | 'above' =>
  test.kind === 'silence' ? 'below' : test.kind === 'topic' ? 'above' : test.side

/** A topic that comes up no more is over. */
async function recoverTopics(ctx: Ctx, rule: Rule, things: readonly Thing[]): Promise<void> {
  if (rule.test.kind !== 'topic') return
  const found = new Set(things.map(({ topic }) => topic?.word))
  for (const topic of await findOpenTopics(ctx, rule.id))
    if (!found.has(topic)) await recover(ctx, { rule: rule.id, group: null, key: '', topic })
}

export const lookJob = (parts: InsightParts) =>
  defineJob({
    name: 'insight.look',
    label: alertLabels.look,
    input: z.object({}),
    keepDays: 7,
    run: async (ctx, _input, run) => await lookAtAll(ctx, parts, run),
  })

/**
 * Looks at every rule that is awake. A rule that cannot be measured is named and stops nobody else. Throws
 * `warehouse_unavailable` when the warehouse is away or knows a part only, after `patience` seconds: then nothing is
 * looked at, why is noted for who reads alerts, and the queue tries again.
 */
export async function lookAtAll(
  ctx: Ctx,
  parts: InsightParts,
  run: Pick<JobRun, 'signal' | 'progress'>,
  patience?: number,
): Promise<{ looked: number; raised: number; failed: readonly string[] }> {
  await installPresets(ctx)
  await closeOfArchived(ctx)
  const whole = await orMissed(ctx, parts, () => whenWhole(ctx, parts, run.signal, patience))
  const asking = await openAsking(ctx, parts, run.signal, 60)
  const archived = await findArchivedGroups(ctx)
  const awake = (await findRules(ctx)).filter(
    ({ pausedAt, snoozedUntil, scope }) =>
      !pausedAt && !(snoozedUntil && snoozedUntil > ctx.now) && !(scope.group && archived.has(scope.group)),
  )
  let raised = 0
  const failed: string[] = []
  for (const [at, rule] of awake.entries()) {
    run.signal.throwIfAborted()
    try {
      const found = await lookAt(asking, rule, whole)
      raised += found?.length ?? 0
      if (found)
        await ctx.db.updateTable('alert_rule').set({ looked_at: ctx.now }).where('id', '=', rule.id).execute()
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      // Whether the rule alone lacks something, or all of it is in part.
      await orMissed(ctx, parts, () => whole.stillWhole(ctx))
      failed.push(`${rule.id}: ${error.code}`)
    }
    await run.progress(at + 1, awake.length)
  }
  await forgetMissed(ctx)
  return { looked: awake.length - failed.length, raised, failed }
}

/** Notes why nothing was looked at when it throws. */
async function orMissed<T>(ctx: Ctx, parts: InsightParts, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Problem && error.code === 'warehouse_unavailable') await noteMissed(ctx, parts)
    throw error
  }
}

export const lookSchedule: readonly Schedule[] = [
  { job: 'insight.look', cron: '23 * * * *', zone: 'community', why: alertLabels.lookWhy },
]
