import { z } from 'zod'
import { defineFact } from '#base/facts/fact.ts'
import { kinds, outside, tiers } from './model.ts'
import { rfmLabels } from './rfm.messages.ts'

const kind = z.enum(kinds)
const place = z.enum([...tiers, outside])

/** A member moved from one tier to another; also when it is looked for the first time (from `none`). */
export const rfmChanged = defineFact({
  name: 'rfm.changed',
  payload: z.object({ kind, from: place, to: place }),
  label: rfmLabels.changed,
  publicFields: ['kind', 'from', 'to'],
})

/** Where everybody stands is up to date. */
export const rfmComputed = defineFact({
  name: 'rfm.computed',
  payload: z.object({ kind, asOf: z.string(), members: z.int(), moved: z.int() }),
  label: rfmLabels.computed,
  touches: () => [['rfm'], ['standing']],
})

/** A version of the model was saved, thrown away or published. */
export const rfmModelChanged = defineFact({
  name: 'rfm.model_changed',
  payload: z.object({ kind, change: z.enum(['drafted', 'discarded', 'published']) }),
  label: rfmLabels.modelChanged,
  touches: () => [['rfm']],
})
