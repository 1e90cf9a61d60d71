/** What identity does by itself: checks and trims the audit log, lets go of what has expired. */
import { z } from 'zod'
import type { Ctx } from '#base/context.ts'
import { defineJob } from '#base/jobs/job.ts'
import { checkpointAudit, trimAudit, verifyAudit } from './audit/verify.ts'
import type { Identity } from './engine/identity.ts'

/** Deletes what is over: sessions, proofs, tries, and sign-in records past their time. */
async function dropExpired(ctx: Ctx, retentionDays: number): Promise<void> {
  await ctx.db.deleteFrom('session').where('expires_at', '<', ctx.now).execute()
  await ctx.db.deleteFrom('verification').where('expires_at', '<', ctx.now).execute()
  await ctx.db
    .deleteFrom('guess_budget')
    .where('opened_at', '<', new Date(ctx.now.getTime() - 86_400_000))
    .execute()
  await ctx.db
    .deleteFrom('sign_in_record')
    .where('at', '<', new Date(ctx.now.getTime() - retentionDays * 86_400_000))
    .execute()
}

export const identityUpkeep = (identity: Identity) => {
  const job = defineJob({
    name: 'identity.upkeep',
    label: { zh: '校验审计日志并清理过期登录数据', en: 'Check the audit log and clear expired sign-in data' },
    input: z.object({}),
    run: async (ctx) => {
      const { parts } = identity
      const days = parts.config.LOG_RETENTION_DAYS
      const verification = await verifyAudit(ctx, parts.secrets)
      if (!verification.intact)
        // Nothing is trimmed or marked over a broken chain: the evidence stays.
        throw new Error(`The audit log is not as it was written, from entry ${verification.brokenAt} on`)
      await checkpointAudit(ctx, parts.secrets)
      const trimmed = await trimAudit(ctx, parts.secrets, days)
      await dropExpired(ctx, days)
      return { ...verification, trimmed }
    },
  })
  return {
    job,
    schedule: {
      job: job.name,
      cron: '17 3 * * *',
      zone: 'UTC',
      why: 'Proves daily that nobody touched the audit log, and keeps access records no longer than configured',
    },
  }
}
