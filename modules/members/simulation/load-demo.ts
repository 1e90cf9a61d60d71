/** "Explore the demo brand" in the first-run setup: a simulated community is loaded in the background. */
import { z } from 'zod'
import type { Effect } from '#base/facts/consumer.ts'
import { defineJob } from '#base/jobs/job.ts'
import type { Parts } from '#base/parts.ts'
import { communityFounded } from '#modules/identity/facts.ts'
import { labels } from '../members.messages.ts'
import { seedCommunity } from './load.ts'

/** Half a year of a mid-sized brand: enough for seasons and cohorts, loaded in well under a minute. */
export const demo = { members: 2_000, days: 180, seed: 42 }

export const loadDemoJob = ({ connection }: Pick<Parts, 'connection'>) =>
  defineJob({
    name: 'members.load_demo',
    label: labels.loadDemo,
    input: z.object({}),
    run: async (ctx, _input, run) => {
      // The load tells its progress from inside its own loop; reports are sent one after the other.
      let reported: Promise<void> = Promise.resolve()
      const outcome = await seedCommunity(connection.pool, { ...demo, now: ctx.now }, (done, total) => {
        reported = reported.then(() => run.progress(done, total))
      })
      await reported
      return { members: outcome.members, events: outcome.events, orders: outcome.orders }
    },
  })

export const loadingDemo = (parts: Pick<Parts, 'jobs'>, job: ReturnType<typeof loadDemoJob>): Effect => ({
  on: communityFounded,
  does: 'loads the demo community, when the founder asked for it',
  run: async (ctx, event) => {
    const { start } = communityFounded.payload.parse(event.props)
    if (start === 'demo') await parts.jobs.enqueue(ctx, job, {}, { key: 'founding' })
  },
})
