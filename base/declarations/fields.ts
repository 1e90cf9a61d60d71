/**
 * Fields: what conditions may ask about a member besides what he did. A module declares a source of
 * fields and reads their values from its own tables; `audience` evaluates conditions over them, for one
 * member straight from `read`, for all members over copies of the same values in the warehouse. Two
 * rules keep the copies true: a change of a value announces a fact about the member in the same
 * transaction, and what changes without anybody doing anything (age, days since) is no field but a
 * test on a date or on behaviour.
 */
import { type Actor, type Id, isAmongRoles } from '../access/actor.ts'
import type { Ctx } from '../context.ts'
import type { Message } from '../i18n/messages.ts'

/**
 * `text` free text · `choice` one of a list · `choices` several of a list · `number` · `money` minor
 * units · `date` a moment · `day` a calendar day (birthdays) · `flag` yes or no.
 */
export const fieldTypes = ['text', 'choice', 'choices', 'number', 'money', 'date', 'day', 'flag'] as const
export type FieldType = (typeof fieldTypes)[number]

/** `date`: milliseconds since 1970. `day`: `2026-11-19`. `money`: minor units. Null: not known. */
export type FieldValue = string | number | boolean | readonly string[] | null

export interface FieldOption {
  readonly value: string
  /** What people wrote is a string; what the product says is a message. */
  readonly label: string | Message
}

export interface Field {
  /** `member.city`, `group.joined_at`; stays the same for ever, since conditions are stored. */
  readonly key: string
  /** Written by operators (custom fields) or by us. */
  readonly label: string | Message
  readonly type: FieldType
  /** Heading under which a picker lists it. */
  readonly section: Message
  /** What a number counts: `次`, `天`. */
  readonly unit?: Message
  /** A field for each of something (a group, a wallet): `key` is asked with `of`. */
  readonly of?: { readonly label: Message; readonly options: readonly FieldOption[] }
  /** All values of `choice` and `choices`, when they are few; otherwise `find` looks them up. */
  readonly options?: readonly FieldOption[]
  /** Roles that may see it; left out or empty: whoever may ask about members. To ask is to see. */
  readonly seenBy?: readonly string[]
  /** What the team keeps about a member without telling him: tags, segments, fields that are not his to see. */
  readonly teamOnly?: boolean
  /** Values that begin like or contain `text`, at most twenty. */
  readonly find?: (ctx: Ctx, text: string) => Promise<readonly FieldOption[]>
}

/** Whether the actor may ask about the field, and see what stands in it. */
export const canAskField = (actor: Actor, { seenBy = [] }: Pick<Field, 'seenBy'>): boolean =>
  isAmongRoles(actor, seenBy)

export interface FieldSource {
  /** The module, or a part of it: `members`, `groups`. */
  readonly name: string
  /** The fields as they are now; operators may add some. */
  readonly describe: (ctx: Ctx) => Promise<readonly Field[]>
  /**
   * Values of these members, in a bounded number of queries; by field key, with `:of` behind it for a
   * field of something (`group.joined_at:12`). Left out is not known.
   */
  readonly read: (
    ctx: Ctx,
    memberIds: readonly Id[],
  ) => Promise<ReadonlyMap<Id, Readonly<Record<string, FieldValue>>>>
}
