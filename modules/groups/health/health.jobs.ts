import { z } from 'zod'
import { defineJob, type Schedule } from '#base/jobs/job.ts'
import type { Parts } from '#base/parts.ts'
import { type Audience, freshQuery } from '#modules/audience/api.ts'
import { courseLabels } from '../course.messages.ts'
import { measureGroups } from './measuring.ts'

export const measureJob = (
  { warehouse }: Pick<Parts, 'warehouse'>,
  audience: Pick<Audience, 'requireFresh'>,
) =>
  defineJob({
    name: 'groups.measure',
    label: courseLabels.measure,
    input: z.object({}),
    keepDays: 7,
    run: async (ctx, _input, run) =>
      await measureGroups(ctx, { query: freshQuery(ctx, warehouse, audience) }, run),
  })

export const measureSchedule: readonly Schedule[] = [
  { job: 'groups.measure', cron: '7 * * * *', zone: 'Asia/Shanghai', why: courseLabels.measureWhy },
]
