/** The face of audience: what other modules may call. */
export type { Audience, Explanation } from './audience.ts'
export { type Condition, type Definition, definition } from './conditions/condition.ts'
export { freshQuery } from './copies/fresh.ts'
export { openAudience } from './open-audience.ts'
export { keepSegmentUses } from './segments/references.ts'
export { createSegment } from './segments/segments.ts'
