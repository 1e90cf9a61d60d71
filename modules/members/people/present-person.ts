/** What operators see of one member besides the profile: fields, contact points, tags with their sources, owner, account. */
import { z } from 'zod'
import { may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { render } from '#base/i18n/messages.ts'
import { maskEmail } from '#base/text/mask.ts'
import { findPerson } from '#modules/identity/api.ts'
import { contactKinds } from '../contacts/contact.ts'
import { type Contact, findContacts } from '../contacts/contacts.ts'
import {
  canEditField,
  canRevealField,
  canSeeField,
  type MemberField,
  memberFieldTypes,
} from '../fields/field.ts'
import { findFields } from '../fields/fields.ts'
import { maskValue } from '../fields/value.ts'
import { findValues, type HeldValue, openValue, valuesById } from '../fields/values.sql.ts'
import { sources } from '../origin.ts'
import { findOwners } from '../owners/owners.ts'
import { findTagsOf } from '../tags/groups.ts'
import type { Vault } from '../vault.ts'
import type { Member } from './members.sql.ts'

export const jsonValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).nullable()

export const ownerAnswer = z.object({ accountId: z.string(), name: z.string(), since: z.iso.datetime() })

export const heldFieldAnswer = z.object({
  key: z.string(),
  label: z.string(),
  hint: z.string(),
  type: z.enum(memberFieldTypes),
  options: z.array(z.object({ value: z.string(), label: z.string() })),
  required: z.boolean(),
  necessary: z.boolean(),
  sensitive: z.boolean(),
  purpose: z.string(),
  value: jsonValue,
  /** Of a sensitive field: enough to recognise it. Its value is shown on request. */
  masked: z.string().nullable(),
  source: z.enum(sources).nullable(),
  setAt: z.iso.datetime().nullable(),
  /** Name of the operator who wrote it, where one did. */
  setBy: z.string().nullable(),
  can: z.object({ edit: z.boolean(), reveal: z.boolean() }),
})

export const contactAnswer = z.object({
  id: z.string(),
  kind: z.enum(contactKinds),
  system: z.string(),
  masked: z.string(),
  verified: z.boolean(),
  source: z.enum(sources),
  addedAt: z.iso.datetime(),
  can: z.object({ edit: z.boolean(), reveal: z.boolean() }),
})

export const carriedTagAnswer = z.object({
  id: z.string(),
  name: z.string(),
  note: z.string(),
  group: z.string().nullable(),
  source: z.enum(sources),
  /** Of a rule or an import: which. */
  sourceId: z.string().nullable(),
  addedBy: z.string().nullable(),
  addedAt: z.iso.datetime(),
})

export const personAnswer = z.object({
  owner: ownerAnswer.nullable(),
  fields: z.array(heldFieldAnswer),
  contacts: z.array(contactAnswer),
  tagged: z.array(carriedTagAnswer),
  /** What the account says; null for somebody without one (imported, known by the till). */
  account: z
    .object({
      /** Masked; in full on request. */
      email: z.string(),
      can: z.object({ reveal: z.boolean() }),
      emailVerified: z.boolean(),
      createdAt: z.iso.datetime(),
      suspended: z.boolean(),
      consents: z.array(
        z.object({ purpose: z.string(), label: z.string(), granted: z.boolean(), at: z.iso.datetime() }),
      ),
    })
    .nullable(),
})

export async function presentPerson(
  ctx: Ctx,
  vault: Vault,
  member: Member,
): Promise<z.input<typeof personAnswer>> {
  const [fields, values, contacts, tagged, owners, person] = [
    await findFields(ctx),
    await findValues(ctx, [member.id]),
    await findContacts(ctx, [member.id]),
    await findTagsOf(ctx, member.id),
    await findOwners(ctx, [member.id]),
    member.accountId ? await findPerson(ctx, member.accountId) : undefined,
  ]
  const byField = valuesById(values)
  const names = await namesOf(ctx, [
    ...values.map((each) => each.setBy),
    ...tagged.map((each) => each.addedBy),
  ])
  const owner = owners.get(member.id)
  return {
    owner: owner ? { ...owner, since: owner.since.toISOString() } : null,
    fields: fields
      .filter((field) => canSeeField(ctx.actor, field))
      .map((field) => presentHeld(ctx, vault, field, byField.get(field.id), names)),
    contacts: contacts.map((contact) => presentContact(ctx, contact)),
    tagged: tagged.map((each) => ({
      ...each,
      addedBy: names.get(each.addedBy) ?? null,
      addedAt: each.addedAt.toISOString(),
    })),
    account: person
      ? {
          email: maskEmail(person.email),
          can: { reveal: may(ctx.actor, 'members.contacts') },
          emailVerified: person.emailVerified,
          createdAt: person.createdAt.toISOString(),
          suspended: person.suspended,
          consents: person.consents.map(({ purpose, label, granted, at }) => ({
            purpose,
            label: render(label, ctx.locale),
            granted,
            at: at.toISOString(),
          })),
        }
      : null,
  }
}

export const presentHeld = (
  ctx: Ctx,
  vault: Vault,
  field: MemberField,
  held: HeldValue | undefined,
  names: ReadonlyMap<string, string>,
): z.input<typeof heldFieldAnswer> => {
  const { key, label, hint, type, required, necessary, sensitive, purpose } = field
  return {
    key,
    label,
    hint,
    type,
    required,
    necessary,
    sensitive,
    purpose,
    options: field.options.map((option) => ({ ...option })),
    value: sensitive ? null : readonlyOff(held?.value ?? null),
    masked: sensitive && held ? maskValue(String(openValue(vault, held))) : null,
    source: held?.source ?? null,
    setAt: held?.setAt.toISOString() ?? null,
    setBy: held ? (names.get(held.setBy) ?? null) : null,
    can: {
      edit: canEditField(ctx.actor, field),
      reveal: held !== undefined && canRevealField(ctx.actor, field),
    },
  }
}

export const presentContact = (ctx: Ctx, contact: Contact): z.input<typeof contactAnswer> => ({
  id: contact.id,
  kind: contact.kind,
  system: contact.system,
  masked: contact.masked,
  verified: contact.verifiedAt !== null,
  source: contact.source,
  addedAt: contact.addedAt.toISOString(),
  can: { edit: may(ctx.actor, 'members.edit'), reveal: may(ctx.actor, 'members.contacts') },
})

const readonlyOff = (value: HeldValue['value']) =>
  Array.isArray(value) ? [...value] : (value as string | number | boolean | null)

/** Names behind `account:12`, as the log writes actors; the system and programs have none. */
export async function namesOf(ctx: Ctx, actors: readonly string[]): Promise<Map<string, string>> {
  const ids = [...new Set(actors)].flatMap((actor) => /^account:(\d+)$/.exec(actor)?.[1] ?? [])
  if (ids.length === 0) return new Map()
  const rows = await ctx.db.selectFrom('account').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [`account:${row.id}`, row.name]))
}
