/** Schemas that many routes share. */
import { z } from 'zod'

/** The id of a row: a PostgreSQL bigint, carried as a string. */
export const id = z
  .string()
  .regex(/^[1-9]\d{0,18}$/)
  .refine((value) => value.length < 19 || (value.length === 19 && value <= '9223372036854775807'), {
    params: { message: { zh: '编号不正确', en: 'Not an id' } },
  })
  .meta({ description: 'Id of a row', examples: ['42'] })

/** The schema of an object whose path has one id: `/api/jobs/{id}`. */
export const idParams = z.object({ id })

/** A moment: ISO 8601 with a zone. */
export const moment = z.iso.datetime({ offset: true })

/** A calendar day in the community's zone: `2026-11-19`. What is no day stops here: no check of a range reckons with it. */
export const day = z.iso.date({ abort: true })

/** Query of every list: `cursor` from the previous page's `next`, and how many. */
export const pageQuery = z.object({
  cursor: z.string().max(512).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})

/** Answer of every list. `next` is the cursor of the next page, null on the last. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable() })

/** For `.refine(check, refusal({ zh, en }))`: the sentence a person reads when the check fails. */
export const refusal = (message: { zh: string; en: string }) => ({ params: { message }, error: message.en })
