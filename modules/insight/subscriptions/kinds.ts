/** What can be subscribed to: every kind once. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { insightProblems } from '../problems.ts'
import { reportSendable } from '../reports/letter.ts'
import type { Sendable } from './letter.ts'

export const sendables: Readonly<Partial<Record<Sendable['kind'], Sendable>>> = {
  report: reportSendable,
}

export const sendableKinds = ['dashboard', 'report'] as const

/** Throws `thing_not_sendable` for a kind that nobody sends, and what its owner throws for one that is not there. */
export const nameOfThing = async (ctx: Ctx, kind: Sendable['kind'], id: Id): Promise<string> =>
  await sendableOf(kind).nameOf(ctx, id)

export function sendableOf(kind: Sendable['kind']): Sendable {
  const found = sendables[kind]
  if (!found) throw insightProblems.thingNotSendable()
  return found
}
