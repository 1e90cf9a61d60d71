/**
 * All recurring work of the product, in one list. Each module says what it needs (`schedule` in its
 * `module.ts`); this is the only place that gathers it, for the clock and for `docs/generated/`.
 */
import type { Database, Tx } from '#base/db/database.ts'
import type { EffectsConsumer } from '#base/facts/consumer.ts'
import type { Schedule } from '#base/jobs/job.ts'
import type { Module } from '#base/module.ts'
import { findCommunity } from '#modules/identity/api.ts'
import { communityChanged, communityFounded } from '#modules/identity/facts.ts'

/** Recurring work, by job name. Throws when an entry names a job that no module declares. */
export function recurringWork(modules: readonly Module[]): Schedule[] {
  const declared = new Set(modules.flatMap((module) => module.jobs ?? []).map((job) => job.name))
  const schedule = modules.flatMap((module) => module.schedule ?? [])
  for (const entry of schedule)
    if (!declared.has(entry.job))
      throw new Error(`The schedule names "${entry.job}", which no module declares as a job`)
  return schedule.sort((a, b) => a.job.localeCompare(b.job))
}

/** The zone of the community's clock; that of China before there is one. */
export const findZone = async (db: Database | Tx): Promise<string> =>
  (await findCommunity({ db }))?.time_zone ?? 'Asia/Shanghai'

/** Sets the clock again when the community is founded or moves to another zone. */
export function scheduleFollower(setClock: (zone: string) => Promise<void>): EffectsConsumer {
  return {
    name: 'schedule',
    kind: 'effects',
    effects: [communityFounded, communityChanged].map((on) => ({
      on,
      does: 'Sets the clock of recurring work to the zone of the community',
      run: async (ctx) => await setClock(await findZone(ctx.db)),
    })),
  }
}
