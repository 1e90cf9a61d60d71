/** What segments and tag rules do when they were made or say something else: they are computed. */
import type { Effect, EffectsConsumer } from '#base/facts/consumer.ts'
import type { Parts } from '#base/parts.ts'
import { segmentChanged, tagRuleChanged } from '../facts.ts'
import type { applyTagRuleJob, computeSegmentJob } from './jobs.ts'

export function segmentEffects(
  { jobs }: Pick<Parts, 'jobs'>,
  compute: ReturnType<typeof computeSegmentJob>,
  apply: ReturnType<typeof applyTagRuleJob>,
): EffectsConsumer {
  const computing: Effect = {
    on: segmentChanged,
    does: 'brings the members of a segment up to date that was made or says something else',
    run: async (ctx, event) => {
      const { segmentId, change } = segmentChanged.payload.parse(event.props)
      if (change === 'made' || change === 'redefined') await jobs.enqueue(ctx, compute, { segmentId })
    },
  }
  const applying: Effect = {
    on: tagRuleChanged,
    does: 'applies a tag rule that was made or changed',
    run: async (ctx, event) => {
      const { ruleId, change } = tagRuleChanged.payload.parse(event.props)
      if (change === 'made' || change === 'changed') await jobs.enqueue(ctx, apply, { ruleId })
    },
  }
  // Segments that were there before the first worker ran are computed as well; computing again harms nothing.
  return { name: 'segments', kind: 'effects', from: 'beginning', effects: [computing, applying] }
}
