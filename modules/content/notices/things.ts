/**
 * What notices are about, as their reader may see it now. A post on a board that he left, a comment that was
 * taken away: not there. What he wrote himself he sees in every state, with the reason.
 */

import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { KeptNotice } from '#base/declarations/notices.ts'
import type { Audience } from '#modules/audience/api.ts'
import { findBoardStandings } from '#modules/groups/api.ts'
import { askerOf } from '../access.ts'
import type { PostKind, PostState } from '../shapes.ts'
import { excerptOf } from '../words.ts'

export interface ToldPost {
  readonly id: Id
  /** Its title, or its first words. */
  readonly title: string
  readonly excerpt: string
  readonly kind: PostKind
  readonly state: PostState
  readonly authorId: Id
  readonly board: string
  readonly reason: string
  readonly own: boolean
  readonly path: string
}

export interface ToldComment {
  readonly id: Id
  readonly postId: Id
  readonly authorId: Id
  readonly state: string
  readonly words: string
  readonly reason: string
  readonly own: boolean
  readonly path: string
}

export interface Things {
  /** The post of a notice, also of one about a comment. */
  post(notice: KeptNotice): ToldPost | undefined
  comment(notice: KeptNotice): ToldComment | undefined
}

export const pathOfPost = (id: Id): string => `/posts/${id}`
export const pathOfComment = (postId: Id, id: Id): string => `/posts/${postId}#c${id}`

/**
 * Three queries for any number of notices: comments, posts, and where the reader stands on their boards; one more
 * where the newest of several is gone.
 */
export async function readThings(
  ctx: Ctx,
  audience: Audience,
  told: readonly KeptNotice[],
  /** Notices that gather several things, each of other people's making. */
  several = false,
): Promise<Things> {
  const notices = several ? await withStanding(ctx, told) : told
  const now = new Map(notices.map((each) => [each.id, each]))
  const idsOf = (kind: string) =>
    notices.flatMap((each) => (each.objectKind === kind && each.objectId ? [each.objectId] : []))
  const comments = await findComments(ctx, idsOf('comment'))
  const posts = await findPosts(ctx, audience, [
    ...idsOf('post'),
    ...[...comments.values()].map(({ postId }) => postId),
  ])
  const me = askerOf(ctx)
  const comment = ({ id }: KeptNotice) => {
    const { objectKind, objectId } = now.get(id)!
    const found = objectKind === 'comment' && objectId ? comments.get(objectId) : undefined
    const seen = found && (found.state === 'published' || found.authorId === me) && posts.has(found.postId)
    return seen ? { ...found, own: found.authorId === me } : undefined
  }
  return {
    comment,
    post: ({ id: noticeId }) => {
      const notice = now.get(noticeId)!
      const id = notice.objectKind === 'comment' ? comment(notice)?.postId : notice.objectId
      return id && (notice.objectKind === 'comment' || notice.objectKind === 'post')
        ? posts.get(id)
        : undefined
    },
  }
}

/**
 * Of several in one notice the newest stands for all. Taken away, it must not take the others along: the newest
 * that is left, of the same people at the same place, stands for them.
 */
async function withStanding(ctx: Ctx, notices: readonly KeptNotice[]): Promise<readonly KeptNotice[]> {
  const several = notices.filter(({ count, objectId }) => count > 1 && objectId)
  if (several.length === 0) return notices
  const asked = several.map(({ id, objectKind, objectId, actorIds }) => ({
    id,
    objectKind,
    objectId,
    actorIds,
  }))
  const { rows } = await sql<{ id: Id; standing: Id | null }>`
    select n.id, coalesce(
             (select c.id from comment gone join comment c on c.post_id = gone.post_id
                 and c.parent_id is not distinct from gone.parent_id and c.state = 'published'
                 and c.author_id = any(n."actorIds")
               where n."objectKind" = 'comment' and gone.id = n."objectId" and gone.state <> 'published'
               order by c.id desc limit 1),
             (select p.id from post gone join post p on p.board_id = gone.board_id and p.state = 'published'
                 and p.author_id = any(n."actorIds") and p.published_at <= gone.published_at
               where n."objectKind" = 'post' and gone.id = n."objectId" and gone.state in ('hidden', 'removed')
               order by p.published_at desc, p.id desc limit 1)) as standing
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
           as n (id bigint, "objectKind" text, "objectId" bigint, "actorIds" bigint[])`.execute(ctx.db)
  const standing = new Map(rows.flatMap((row) => (row.standing ? [[row.id, row.standing] as const] : [])))
  return notices.map((each) => {
    const objectId = standing.get(each.id)
    return objectId ? { ...each, objectId } : each
  })
}

async function findComments(
  ctx: Ctx,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, Omit<ToldComment, 'own'>>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('comment')
    .select([
      'id',
      'post_id as postId',
      'author_id as authorId',
      'state',
      'state_reason as reason',
      sql<string>`left(plain, 400)`.as('plain'),
    ])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(
    rows.map(({ plain, ...row }) => [
      row.id,
      { ...row, words: excerptOf(plain, 100), path: pathOfComment(row.postId, row.id) },
    ]),
  )
}

async function findPosts(
  ctx: Ctx,
  audience: Audience,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, ToldPost>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('post')
    .select([
      'id',
      'board_id as boardId',
      'author_id as authorId',
      sql<PostKind>`kind`.as('kind'),
      sql<PostState>`state`.as('state'),
      'title',
      'excerpt',
      'state_reason as reason',
    ])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  const boards = await findBoardStandings(ctx, audience, {
    boardIds: [...new Set(rows.map((row) => row.boardId))],
  })
  const me = askerOf(ctx)
  return new Map(
    rows.flatMap(({ boardId, title, ...row }) => {
      const board = boards.get(boardId)
      const own = row.authorId === me
      if (!board || !(own || row.state === 'published' || row.state === 'merged')) return []
      const called = title || excerptOf(row.excerpt, 40)
      return [[row.id, { ...row, own, title: called, board: board.name, path: pathOfPost(row.id) }]]
    }),
  )
}
