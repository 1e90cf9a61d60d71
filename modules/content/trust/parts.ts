import { z } from 'zod'
import { defineJob } from '#base/jobs/job.ts'
import { joinParts } from '#base/module.ts'
import type { ContentParts } from '../parts.ts'
import { trustFields } from './fields.ts'
import { trustData } from './personal.ts'
import { moveTrust } from './raising.ts'
import { trustWords } from './trust.messages.ts'
import { trustRoutes } from './trust.routes.ts'

export const trustParts = ({ audience }: ContentParts) => {
  const move = defineJob({
    name: 'content.move_trust',
    label: trustWords.job,
    input: z.object({}),
    expireSeconds: 3_600,
    run: async (ctx, _input, run) => await moveTrust(ctx, audience, run.signal),
  })
  return joinParts({
    routes: trustRoutes(audience),
    jobs: [move],
    schedule: [{ job: move.name, cron: '25 * * * *', zone: 'community', why: trustWords.jobWhy }],
    fields: [trustFields],
    personal: [trustData],
  })
}
