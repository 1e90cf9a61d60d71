/** Looking once a week which stage the figures suggest, so that somebody is told when they disagree for long. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Ctx } from '#base/context.ts'
import { defineJob, type JobRun, type Schedule } from '#base/jobs/job.ts'
import { addToDay, type Day, startOfUnit } from '#base/time/calendar.ts'
import { openAsking } from '../asking.ts'
import type { InsightParts } from '../parts.ts'
import { whenWhole } from '../whole.ts'
import { readSuggestion } from './reading.ts'
import { stageLabels as labels } from './stage.messages.ts'

/** Weeks that are looked back on when nobody looked. */
const lookBack = 8

/** Looks at every week of the last eight that nobody looked at; safe to repeat, and goes on where it was stopped. */
export async function lookAtStages(
  ctx: Ctx,
  parts: InsightParts,
  run: Pick<JobRun, 'signal' | 'progress'>,
): Promise<{ looked: number }> {
  const whole = await whenWhole(ctx, parts, run.signal)
  const asking = await openAsking(ctx, parts, run.signal, 60)
  const monday = startOfUnit(asking.clock.today, 'week')
  const weeks = Array.from({ length: lookBack }, (_, at) => addToDay(monday, at + 1 - lookBack, 'week'))
  const { rows } = await sql<{ week: Day }>`
    select week::text as week from product_stage_look where week >= ${weeks[0]!}::date`.execute(ctx.db)
  const missing = weeks.filter((week) => !rows.some((row) => row.week === week))
  for (const [at, week] of missing.entries()) {
    run.signal.throwIfAborted()
    const evidence = await readSuggestion(asking, addToDay(week, -1, 'day'))
    await whole.stillWhole(ctx)
    await ctx.db
      .insertInto('product_stage_look')
      .values({
        week: sql<Date>`${week}::date`,
        suggested: evidence.suggested,
        evidence: JSON.stringify(evidence),
        looked_at: ctx.now,
      })
      .onConflict((conflict) => conflict.column('week').doNothing())
      .execute()
    await run.progress(at + 1, missing.length)
  }
  return { looked: missing.length }
}

export const lookAtStagesJob = (parts: InsightParts) =>
  defineJob({
    name: 'insight.look_at_stages',
    label: labels.look,
    input: z.object({}),
    keepDays: 30,
    run: async (ctx, _, run) => await lookAtStages(ctx, parts, run),
  })

/** Every day, since a Monday may be missed. */
export const lookAtStagesSchedule: readonly Schedule[] = [
  { job: 'insight.look_at_stages', cron: '50 1 * * *', zone: 'community', why: labels.lookWhy },
]
