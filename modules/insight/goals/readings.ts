/**
 * Reading how goals stand: the figure at the end of every whole day since half a year before the start, kept as it
 * was read. Missing days are filled, however long nobody read; days whose figure may
 * have changed since are read again, and no others.
 */
import { sql } from 'kysely'
import { z } from 'zod'
import { type Ctx, transact } from '#base/context.ts'
import { Problem } from '#base/http/problem.ts'
import { defineJob, type JobRun, type Schedule } from '#base/jobs/job.ts'
import { addToDay, type Day, daysBetween } from '#base/time/calendar.ts'
import { raiseSignal, recover } from '../alerts/signals.ts'
import { type Asking, openAsking } from '../asking.ts'
import { type Ask, type Measured, measureAll } from '../metrics/measure.ts'
import { openFigureStamps, type ReadState } from '../metrics/remember/reading-stamps.ts'
import type { InsightParts } from '../parts.ts'
import { type Whole, whenWhole } from '../whole.ts'
import { closeGoalsOfArchived } from './archived.ts'
import { type Course, expectedAt, type GoalDraft, type Reading, standingOf, usualBaseline } from './goal.ts'
import { goalLabels as labels } from './goals.messages.ts'
import { findReadings, findRunningGoals, type Goal, getGoal } from './goals.ts'

/** History that shows which pace is possible, in days before the start. */
export const historyDays = 182

const earlier = (one: Day, other: Day): Day => [one, other].toSorted()[0]!
const later = (one: Day, other: Day): Day => [one, other].toSorted()[1]!

interface Known extends Reading {
  readonly base: number | null
}

/**
 * The figure at the end of each day of a range. What is counted since the start (`days` null) is asked for a day at
 * a time; the questions share statements.
 */
async function readDays(
  asking: Asking,
  { metric, scope, days, startsOn }: Pick<GoalDraft, 'metric' | 'scope' | 'days' | 'startsOn'>,
  { from, to }: { readonly from: Day; readonly to: Day },
): Promise<Known[]> {
  if (from > to) return []
  if (days === null) {
    const asked: Day[] = []
    for (let day = later(from, startsOn); day <= to; day = addToDay(day, 1, 'day')) asked.push(day)
    const asks = asked.map(
      (day): Ask => ({ ref: metric, question: { scope, days: { from: startsOn, to: day } } }),
    )
    const measured = await measureAll(asking, asks)
    return measured.map(({ total }, at) => ({
      day: asked[at]!,
      value: total.value,
      base: total.under ?? null,
    }))
  }
  const [measured] = await measureAll(asking, [
    { ref: metric, question: { scope, days: { from, to }, unit: 'day', rolling: days } },
  ])
  return measured!.points.map(({ start, value, under }) => ({ day: start, value, base: under ?? null }))
}

export interface Before {
  readonly metric: Measured['metric']
  readonly from: Day
  readonly to: Day
  readonly baseline: number | null
  readonly base: number | null
  readonly history: readonly Reading[]
}

/**
 * What was before a goal: its baseline, which is the mean of the readings whose days lie in the days of the baseline
 * (of a longer goal: the figure of those days as a whole), and half a year of readings.
 */
export async function findBefore(asking: Asking, draft: GoalDraft): Promise<Before> {
  const { from, to } = draft.baseline ?? usualBaseline(draft)
  const whole: Ask = { ref: draft.metric, question: { scope: draft.scope, days: { from, to } } }
  const [measured] = await measureAll(asking, [whole])
  const yesterday = addToDay(asking.clock.today, -1, 'day')
  const last = addToDay(draft.startsOn, -1, 'day')
  const history =
    draft.days === null
      ? []
      : await readDays(asking, draft, {
          from: addToDay(draft.startsOn, -historyDays, 'day'),
          to: earlier(last, yesterday),
        })
  const first = draft.days === null ? to : addToDay(from, draft.days - 1, 'day')
  const within = history.filter(({ day, value }) => value !== null && day >= first && day <= to)
  const mean = within.reduce((sum, { value }) => sum + value!, 0) / within.length
  return {
    metric: measured!.metric,
    from,
    to,
    baseline: draft.days === null ? measured!.total.value : within.length > 0 ? mean : null,
    base: within.at(-1)?.base ?? measured!.total.under ?? null,
    history,
  }
}

