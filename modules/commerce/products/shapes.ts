import { z } from 'zod'
import { cleanLink } from '#base/html/link.ts'
import { id, refusal } from '#base/http/schemas.ts'

export const productFields = z
  .object({
    sku: z.string().trim().min(1).max(64),
    name: z.string().trim().min(1).max(60),
    summary: z.string().trim().max(140).default(''),
    priceMinor: z.int().min(0).max(100_000_000_000).describe('In the smallest unit of the currency'),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .default('CNY'),
    pictureFileId: id.nullable().default(null),
    link: z
      .string()
      .trim()
      .max(500)
      .default('')
      .refine(
        (link) => link === '' || /^https:/.test(cleanLink(link) ?? ''),
        refusal({ zh: '请填写 https 开头的链接', en: 'The link must begin with https' }),
      ),
    miniAppId: z
      .string()
      .trim()
      .regex(/^(wx[0-9a-f]{16})?$/)
      .default('')
      .describe('App ID of a WeChat mini program'),
    miniPath: z.string().trim().max(300).default(''),
  })
  .refine(({ link, miniAppId }) => link !== '' || miniAppId !== '', {
    path: ['link'],
    ...refusal({ zh: '请填写购买链接或小程序', en: 'Give a link or a mini program' }),
  })
export type ProductFields = z.infer<typeof productFields>

export const productAnswer = z.object({
  id: z.string(),
  sku: z.string(),
  name: z.string(),
  summary: z.string(),
  priceMinor: z.int(),
  currency: z.string(),
  pictureFileId: z.string().nullable(),
  pictureUrl: z.string().nullable(),
  link: z.string(),
  miniAppId: z.string(),
  miniPath: z.string(),
  createdAt: z.string(),
  archivedAt: z.string().nullable(),
})
