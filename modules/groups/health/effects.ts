/** A first reading of the health of a new group, without waiting for the hour. */
import type { EffectsConsumer } from '#base/facts/consumer.ts'
import type { Parts } from '#base/parts.ts'
import { groupCreated } from '../facts.ts'
import type { measureJob } from './health.jobs.ts'

/** Groups that are founded together, as a demo does, are read together. */
const waitMs = 60_000

export const healthEffects = (
  { jobs }: Pick<Parts, 'jobs'>,
  measure: ReturnType<typeof measureJob>,
): EffectsConsumer => ({
  name: 'groups.health',
  kind: 'effects',
  effects: [
    {
      on: groupCreated,
      does: 'asks for a first reading of its health, a minute later',
      run: async (ctx) => {
        const startAfter = new Date(ctx.now.getTime() + waitMs)
        const hour = ctx.now.toISOString().slice(0, 13)
        await jobs.enqueue(ctx, measure, {}, { key: `first:${hour}`, startAfter })
      },
    },
  ],
})
