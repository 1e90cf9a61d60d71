/** What search announces. Words that somebody typed never enter the log. */
import { z } from 'zod'
import { defineFact } from '#base/facts/fact.ts'
import { searchLabels as labels } from './search.messages.ts'

export const searchDone = defineFact({
  name: 'search.done',
  payload: z.object({
    /** All sources together when null. */
    source: z.string().nullable(),
    /** At most 2000. */
    found: z.number(),
    narrowed: z.boolean(),
    words: z.number(),
  }),
  label: labels.done,
  publicFields: ['source', 'found'],
})

export const searchOpened = defineFact({
  name: 'search.opened',
  /** The place of the hit, the first is 1. */
  payload: z.object({ place: z.number(), source: z.string() }),
  label: labels.clicked,
  publicFields: ['place', 'source'],
})

export const synonymsChanged = defineFact({
  name: 'search.synonyms_changed',
  payload: z.object({ synonymId: z.string(), change: z.enum(['added', 'changed', 'removed']) }),
  label: labels.synonymsChanged,
  touches: () => [['search-synonyms']],
})
