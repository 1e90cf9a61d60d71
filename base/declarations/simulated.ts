/**
 * What a module keeps of simulated people (docs/simulation.md) that does not go with their rows by itself,
 * so that a demo leaves without a trace. Both are called in the transaction that takes them out.
 */
import type { Ctx } from '../context.ts'

export interface Simulated {
  /** Members with a `seed_run_id` and their events in the log are still there. */
  readonly before: (tx: Ctx) => Promise<void>
  /** They are gone, with whatever their rows carried away. */
  readonly after: (tx: Ctx) => Promise<void>
}

/** The lock (`pg_advisory_xact_lock`) that lets one load or removal of a demo run at a time. */
export const simulatedLock = 7_105_880
