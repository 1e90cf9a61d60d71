/** What a column of a list may be: something of the profile, a way to reach people, a tag, a field of one's own. */
import { z } from 'zod'

export const plainTargets = [
  'nickname',
  'card',
  'phone',
  'email',
  'wechat',
  'city',
  'channel',
  'tags',
  'joinedAt',
  'bio',
] as const
export type PlainTarget = (typeof plainTargets)[number]

/** `external:crm` is the id that a system called crm gives people; `field:birthday` a field of one's own. */
export type Target = PlainTarget | `external:${string}` | `field:${string}`

export const target = z.union([
  z.enum(plainTargets),
  z.templateLiteral(['external:', z.string().regex(/^[a-z0-9_-]{1,40}$/)]),
  z.templateLiteral(['field:', z.string().regex(/^[a-z][a-z0-9_]{0,39}$/)]),
])

/** What happens with people who are here already. */
export const existingPolicies = ['update', 'fill', 'skip'] as const
export type ExistingPolicy = (typeof existingPolicies)[number]

export const importPlan = z.object({
  /** For each column what it is; null: left out. */
  columns: z.array(target.nullable()).min(1).max(200),
  /** `update` overwrites with what the list says, `fill` writes only what is not known, `skip` leaves them alone. */
  existing: z.enum(existingPolicies).default('update'),
  /** Tags that everybody of the list gets. */
  tags: z.array(z.string().trim().min(1).max(30)).max(20).default([]),
  /** Where the list comes from, for the profile of everybody who came with it: 「CRM 导出」. */
  origin: z.string().trim().max(40).default(''),
  /** Parts of the group card in order: targets of text, or null for what is not kept. */
  card: z.array(target.nullable()).max(8).default([]),
})
export type ImportPlan = z.infer<typeof importPlan>
