import { z } from 'zod'
import { defineFact } from '#base/facts/fact.ts'
import { segmentLabels } from './segments/segments.messages.ts'

const moved = z.object({
  segmentId: z.string(),
  /** `behaviour`: the member changed · `definition`: the segment changed · `hand`: somebody listed or unlisted him. */
  because: z.enum(['behaviour', 'definition', 'hand']),
})
const touches = ({ payload }: { payload: { segmentId: string } }) => [
  ['segments'],
  ['segments', payload.segmentId],
]

/** A member fits now. Not announced when a dynamic segment is computed for the first time. */
export const segmentEntered = defineFact({
  name: 'segment.entered',
  payload: moved,
  label: segmentLabels.entered,
  publicFields: ['segmentId'],
})

export const segmentLeft = defineFact({
  name: 'segment.left',
  payload: moved,
  label: segmentLabels.left,
  publicFields: ['segmentId'],
})

/** Made, renamed, redefined, removed. */
export const segmentChanged = defineFact({
  name: 'segment.changed',
  payload: z.object({ segmentId: z.string(), change: z.enum(['made', 'changed', 'redefined', 'removed']) }),
  label: segmentLabels.changed,
  touches,
})

/** Its members are up to date; how many there are, came and went. */
export const segmentComputed = defineFact({
  name: 'segment.computed',
  payload: z.object({ segmentId: z.string(), members: z.int(), entered: z.int(), left: z.int() }),
  label: segmentLabels.computed,
  touches,
})

/** A rule of tags was made, changed, paused, removed or applied. */
export const tagRuleChanged = defineFact({
  name: 'tag_rule.changed',
  payload: z.object({ ruleId: z.string(), change: z.enum(['made', 'changed', 'applied', 'removed']) }),
  label: segmentLabels.tagRuleChanged,
  touches: ({ payload }) => [['tag-rules'], ['tag-rules', payload.ruleId]],
})
