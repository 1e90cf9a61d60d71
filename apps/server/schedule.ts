/**
 * All recurring work of the product, in one list. Each module says what it needs (`schedule` in its
 * `module.ts`); this is the only place that gathers it, for the clock and for `docs/generated/`.
 */
import type { Schedule } from '#base/jobs/job.ts'
import type { Module } from '#base/module.ts'

/** Recurring work, by job name. Throws when an entry names a job that no module declares. */
export function recurringWork(modules: readonly Module[]): Schedule[] {
  const declared = new Set(modules.flatMap((module) => module.jobs ?? []).map((job) => job.name))
  const schedule = modules.flatMap((module) => module.schedule ?? [])
  for (const entry of schedule)
    if (!declared.has(entry.job))
      throw new Error(`The schedule names "${entry.job}", which no module declares as a job`)
  return schedule.sort((a, b) => a.job.localeCompare(b.job))
}
