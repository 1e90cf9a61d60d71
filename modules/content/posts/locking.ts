/** The lock of a post, and how a change of it is told. Posts before comments before topics; posts by id. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { audit } from '#modules/identity/api.ts'
import { askerOf } from '../access.ts'
import { postChanged } from '../facts.ts'
import { contentProblems } from '../problems.ts'
import type { PostKind, PostState } from '../shapes.ts'

export interface HeldPost {
  readonly id: Id
  readonly groupId: Id
  readonly boardId: Id
  readonly authorId: Id
  readonly kind: PostKind
  readonly state: PostState
  readonly title: string
  readonly version: number
  readonly columnId: Id | null
  readonly createdAt: Date
  readonly publishAt: Date | null
  readonly publishedAt: Date | null
  readonly editedAt: Date | null
  readonly editedBy: string | null
  readonly pinnedTo: 'board' | 'group' | null
  readonly featuredAt: Date | null
  readonly lockedAt: Date | null
  readonly closedAt: Date | null
  readonly stateBy: string | null
  /** How it stood before it went out of sight. */
  readonly leftState: 'scheduled' | 'pending' | 'published' | 'hidden' | null
  readonly acceptedCommentId: Id | null
}

/** The posts, locked, by id. Throws `post_not_found` when one is missing. */
export async function lockPosts(tx: Ctx, ids: readonly Id[]): Promise<ReadonlyMap<Id, HeldPost>> {
  const rows = await tx.db
    .selectFrom('post')
    .select([
      'id',
      'group_id as groupId',
      'board_id as boardId',
      'author_id as authorId',
      sql<PostKind>`kind`.as('kind'),
      sql<PostState>`state`.as('state'),
      'title',
      'version',
      'column_id as columnId',
      'created_at as createdAt',
      'publish_at as publishAt',
      'published_at as publishedAt',
      'edited_at as editedAt',
      'edited_by as editedBy',
      sql<'board' | 'group' | null>`pinned_to`.as('pinnedTo'),
      'featured_at as featuredAt',
      'locked_at as lockedAt',
      'closed_at as closedAt',
      'state_by as stateBy',
      sql<HeldPost['leftState']>`left_state`.as('leftState'),
      'accepted_comment_id as acceptedCommentId',
    ])
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  if (rows.length < new Set(ids).size) throw contentProblems.postNotFound()
  return new Map(rows.map((row) => [row.id, row]))
}

export async function lockPost(tx: Ctx, id: Id): Promise<HeldPost> {
  return (await lockPosts(tx, [id])).get(id)!
}

/** Whether it is written down as an act over somebody else's words, or of the team. */
const isAudited = ({ actor }: Ctx, authorId: Id): boolean =>
  actor.kind !== 'system' &&
  !(actor.kind === 'account' && actor.memberId === authorId && actor.operator === undefined)

/** Writes into the audit log what others than the author did to a post. Last in a verb. */
export async function auditPost(
  tx: Ctx,
  post: Pick<HeldPost, 'id' | 'authorId'>,
  how: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  if (isAudited(tx, post.authorId))
    await audit(tx, `content.post_${how}`, { kind: 'post', id: post.id }, detail)
}

/** Announces a change; one that somebody else than the author made is in the audit log besides. */
export async function tellChange(
  tx: Ctx,
  post: Pick<HeldPost, 'id' | 'groupId' | 'boardId' | 'authorId' | 'kind'>,
  how: string,
  { to, reason = '' }: { readonly to?: string; readonly reason?: string } = {},
): Promise<void> {
  const { kind, boardId, authorId } = post
  await announce(
    tx,
    postChanged,
    { kind, boardId, authorId, how, ...(to === undefined ? {} : { to }) },
    { memberId: askerOf(tx) ?? null, groupId: post.groupId, object: { kind: 'post', id: post.id } },
  )
  await auditPost(tx, post, how, {
    ...(to === undefined ? {} : { to }),
    ...(reason ? { reason } : {}),
  })
}
