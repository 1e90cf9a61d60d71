import type { RfmDefinition } from '../rfm/model.ts'

/**
 * RFM by contribution: when they last came, how often they take part, what they give. What is written
 * weighs more than what is clicked; cut-offs follow the community (medians), because nobody knows
 * beforehand how lively it is.
 */
export const contributionPreset: RfmDefinition = {
  version: 1,
  windowDays: 90,
  recency: { events: ['page_view', 'post.read', 'check_in'], cut: { mode: 'fixed', value: 7 } },
  frequency: {
    events: ['comment.posted', 'reaction.given', 'check_in', 'post.published', 'tasting_joined'],
    per: 'day',
    cut: { mode: 'median' },
  },
  amount: {
    parts: [
      { event: 'post.published', of: 'count', weight: 10 },
      { event: 'tasting_joined', of: 'count', weight: 5 },
      { event: 'comment.posted', of: 'count', weight: 3 },
      { event: 'reaction.given', of: 'count', weight: 1 },
    ],
    unit: 'points',
    cut: { mode: 'mean' },
  },
  tiers: {},
}
