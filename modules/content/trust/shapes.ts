/** Levels of trust and what each allows. */
import { z } from 'zod'

const count = z.number().int().min(0).max(10_000)

/** What one may do at a level; the numbers are for one post or comment, or for any 24 hours. */
export const trustLimits = z.object({
  links: count.describe('Links in one post or comment'),
  images: count.describe('Pictures and files in one post or comment'),
  mentions: count.describe('People mentioned in one post or comment'),
  videos: z.boolean(),
  polls: z.boolean(),
  newTopics: z.boolean().describe('Whether a hashtag that nobody used before makes a topic'),
  postsPerDay: count,
  commentsPerDay: count,
  reactionsPerDay: count,
  reviewed: z.boolean().describe('A person of the team looks at posts before they are seen'),
})
export type TrustLimits = z.infer<typeof trustLimits>
