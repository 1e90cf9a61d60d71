import { z } from 'zod'
import { defineFact } from '#base/facts/fact.ts'
import { stageLabels } from './stages.messages.ts'

/** A member moved; null: not of this type of user. Also when he is looked at for the first time. */
export const lifecycleChanged = defineFact({
  name: 'lifecycle.changed',
  payload: z.object({ modelId: z.string(), from: z.string().nullable(), to: z.string().nullable() }),
  label: stageLabels.changed,
  publicFields: ['modelId', 'from', 'to'],
})

export const lifecycleComputed = defineFact({
  name: 'lifecycle.computed',
  payload: z.object({ modelId: z.string(), asOf: z.string(), members: z.int(), moved: z.int() }),
  label: stageLabels.computed,
  touches: () => [['lifecycle'], ['standing']],
})

export const lifecycleModelChanged = defineFact({
  name: 'lifecycle.model_changed',
  payload: z.object({
    modelId: z.string(),
    change: z.enum(['made', 'renamed', 'drafted', 'discarded', 'published', 'archived']),
  }),
  label: stageLabels.modelChanged,
  touches: () => [['lifecycle']],
})