/** Days that are read and kept together: killed in between, the next run goes on behind them. */
const readAtOnce = 120

/**
 * Reads a goal up to yesterday: what is not read yet, and of what was read whatever may come out differently now, however
 * long ago it was. Answers all its readings.
 */
export async function readGoal(asking: Asking, goal: Goal): Promise<readonly Reading[]> {
  const { ctx, clock } = asking
  const end = earlier(addToDay(clock.today, -1, 'day'), goal.dueOn)
  const begin = goal.days === null ? goal.startsOn : addToDay(goal.startsOn, -historyDays, 'day')
  const { rows } = await sql<{ day: Day; stamp: string | null }>`
    select day::text, stamp from goal_reading where goal_id = ${goal.id}::bigint`.execute(ctx.db)
  const known = new Map(rows.map(({ day, stamp }) => [day, stamp]))
  const { rows: kept } = await sql<{ state: ReadState | null }>`
    select read_state as state from goal where id = ${goal.id}::bigint`.execute(ctx.db)
  const rolling = goal.days ?? undefined
  const stamps = await openFigureStamps(asking, { ...goal, rolling }, kept[0]?.state ?? null)
  const spanOf = (day: Day) => ({ from: goal.days === null ? goal.startsOn : day, to: day })
  const stale: { day: Day; stamp: string }[] = []
  for (let day = begin; day <= end; day = addToDay(day, 1, 'day')) {
    const stamp = stamps.of(spanOf(day))
    if (known.get(day) !== stamp || stamps.isTouched(spanOf(day))) stale.push({ day, stamp })
  }
  for (const some of runsOf(stale)) {
    const read = await readDays(asking, goal, { from: some[0]!.day, to: some.at(-1)!.day })
    await keepReadings(ctx, goal, read, new Map(some.map(({ day, stamp }) => [day, stamp])))
  }
  // Kept when all is read: until then a run that comes after this one reads the same again.
  await sql`update goal set read_state = ${JSON.stringify(stamps.state)}::jsonb where id = ${goal.id}::bigint`.execute(
    ctx.db,
  )
  return (await findReadings(ctx, [goal.id])).get(goal.id) ?? []
}

/** Days in a row, so many at most. */
function runsOf<T extends { readonly day: Day }>(days: readonly T[]): T[][] {
  const runs: T[][] = []
  for (const each of days) {
    const run = runs.at(-1)
    if (run && run.length < readAtOnce && addToDay(run.at(-1)!.day, 1, 'day') === each.day) run.push(each)
    else runs.push([each])
  }
  return runs
}

async function keepReadings(
  ctx: Ctx,
  { id }: Pick<Goal, 'id'>,
  readings: readonly Known[],
  stamps: ReadonlyMap<Day, string>,
): Promise<void> {
  await sql`
    insert into goal_reading (goal_id, day, value, base, stamp, read_at)
    select ${id}::bigint, day, value, base, stamp, ${ctx.now}
      from unnest(${readings.map(({ day }) => day)}::date[], ${readings.map(({ value }) => value)}::float8[],
                  ${readings.map(({ base }) => base)}::float8[], ${readings.map(({ day }) => stamps.get(day) ?? null)}::text[])
           as read (day, value, base, stamp)
     order by day
    on conflict (goal_id, day) do update
       set value = excluded.value, base = excluded.base, stamp = excluded.stamp, read_at = excluded.read_at`.execute(
    ctx.db,
  )
}

/** Whole days that a goal has to run before being behind is a matter; the first ones jump. */
const earliestSignal = 7
/** Days of quiet after a signal about a goal was closed. */
const goalCooldown = 14

