/** What members does when something happened elsewhere. */
import { z } from 'zod'
import type { Declared } from '#base/declarations/declared.ts'
import type { Effect, EffectsConsumer } from '#base/facts/consumer.ts'
import { announce } from '#base/facts/fact.ts'
import { accountClosed, accountCreated, consentGiven, consentWithdrawn } from '#modules/identity/facts.ts'
import { memberConsentsChanged } from './facts.ts'
import { findMemberIdOfAccount } from './people/members.sql.ts'
import { forgetPerson, joinCommunity } from './people/members.ts'

/** Who signs up becomes a member. People who come to work in the console do not; they may join by themselves. */
const joining: Effect = {
  on: accountCreated,
  does: 'makes the person a member',
  run: async (ctx, event) => {
    const { accountId, by } = z.object({ accountId: z.string(), by: z.string() }).parse(event.props)
    if (by !== 'sign_up' && by !== 'provider') return
    const account = await ctx.db
      .selectFrom('account')
      .select('name')
      .where('id', '=', accountId)
      .executeTakeFirst()
    if (account) await joinCommunity({ ...ctx, now: event.occurredAt }, { accountId, nickname: account.name })
  },
}

/** What a member wrote about himself, and what was written about him, goes with the account. */
const leaving = (declared: Pick<Declared, 'personal'>): Effect => ({
  on: accountClosed,
  does: 'erases what every module keeps about the person',
  run: async (ctx, event) => {
    const { accountId } = z.object({ accountId: z.string() }).parse(event.props)
    await forgetPerson({ ...ctx, now: event.occurredAt }, accountId, declared)
  },
})

/** Consents hang on the account; whoever asks about the member learns that one changed. */
const consenting = (on: typeof consentGiven | typeof consentWithdrawn, granted: boolean): Effect => ({
  on,
  does: 'tells that a member agrees, or does not any more',
  run: async (ctx, event) => {
    const { accountId, purpose } = on.payload.parse(event.props)
    const memberId = await findMemberIdOfAccount(ctx.db, accountId)
    if (memberId)
      await announce(
        { ...ctx, now: event.occurredAt },
        memberConsentsChanged,
        { purpose, granted },
        { memberId },
      )
  },
})

/** All reactions of the module; those that need parts of the process are handed in. */
export const memberEffects = (
  declared: Pick<Declared, 'personal'>,
  more: readonly Effect[] = [],
): EffectsConsumer => ({
  name: 'members',
  kind: 'effects',
  effects: [
    joining,
    leaving(declared),
    consenting(consentGiven, true),
    consenting(consentWithdrawn, false),
    ...more,
  ],
})
