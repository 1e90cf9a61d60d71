/** Subscriptions as they are sent and answered. */
import { z } from 'zod'
import { id, moment } from '#base/http/schemas.ts'
import { robotKinds } from '#base/robots/robots.ts'
import { sendableKinds } from './kinds.ts'

const hour = z.int().min(0).max(23)
export const timing = z.discriminatedUnion('rhythm', [
  z.object({ rhythm: z.literal('daily'), hour }),
  z.object({ rhythm: z.literal('weekly'), hour, weekday: z.int().min(1).max(7).describe('Monday is 1') }),
  z.object({
    rhythm: z.literal('monthly'),
    hour,
    monthDay: z.int().min(1).max(31).describe('The last day of a shorter month'),
  }),
])

export const subscriptionFields = z.object({
  timing,
  readers: z.array(id).max(50).default([]),
  robots: z.array(id).max(10).default([]),
})

export const sendableKind = z.enum(sendableKinds)
export const thing = z.string().regex(/^[\w:]{1,40}$/)

export const robotAnswer = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(robotKinds),
  addedAt: moment,
  toldAt: moment.nullable().describe('When a letter went there last'),
  problem: z.string().nullable().describe('What came of that, when it was not taken'),
  usedBy: z
    .array(z.object({ id: z.string(), name: z.string().nullable() }))
    .describe('Subscriptions that go there; a name is null for who may not see what it sends'),
})

export const subscriptionAnswer = z.object({
  id: z.string(),
  kind: sendableKind,
  thing: z.string(),
  name: z.string().nullable().describe('Null when it is there no more, or not for who asks'),
  timing,
  ownerName: z.string().nullable(),
  createdAt: moment,
  pausedAt: moment.nullable(),
  nextAt: moment.nullable().describe('When it is sent next, null while it is paused'),
  readers: z.array(z.object({ id: z.string(), name: z.string(), stopped: z.boolean() })),
  robots: z.array(z.object({ id: z.string(), name: z.string() })),
  last: z
    .object({
      day: z.iso.date(),
      endedAt: moment.nullable(),
      problem: z.string().nullable(),
      deliveries: z.int(),
      failed: z.int(),
      waiting: z.int().describe('Mails that have not left yet: too many went to an address this hour'),
    })
    .nullable(),
  reading: z.boolean().describe('Whether who asks gets it'),
  can: z.object({ change: z.boolean() }),
})
