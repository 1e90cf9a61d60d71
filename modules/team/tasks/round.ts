/** The team's round: what comes again, and what is due. */
import { z } from 'zod'
import { defineJob } from '#base/jobs/job.ts'
import type { Parts } from '#base/parts.ts'
import { labels } from '../team.messages.ts'
import { remindOwners } from './reminders.ts'
import { makeDueTasks } from './series.ts'

export const roundJob = (parts: Pick<Parts, 'mail' | 'config'>) =>
  defineJob({
    name: 'team.round',
    label: labels.roundJob,
    input: z.object({}),
    keepDays: 7,
    run: async (ctx, _, { signal }) => ({
      made: await makeDueTasks(ctx, signal),
      reminded: signal.aborted ? 0 : await remindOwners(parts, ctx),
    }),
  })
