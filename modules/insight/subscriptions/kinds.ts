/** What can be subscribed to: every kind once. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { dashboardSendable } from '../dashboards/letter.ts'
import { reportSendable } from '../reports/letter.ts'
import type { Sendable } from './letter.ts'

export const sendables: Readonly<Record<Sendable['kind'], Sendable>> = {
  dashboard: dashboardSendable,
  report: reportSendable,
}

export const sendableKinds = ['dashboard', 'report'] as const

/** Throws what its owner throws for one that is not there. */
export const nameOfThing = async (ctx: Ctx, kind: Sendable['kind'], id: Id): Promise<string> =>
  await sendableOf(kind).nameOf(ctx, id)

/** Names of things, each asked for once; null for what is there no more, or not for who asks. */
export function namesFor(
  ctx: Ctx,
): (of: { readonly kind: Sendable['kind']; readonly thing: string }) => Promise<string | null> {
  const names = new Map<string, Promise<string | null>>()
  return ({ kind, thing }) => {
    const key = `${kind} ${thing}`
    const asked = names.get(key) ?? nameOfThing(ctx, kind, thing).catch(() => null)
    names.set(key, asked)
    return asked
  }
}

export const sendableOf = (kind: Sendable['kind']): Sendable => sendables[kind]