/** Raises a signal about a goal that is behind its pace, and lets it go when it caught up (S0-08, N7). */
export async function judgeGoal(
  asking: Asking,
  goal: Goal,
  metric: Measured['metric'],
  readings: readonly Reading[],
): Promise<void> {
  const { ctx } = asking
  const standing = standingOf(goal, readings)
  if (standing.day === null || daysBetween(goal.startsOn, standing.day) < earliestSignal) return
  if (standing.pace !== 'behind') return await recover(ctx, { goal: goal.id })
  await raiseSignal(
    ctx,
    { goal: goal.id },
    {
      bucket: standing.day,
      cooldown: goalCooldown,
      evidence: {
        metric: { key: metric.key, name: metric.name },
        unit: metric.unit,
        kind: 'pace',
        side: goal.better === 'more' ? 'below' : 'above',
        bucket: { from: standing.day, to: standing.day },
        value: standing.value,
        against: standing.expected,
        line: standing.expected,
        base: null,
        series: weekly(readings, goal).map(({ day, value }) => ({ start: day, value, base: null })),
        causes: [],
      },
    },
  )
}

/** A reading a week, up to the latest, since the start. */
function weekly(readings: readonly Reading[], { startsOn }: Pick<Course, 'startsOn'>): readonly Reading[] {
  const since = readings.filter(({ day }) => day >= startsOn)
  const last = since.at(-1)
  return last ? since.filter(({ day }) => daysBetween(day, last.day) % 7 === 0) : []
}

/** The gap to the pace at each reading since the start: what a chart shows beside the figure. */
export const paceOf = (goal: Course, readings: readonly Reading[]) =>
  readings
    .filter(({ day }) => day >= goal.startsOn)
    .map(({ day }) => ({ day, expected: expectedAt(goal, day) }))

export const readGoalsJob = (parts: InsightParts) =>
  defineJob({
    name: 'insight.read_goals',
    label: labels.read,
    input: z.object({ goalId: z.string().optional() }),
    keepDays: 7,
    run: async (ctx, { goalId }, run) => await readGoals(ctx, parts, run, goalId),
  })

/**
 * Reads one goal, or all that run. Safe to repeat. One that cannot be read any more (what it asks for is gone) is named
 * and holds up no other. Throws `warehouse_unavailable` while figures would be wrong.
 */
export async function readGoals(
  ctx: Ctx,
  parts: InsightParts,
  run: Pick<JobRun, 'signal' | 'progress'>,
  goalId?: string,
): Promise<{ goals: number; failed: readonly string[] }> {
  await closeGoalsOfArchived(ctx, parts)
  const whole = await whenWhole(ctx, parts, run.signal)
  const asking = await openAsking(ctx, parts, run.signal, 60)
  const goals = goalId ? [await getGoal(ctx, goalId)] : await findRunningGoals(ctx)
  const failed: string[] = []
  for (const [at, goal] of goals.entries()) {
    run.signal.throwIfAborted()
    if (goal.closedAt) continue
    try {
      await readAndJudge(asking, goal, whole)
    } catch (error) {
      if (!(error instanceof Problem) || error.code === 'warehouse_unavailable') throw error
      failed.push(`${goal.id}: ${error.code}`)
    }
    await run.progress(at + 1, goals.length)
  }
  return { goals: goals.length - failed.length, failed }
}

async function readAndJudge(asking: Asking, goal: Goal, { stillWhole }: Whole): Promise<void> {
  const readings = await readGoal(asking, goal)
  const { today } = asking.clock
  const [measured] = await measureAll(asking, [
    { ref: goal.metric, question: { scope: goal.scope, days: { from: today, to: today } } },
  ])
  // A goal is not behind because a part of what happened is not there yet.
  await stillWhole(asking.ctx)
  await transact(asking.ctx, async (tx) => {
    // Whoever ends it meanwhile ends its signal with it; none may be raised behind that.
    const { rows } = await sql`
      select from goal where id = ${goal.id}::bigint and closed_at is null for update`.execute(tx.db)
    if (rows.length > 0) await judgeGoal({ ...asking, ctx: tx }, goal, measured!.metric, readings)
  })
}

export const readGoalsSchedule: readonly Schedule[] = [
  { job: 'insight.read_goals', cron: '35 0 * * *', zone: 'community', why: labels.readWhy },
]
