import { z } from 'zod'
import { defineFact } from '#base/facts/fact.ts'
import { factLabels as labels } from './facts.messages.ts'

type Place = { about: { groupId?: string | null; memberId?: string | null } }

/** Lists of groups, the group, and for the member concerned what he sees of himself in it. */
const touchesGroup = ({ about }: Place) => [['groups'], ['groups', about.groupId ?? '']]
const touchesMembers = ({ about }: Place) => [
  ['groups', about.groupId ?? ''],
  ['group-members', about.groupId ?? ''],
  ['members', about.memberId ?? ''],
]
const touchesApplications = ({ about }: Place) => [
  ['group-applications'],
  ['group-applications', about.groupId ?? ''],
]

/** Every one of them carries `groupId`, those about a person also `memberId`, in the columns of the log. */
const nothing = z.object({})

export const groupCreated = defineFact({
  name: 'group.created',
  payload: z.object({ kind: z.string() }),
  label: labels.created,
  touches: touchesGroup,
  publicFields: ['kind'],
})
export const groupChanged = defineFact({
  name: 'group.changed',
  /** Which fields, or which part: `boards`, `admission`, `rules`, `newcomers`, `tier`. */
  payload: z.object({ fields: z.array(z.string()) }),
  label: labels.changed,
  touches: touchesGroup,
})
export const groupArchived = defineFact({
  name: 'group.archived',
  payload: nothing,
  label: labels.archived,
  touches: touchesGroup,
})
export const groupReopened = defineFact({
  name: 'group.reopened',
  payload: nothing,
  label: labels.reopened,
  touches: touchesGroup,
})

export const groupJoined = defineFact({
  name: 'group.joined',
  payload: z.object({ way: z.string(), membershipId: z.string() }),
  label: labels.joined,
  touches: (fact) => [...touchesMembers(fact), ['groups']],
  publicFields: ['way'],
})
export const groupLeft = defineFact({
  name: 'group.left',
  /** `left` by oneself; `removed`, `eliminated`, `account_closed`, `merged`. */
  payload: z.object({ how: z.string(), membershipId: z.string() }),
  label: labels.left,
  touches: (fact) => [...touchesMembers(fact), ['groups']],
  publicFields: ['how'],
})
export const groupRoleChanged = defineFact({
  name: 'group.role_changed',
  payload: z.object({ from: z.string(), to: z.string() }),
  label: labels.roleChanged,
  touches: touchesMembers,
  publicFields: ['from', 'to'],
})
export const groupTierChanged = defineFact({
  name: 'group.tier_changed',
  /** Keys of tiers; null for none. `up` by rank. */
  payload: z.object({ from: z.string().nullable(), to: z.string().nullable(), up: z.boolean() }),
  label: labels.tierChanged,
  touches: touchesMembers,
  publicFields: ['from', 'to', 'up'],
})

export const groupApplied = defineFact({
  name: 'group.applied',
  payload: z.object({ applicationId: z.string() }),
  label: labels.applied,
  touches: touchesApplications,
})
export const groupQuizTaken = defineFact({
  name: 'group.quiz_taken',
  payload: z.object({ points: z.number(), of: z.number(), passed: z.boolean() }),
  label: labels.quizTaken,
  publicFields: ['passed'],
})
export const groupWaiting = defineFact({
  name: 'group.waiting',
  payload: z.object({ applicationId: z.string() }),
  label: labels.waiting,
  touches: touchesApplications,
})
export const groupApplicationDecided = defineFact({
  name: 'group.application_decided',
  payload: z.object({ applicationId: z.string(), state: z.enum(['accepted', 'refused', 'withdrawn']) }),
  label: labels.decided,
  touches: touchesApplications,
  publicFields: ['state'],
})

export const groupRulesPublished = defineFact({
  name: 'group.rules_published',
  payload: z.object({ version: z.number() }),
  label: labels.rulesPublished,
  touches: touchesGroup,
})
export const groupRulesAccepted = defineFact({
  name: 'group.rules_accepted',
  payload: z.object({ version: z.number() }),
  label: labels.rulesAccepted,
  publicFields: ['version'],
})

const touchesAnnouncements = ({ about }: Place) => [['group-announcements', about.groupId ?? '']]
export const groupAnnounced = defineFact({
  name: 'group.announced',
  payload: z.object({ announcementId: z.string(), mustRead: z.boolean() }),
  label: labels.announced,
  touches: touchesAnnouncements,
})
export const groupAnnouncementChanged = defineFact({
  name: 'group.announcement_changed',
  payload: z.object({ announcementId: z.string(), withdrawn: z.boolean() }),
  label: labels.announcementChanged,
  touches: touchesAnnouncements,
})
export const groupAnnouncementRead = defineFact({
  name: 'group.announcement_read',
  payload: z.object({ announcementId: z.string() }),
  label: labels.announcementRead,
})

/** Tiers of a group, or without one those of the community, were arranged anew; keys, lowest first. */
export const groupTiersArranged = defineFact({
  name: 'group.tiers_arranged',
  payload: z.object({ keys: z.array(z.string()), before: z.array(z.string()) }),
  label: labels.tiersArranged,
  touches: () => [['group-tiers']],
})

export const groupIntroduced = defineFact({
  name: 'group.introduced',
  payload: nothing,
  label: labels.introduced,
  touches: touchesMembers,
})
export const groupGreeted = defineFact({
  name: 'group.greeted',
  /** About the newcomer; `first`: nobody had spoken to him before. */
  payload: z.object({ first: z.boolean() }),
  label: labels.greeted,
  touches: (fact) => [...touchesMembers(fact), ['group-newcomers']],
})
export const groupNewcomerStepDone = defineFact({
  name: 'group.newcomer_step_done',
  payload: z.object({ kind: z.string() }),
  label: labels.newcomerStep,
  publicFields: ['kind'],
})
