import { z } from 'zod'

const fields = {
  title: z.string().trim().min(1).max(60),
  body: z.string().trim().min(1).max(4_000).describe('Plain text; an empty line begins a paragraph'),
  pinned: z.boolean(),
  mustRead: z.boolean(),
}
export const announcementFields = z.object({
  ...fields,
  pinned: fields.pinned.default(false),
  mustRead: fields.mustRead.default(false),
})
/** Without defaults: what is left out stays as it is. */
export const announcementChange = z.object(fields).partial()

export const announcementAnswer = z.object({
  id: z.string(),
  title: z.string(),
  body: z.string(),
  pinned: z.boolean(),
  mustRead: z.boolean(),
  publishedAt: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
  author: z.string(),
})

/** As operators read it: with how many of the present members have read it. */
export const announcementReport = announcementAnswer.extend({
  read: z.int(),
  members: z.int(),
  withdrawnAt: z.iso.datetime().nullable(),
})
