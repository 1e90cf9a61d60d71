/** What groups do when something happened. */

import type { Ctx } from '#base/context.ts'
import type { EffectsConsumer } from '#base/facts/consumer.ts'
import type { Mail } from '#base/parts.ts'
import { letWaitingIn } from './admission/joining.ts'
import { tellingDecisions } from './admission/telling.ts'
import { groupChanged, groupLeft, groupReopened } from './facts.ts'
import { findGroup } from './groups/groups.sql.ts'

/** Who waits comes in; an archived group lets nobody in. */
async function fill(ctx: Ctx, groupId: string | null): Promise<void> {
  const group = groupId && (await findGroup(ctx, groupId))
  if (group && group.archivedAt === null && group.waiting > 0) await letWaitingIn(ctx, group.id)
}

export const groupEffects = (mail: Pick<Mail, 'send'>): EffectsConsumer => ({
  name: 'groups',
  kind: 'effects',
  effects: [
    {
      on: groupLeft,
      does: 'gives the free place to the member who waits longest',
      run: async (ctx, event) => fill(ctx, event.groupId),
    },
    {
      on: groupChanged,
      does: 'fills the places of a group that was made larger',
      run: async (ctx, event) => fill(ctx, event.groupId),
    },
    {
      on: groupReopened,
      does: 'lets in who waited for the group to open again',
      run: async (ctx, event) => fill(ctx, event.groupId),
    },
    tellingDecisions(mail),
  ],
})
