/** Questions that wait, for the team, and who is likely to know. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import type { Ctx } from '#base/context.ts'
import { addressOf } from '#base/files/files.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { id, idParams, pageQuery } from '#base/http/schemas.ts'
import { type AccessedPost, accessPost } from '../access.ts'
import { askExpert, findExperts, sayWhy } from './experts.ts'
import type { TalkParts } from './posting.ts'
import { expertAnswer, waitingQuestion } from './shapes.ts'
import { countWaiting, findWaiting, previewPromise, type Waiting } from './waiting.ts'

const tag = 'content'
const experts = z.object({ items: z.array(expertAnswer) })

export const questionRoutes = ({ audience }: TalkParts) => {
  const answerExperts = async (ctx: Ctx, post: AccessedPost) => ({
    items: (await findExperts(ctx, post)).map((expert) => ({
      person: person(expert),
      accepted: expert.accepted,
      thanked: expert.thanked,
      answers: expert.answers,
      lastSeenAt: expert.lastSeenAt?.toISOString() ?? null,
      open: expert.open,
      askedAt: expert.askedAt?.toISOString() ?? null,
      score: Math.round(expert.score * 10) / 10,
      reasons: sayWhy(ctx, expert),
    })),
  })
  return [
    route(
      {
        method: 'get',
        path: '/api/content/questions',
        summary: 'List questions that wait for a first answer or for an end, longest first',
        tag,
        access: permitted('content.read'),
        query: pageQuery.extend({
          what: z.enum(['unanswered', 'stalled']).default('unanswered'),
          group: id.optional(),
          board: id.optional(),
        }),
        answer: z.object({
          items: z.array(waitingQuestion),
          next: z.string().nullable(),
          total: z.int().nullable(),
        }),
      },
      async (ctx, { query: { cursor, limit, ...filter } }) => {
        const order = `questions ${filter.what}`
        const after = readCursor(order, cursor)
        const found = await findWaiting(ctx, filter, { after, limit })
        return {
          items: found.items.map(presentWaiting),
          next: writeCursor(order, found.next),
          total: after ? null : await countWaiting(ctx, filter),
        }
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/content/boards/{id}/promise',
        summary: 'See what a promise of a first answer would mean on a board',
        tag,
        access: permitted('content.read'),
        params: idParams,
        query: z.object({ minutes: z.coerce.number().int().min(5).max(14_400).default(240) }),
        answer: z.object({
          dueAt: z.string().describe('When a question asked now would be due, in the team’s working time'),
          questions: z.int().describe('Of the last 28 days, the newest five hundred'),
          kept: z.int().describe('Of these, answered within the minutes'),
        }),
      },
      async (ctx, { params, query }) => {
        const { dueAt, ...seen } = await previewPromise(ctx, params.id, query.minutes)
        return { ...seen, dueAt: dueAt.toISOString() }
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/content/posts/{id}/experts',
        summary: 'See who is likely to know the answer to a question, and why',
        tag,
        access: permitted('content.read'),
        params: idParams,
        answer: experts,
      },
      async (ctx, { params }) => await answerExperts(ctx, await accessPost(ctx, audience, params.id)),
    ),
    route(
      {
        method: 'put',
        path: '/api/content/posts/{id}/experts/{memberId}',
        summary: 'Ask a member to answer a question',
        tag,
        access: permitted('content.moderate'),
        params: idParams.extend({ memberId: id }),
        answer: experts,
      },
      async (ctx, { params }) => {
        const post = await accessPost(ctx, audience, params.id)
        await askExpert(ctx, audience, post, params.memberId)
        return await answerExperts(ctx, post)
      },
    ),
  ]
}

const person = ({
  memberId,
  token,
  name,
  face,
}: {
  memberId: string
  token: string
  name: string
  face: string | null
}) => ({ memberId, token, name, avatarUrl: face === null ? null : addressOf(face, 'small') })

const presentWaiting = (row: Waiting): z.input<typeof waitingQuestion> => ({
  id: row.id,
  title: row.title,
  excerpt: row.excerpt,
  kind: row.kind,
  author: person(row.author),
  board: row.board,
  group: row.group,
  publishedAt: row.publishedAt.toISOString(),
  activeAt: row.activeAt.toISOString(),
  commentCount: row.commentCount,
  dueAt: row.dueAt?.toISOString() ?? null,
  overdue: row.overdue,
  waitedMinutes: row.waitedMinutes,
  asked: row.asked,
})
