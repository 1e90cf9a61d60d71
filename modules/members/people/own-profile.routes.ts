import { z } from 'zod'
import { member, signedIn } from '#base/access/access.ts'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { problems } from '#base/http/problem.ts'
import { route } from '#base/http/route.ts'
import { id, pageQuery } from '#base/http/schemas.ts'
import type { Parts } from '#base/parts.ts'
import { memberProblems } from '../problems.ts'
import { getMember } from './members.sql.ts'
import { editOwnProfile, joinCommunity } from './members.ts'
import { ownProfileAnswer, presentOwnProfile } from './present.ts'
import { type FactLabels, findTimeline, presentMoment, timelineAnswer } from './timeline.ts'
import { nickname } from './words.ts'

/** The member of the session; the access rule of the route has made sure that there is one. */
function ownId(ctx: Ctx): Id {
  const memberId = ctx.actor.kind === 'account' ? ctx.actor.memberId : undefined
  if (!memberId) throw memberProblems.memberNotFound()
  return memberId
}

export const ownProfileRoutes = ({ files }: Pick<Parts, 'files'>, factLabels: FactLabels) => [
  route(
    {
      method: 'get',
      path: '/api/member',
      summary: 'See your own profile',
      tag: 'members',
      access: member,
      answer: ownProfileAnswer,
    },
    async (ctx) => presentOwnProfile(ctx, files, await getMember(ctx, ownId(ctx))),
  ),
  route(
    {
      method: 'put',
      path: '/api/member',
      summary: 'Join the community with your account',
      tag: 'members',
      access: signedIn,
      answer: ownProfileAnswer,
    },
    async (ctx) => {
      // People who sign up join by themselves a moment later; this is for operators, and for the impatient.
      if (ctx.actor.kind !== 'account' || ctx.actor.suspended) throw problems.forbidden()
      const { accountId, name } = ctx.actor
      const memberId = await joinCommunity(ctx, { accountId, nickname: name })
      return presentOwnProfile(ctx, files, await getMember(ctx, memberId))
    },
  ),
  route(
    {
      method: 'patch',
      path: '/api/member',
      summary: 'Change your own profile',
      tag: 'members',
      access: member,
      body: z.object({
        nickname: nickname.optional(),
        avatarFileId: id.nullable().optional(),
        city: z.string().trim().max(60).optional(),
        bio: z.string().trim().max(300).optional(),
      }),
      answer: ownProfileAnswer,
    },
    async (ctx, { body }) => {
      const memberId = ownId(ctx)
      await editOwnProfile(ctx, memberId, body)
      return presentOwnProfile(ctx, files, await getMember(ctx, memberId))
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/member/timeline',
      summary: 'See what you did here',
      tag: 'members',
      access: member,
      query: pageQuery,
      answer: z.object({ items: z.array(timelineAnswer), next: z.string().nullable() }),
    },
    async (ctx, { query }) => {
      const page = await findTimeline(ctx, ownId(ctx), {
        own: ctx.actor.kind === 'account' ? ctx.actor.accountId : undefined,
        after: readCursor('timeline', query.cursor),
        limit: query.limit,
      })
      const labels = factLabels()
      const items = page.items.map((moment) => presentMoment(ctx, moment, labels.get(moment.name)))
      return { items, next: writeCursor('timeline', page.next) }
    },
  ),
]
