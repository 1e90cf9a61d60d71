/** What a row of a list changes about a member who is here already. */
import { isDeepStrictEqual } from 'node:util'
import { type ContactPoint, contactKey } from '../contacts/contact.ts'
import type { MemberField, MemberValue } from '../fields/field.ts'
import type { Vault } from '../vault.ts'
import type { Held } from './held.sql.ts'
import type { Person } from './read-row.ts'
import type { ExistingPolicy } from './target.ts'

export interface Change {
  readonly profile: { readonly nickname?: string; readonly city?: string; readonly bio?: string }
  readonly channel?: string
  readonly contacts: readonly ContactPoint[]
  readonly tags: readonly string[]
  readonly fields: readonly { readonly field: MemberField; readonly value: MemberValue }[]
}

export const noChange: Change = { profile: {}, contacts: [], tags: [], fields: [] }

export const isEmpty = ({ profile, channel, contacts, tags, fields }: Change): boolean =>
  Object.keys(profile).length === 0 &&
  channel === undefined &&
  contacts.length + tags.length + fields.length === 0

/**
 * What a person says about himself is never overwritten by a list: the profile of those who have an account, and
 * fields that members filled in. How a member first came is written once, and when he joined stays.
 */
export function changeOf(held: Held, person: Person, policy: ExistingPolicy, vault: Vault): Change {
  if (policy === 'skip') return noChange
  const overwrites = policy === 'update'
  const profile: { nickname?: string; city?: string; bio?: string } = {}
  for (const field of ['nickname', 'city', 'bio'] as const) {
    const said = person[field]
    if (said === undefined || said === '' || said === held[field]) continue
    if (held[field] === '' || (overwrites && !held.hasAccount)) profile[field] = said
  }
  return {
    profile,
    ...(person.channel && !held.sourceKnown ? { channel: person.channel } : {}),
    contacts: person.contacts.filter(
      (point) =>
        !held.contacts.has(`${point.kind}:${point.system}:${vault.hash(contactKey(point))}`) &&
        (overwrites || !held.contactKinds.has(`${point.kind}:${point.system}`)),
    ),
    tags: person.tags.filter((tag) => !held.tags.has(tag)),
    fields: person.fields.filter(({ field, value }) => {
      const known = held.values.get(field.id)
      if (!known) return true
      return overwrites && known.source !== 'member' && !isDeepStrictEqual(known.value, value)
    }),
  }
}
