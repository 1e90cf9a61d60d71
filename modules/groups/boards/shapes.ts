/** Boards and who may do what on them. */
import { z } from 'zod'
import { id } from '#base/http/schemas.ts'

export const boardActions = ['see', 'post', 'reply', 'react'] as const
export type BoardAction = (typeof boardActions)[number]

export const grant = z.discriminatedUnion('who', [
  z.object({ who: z.literal('anyone') }).describe('Also people who are not in the group'),
  z.object({ who: z.literal('members') }),
  z.object({ who: z.literal('role'), role: z.enum(['expert', 'novice', 'member']) }),
  z.object({ who: z.literal('tier'), tierId: id }).describe('Members of this tier and of higher ones'),
  z.object({ who: z.literal('segment'), segmentId: id }),
])
export type Grant = z.infer<typeof grant>

const grants = z.array(grant).max(20)

/** By action; none: only owners and moderators, who may always. */
export const permissions = z.object({ see: grants, post: grants, reply: grants, react: grants })
export type BoardPermissions = z.infer<typeof permissions>

export const boardFields = z.object({
  id: id.optional().describe('Left out for a new board'),
  name: z.string().trim().min(1).max(20),
  summary: z.string().trim().max(140).default(''),
  rules: z.string().trim().max(500).default(''),
  permissions: permissions.default({
    see: [{ who: 'members' }],
    post: [{ who: 'members' }],
    reply: [{ who: 'members' }],
    react: [{ who: 'members' }],
  }),
})

export const boardAnswer = z.object({
  id: z.string(),
  name: z.string(),
  summary: z.string(),
  rules: z.string(),
  permissions,
})
