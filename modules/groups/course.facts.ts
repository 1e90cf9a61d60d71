/** What is announced of the course of groups and of members in them: tiers, elimination, health. */
import { z } from 'zod'
import { defineFact } from '#base/facts/fact.ts'
import { courseLabels as labels } from './course.messages.ts'

type Place = { about: { groupId?: string | null; memberId?: string | null } }

const touchesCourse = ({ about }: Place) => [
  ['group-course', about.groupId ?? ''],
  ['members', about.memberId ?? ''],
]

/** A member rose or fell between tiers of the community; keys of tiers, null for none. */
export const memberTierChanged = defineFact({
  name: 'member.tier_changed',
  payload: z.object({ from: z.string().nullable(), to: z.string().nullable(), up: z.boolean() }),
  label: labels.tierChanged,
  touches: touchesCourse,
  publicFields: ['from', 'to', 'up'],
})

/** A member was told that a tier will be lost; in a group when `groupId` is set. */
export const memberTierAtRisk = defineFact({
  name: 'member.tier_at_risk',
  payload: z.object({ tier: z.string(), until: z.iso.datetime() }),
  label: labels.tierAtRisk,
  touches: touchesCourse,
  publicFields: ['tier', 'until'],
})

export const tierRuleChanged = defineFact({
  name: 'group.tier_rule_changed',
  payload: z.object({ tierId: z.string() }),
  label: labels.tierRuleChanged,
  touches: () => [['group-tiers']],
})

const caseOf = z.object({ caseId: z.string() })
const touchesCases = (fact: Place) => [...touchesCourse(fact), ['group-elimination']]

export const eliminationRuleChanged = defineFact({
  name: 'group.elimination_changed',
  payload: z.object({ active: z.boolean() }),
  label: labels.eliminationChanged,
  touches: touchesCases,
})
export const eliminationWarned = defineFact({
  name: 'group.elimination_warned',
  payload: caseOf.extend({ until: z.iso.datetime() }),
  label: labels.warned,
  touches: touchesCases,
  publicFields: ['until'],
})
export const eliminationRecovered = defineFact({
  name: 'group.elimination_recovered',
  payload: caseOf,
  label: labels.recovered,
  touches: touchesCases,
})
/** A person decided: spared, removed, or a way back was opened. */
export const eliminationDecided = defineFact({
  name: 'group.elimination_decided',
  payload: caseOf.extend({ state: z.enum(['spared', 'removed', 'withdrawn', 'returned']) }),
  label: labels.decided,
  touches: touchesCases,
  publicFields: ['state'],
})
export const eliminationAppealed = defineFact({
  name: 'group.elimination_appealed',
  payload: caseOf.extend({ kind: z.enum(['appeal', 'task']) }),
  label: labels.appealed,
  touches: touchesCases,
})

const state = z.object({ light: z.string(), stage: z.string(), level: z.int() })

/** Light, life stage or level of a group are not what they were; nobody in particular did it. */
export const groupHealthChanged = defineFact({
  name: 'group.health_changed',
  payload: state.extend({ before: state.nullable() }),
  label: labels.healthChanged,
  touches: ({ about }: Place) => [['groups'], ['group-course', about.groupId ?? '']],
  publicFields: ['light', 'stage', 'level'],
})
