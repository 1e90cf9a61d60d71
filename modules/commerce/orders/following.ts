/** Orders that came before the person did: whoever becomes known is looked for among the customers of shops. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { BatchConsumer, LoggedEvent } from '#base/facts/consumer.ts'
import { accountVerified } from '#modules/identity/facts.ts'
import { findMemberIdOfAccount, type Vault } from '#modules/members/api.ts'
import { memberContactsChanged, memberImported, memberJoined } from '#modules/members/facts.ts'
import { matchWaiting } from './matching.ts'

const known: ReadonlySet<string> = new Set(
  [memberJoined, memberContactsChanged, memberImported].map(({ name }) => name),
)

export const matchingConsumer = (vault: Vault): BatchConsumer => ({
  name: 'commerce.matching',
  kind: 'batch',
  batchSize: 1_000,
  sources: ['fact'],
  from: 'now',
  take: async (ctx, events) => {
    await matchWaiting(ctx, vault, await membersOf(ctx, events))
  },
})

async function membersOf(ctx: Ctx, events: readonly LoggedEvent[]): Promise<Id[]> {
  const ids = new Set(events.flatMap(({ name, memberId }) => (known.has(name) && memberId ? [memberId] : [])))
  for (const event of events) {
    if (event.name !== accountVerified.name) continue
    const id = await findMemberIdOfAccount(ctx.db, accountVerified.payload.parse(event.props).accountId)
    if (id) ids.add(id)
  }
  return [...ids]
}
