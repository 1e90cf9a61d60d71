/** Series: tasks that come again. A task appears some days before it is due; who was away finds only the latest. */
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { problems } from '#base/http/problem.ts'
import { addToInstant } from '#base/time/calendar.ts'
import { audit, findCommunity } from '#modules/identity/api.ts'
import { accountOf } from '../acting.ts'
import { taskChanged } from '../facts.ts'
import { teamProblems } from '../problems.ts'
import { insertTask, note, type TaskInput } from './records.ts'
import { nextTime } from './rule.ts'
import { canEditTask } from './task.ts'
import { accessTask } from './tasks.sql.ts'

const zoneOf = async (ctx: Ctx): Promise<string> => (await findCommunity(ctx))?.time_zone ?? 'Asia/Shanghai'

/** Begins a series whose first task is due at `dueAt`. Throws `rule_invalid`, `rule_needs_due`. */
export async function beginSeries(
  ctx: Ctx,
  given: Omit<TaskInput, 'repeat'> & {
    readonly ownerId: Id | null
    readonly dueAt: Date | null
    readonly rule: string
    readonly leadDays: number
  },
): Promise<Id> {
  if (!given.dueAt) throw teamProblems.ruleNeedsDue()
  const { id } = await ctx.db
    .insertInto('task_series')
    .values({
      title: given.title,
      detail: given.detail ?? '',
      owner_id: given.ownerId,
      department_id: given.departmentId ?? null,
      steps: [...(given.steps ?? [])],
      check_how: given.checkHow ?? '',
      starts_at: given.dueAt,
      rule: given.rule,
      lead_days: given.leadDays,
      next_at: nextTime(given.rule, given.dueAt, given.dueAt, await zoneOf(ctx)) ?? null,
      created_at: ctx.now,
      created_by: describeActor(ctx.actor),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Lets a series end with the tasks that are there. Throws `task_not_found`, `forbidden`. */
export async function endSeries(ctx: Ctx, taskId: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const task = await accessTask(tx, taskId)
    if (!canEditTask(tx.actor, task)) throw problems.forbidden()
    if (!task.seriesId) throw problems.notFound()
    await tx.db
      .updateTable('task_series')
      .set({ ended_at: tx.now, ended_by: describeActor(tx.actor), next_at: null })
      .where('id', '=', task.seriesId)
      .where('ended_at', 'is', null)
      .execute()
    await note(tx, taskId, 'changed', { fields: 'series' })
    await announce(tx, taskChanged, { taskId, fields: ['series'] }, { object: { kind: 'task', id: taskId } })
    await audit(tx, 'task_series.ended', { kind: 'task_series', id: task.seriesId }, { by: accountOf(tx) })
  })
}

export const findSeries = (ctx: Ctx, id: Id) =>
  ctx.db
    .selectFrom('task_series')
    .select(['rule', 'lead_days as leadDays', 'next_at as nextAt', 'ended_at as endedAt'])
    .where('id', '=', id)
    .executeTakeFirst()

/** At most this many times of one series are looked through in a round. */
const mostTimes = 400

/**
 * Makes the tasks whose turn has come, one series at a time, so that a kill loses and doubles nothing.
 * Of times that were missed only the latest becomes a task. Returns how many were made.
 */
export async function makeDueTasks(ctx: Ctx, signal?: AbortSignal): Promise<number> {
  const zone = await zoneOf(ctx)
  const waiting = await ctx.db
    .selectFrom('task_series')
    .select(['id'])
    .where('next_at', 'is not', null)
    .where('ended_at', 'is', null)
    .where('next_at', '<=', addToInstant(ctx.now, 60, 'day', zone))
    .orderBy('next_at')
    .limit(1_000)
    .execute()
  let made = 0
  for (const { id } of waiting) {
    if (signal?.aborted) break
    made += await transact(ctx, (tx) => makeOf(tx, id, zone))
  }
  return made
}

async function makeOf(ctx: Ctx, id: Id, zone: string): Promise<number> {
  const series = await ctx.db
    .selectFrom('task_series')
    .selectAll()
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!series?.next_at) return 0
  const horizon = addToInstant(ctx.now, series.lead_days, 'day', zone)
  const times: Date[] = []
  let next: Date | undefined = series.next_at
  while (next && next <= horizon && times.length < mostTimes) {
    times.push(next)
    next = nextTime(series.rule, series.starts_at, next, zone)
  }
  if (times.length === 0) return 0
  const missed = times.filter((time) => time <= ctx.now)
  const wanted = [...missed.slice(-1), ...times.filter((time) => time > ctx.now)]
  for (const dueAt of wanted)
    await insertTask(ctx, {
      title: series.title,
      detail: series.detail,
      ownerId: series.owner_id,
      departmentId: series.department_id,
      dueAt,
      checkHow: series.check_how,
      steps: series.steps,
      seriesId: id,
    })
  await ctx.db
    .updateTable('task_series')
    .set({ next_at: next ?? null })
    .where('id', '=', id)
    .execute()
  return wanted.length
}
