/** What changes a value of everybody at once, without a fact about each: all copies are made again. */
import type { Effect, EffectsConsumer } from '#base/facts/consumer.ts'
import { groupTiersArranged } from '#modules/groups/facts.ts'
import { memberFieldDefined } from '#modules/members/facts.ts'
import type { Copies } from './copies.ts'

export function copiesEffects(copies: Pick<Copies, 'forget'>): EffectsConsumer {
  const ofFields: Effect = {
    on: memberFieldDefined,
    does: 'asks for all copies of members again when a field of theirs went or came back with its values',
    run: async (ctx, event) => {
      const { change } = memberFieldDefined.payload.parse(event.props)
      if (change === 'archived' || change === 'restored') await copies.forget(ctx)
    },
  }
  const ofTiers: Effect = {
    on: groupTiersArranged,
    does: 'asks for all copies of members again when another tier of the community is the lowest, where everybody stands',
    run: async (ctx, event) => {
      const { keys, before } = groupTiersArranged.payload.parse(event.props)
      if (event.groupId === null && keys[0] !== before[0]) await copies.forget(ctx)
    },
  }
  return { name: 'audience.copies_of_all', kind: 'effects', effects: [ofFields, ofTiers] }
}
