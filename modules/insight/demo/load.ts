/**
 * Goals, annotations, costs and questions of the demo brand, set by the verbs that the console calls, each at the
 * moment at which it happened. What is there is not set again; `unload.ts` knows it by who set it.
 */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { simulatedLock } from '#base/declarations/simulated.ts'
import { Problem } from '#base/http/problem.ts'
import { addToDay, type Day, instantOf } from '#base/time/calendar.ts'
import { readClock } from '#modules/audience/api.ts'
import { annotate } from '../annotations/annotations.ts'
import { openAsking } from '../asking.ts'
import { enterCosts, type NewCost } from '../attribution/costs.ts'
import { type GoalDraft, targetOf } from '../goals/goal.ts'
import { closeGoal, getGoal, setGoal } from '../goals/goals.ts'
import { findBefore, readGoal } from '../goals/readings.ts'
import type { InsightParts } from '../parts.ts'
import { saveQuestion } from '../saved/saved.ts'
import { chooseStage, findStage } from '../stage/stages.ts'
import { keepDemoChannels } from './channels.ts'
import { keepDashboards } from './dashboards.ts'
import { tryOut } from './experiment.ts'
import { loadDemoImprovements } from './improvements.ts'
import {
  annotations,
  campaignCosts,
  experiment,
  goals,
  monthlyCosts,
  questions,
  stages,
  type ToldGoal,
} from './story.ts'

/** Who sets all of it, as rows and the log name him. */
const simulator = { kind: 'system', name: 'seed' } as const
const asSimulator = 'system:seed'

/** The days of the simulation, both included. */
interface Window {
  readonly from: Day
  readonly to: Day
  readonly zone: string
}

interface Load {
  readonly ctx: Ctx
  readonly parts: InsightParts
  readonly window: Window
  readonly groups: ReadonlyMap<string, Id>
  readonly owners: readonly Id[]
}

/**
 * Sets what is not there yet. `owners`: accounts of operators who answer for the goals, in turn. False when nothing
 * is simulated here. The warehouse must be filled: baselines are read from it.
 */
export async function loadDemoFigures(
  ctx: Ctx,
  parts: InsightParts,
  owners: readonly Id[],
  signal?: AbortSignal,
): Promise<boolean> {
  const window = await findWindow(ctx)
  if (!window) return false
  const rows = await ctx.db.selectFrom('community_group').select(['id', 'slug']).execute()
  const load = { ctx, parts, window, owners, groups: new Map(rows.map(({ slug, id }) => [slug, id])) }
  await enterWhatWasSpent(load)
  await planChannels(load)
  await noteWhatHappened(load)
  await keepQuestions(load)
  await whileThere({ ...ctx, actor: simulator }, keepDashboards)
  await experimented(load)
  await chooseStages(load)
  for (const goal of goals) {
    signal?.throwIfAborted()
    await pursue(load, goal)
  }
  return true
}

/** Improvements come after signals were looked for: they begin with one. */
export async function loadImprovements(ctx: Ctx, parts: InsightParts, owners: readonly Id[]): Promise<void> {
  const window = await findWindow(ctx)
  if (!window) return
  const rows = await ctx.db.selectFrom('community_group').select(['id', 'slug']).execute()
  await loadDemoImprovements(ctx, {
    parts,
    owners,
    groups: new Map(rows.map(({ slug, id }) => [slug, id])),
    ...window,
    on: (day) => on(ctx, window, day),
    whileThere,
  })
}

