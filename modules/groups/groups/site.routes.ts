/** Groups on the member site: the directory and the page of one. */
import { z } from 'zod'
import { anyone, member } from '#base/access/access.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { pageQuery } from '#base/http/schemas.ts'
import type { Audience } from '#modules/audience/api.ts'
import { findUsable } from '../admission/invitations.ts'
import { groupProblems } from '../problems.ts'
import { allGroups, findGroups, getGroup } from './groups.sql.ts'
import { groupKinds } from './shapes.ts'
import { accessGroup, findOwnGroupIds, presentCards, presentPage, requireAsker } from './site.ts'
import { groupCard, groupPage } from './site-shapes.ts'

const tag = 'groups'
export const slugParams = z.object({ slug: z.string().regex(/^[a-z0-9-]{2,80}$/) })

export const inviteCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9]{4,16}$/)

export const siteRoutes = (audience: Audience) => [
  route(
    {
      method: 'get',
      path: '/api/site/groups',
      summary: 'Discover groups',
      tag,
      access: anyone,
      query: pageQuery.extend({
        q: z.string().trim().max(40).optional(),
        kind: z.enum(groupKinds).optional(),
      }),
      answer: z.object({ items: z.array(groupCard), next: z.string().nullable() }),
    },
    async (ctx, { query: { cursor, limit, ...filter } }) => {
      const after = readCursor('directory', cursor)
      const page = await findGroups(ctx, { ...filter, state: 'open', listed: true }, { after, limit })
      return { items: await presentCards(ctx, page.items), next: writeCursor('directory', page.next) }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/member/groups',
      summary: 'List your groups and applications',
      tag,
      access: member,
      answer: z.object({ items: z.array(groupCard) }),
    },
    async (ctx) => {
      const ids = await findOwnGroupIds(ctx, requireAsker(ctx))
      const groups = ids.length === 0 ? [] : await allGroups(ctx).where('g.id', 'in', ids).execute()
      const inOrder = ids.flatMap((each) => groups.find((group) => group.id === each) ?? [])
      return { items: await presentCards(ctx, inOrder) }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/site/groups/{slug}',
      summary: 'See the page of a group',
      tag,
      access: anyone,
      params: slugParams,
      query: z.object({ code: inviteCode.optional().describe('Opens the page of a private group') }),
      answer: groupPage,
    },
    async (ctx, { params, query }) =>
      await presentPage(ctx, audience, await accessGroup(ctx, params.slug, query.code)),
  ),
  route(
    {
      method: 'get',
      path: '/api/site/group-invitations/{code}',
      summary: 'Find the group that an invite code opens',
      tag,
      access: member,
      // Codes are long enough, but nobody should try many.
      limit: { max: 10, perSeconds: 60, exact: true },
      params: z.object({ code: inviteCode }),
      answer: groupCard,
    },
    async (ctx, { params }) => {
      const invitation = await findUsable(ctx, params.code)
      if (!invitation) throw groupProblems.codeWrong()
      return (await presentCards(ctx, [await getGroup(ctx, invitation.groupId)]))[0]!
    },
  ),
]
