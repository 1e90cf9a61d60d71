/** What the product hands to identity besides the parts: what other modules know. */
import type { Permission } from '#base/access/access.ts'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Database, Tx } from '#base/db/database.ts'

export interface IdentityOptions {
  /** The permissions of all modules: what roles and keys are made of. Asked when needed, never at load. */
  readonly permissions: () => readonly Permission[]
  /** Which member an account is; without an answer nobody is one. */
  readonly memberOf?: (db: Database | Tx, accountId: Id) => Promise<Id | undefined>
  /** The moment so many working days later, by the calendar of the team; Monday to Friday when left out. */
  readonly addWorkingDays?: (ctx: Ctx, from: Date, days: number) => Promise<Date>
}
