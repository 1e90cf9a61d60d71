import { z } from 'zod'
import { defineFact } from '#base/facts/fact.ts'
import { labels } from './tracking.messages.ts'

/** A browser (or app) turned out to belong to a member; what it did before is his from here on. */
export const visitorIdentified = defineFact({
  name: 'visitor.identified',
  payload: z.object({ anonymousId: z.string(), proof: z.enum(['session', 'server']) }),
  label: labels.visitorIdentified,
})