async function findWindow(ctx: Ctx): Promise<Window | undefined> {
  const run = await ctx.db
    .selectFrom('seed_run')
    .select([sql<Day>`ends_on::text`.as('to'), 'days'])
    .where('loaded_at', 'is not', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const { zone } = await readClock(ctx)
  return run && { from: addToDay(run.to, 1 - run.days, 'day'), to: run.to, zone }
}

/** The simulator at noon of a day. */
const on = (ctx: Ctx, { zone }: Window, day: Day): Ctx => {
  const noon = instantOf(day, '12:00', zone)
  return { ...ctx, actor: simulator, now: new Date(Math.min(noon.getTime(), ctx.now.getTime())) }
}

/** Runs while nobody takes the demo out, and not any more when somebody did. */
async function whileThere(ctx: Ctx, work: (tx: Ctx) => Promise<void>): Promise<void> {
  await transact(ctx, async (tx) => {
    await sql`select pg_advisory_xact_lock(${simulatedLock})`.execute(tx.db)
    const run = await tx.db.selectFrom('seed_run').select('id').limit(1).executeTakeFirst()
    if (run) await work(tx)
  })
}

async function pursue(load: Load, told: ToldGoal): Promise<void> {
  const { window, parts } = load
  const group = told.group && load.groups.get(told.group)
  if (told.group && !group) return
  const startsOn = addToDay(window.to, -told.began, 'day')
  // Nothing is known of before the simulation.
  if (startsOn <= window.from) return
  const draft: GoalDraft = {
    metric: told.metric,
    // Of its members: who reads along in open boards does not belong to it.
    scope: group ? { group } : {},
    days: told.days,
    mode: told.mode,
    amount: told.amount,
    startsOn,
    dueOn: addToDay(startsOn, told.lasts - 1, 'day'),
  }
  const then = on(load.ctx, window, startsOn)
  const find = async (ctx: Ctx) =>
    await ctx.db
      .selectFrom('goal')
      .select(['id', 'closed_at'])
      .where('created_by', '=', asSimulator)
      .where('name', '=', told.name)
      .executeTakeFirst()
  if (!(await find(then))) {
    const before = await findBefore(await openAsking(then, parts, undefined, 60), draft)
    const target = targetOf(draft, before.baseline, before.metric)
    if (target === undefined) return
    await whileThere(then, async (tx) => {
      if (await find(tx)) return
      await setGoal(tx, {
        ...draft,
        name: told.name,
        why: told.why,
        better: before.metric.better,
        baselineFrom: before.from,
        baselineTo: before.to,
        baseline: before.baseline,
        target,
        ownerId: load.owners[told.owner % Math.max(1, load.owners.length)] ?? null,
      })
    })
  }
  const { closed } = told
  const set = await find(then)
  if (!closed || !set || set.closed_at) return
  const later = on(load.ctx, window, addToDay(draft.dueOn, 1, 'day'))
  await readGoal(await openAsking(later, parts, undefined, 60), await getGoal(later, set.id))
  await whileThere(later, async (tx) => {
    await closeGoal(tx, set.id, closed).catch((error: unknown) => {
      // Somebody else ended it meanwhile.
      if (!(error instanceof Problem && error.code === 'goal_is_closed')) throw error
    })
  })
}

const dayOfNote = ({ from, to }: Window, when: (typeof annotations)[number]['on']): Day => {
  if ('ago' in when) return addToDay(to, -when.ago, 'day')
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
  return addToDay(from, Math.floor(days * when.gone), 'day')
}

async function noteWhatHappened(load: Load): Promise<void> {
  await whileThere(load.ctx, async (tx) => {
    const there = tx.db.selectFrom('annotation').select('id').where('created_by', '=', asSimulator)
    if (await there.limit(1).executeTakeFirst()) return
    for (const { text, kind, on: when, lasts, group } of annotations) {
      const groupId = group ? load.groups.get(group) : null
      if (groupId === undefined) continue
      const day = dayOfNote(load.window, when)
      const until = lasts > 1 ? addToDay(day, lasts - 1, 'day') : null
      await annotate(on(tx, load.window, day), { day, until, text, kind, groupId })
    }
  })
}

async function enterWhatWasSpent(load: Load): Promise<void> {
  const { window } = load
  await whileThere(load.ctx, async (tx) => {
    const there = tx.db.selectFrom('channel_cost').select('id').where('entered_by', '=', asSimulator)
    if (await there.limit(1).executeTakeFirst()) return
    for (let firstDay = window.from; firstDay <= window.to; firstDay = addToDay(firstDay, 30, 'day')) {
      const lastDay = addToDay(firstDay, 29, 'day')
      const costs: NewCost[] = monthlyCosts.map((cost) => ({ ...cost, firstDay, lastDay }))
      for (const { during, ...cost } of campaignCosts) {
        const note = annotations.find(({ text }) => text === during)!
        const day = dayOfNote(window, note.on)
        if (day >= firstDay && day <= lastDay)
          costs.push({ ...cost, firstDay: day, lastDay: addToDay(day, note.lasts - 1, 'day') })
      }
      await enterCosts(on(tx, window, lastDay), costs)
    }
  })
}

async function planChannels({ ctx, window, owners }: Load): Promise<void> {
  await whileThere(ctx, async (tx) => {
    const { members } = await tx.db
      .selectFrom('member')
      .select(sql<number>`count(*)::int`.as('members'))
      .where('seed_run_id', 'is not', null)
      .executeTakeFirstOrThrow()
    await keepDemoChannels({ to: window.to, members, owners, on: (day) => on(tx, window, day) })
  })
}

async function experimented({ ctx, window }: Load): Promise<void> {
  const { began, ended, decidedOn } = experiment
  if (addToDay(window.to, -began, 'day') < window.from) return
  await whileThere(ctx, async (tx) => {
    const ago = (days: number) => on(tx, window, addToDay(window.to, -days, 'day'))
    await tryOut(experiment, { made: ago(began), stopped: ago(ended), decided: ago(decidedOn) })
  })
}

async function chooseStages({ ctx, window }: Load): Promise<void> {
  await whileThere(ctx, async (tx) => {
    // What somebody chose himself is not told over.
    if (await findStage(tx)) return
    let after: Id | null = null
    for (const { stage, why, began } of stages) {
      const day = addToDay(window.to, -began, 'day')
      if (day < window.from) continue
      after = (await chooseStage(on(tx, window, day), { stage, why, after })).id
    }
  })
}

async function keepQuestions(load: Load): Promise<void> {
  await whileThere({ ...load.ctx, actor: simulator }, async (tx) => {
    const there = tx.db.selectFrom('saved_question').select('id').where('created_by', '=', asSimulator)
    if (await there.limit(1).executeTakeFirst()) return
    for (const question of questions) await saveQuestion(tx, question)
  })
}
