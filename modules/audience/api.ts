/** The face of audience: what other modules may call. */
export type { Audience, Explanation } from './audience.ts'
export { type Condition, type Definition, definition, everybody } from './conditions/condition.ts'
export { openAudience } from './open-audience.ts'
export { type ConditionUser, keepSegmentUses } from './segments/references.ts'
export { createSegment, type NewSegment } from './segments/segments.ts'
