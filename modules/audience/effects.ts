/** What audience does when something happened elsewhere. */
import type { EffectsConsumer } from '#base/facts/consumer.ts'
import type { AnyJob } from '#base/jobs/job.ts'
import type { Parts } from '#base/parts.ts'
import { communityFounded } from '#modules/identity/facts.ts'

/** Long enough for the demo brand to be loaded; a computation waits by itself until the warehouse has taken it in. */
const settlesAfterMs = 45_000

/** A new community need not wait for the night to see its tiers and stages. */
export const audienceEffects = (
  { jobs }: Pick<Parts, 'jobs'>,
  fillCopies: AnyJob,
  computations: readonly AnyJob[],
): EffectsConsumer => ({
  name: 'audience',
  kind: 'effects',
  effects: [
    {
      on: communityFounded,
      does: 'has members copied to the warehouse at once, and asks for the first computation of RFM tiers, stages of life and personas, a little later',
      run: async (ctx) => {
        await jobs.enqueue(ctx, fillCopies, { patient: true }, { key: 'founding' })
        const startAfter = new Date(ctx.now.getTime() + settlesAfterMs)
        for (const job of computations) await jobs.enqueue(ctx, job, {}, { key: 'founding', startAfter })
      },
    },
  ],
})
