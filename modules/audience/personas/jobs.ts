/** Counting personas: every night, and when one was changed. */
import { z } from 'zod'
import { id } from '#base/http/schemas.ts'
import { defineJob, type Schedule } from '#base/jobs/job.ts'
import type { Audience } from '../audience.ts'
import { personaLabels } from './personas.messages.ts'
import { countPersonas } from './personas.ts'

export const computePersonasJob = (audience: Audience) =>
  defineJob({
    name: 'audience.count_personas',
    label: personaLabels.computeJob,
    input: z.object({ persona: id.optional() }),
    keepDays: 14,
    run: async (ctx, { persona }) => ({
      counted: await countPersonas(ctx, audience, persona ? [persona] : undefined),
    }),
  })

export type ComputePersonas = ReturnType<typeof computePersonasJob>

export const computePersonasSchedule: Schedule = {
  job: 'audience.count_personas',
  cron: '50 3 * * *',
  zone: 'community',
  why: personaLabels.nightly,
}
