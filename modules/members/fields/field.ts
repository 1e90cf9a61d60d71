/** A field of one's own: what a community wants to know of its members besides what every profile has. */
import { z } from 'zod'
import { type Actor, type Id, isAmongRoles, may } from '#base/access/actor.ts'

export const memberFieldTypes = [
  'text',
  'number',
  'choice',
  'choices',
  'date',
  'day',
  'region',
  'money',
  'flag',
] as const
export type MemberFieldType = (typeof memberFieldTypes)[number]

export interface MemberFieldOption {
  readonly value: string
  readonly label: string
}

export interface MemberField {
  readonly id: Id
  /** `birthday`; in conditions `custom.birthday`. Stays the same for ever. */
  readonly key: string
  readonly label: string
  readonly hint: string
  readonly type: MemberFieldType
  readonly options: readonly MemberFieldOption[]
  readonly required: boolean
  /** The service cannot be given without it (L-03); what is not can be left out. */
  readonly necessary: boolean
  /** Sealed, masked, revealed with an audit entry, taken only with separate consent (L-10). */
  readonly sensitive: boolean
  readonly purpose: string
  readonly memberAccess: 'none' | 'see' | 'edit'
  /** Roles; empty: whoever may see, or edit, members. */
  readonly seenBy: readonly string[]
  readonly editedBy: readonly string[]
  readonly position: number
  readonly archivedAt: Date | null
}

/**
 * What a field holds: `text`, `choice` a string · `choices`, `region` ([province, city]) strings · `number` a
 * number · `money` minor units · `date` ISO 8601 · `day` 2026-11-19 · `flag` true or false. Null: nothing.
 */
export type MemberValue = string | number | boolean | readonly string[] | null

export const mostFields = 100
export const mostOptions = 200

const roles = z.array(z.string().min(1).max(40)).max(20)
const option = z.object({ value: z.string().trim().min(1).max(40), label: z.string().trim().min(1).max(40) })

/** What operators say of a field, apart from its key and type, which stay. */
export const fieldWords = z.object({
  label: z.string().trim().min(1).max(40),
  hint: z.string().trim().max(200).default(''),
  options: z.array(option).max(mostOptions).default([]),
  required: z.boolean().default(false),
  necessary: z.boolean().default(false),
  sensitive: z.boolean().default(false),
  purpose: z.string().trim().max(200).default(''),
  memberAccess: z.enum(['none', 'see', 'edit']).default('none'),
  seenBy: roles.default([]),
  editedBy: roles.default([]),
})
export type FieldWords = z.infer<typeof fieldWords>

/** Whether an operator sees what stands in the field (masked, when it is sensitive). */
export const canSeeField = (actor: Actor, field: MemberField): boolean =>
  may(actor, 'members.read') && isAmongRoles(actor, field.seenBy)

/** Whether an operator may change it; nobody changes what he does not see. */
export const canEditField = (actor: Actor, field: MemberField): boolean =>
  field.archivedAt === null &&
  may(actor, 'members.edit') &&
  canSeeField(actor, field) &&
  isAmongRoles(actor, field.editedBy)

export const canRevealField = (actor: Actor, field: MemberField): boolean =>
  field.sensitive && canSeeField(actor, field) && may(actor, 'members.sensitive')
