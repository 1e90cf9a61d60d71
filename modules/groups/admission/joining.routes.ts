/** Getting into a group and out again, for members. */
import { z } from 'zod'
import { member } from '#base/access/access.ts'
import { route } from '#base/http/route.ts'
import { id } from '#base/http/schemas.ts'
import { slugParams } from '../groups/site.routes.ts'
import { pending } from '../pending.ts'
import { ownAdmission } from './shapes.ts'

const tag = 'groups'
const at = (rest: string) => `/api/site/groups/{slug}${rest}`
const code = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9]{4,16}$/)

/** What a member gives for a step; which of them counts depends on the kind of the step. */
export const stepAnswer = z.object({
  code: code.optional(),
  answers: z
    .record(
      z.string().max(24),
      z.union([z.string().max(1_000), z.number(), z.array(z.string().max(80)).max(20)]),
    )
    .optional(),
  text: z.string().trim().max(1_000).optional(),
  fileId: id.optional(),
})
export type StepAnswer = z.infer<typeof stepAnswer>

export const joiningRoutes = () => [
  route(
    {
      method: 'get',
      path: at('/admission'),
      summary: 'See what you have to do to get in',
      tag,
      access: member,
      params: slugParams,
      answer: ownAdmission,
    },
    pending,
  ),
  route(
    {
      method: 'put',
      path: at('/admission/steps/{step}'),
      summary: 'Do a step of admission',
      tag,
      access: member,
      limit: { max: 30, perSeconds: 60, exact: true },
      params: slugParams.extend({ step: id }),
      body: stepAnswer,
      answer: ownAdmission,
    },
    pending,
  ),
  route(
    {
      method: 'post',
      path: at('/membership'),
      summary: 'Agree to the rules and go in, or hand in your application',
      tag,
      access: member,
      params: slugParams,
      body: z.object({
        rulesVersion: z
          .int()
          .nullable()
          .describe('The version you read and agree to; null when there is none'),
        code: code.optional().describe('Of an invitation'),
      }),
      answer: ownAdmission,
    },
    pending,
  ),
  route(
    {
      method: 'delete',
      path: at('/admission'),
      summary: 'Take back your application',
      tag,
      access: member,
      params: slugParams,
    },
    pending,
  ),
  route(
    {
      method: 'delete',
      path: at('/membership'),
      summary: 'Leave a group',
      tag,
      access: member,
      params: slugParams,
    },
    pending,
  ),
]
