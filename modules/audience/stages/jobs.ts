/** Computing stages of life: all models every night, one when somebody asks. */
import { z } from 'zod'
import { defineJob, type Schedule } from '#base/jobs/job.ts'
import type { Parts } from '#base/parts.ts'
import type { Audience } from '../audience.ts'
import { freshQuery } from '../copies/fresh.ts'
import { computeStages } from './compute.ts'
import { stageLabels } from './stages.messages.ts'
import { findModels } from './versions.ts'

export const computeStagesJob = (
  warehouse: Parts['warehouse'],
  audience: Pick<Audience, 'sql' | 'copies' | 'requireFresh'>,
) =>
  defineJob({
    name: 'audience.compute_stages',
    label: stageLabels.computeJob,
    input: z.object({ modelId: z.string().optional() }),
    expireSeconds: 3_000,
    keepDays: 30,
    run: async (ctx, { modelId }, run) => {
      // Conditions ask copies of members; those that are missing are made first.
      await audience.copies.fill(ctx, { signal: run.signal })
      const query = freshQuery(ctx, warehouse, audience)
      const done = []
      for (const model of await findModels(ctx))
        if (modelId === undefined || model.id === modelId)
          done.push((await computeStages(ctx, { query }, audience, model.id, run)) ?? null)
      return done
    },
  })

export const computeStagesSchedule: Schedule = {
  job: 'audience.compute_stages',
  cron: '40 3 * * *',
  zone: 'community',
  why: stageLabels.nightly,
}
