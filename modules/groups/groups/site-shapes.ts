/** Groups on the member site. */
import { z } from 'zod'
import { boardActions } from '../boards/shapes.ts'
import { roles } from '../memberships/shapes.ts'
import { rulesAnswer } from '../rules/shapes.ts'
import { groupBadge, groupKinds, tierAnswer } from './shapes.ts'

/** A group in a list: discover, and one's own. */
export const groupCard = groupBadge.extend({
  summary: z.string(),
  coverUrl: z.string().nullable(),
  kind: z.enum(groupKinds),
  kindName: z.string(),
  tier: tierAnswer,
  city: z.string(),
  memberCount: z.int(),
  full: z.boolean(),
  ways: z.array(z.string()),
  /** Where the caller stands: `none` also for strangers. */
  standing: z.enum(['none', 'member', 'open', 'review', 'waiting', 'refused']),
  /** Must-read announcements that the member has not read. */
  unread: z.int(),
})

const person = z.object({ token: z.string(), name: z.string(), avatarUrl: z.string().nullable() })

export const groupPage = groupCard.extend({
  forWhom: z.string(),
  situation: z.string(),
  coreValue: z.string().nullable(),
  valuePromise: z.string(),
  connection: z.string().nullable(),
  brandScenario: z.string(),
  industry: z.string(),
  visibility: z.enum(['public', 'unlisted', 'private']),
  capacity: z.int().nullable(),
  seenThisWeek: z.int(),
  joinedThisWeek: z.int(),
  silentNewcomers: z.int().describe('Of those who came this week, how many nobody has spoken to'),
  hosts: z.array(person.extend({ role: z.enum(['owner', 'moderator', 'expert']) })),
  hostCount: z.int(),
  freshFaces: z.array(person),
  rules: rulesAnswer.nullable(),
  boards: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      summary: z.string(),
      rules: z.string(),
      /** What the caller may do there. */
      may: z.array(z.enum(boardActions)),
      /** Who may post, in words. */
      posting: z.string(),
    }),
  ),
  you: z
    .object({
      membershipId: z.string(),
      role: z.enum(roles),
      tier: tierAnswer.nullable(),
      number: z.int(),
      cardName: z.string(),
      introduction: z.string(),
      joinedAt: z.iso.datetime(),
      /** New rules to be agreed to. */
      rulesToAgree: z.boolean(),
      newcomer: z.boolean(),
      mayLeave: z.boolean(),
    })
    .nullable(),
})
