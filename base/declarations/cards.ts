/**
 * Things of other modules that people put into what they write: a product, an activity. The document
 * keeps kind and id only; what the card says is asked when it is read, so that a price is never stale.
 */
import type { Id } from '../access/actor.ts'
import type { Ctx } from '../context.ts'
import type { Message } from '../i18n/messages.ts'

export interface Card {
  readonly title: string
  /** What stands below: a line of words. */
  readonly note: string
  readonly pictureUrl?: string | undefined
  /** As it is shown: `¥ 68.00`. */
  readonly price?: string | undefined
  /** Where it leads: below the member site, or an address of https. */
  readonly path: string
  /** What the button says. */
  readonly act: Message
  /** It can no longer be had; shown so. */
  readonly ended?: boolean
}

export interface CardSource {
  /** `product`, `activity`. */
  readonly kind: string
  readonly label: Message
  /** Cards to choose from, by words; at most twenty. */
  readonly find: (ctx: Ctx, text: string) => Promise<readonly (Card & { readonly id: Id })[]>
  readonly read: (ctx: Ctx, ids: readonly Id[]) => Promise<ReadonlyMap<Id, Card>>
}
