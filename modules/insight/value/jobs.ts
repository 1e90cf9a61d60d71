/** Estimating value: every night as of the day before, and when somebody asks as of today. */
import { z } from 'zod'
import { defineJob, type Schedule } from '#base/jobs/job.ts'
import { addToDay } from '#base/time/calendar.ts'
import { freshQuery, readClock } from '#modules/audience/api.ts'
import type { InsightParts } from '../parts.ts'
import { computeValue } from './compute.ts'
import { usualDiscount } from './model.ts'
import { valueLabels } from './value.messages.ts'
import { getDiscount } from './versions.ts'

export const computeValueJob = ({ warehouse, audience }: Pick<InsightParts, 'warehouse' | 'audience'>) =>
  defineJob({
    name: 'insight.value',
    label: valueLabels.job,
    input: z.object({ asOf: z.iso.date().optional(), discountPerYear: z.number().min(0).max(1).optional() }),
    expireSeconds: 3_000,
    keepDays: 30,
    run: async (ctx, { asOf, discountPerYear }, run) =>
      await computeValue(
        ctx,
        freshQuery(ctx, warehouse, audience),
        {
          asOf: asOf ?? addToDay((await readClock(ctx)).today, -1, 'day'),
          discountPerYear: discountPerYear ?? (await getDiscount(ctx)) ?? usualDiscount,
        },
        run,
      ),
  })

export type ComputeValue = ReturnType<typeof computeValueJob>

export const computeValueSchedule: Schedule = {
  job: 'insight.value',
  cron: '40 3 * * *',
  zone: 'community',
  why: valueLabels.nightly,
}
