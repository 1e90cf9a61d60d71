/** What becomes of signals when something happened elsewhere. */
import type { EffectsConsumer } from '#base/facts/consumer.ts'
import { groupArchived } from '#modules/groups/facts.ts'
import { closeOfArchived } from './signals.ts'

export const signalEffects: EffectsConsumer = {
  name: 'insight.signals',
  kind: 'effects',
  effects: [
    {
      on: groupArchived,
      does: 'closes what alerts raised about the group',
      run: async (ctx) => {
        await closeOfArchived(ctx)
      },
    },
  ],
}
