/**
 * The table of contents of a module: everything it adds to the product, as plain values. The product
 * is the list of modules in `apps/server/modules.ts`; adding a feature is one folder and one line.
 */
import type { Permission } from './access/access.ts'
import type { Consumer } from './facts/consumer.ts'
import type { Fact } from './facts/fact.ts'
import type { AnyRoute } from './http/route.ts'
import type { Job, Schedule } from './jobs/job.ts'

export interface Module {
  readonly name: string
  readonly permissions?: readonly Permission[]
  readonly routes?: readonly AnyRoute[]
  // biome-ignore lint/suspicious/noExplicitAny: facts of different payloads live in one list
  readonly facts?: readonly Fact<any>[]
  /** What it does when something happened: followers of the log. */
  readonly consumers?: readonly Consumer[]
  // biome-ignore lint/suspicious/noExplicitAny: jobs of different inputs live in one list
  readonly jobs?: readonly Job<any>[]
  readonly schedule?: readonly Schedule[]
}

export const defineModule = (module: Module): Module => module
