/** Computing RFM: every night as of the day before, and when somebody asks as of today. */
import { z } from 'zod'
import { defineJob, type Schedule } from '#base/jobs/job.ts'
import type { Parts } from '#base/parts.ts'
import { addToDay } from '#base/time/calendar.ts'
import type { Audience } from '../audience.ts'
import { freshQuery } from '../copies/fresh.ts'
import { findToday } from '../ranges.ts'
import { computeRfm } from './compute.ts'
import { kinds } from './model.ts'
import { rfmLabels } from './rfm.messages.ts'

export const computeRfmJob = (
  { warehouse }: Pick<Parts, 'warehouse'>,
  audience: Pick<Audience, 'requireFresh'>,
) =>
  defineJob({
    name: 'audience.compute_rfm',
    label: rfmLabels.computeJob,
    input: z.object({ kind: z.enum(kinds).optional(), asOf: z.iso.date().optional() }),
    expireSeconds: 3_000,
    keepDays: 30,
    run: async (ctx, { kind, asOf }, run) => {
      const day = asOf ?? addToDay(await findToday(ctx), -1, 'day')
      const query = freshQuery(ctx, warehouse, audience)
      const done = []
      for (const each of kind ? [kind] : kinds)
        done.push((await computeRfm(ctx, query, each, day, run)) ?? null)
      return done
    },
  })

export const computeRfmSchedule: Schedule = {
  job: 'audience.compute_rfm',
  cron: '20 3 * * *',
  zone: 'community',
  why: rfmLabels.nightly,
}
