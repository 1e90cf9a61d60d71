import { z } from 'zod'
import { defineJob, type Schedule } from '#base/jobs/job.ts'
import { courseLabels } from '../course.messages.ts'
import type { Notify } from '../notices/notices.ts'
import { type Asked, applyRules } from './running.ts'

export const eliminateJob = (audience: Asked, notify: Notify) =>
  defineJob({
    name: 'groups.eliminate',
    label: courseLabels.eliminate,
    input: z.object({}),
    expireSeconds: 3_600,
    keepDays: 30,
    run: async (ctx, _input, run) => await applyRules(ctx, audience, notify, run),
  })

export const eliminateSchedule: readonly Schedule[] = [
  { job: 'groups.eliminate', cron: '20 9 * * *', zone: 'community', why: courseLabels.eliminateWhy },
]
