/** Housekeeping of the machine itself. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Ctx } from '#base/context.ts'
import { makeLogMonths, sweepEffectKeys, sweepOldKeys } from '#base/facts/upkeep.ts'
import { defineJob, type Schedule } from '#base/jobs/job.ts'
import { messages } from '../system.messages.ts'

const input = z.object({})
/** Such runs tell nothing after a week. */
const keepDays = 7

const monthsJob = defineJob({
  name: 'system.log_months',
  label: messages.monthsJob,
  input,
  keepDays,
  run: async (ctx) => await makeLogMonths(ctx),
})

const sweepJob = defineJob({
  name: 'system.sweep_keys',
  label: messages.sweepJob,
  input,
  keepDays,
  run: async (ctx) => ({ effectKeys: await sweepEffectKeys(ctx), otherRows: await sweepOldKeys(ctx) }),
})

const forgetJob = defineJob({
  name: 'system.forget',
  label: messages.forgetJob,
  input,
  keepDays,
  run: async (ctx) => ({ rows: await forgetOldRows(ctx) }),
})

/** Removes progress whose job is gone, and processes that have been silent for a day. Resolves to how many rows went. */
export async function forgetOldRows({ db }: Ctx): Promise<number> {
  const progress = await sql`
    delete from job_progress p where updated_at < now() - interval '1 day'
       and not exists (select from pgboss.job j where j.id = p.job_id)`.execute(db)
  const beats = await sql`delete from process_beat where beat_at < now() - interval '1 day'`.execute(db)
  return Number(progress.numAffectedRows ?? 0n) + Number(beats.numAffectedRows ?? 0n)
}

export const upkeepJobs = [monthsJob, sweepJob, forgetJob]

const zone = 'Asia/Shanghai'

export const upkeepSchedule: readonly Schedule[] = [
  { job: monthsJob.name, cron: '15 3 * * *', zone, why: messages.monthsWhy },
  { job: sweepJob.name, cron: '30 3 * * *', zone, why: messages.sweepWhy },
  { job: forgetJob.name, cron: '45 3 * * *', zone, why: messages.forgetWhy },
]
