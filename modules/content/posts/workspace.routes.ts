/** The team's work on posts: the list, one post, its history, what waits, the same act on many, and the mix. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import type { Ctx } from '#base/context.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { day, id, idParams, pageOf, pageQuery } from '#base/http/schemas.ts'
import { addToDay, dayOf, startOfDay } from '#base/time/calendar.ts'
import { findCommunity } from '#modules/identity/api.ts'
import { accessPost } from '../access.ts'
import { findPostFigures } from '../page/figures.ts'
import type { ContentParts } from '../parts.ts'
import { contentProblems } from '../problems.ts'
import { accessTarget } from './arranging.routes.ts'
import { actOnMany } from './bulk.ts'
import { findDiff, findVersions } from './history.ts'
import { findMix } from './mix.ts'
import { findToReview } from './review.ts'
import { versionDiff, versionLine } from './shapes.ts'
import {
  bulkAnswer,
  bulkInput,
  mixAnswer,
  waitingItem,
  workspaceDetail,
  workspacePost,
  workspaceQuery,
} from './workspace.shapes.ts'
import {
  countWorkspace,
  findWordsOf,
  findWorkspace,
  findWorkspaceRow,
  type WorkspaceRow,
} from './workspace.sql.ts'
import { presentDiff, presentVersion, versionParams } from './writing.routes.ts'

const tag = 'content'
const read = permitted('content.read')
const moderate = permitted('content.moderate')

const present = (row: WorkspaceRow): z.input<typeof workspacePost> => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  publishAt: row.publishAt?.toISOString() ?? null,
  publishedAt: row.publishedAt?.toISOString() ?? null,
})

export const workspaceRoutes = (parts: Pick<ContentParts, 'audience'>) => [
  route(
    {
      method: 'get',
      path: '/api/content/posts',
      summary: 'List the posts of the community, of every state',
      tag,
      access: read,
      query: workspaceQuery,
      answer: pageOf(workspacePost).extend({
        total: z.number().nullable().describe('First page only; null above ten thousand, and with words'),
      }),
    },
    async (ctx, { query: { cursor, limit, from, to, ...rest } }) => {
      const filter = { ...rest, ...(await momentsOf(ctx, from, to)) }
      const order = `content posts by ${rest.sort}`
      const after = readCursor(order, cursor)
      const page = await findWorkspace(ctx, filter, { after, limit })
      return {
        items: page.items.map(present),
        next: writeCursor(order, page.next),
        // Words are looked for in every title: once is enough.
        total: after || rest.q ? null : await countWorkspace(ctx, filter),
      }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/content/posts/{id}',
      summary: 'Read how a post stands, whatever its state',
      tag,
      access: read,
      params: idParams,
      answer: workspaceDetail,
    },
    async (ctx, { params }) => {
      const row = await findWorkspaceRow(ctx, params.id)
      if (!row) throw contentProblems.postNotFound()
      return {
        post: present(row),
        ...(await findWordsOf(ctx, params.id)),
        figures: await findPostFigures(ctx, params.id),
      }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/content/posts/{id}/versions',
      summary: 'List the versions of any post',
      tag,
      access: read,
      params: idParams,
      answer: z.object({ items: z.array(versionLine) }),
    },
    async (ctx, { params }) => {
      const post = await accessPost(ctx, parts.audience, params.id)
      return { items: (await findVersions(ctx, post.id)).map(presentVersion) }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/content/posts/{id}/versions/{version}',
      summary: 'Read word for word what a version of any post changed',
      tag,
      access: read,
      params: versionParams,
      answer: versionDiff,
    },
    async (ctx, { params }) => {
      const post = await accessPost(ctx, parts.audience, params.id)
      return presentDiff(await findDiff(ctx, post.id, params.version))
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/content/posts/bulk',
      summary: 'Change how many posts stand, or move them',
      tag,
      access: moderate,
      body: bulkInput,
      answer: bulkAnswer,
    },
    async (ctx, { body }) => {
      const result = body.moveTo
        ? await actOnMany(ctx, parts, body.ids, {
            moveTo: await accessTarget(ctx, parts, body.moveTo),
            reason: body.reason,
          })
        : await actOnMany(ctx, parts, body.ids, { standing: { reason: body.reason, ...body.standing } })
      return { done: result.done, refused: [...result.refused] }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/content/review',
      summary: 'List posts and comments that wait for the team, the longest waiting first',
      tag,
      access: moderate,
      query: pageQuery,
      answer: pageOf(waitingItem),
    },
    async (ctx, { query }) => {
      const after = readCursor('content review', query.cursor)
      const page = await findToReview(ctx, { after, limit: query.limit })
      return {
        items: page.items.map(({ plain: _, ...item }) => ({
          ...item,
          createdAt: item.createdAt.toISOString(),
        })),
        next: writeCursor('content review', page.next),
      }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/content/mix',
      summary: 'Read what a period was made of: kinds, topics, and answered questions',
      tag,
      access: read,
      query: z.object({ from: day.optional(), to: day.optional(), group: id.optional() }),
      answer: mixAnswer,
    },
    async (ctx, { query }) => {
      const zone = await zoneOf(ctx)
      const to = query.to ?? dayOf(ctx.now, zone)
      const from = query.from ?? addToDay(to, -27, 'day')
      const mix = await findMix(ctx, {
        from: startOfDay(from, zone),
        before: startOfDay(addToDay(to, 1, 'day'), zone),
        group: query.group,
      })
      return { from, to, ...mix, kinds: [...mix.kinds], topics: [...mix.topics], creators: [...mix.creators] }
    },
  ),
]

const zoneOf = async (ctx: Ctx): Promise<string> => (await findCommunity(ctx))?.time_zone ?? 'Asia/Shanghai'

/** Days of the community as moments: from the first, before the day after the last. */
async function momentsOf(
  ctx: Ctx,
  from: string | undefined,
  to: string | undefined,
): Promise<{ from?: Date; before?: Date }> {
  if (!from && !to) return {}
  const zone = await zoneOf(ctx)
  return {
    ...(from ? { from: startOfDay(from, zone) } : {}),
    ...(to ? { before: startOfDay(addToDay(to, 1, 'day'), zone) } : {}),
  }
}
