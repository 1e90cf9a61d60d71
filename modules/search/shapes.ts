/** What search is asked and answers. */
import { z } from 'zod'
import { id } from '#base/http/schemas.ts'

export const queryText = z.string().trim().min(1).max(100)

const parts = z
  .array(z.object({ text: z.string(), hit: z.boolean() }))
  .describe('Plain text; what was found is marked')

export const hitAnswer = z.object({
  source: z.string(),
  id: z.string(),
  path: z.string(),
  title: parts,
  excerpt: parts,
  note: z.string(),
  pictureUrl: z.string().nullable(),
  at: z.string().nullable(),
})
export type HitAnswer = z.infer<typeof hitAnswer>

export const times = ['day', 'week', 'month', 'year'] as const

export const searchQuery = z.object({
  q: queryText,
  source: z.string().max(20).optional().describe('Left out: what is best of each'),
  kind: z.string().max(200).optional().describe('Several with commas'),
  groupId: id.optional(),
  boardId: id.optional(),
  author: z.string().max(60).optional().describe('Token of a member'),
  topicId: id.optional(),
  time: z.enum(times).optional().describe('At most so old'),
  solved: z.enum(['yes', 'no']).optional(),
  sort: z.enum(['best', 'newest']).default('best'),
  cursor: z.string().max(512).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})
export type SearchQuery = z.infer<typeof searchQuery>

export const searchAnswer = z.object({
  items: z.array(hitAnswer),
  next: z.string().nullable(),
  sources: z
    .array(
      z.object({
        name: z.string(),
        label: z.string(),
        total: z.int().describe('At most 2000'),
        items: z.array(hitAnswer),
      }),
    )
    .describe('First page without a source: the best of each other one'),
  total: z.int().describe('At most 2000'),
  kinds: z.array(z.object({ name: z.string(), label: z.string() })).describe('By which the source narrows'),
  meant: z.string().nullable().describe('What was searched instead of words that are nowhere'),
  unknown: z.array(z.string()).describe('Words that are nowhere'),
  popular: z.array(hitAnswer).describe('Topics to look at, when nothing was found'),
})
export type SearchAnswer = z.infer<typeof searchAnswer>
