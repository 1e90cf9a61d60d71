/** The face of audience: what other modules may call. */
export type { Audience, BoundSql, Explanation } from './audience.ts'
export { type Clock, readClock } from './conditions/clock.ts'
export {
  type Condition,
  type Definition,
  definition,
  type Happening,
  happening,
} from './conditions/condition.ts'
export { warehouseProperty } from './conditions/property-test.ts'
export { type Binder, openBinder } from './conditions/set/binder.ts'
export { happeningSql, rowsSql, type Writing } from './conditions/set/rows.ts'
export { sayHappening } from './conditions/words/leaf.ts'
export { type Vocabulary, vocabularyOf } from './conditions/words/vocabulary.ts'
export { freshQuery } from './copies/fresh.ts'
export { findGeneration } from './copies/generation.ts'
export { openAudience } from './open-audience.ts'
export { findPeople, personAnswer } from './people.ts'
export { type Range, rangesOf } from './ranges.ts'
export { findTierTrend } from './rfm/trend.ts'
export { createList, listedAtOnce } from './segments/listing.ts'
export { keepSegmentUses } from './segments/references.ts'
export { createSegment } from './segments/segments.ts'
