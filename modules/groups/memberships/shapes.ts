/** Memberships as JSON. */
import { z } from 'zod'
import { personAnswer } from '../admission/shapes.ts'
import { groupBadge, tierAnswer } from '../groups/shapes.ts'

export const roles = ['owner', 'moderator', 'expert', 'novice', 'member'] as const
export type Role = (typeof roles)[number]
export const leavingWays = ['left', 'removed', 'eliminated', 'account_closed', 'merged'] as const
export type LeavingWay = (typeof leavingWays)[number]

/** A membership as operators read it. */
export const membershipAnswer = z.object({
  id: z.string(),
  person: personAnswer,
  number: z.int(),
  role: z.enum(roles),
  tier: tierAnswer.nullable(),
  cardName: z.string(),
  introduction: z.string(),
  joinedAt: z.iso.datetime(),
  way: z.string(),
  lastSeenAt: z.iso.datetime().nullable(),
  answeredAt: z.iso.datetime().nullable(),
  rulesVersion: z.int().nullable().describe('Newest version of the rules that the member agreed to'),
  leftAt: z.iso.datetime().nullable(),
  leftHow: z.enum(leavingWays).nullable(),
  leftReason: z.string(),
  leftBy: z.string().nullable(),
  can: z.object({ change: z.boolean(), remove: z.boolean() }),
})

/** A stay in a group, on the page of the member. */
export const stayAnswer = z.object({
  membershipId: z.string(),
  group: groupBadge,
  role: z.enum(roles),
  tier: tierAnswer.nullable(),
  cardName: z.string(),
  number: z.int(),
  way: z.string(),
  joinedAt: z.iso.datetime(),
  leftAt: z.iso.datetime().nullable(),
  leftHow: z.enum(leavingWays).nullable(),
  leftReason: z.string(),
})

/** A member of the group as other members see him. */
export const fellowAnswer = z.object({
  membershipId: z.string(),
  token: z.string(),
  name: z.string(),
  avatarUrl: z.string().nullable(),
  city: z.string(),
  role: z.enum(roles),
  tier: z.string().nullable(),
  number: z.int(),
  introduction: z.string(),
  joinedAt: z.iso.datetime(),
  isYou: z.boolean(),
})
