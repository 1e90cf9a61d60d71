/** What becomes of signals when something happened elsewhere. */
import type { EffectsConsumer } from '#base/facts/consumer.ts'
import { groupArchived } from '#modules/groups/facts.ts'
import { closeGoalsOfArchived } from '../goals/archived.ts'
import type { InsightParts } from '../parts.ts'
import { closeOfArchived } from './signals.ts'

export const signalEffects = (parts: Pick<InsightParts, 'mail' | 'config'>): EffectsConsumer => ({
  name: 'insight.signals',
  kind: 'effects',
  effects: [
    {
      on: groupArchived,
      does: 'closes what alerts raised about the group, and ends goals about it',
      run: async (ctx) => {
        await closeOfArchived(ctx)
        await closeGoalsOfArchived(ctx, parts)
      },
    },
  ],
})
