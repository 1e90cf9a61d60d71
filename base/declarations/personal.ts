/**
 * Personal data: what a module keeps about a member, and what becomes of it. Everything in a table that
 * refers to a member or an account is declared here, so that a copy for the person (PIPL 45), the end of
 * an account (PIPL 47) and the merging of doubles forget nothing. A test compares the declarations with
 * the foreign keys of the database.
 */
import type { Id } from '../access/actor.ts'
import type { Ctx } from '../context.ts'
import type { Message } from '../i18n/messages.ts'
import type { Said } from './said.ts'

export interface PersonalData {
  /** `members.notes` */
  readonly name: string
  /** What it is, as the privacy page says it. */
  readonly label: Message
  /** Why and for how long it is kept. */
  readonly kept: Message
  /** Tables that this declaration answers for. */
  readonly tables: readonly string[]
  /** Everything about the member that the person may have a copy of: plain values, bounded. */
  readonly copy: (ctx: Ctx, memberId: Id) => Promise<unknown>
  /** Removes it, or takes out who it was where the rest must stay (ledgers, answers of others). Idempotent. */
  readonly erase: (ctx: Ctx, memberId: Id) => Promise<void>
  /**
   * Gives what belongs to `from` to `into`, and answers with what `unmerge` needs to give it back; where
   * both have one, `into` keeps its own.
   */
  readonly merge: (ctx: Ctx, from: Id, into: Id) => Promise<Readonly<Record<string, unknown>>>
  /** Gives it back. What cannot be given back any more stays as it is, and `tell` hears of it in a sentence. */
  readonly unmerge: (
    ctx: Ctx,
    from: Id,
    into: Id,
    moved: Readonly<Record<string, unknown>>,
    tell?: (left: Said) => void,
  ) => Promise<void>
}
