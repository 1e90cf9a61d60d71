/**
 * Who may be told that a query key is stale. A key says that something changed, which can already be
 * more than a stranger should know, so the default is: operators only. Modules open keys to others
 * with a rule for the key's first word; keys of one person are built in.
 */
import type { Actor } from '../access/actor.ts'

export interface LiveRule {
  /** First word of the key: `posts` of `['posts', id]`. */
  readonly root: string
  readonly visibleTo: (actor: Actor, key: readonly string[]) => boolean
}

const ownKeys: readonly LiveRule[] = [
  { root: 'account', visibleTo: (actor, [, id]) => actor.kind === 'account' && actor.accountId === id },
  {
    root: 'member',
    visibleTo: (actor, [, id]) => actor.kind === 'account' && id !== undefined && actor.memberId === id,
  },
]

/** Rules by root; a root with two rules is a mistake in the wiring. */
export function liveRules(rules: readonly LiveRule[]): ReadonlyMap<string, LiveRule> {
  const byRoot = new Map<string, LiveRule>()
  for (const rule of [...ownKeys, ...rules]) {
    if (byRoot.has(rule.root)) throw new Error(`Live keys of "${rule.root}" have two rules`)
    byRoot.set(rule.root, rule)
  }
  return byRoot
}

/** True when the actor may learn that `key` is stale. */
export function canSeeKey(
  rules: ReadonlyMap<string, LiveRule>,
  actor: Actor,
  key: readonly string[],
): boolean {
  if (actor.kind === 'account' && actor.suspended) return false
  const rule = rules.get(key[0] ?? '')
  if (rule) return rule.visibleTo(actor, key)
  return actor.kind === 'account' && actor.operator !== undefined
}
