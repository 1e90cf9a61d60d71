/** Reporting, and the queue of what was reported. */
import { z } from 'zod'
import { member, permitted } from '#base/access/access.ts'
import { type Id, may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { addressOf } from '#base/files/files.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { id, pageQuery } from '#base/http/schemas.ts'
import { accessComment, accessPost } from '../access.ts'
import { contentProblems } from '../problems.ts'
import {
  type CaseRow,
  countCases,
  decideReports,
  findCases,
  findHideReports,
  setHideReports,
} from './deciding.ts'
import type { TalkParts } from './posting.ts'
import { report } from './reporting.ts'
import { decisionInput, type ReportCase, reportCase, reportInput, reportReasons } from './shapes.ts'

const tag = 'content'

export const reportRoutes = ({ audience }: TalkParts) => {
  const accessThing = async (ctx: Ctx, postId: Id, commentId: Id | null) => {
    if (!commentId) return { post: await accessPost(ctx, audience, postId) }
    const comment = await accessComment(ctx, audience, commentId)
    if (comment.postId !== postId) throw contentProblems.commentNotFound()
    return { post: comment.post, comment }
  }
  return [
    route(
      {
        method: 'post',
        path: '/api/site/reports',
        summary: 'Report a post or a comment',
        tag,
        access: member,
        limit: { max: 20, perSeconds: 3_600, exact: true },
        body: reportInput,
      },
      async (ctx, { body: { postId, commentId, reason, note } }) => {
        await report(ctx, await accessThing(ctx, postId, commentId), { reason, note })
        return undefined
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/content/reports',
        summary: 'List what was reported: open ones longest waiting first, decided ones newest first',
        tag,
        access: permitted('content.moderate'),
        query: pageQuery.extend({
          state: z.enum(['open', 'decided']).default('open'),
          reason: z.enum(reportReasons).optional(),
          group: id.optional(),
        }),
        answer: z.object({
          items: z.array(reportCase),
          next: z.string().nullable(),
          total: z.int().nullable(),
        }),
      },
      async (ctx, { query: { cursor, limit, ...filter } }) => {
        const order = `reports ${filter.state}`
        const after = readCursor(order, cursor)
        const found = await findCases(ctx, filter, { after, limit })
        return {
          items: found.items.map((row) => presentCase(ctx, row)),
          next: writeCursor(order, found.next),
          total: after ? null : await countCases(ctx, filter),
        }
      },
    ),
    route(
      {
        method: 'post',
        path: '/api/content/reports/decisions',
        summary: 'Decide all open reports of a post or a comment',
        tag,
        access: permitted('content.moderate'),
        body: decisionInput,
      },
      async (ctx, { body: { postId, commentId, ...decision } }) => {
        await decideReports(ctx, await accessThing(ctx, postId, commentId), decision)
        return undefined
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/content/report-settings',
        summary: 'See how many reports put something out of sight until the team has looked',
        tag,
        access: permitted('content.read'),
        answer: z.object({ hideReports: z.number().nullable() }),
      },
      async (ctx) => ({ hideReports: await findHideReports(ctx) }),
    ),
    route(
      {
        method: 'put',
        path: '/api/content/report-settings',
        summary: 'Set how many reports put something out of sight until the team has looked',
        tag,
        access: permitted('content.edit'),
        body: z.object({ hideReports: z.number().int().min(1).max(50).nullable().describe('Null: never') }),
        answer: z.object({ hideReports: z.number().nullable() }),
      },
      async (ctx, { body }) => {
        await setHideReports(ctx, body.hideReports)
        return { hideReports: await findHideReports(ctx) }
      },
    ),
  ]
}

const person = ({ face, ...rest }: CaseRow['author']) => ({
  ...rest,
  avatarUrl: face === null ? null : addressOf(face, 'small'),
})

const presentCase = (ctx: Ctx, row: CaseRow): ReportCase => ({
  key: row.commentId ? `${row.postId}:${row.commentId}` : row.postId,
  postId: row.postId,
  commentId: row.commentId,
  title: row.title,
  words: row.words,
  author: person(row.author),
  board: row.board,
  group: row.group,
  thing: row.thing,
  reports: row.reports.map(({ reporter, at, ...rest }) => ({
    ...rest,
    reporter: person(reporter),
    at: new Date(at).toISOString(),
  })),
  count: row.reports.length,
  since: row.since.toISOString(),
  state: row.state,
  decided:
    row.decidedAt && row.decidedBy
      ? { by: row.decidedBy, at: row.decidedAt.toISOString(), answer: row.answer }
      : null,
  can: { decide: row.state === 'open' && may(ctx.actor, 'content.moderate') },
})
