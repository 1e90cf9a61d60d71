/** Clears mail content after a week and the record of it after the retention of logs. */
import { z } from 'zod'
import { defineJob, type Schedule } from '../jobs/job.ts'
import { mailMessages } from './mail.messages.ts'
import type { MailSettings } from './settings.ts'

const day = 86_400_000

export const mailSweepJob = (settings: MailSettings) =>
  defineJob({
    name: 'mail.sweep',
    label: mailMessages.sweepJob,
    input: z.object({}),
    run: async (ctx) => {
      await ctx.db
        .updateTable('mail')
        .set({ content: null })
        .where('state', '=', 'kept')
        .where('content', 'is not', null)
        .where('created_at', '<', new Date(ctx.now.getTime() - 7 * day))
        .execute()
      // What found no room for days is news no more.
      await ctx.db
        .updateTable('mail')
        .set({ state: 'dropped', content: null })
        .where('state', '=', 'held')
        .where('created_at', '<', new Date(ctx.now.getTime() - 3 * day))
        .execute()
      await ctx.db
        .deleteFrom('mail')
        .where('created_at', '<', new Date(ctx.now.getTime() - settings.retentionDays * day))
        .execute()
    },
  })

export const mailSweepSchedule: Schedule = {
  job: 'mail.sweep',
  cron: '20 3 * * *',
  zone: 'Asia/Shanghai',
  why: mailMessages.sweepWhy.en,
}
