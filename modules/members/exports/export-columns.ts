/** What an export may hold: the profile, fields of one's own, contact points masked or in full. */
import { z } from 'zod'
import { type Actor, may } from '#base/access/actor.ts'
import { canRevealField, canSeeField, type MemberField } from '../fields/field.ts'
import { memberProblems } from '../problems.ts'

export const plainColumns = [
  'id',
  'nickname',
  'city',
  'channel',
  'tags',
  'joinedAt',
  'lastSeenAt',
  'bio',
] as const
export const contactColumns = ['phone', 'email', 'wechat', 'external'] as const

export type PlainColumn = (typeof plainColumns)[number]
export type ContactColumn = (typeof contactColumns)[number]
export type ExportColumn = PlainColumn | ContactColumn | `field:${string}`

export const exportColumn = z.union([
  z.enum([...plainColumns, ...contactColumns]),
  z.templateLiteral(['field:', z.string().regex(/^[a-z][a-z0-9_]{0,39}$/)]),
])

/** What of a file is shown in full; decided when it is asked for, because the job acts for nobody. */
export interface Openness {
  readonly contacts: boolean
  /** Keys of sensitive fields. */
  readonly fields: readonly string[]
}

/**
 * What the actor gets in full: contact points and sensitive fields only when asked for (`full`) by somebody who may
 * see them so. Throws `field_not_found` for a field that is not there or not for him, and `export_not_full`.
 */
export function openFor(
  actor: Actor,
  columns: readonly ExportColumn[],
  fields: readonly MemberField[],
  full: boolean,
): Openness {
  const chosen = columns.flatMap((column) => {
    if (!column.startsWith('field:')) return []
    const field = fields.find(({ key }) => `field:${key}` === column)
    if (!field || !canSeeField(actor, field)) throw memberProblems.fieldNotFound()
    return [field]
  })
  if (!full) return { contacts: false, fields: [] }
  const contacts = columns.some((column) => (contactColumns as readonly string[]).includes(column))
  const sensitive = chosen.filter((field) => field.sensitive)
  if (
    (contacts && !may(actor, 'members.contacts')) ||
    sensitive.some((field) => !canRevealField(actor, field))
  )
    throw memberProblems.exportNotFull()
  return { contacts, fields: sensitive.map(({ key }) => key) }
}
