/** What a rule makes of one member, as a pure decision: rise, be told, fall, be let off, or nothing. */
import type { Id } from '#base/access/actor.ts'

export interface TierTest {
  readonly id: Id
  readonly rank: number
  /** Undefined: nobody rises to it or falls from it by rule. */
  readonly rises?: (memberId: Id) => boolean
  readonly stays?: (memberId: Id) => boolean
  readonly falls: boolean
  /** Who rises to it, from wherever they are. */
  readonly candidates?: () => Iterable<Id>
}

export interface Standing {
  readonly memberId: Id
  readonly tierId: Id | null
  /** When the open notice takes effect, if there is one. */
  readonly noticeUntil: Date | null
}

export type Move =
  | { readonly kind: 'rise'; readonly to: Id }
  | { readonly kind: 'notice'; readonly from: Id }
  | { readonly kind: 'fall'; readonly from: Id; readonly to: Id | null }
  | { readonly kind: 'kept'; readonly from: Id }
  | { readonly kind: 'none' }

/** `tiers` lowest first. Rising goes straight to the highest tier that is earned; falling waits for its notice. */
export function decideMove(tiers: readonly TierTest[], standing: Standing, now: Date): Move {
  const current = tiers.find((tier) => tier.id === standing.tierId) ?? null
  const rank = current?.rank ?? 0
  const earned = tiers.findLast((tier) => tier.rises?.(standing.memberId) ?? false)
  if (earned && earned.rank > rank) return { kind: 'rise', to: earned.id }
  if (!current) return { kind: 'none' }
  const stays = !current.falls || (current.stays?.(standing.memberId) ?? true)
  if (stays) return standing.noticeUntil ? { kind: 'kept', from: current.id } : { kind: 'none' }
  if (!standing.noticeUntil) return { kind: 'notice', from: current.id }
  if (standing.noticeUntil > now) return { kind: 'none' }
  const below = tiers.filter((tier) => tier.rank < rank)
  const landing =
    below.findLast(
      (tier) => tier.rises === undefined || tier.rises(standing.memberId) || tier.stays?.(standing.memberId),
    ) ?? below[0]
  return { kind: 'fall', from: current.id, to: landing?.id ?? null }
}
