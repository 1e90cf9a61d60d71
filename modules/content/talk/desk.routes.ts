/** 版务: what hosts who are not of the team look after in their own group: reports, and what waits to be seen. */
import { z } from 'zod'
import { member } from '#base/access/access.ts'
import { type Id, may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { addressOf } from '#base/files/files.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { pageOf, pageQuery } from '#base/http/schemas.ts'
import { findBoardStandings, mayModerate } from '#modules/groups/api.ts'
import { accessComment, accessPost, requireAsker } from '../access.ts'
import { findToReview } from '../posts/review.ts'
import { contentProblems } from '../problems.ts'
import { postKind } from '../shapes.ts'
import { type CaseRow, countCases, decideReports, findCases } from './deciding.ts'
import type { TalkParts } from './posting.ts'
import { decisionInput, reportReasons } from './shapes.ts'

const tag = 'content'
const params = z.object({ slug: z.string().regex(/^[a-z0-9-]{2,80}$/) })
const page = pageQuery.extend({ limit: z.coerce.number().int().min(1).max(50).default(20) })

/** Without who reported: a host knows his members, and they him. */
const deskReport = z.object({
  key: z.string(),
  postId: z.string(),
  commentId: z.string().nullable(),
  title: z.string(),
  words: z.string().describe('What was reported, plain'),
  author: z.object({ token: z.string(), name: z.string(), avatarUrl: z.string().nullable() }),
  board: z.string(),
  thing: z.enum(['pending', 'published', 'hidden', 'removed', 'scheduled', 'merged']).describe('Its state'),
  reports: z.array(z.object({ reason: z.enum(reportReasons), note: z.string() })),
  since: z.string(),
  can: z.object({ decide: z.boolean().describe('Not about one’s own words') }),
})
const deskWaiting = z.object({
  what: z.enum(['post', 'comment']),
  id: z.string(),
  postId: z.string(),
  kind: postKind,
  title: z.string(),
  version: z.number().describe('To be sent back when it is approved'),
  html: z.string(),
  author: z.string(),
  board: z.string(),
  createdAt: z.string(),
  can: z.object({ approve: z.boolean().describe('Not one’s own') }),
})

/**
 * The boards of a group that the one who asks looks after. Throws `board_not_found` for a group of which he sees
 * nothing, `may_not_moderate` for who is no host of it.
 */
async function accessDesk(ctx: Ctx, { audience }: TalkParts, slug: string): Promise<readonly Id[]> {
  const boards = [...(await findBoardStandings(ctx, audience)).values()].filter(
    (board) => board.group.slug === slug,
  )
  if (boards.length === 0) throw contentProblems.boardNotFound()
  const own = boards.filter((board) => mayModerate(ctx, board)).map((board) => board.id)
  if (own.length === 0) throw contentProblems.mayNotModerate()
  return own
}

export const deskRoutes = (parts: TalkParts) => [
  route(
    {
      method: 'get',
      path: '/api/site/groups/{slug}/reports',
      summary: 'List open reports of a group that you host, longest waiting first',
      tag,
      access: member,
      params,
      query: page,
      answer: pageOf(deskReport).extend({ total: z.int().nullable() }),
    },
    async (ctx, { params, query: { cursor, limit } }) => {
      const filter = { state: 'open', boards: await accessDesk(ctx, parts, params.slug) } as const
      const after = readCursor('desk reports', cursor)
      const found = await findCases(ctx, filter, { after, limit })
      return {
        items: found.items.map((row) => presentReport(ctx, row)),
        next: writeCursor('desk reports', found.next),
        total: after ? null : await countCases(ctx, filter),
      }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/site/groups/{slug}/waiting',
      summary: 'List posts and comments of a group that you host that wait to be seen',
      tag,
      access: member,
      params,
      query: page,
      answer: pageOf(deskWaiting),
    },
    async (ctx, { params, query: { cursor, limit } }) => {
      const boards = await accessDesk(ctx, parts, params.slug)
      const after = readCursor('desk waiting', cursor)
      const found = await findToReview(ctx, { after, limit, boards })
      return {
        items: found.items.map(({ plain: _, group: __, authorId, ...item }) => ({
          ...item,
          createdAt: item.createdAt.toISOString(),
          can: { approve: mayJudge(ctx, authorId) },
        })),
        next: writeCursor('desk waiting', found.next),
      }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/site/reports/decisions',
      summary: 'Decide all open reports of a post or a comment on a board that you host',
      tag,
      access: member,
      body: decisionInput,
    },
    async (ctx, { body: { postId, commentId, ...decision } }) => {
      const comment = commentId ? await accessComment(ctx, parts.audience, commentId) : undefined
      if (comment && comment.postId !== postId) throw contentProblems.commentNotFound()
      const post = comment?.post ?? (await accessPost(ctx, parts.audience, postId))
      await decideReports(ctx, { post, comment }, decision)
      return undefined
    },
  ),
]

const mayJudge = (ctx: Ctx, authorId: Id): boolean =>
  authorId !== requireAsker(ctx) || may(ctx.actor, 'content.moderate')

const presentReport = (ctx: Ctx, row: CaseRow): z.input<typeof deskReport> => ({
  key: row.commentId ? `${row.postId}:${row.commentId}` : row.postId,
  postId: row.postId,
  commentId: row.commentId,
  title: row.title,
  words: row.words,
  author: {
    token: row.author.token,
    name: row.author.name,
    avatarUrl: row.author.face === null ? null : addressOf(row.author.face, 'small'),
  },
  board: row.board,
  thing: row.thing,
  reports: row.reports.map(({ reason, note }) => ({ reason, note })),
  since: row.since.toISOString(),
  can: { decide: mayJudge(ctx, row.author.memberId) },
})
