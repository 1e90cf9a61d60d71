import { z } from 'zod'
import { member } from '#base/access/access.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { pageQuery } from '#base/http/schemas.ts'
import { findFollow, findFollows, follow, unfollow } from './follows.ts'
import type { TalkParts } from './posting.ts'
import { followAnswer, followKinds, followParams, followState } from './shapes.ts'

const tag = 'content'
const path = '/api/member/follows/{what}/{id}'

export const followRoutes = ({ audience }: TalkParts) => [
  route(
    {
      method: 'get',
      path: '/api/member/follows',
      summary: 'List what you follow and what you muted',
      tag,
      access: member,
      query: pageQuery.extend({ what: z.enum(followKinds).optional() }),
      answer: z.object({ items: z.array(followAnswer), next: z.string().nullable() }),
    },
    async (ctx, { query: { what, cursor, limit } }) => {
      const after = readCursor('follows', cursor)
      const found = await findFollows(ctx, audience, { what, after, limit })
      return {
        items: found.items.map(({ named, muted, since, ...row }) => ({
          ...row,
          id: named,
          following: !muted,
          muted,
          since: since.toISOString(),
        })),
        next: writeCursor('follows', found.next),
      }
    },
  ),
  route(
    {
      method: 'get',
      path,
      summary: 'See whether you follow something',
      tag,
      access: member,
      params: followParams,
      answer: followState,
    },
    async (ctx, { params }) => await findFollow(ctx, audience, params.what, params.id),
  ),
  route(
    {
      method: 'put',
      path,
      summary: 'Follow a post, topic, board or member, or mute it',
      tag,
      access: member,
      params: followParams,
      body: z.object({ muted: z.boolean().default(false) }),
      answer: followState,
    },
    async (ctx, { params, body }) => await follow(ctx, audience, params.what, params.id, body.muted),
  ),
  route(
    {
      method: 'delete',
      path,
      summary: 'Follow something no longer',
      tag,
      access: member,
      params: followParams,
      answer: followState,
    },
    async (ctx, { params }) => await unfollow(ctx, audience, params.what, params.id),
  ),
]
