/** What an author has that is not in public, and a post as he opens it again in the composer. */
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Document } from '#base/html/document.ts'
import type { PostKind, PostState } from '../shapes.ts'
import { findPollInput } from './editing.ts'
import type { waitingPost, writtenPost } from './shapes.ts'

/** Own posts that wait, are hidden or were removed: what comes next first, then the newest. At most a hundred. */
export async function findWaiting(ctx: Ctx, memberId: Id): Promise<z.input<typeof waitingPost>[]> {
  const { rows } = await sql<{
    id: Id
    boardId: Id
    board: string
    kind: PostKind
    state: PostState
    title: string
    excerpt: string
    publishAt: Date | null
    reason: string
    createdAt: Date
  }>`
    select p.id, p.board_id as "boardId", b.name as board, p.kind, p.state, p.title, p.excerpt,
           p.publish_at as "publishAt", p.state_reason as reason, p.created_at as "createdAt"
      from post p join board b on b.id = p.board_id
     where p.author_id = ${memberId}::bigint and p.state in ('scheduled', 'pending', 'hidden', 'removed')
     order by p.publish_at nulls last, p.created_at desc, p.id desc limit 100`.execute(ctx.db)
  return rows.map((row) => ({
    ...row,
    publishAt: row.publishAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  }))
}

/** The words of a post as they were sent. The caller has accessed it. */
export async function findWritten(ctx: Ctx, postId: Id): Promise<z.input<typeof writtenPost>> {
  const { rows } = await sql<{
    id: Id
    boardId: Id
    kind: PostKind
    state: PostState
    title: string
    document: Document
    columnId: Id | null
    publishAt: Date | null
    version: number
  }>`
    select p.id, p.board_id as "boardId", p.kind, p.state, p.title, b.document, p.column_id as "columnId",
           p.publish_at as "publishAt", p.version
      from post p join post_body b on b.post_id = p.id where p.id = ${postId}::bigint`.execute(ctx.db)
  const { document, publishAt, ...row } = rows[0]!
  return {
    ...row,
    document: { ...document },
    publishAt: publishAt?.toISOString() ?? null,
    poll: await findPollInput(ctx, postId),
  }
}
