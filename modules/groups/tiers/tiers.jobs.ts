import { z } from 'zod'
import { defineJob, type Schedule } from '#base/jobs/job.ts'
import { courseLabels } from '../course.messages.ts'
import type { Notify } from '../notices/notices.ts'
import { type Asked, moveByRules } from './moving.ts'

export const moveTiersJob = (audience: Asked, notify: Notify) =>
  defineJob({
    name: 'groups.move_tiers',
    label: courseLabels.moveTiers,
    input: z.object({}),
    expireSeconds: 3_600,
    keepDays: 30,
    run: async (ctx, _input, run) => await moveByRules(ctx, audience, run, notify),
  })

export const moveTiersSchedule: readonly Schedule[] = [
  { job: 'groups.move_tiers', cron: '40 8 * * *', zone: 'community', why: courseLabels.moveTiersWhy },
]
