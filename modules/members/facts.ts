import { z } from 'zod'
import { defineFact } from '#base/facts/fact.ts'
import { labels } from './members.messages.ts'

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

export const memberProfileChanged = defineFact({
  name: 'member.profile_changed',
  /** Which fields; what was in them is nobody's business but the member's. */
  payload: z.object({ fields: z.array(z.enum(['nickname', 'avatarFileId', 'city', 'bio'])) }),
  label: labels.profileChanged,
  touches: touchesMember,
})

export const memberTagged = defineFact({
  name: 'member.tagged',
  payload: z.object({ tag: z.string() }),
  label: labels.tagged,
  touches: touchesMember,
  publicFields: ['tag'],
})

export const memberUntagged = defineFact({
  name: 'member.untagged',
  payload: z.object({ tag: z.string() }),
  label: labels.untagged,
  touches: touchesMember,
  publicFields: ['tag'],
})
