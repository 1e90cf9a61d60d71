/** The form of a batch for the reference. The hot path reads by hand (`batch.ts`); a test keeps the two equal. */
import { z } from 'zod'

const id = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/)
const digits = z.string().regex(/^[1-9]\d{0,17}$/)
const time = z.union([z.iso.datetime({ offset: true }), z.number()])
const scalar = z.union([z.string().max(1024), z.number(), z.boolean(), z.null()])
const fieldName = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,63}$/)
const utm = z.object({
  source: z.string().optional(),
  medium: z.string().optional(),
  campaign: z.string().optional(),
  term: z.string().optional(),
  content: z.string().optional(),
})

export const eventSchema = z.object({
  id: z.uuid().describe('Made by the sender; a repeat with the same id is stored once'),
  name: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,63}$/)
    .describe('What happened: page_view, video_played'),
  at: time.optional().describe('By the sender’s clock; corrected with sentAt. Default: now'),
  anonymousId: id.optional(),
  sessionId: id.optional(),
  memberId: digits.optional().describe('Server keys only'),
  groupId: digits.optional(),
  object: z.object({ kind: z.string().regex(/^[a-z][a-z_]{0,31}$/), id: digits }).optional(),
  value: z.int().optional().describe('One number that sums; money in fen'),
  page: z.string().optional(),
  title: z.string().optional(),
  referrer: z.string().optional(),
  test: z.boolean().optional(),
  props: z
    .record(fieldName, z.union([scalar, z.array(scalar).max(64), z.record(fieldName, scalar)]))
    .optional()
    .describe('At most 64 fields, texts up to 1,024 characters, no private data'),
})

export const batchSchema = z.object({
  key: z.string().optional().describe('Track key, for senders that cannot set X-Track-Key'),
  sentAt: time.optional(),
  anonymousId: id.optional(),
  sessionId: id.optional(),
  consent: z
    .enum(['granted', 'denied'])
    .optional()
    .describe('denied: nothing that points at a person is kept'),
  test: z.boolean().optional(),
  firstTouch: z
    .object({
      utm: utm.optional(),
      referrer: z.string().optional(),
      landing: z.string().optional(),
      at: time.optional(),
    })
    .optional(),
  context: z
    .object({
      sdk: z.string().optional(),
      language: z.string().optional(),
      screen: z.string().optional(),
      timeZone: z.string().optional(),
      referrer: z.string().optional(),
      landing: z.string().optional(),
      utm: utm.optional(),
    })
    .optional(),
  events: z.array(eventSchema).min(1).max(1000),
})

export const takenSchema = z.object({
  accepted: z.int().describe('Events stored by this request'),
  duplicates: z.int().describe('Events that had been stored before'),
  errors: z
    .array(z.object({ index: z.int(), code: z.string(), message: z.string() }))
    .describe('Events that were refused; the others are stored'),
})
