import { z } from 'zod'
import { defineJob, type Schedule } from '#base/jobs/job.ts'
import { engageTexts as texts } from '../engage.messages.ts'
import type { EngageParts } from '../parts.ts'
import { sendDigests } from './digest.ts'

export const digestJob = (parts: EngageParts) =>
  defineJob({
    name: 'engage.digest',
    label: texts.digestJob,
    input: z.object({}),
    expireSeconds: 3_600,
    run: async (ctx, _input, { signal, progress }) => ({
      sent: await sendDigests(ctx, parts, { signal, progress }),
    }),
  })

/** Often enough for zones that are half an hour apart. */
export const digestSchedule: Schedule = {
  job: 'engage.digest',
  cron: '*/15 * * * *',
  zone: 'community',
  why: texts.digestWhy,
}
