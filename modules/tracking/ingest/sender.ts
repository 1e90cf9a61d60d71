/** Who sent a batch and what that lets the events claim. Made from proofs, never from the body. */
import type { Id } from '#base/access/actor.ts'

export interface Sender {
  /**
   * `session`: a signed-in account; `site`: a page of this site, nobody signed in; `key`: a write-only
   * key from somewhere; `server`: an API key with the scope `tracking.write`, which may name members.
   */
  readonly kind: 'session' | 'site' | 'key' | 'server'
  /** As the log names actors. */
  readonly actor: string
  /** The member whom the session proves, when he agreed to be analysed. */
  readonly memberId: Id | undefined
  /** The session's member did not agree: events are kept without anything that points at a person. */
  readonly anonymise: boolean
  readonly staff: boolean
  readonly test: boolean
}
