/**
 * Hot words: what members talk about in public, and what comes up that did not before.
 *
 * Meaning:
 * - An *item* is a post or a comment that everybody in its group may read now. A word counts once an item.
 * - *Heat* is how often × how rare in the language (TF-IDF); *weight* is how a word holds others up (TextRank over the
 *   latest items).
 * - *Burst* compares the share of items with the word with the same length of time before: the log-likelihood ratio of
 *   Dunning 1993 (Accurate Methods for the Statistics of Surprise and Coincidence), negative when it goes down. Above
 *   10.83 it is chance once in a thousand.
 * - *Mood* is rough: a small lexicon.
 */
import { z } from 'zod'
import { day } from '#base/http/schemas.ts'
import { range, scope } from '../shapes.ts'

/** Above this a change is hardly chance (one in a thousand). */
export const surely = 10.83

export const wordsQuestion = z.object({
  range,
  scope: scope.default({}),
  of: z.enum(['all', 'posts', 'comments']).default('all'),
  /** Words that fewer different members used are left out. */
  least: z.int().min(1).max(50).default(2),
})
export type WordsQuestion = z.output<typeof wordsQuestion>

const hotWord = z.object({
  word: z.string(),
  items: z.int(),
  /** Members who used it and are still there. */
  members: z.int(),
  before: z.int(),
  /** Of all items, now and before. */
  share: z.number(),
  shareBefore: z.number(),
  heat: z.number(),
  weight: z.number(),
  burst: z.number(),
  /** Glad minus sorry items, as a share of those with the word. */
  mood: z.number(),
})
export type HotWord = z.output<typeof hotWord>

export const wordsAnswer = z.object({
  days: z.object({ from: day, to: day }),
  before: z.object({ from: day, to: day }),
  items: z.int(),
  itemsBefore: z.int(),
  /** Members who wrote and are still there. */
  members: z.int(),
  /** Items that sound so, and members still there who wrote one. */
  glad: z.object({ items: z.int(), members: z.int() }),
  sorry: z.object({ items: z.int(), members: z.int() }),
  /** The hottest first. */
  words: z.array(hotWord),
  /** What comes up, the surest first. */
  rising: z.array(hotWord),
})

export const wordsCell = z.discriminatedUnion('of', [
  z.object({ of: z.enum(['all', 'glad', 'sorry']) }),
  z.object({ of: z.literal('word'), word: z.string().min(1).max(40) }),
])
export type WordsCell = z.output<typeof wordsCell>
