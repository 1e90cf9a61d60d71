/**
 * Who comes into which arm: decided by a hash, so that any process says the same at any time and nothing has to be
 * remembered to say it. SHA-256 of `salt:member`; the first 52 bits are a place between 0 (included) and 1
 * (excluded), and the arms lie side by side on that line, each as wide as its share. Every experiment has a salt of
 * its own: who is where in one says nothing about where he is in another.
 */
import { createHash } from 'node:crypto'
import type { Id } from '#base/access/actor.ts'

/** A member's place on the line of a salt. */
export function placeOf(salt: string, memberId: Id): number {
  const digest = createHash('sha256').update(`${salt}:${memberId}`).digest()
  return (digest.readUIntBE(0, 6) * 16 + (digest[6]! >> 4)) / 2 ** 52
}

export interface Arm {
  readonly key: string
  /** Of those who take part; all together are more than nothing. */
  readonly weight: number
}

/** The arm in which a place lies. */
export function armAt(arms: readonly Arm[], place: number): Arm {
  const all = arms.reduce((sum, { weight }) => sum + weight, 0)
  let left = place * all
  for (const arm of arms) {
    if (left < arm.weight) return arm
    left -= arm.weight
  }
  return arms.findLast(({ weight }) => weight > 0)!
}

/** The arm of a member, for a salt. */
export const armOf = (salt: string, arms: readonly Arm[], memberId: Id): Arm =>
  armAt(arms, placeOf(salt, memberId))

/** Whether a member is among those who are held out: a share of everybody, by a salt of its own. */
export const isHeldOut = (salt: string, share: number, memberId: Id): boolean =>
  placeOf(salt, memberId) < share
