import { z } from 'zod'
import { defineFact } from '#base/facts/fact.ts'
import { labels } from './members.messages.ts'
import { sources } from './origin.ts'

/** Who came with a list. */
export { memberImported } from './imports/import.facts.ts'

const touchesMember = ({ about }: { about: { memberId?: string | null } }) => [
  ['members'],
  ['members', about.memberId ?? ''],
]

export const memberJoined = defineFact({
  name: 'member.joined',
  /** Not who: the log keeps what happened longer than people keep their account (L-13). */
  payload: z.object({ channel: z.string() }),
  label: labels.joined,
  touches: touchesMember,
  publicFields: ['channel'],
})

export const memberLeft = defineFact({
  name: 'member.left',
  /** Closed his account: no member from then on; what is told of the time before still counts him. */
  payload: z.object({ how: z.enum(['account_closed']) }),
  label: labels.left,
  touches: touchesMember,
})

export const memberProfileChanged = defineFact({
  name: 'member.profile_changed',
  /** Which fields; what was in them is nobody's business but the member's. */
  payload: z.object({ fields: z.array(z.enum(['nickname', 'avatarFileId', 'city', 'bio'])) }),
  label: labels.profileChanged,
  touches: touchesMember,
})

export const memberTagged = defineFact({
  name: 'member.tagged',
  payload: z.object({ tag: z.string(), source: z.enum(sources).optional() }),
  label: labels.tagged,
  touches: touchesMember,
  publicFields: ['tag'],
})

export const memberUntagged = defineFact({
  name: 'member.untagged',
  payload: z.object({ tag: z.string(), source: z.enum(sources).optional() }),
  label: labels.untagged,
  touches: touchesMember,
  publicFields: ['tag'],
})

export const memberFieldsChanged = defineFact({
  name: 'member.fields_changed',
  /** Keys of the fields; what stands in them is nobody's business but the member's. */
  payload: z.object({ fields: z.array(z.string()), source: z.enum(sources) }),
  label: labels.fieldsChanged,
  touches: touchesMember,
})

export const memberContactsChanged = defineFact({
  name: 'member.contacts_changed',
  /** Kinds of contact points, never the points. */
  payload: z.object({ kinds: z.array(z.string()), source: z.enum(sources) }),
  label: labels.contactsChanged,
  touches: touchesMember,
})

export const memberOwnerChanged = defineFact({
  name: 'member.owner_changed',
  /** Account of the operator; null when nobody looks after the member any more. */
  payload: z.object({ ownerId: z.string().nullable() }),
  label: labels.ownerChanged,
  touches: touchesMember,
})

export const memberNoted = defineFact({
  name: 'member.noted',
  payload: z.object({ noteId: z.string(), change: z.enum(['written', 'changed', 'removed']) }),
  label: labels.noted,
  touches: touchesMember,
})

export const memberConsentsChanged = defineFact({
  name: 'member.consents_changed',
  payload: z.object({ purpose: z.string(), granted: z.boolean() }),
  label: labels.consentsChanged,
  touches: touchesMember,
})

export const memberFieldDefined = defineFact({
  name: 'member_field.defined',
  payload: z.object({
    key: z.string(),
    change: z.enum(['added', 'changed', 'archived', 'restored', 'ordered']),
  }),
  label: labels.fieldDefined,
  touches: () => [['member-fields'], ['members']],
})
