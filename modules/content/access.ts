/** Who may see and do what with a post or a comment; every route of content comes through here. */
import { sql } from 'kysely'
import { type Id, may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { statement } from '#base/db/statement.ts'
import type { Audience } from '#modules/audience/api.ts'
import {
  type BoardStanding,
  type BoardsAsOf,
  boardsAsOf,
  findBoardStandings,
  mayModerate,
} from '#modules/groups/api.ts'
import { contentProblems } from './problems.ts'
import type { CommentState, PostKind, PostState } from './shapes.ts'

/** The member who asks; undefined for strangers and for operators who are none. */
export const askerOf = (ctx: Ctx): Id | undefined =>
  ctx.actor.kind === 'account' ? ctx.actor.memberId : undefined

/** The member of a route whose access is `member`. */
export function requireAsker(ctx: Ctx): Id {
  const memberId = askerOf(ctx)
  if (!memberId) throw contentProblems.mayNotModerate()
  return memberId
}

export interface AccessedPost {
  readonly id: Id
  readonly groupId: Id
  readonly boardId: Id
  readonly authorId: Id
  readonly kind: PostKind
  readonly state: PostState
  readonly title: string
  readonly version: number
  readonly publishedAt: Date | null
  readonly lockedAt: Date | null
  readonly closedAt: Date | null
  readonly acceptedCommentId: Id | null
  readonly firstAnswerAt: Date | null
  readonly mergedInto: Id | null
  readonly commentCount: number
  readonly board: BoardStanding
  /** The one who asks wrote it. */
  readonly own: boolean
  /** The one who asks looks after it. */
  readonly moderates: boolean
}

type PostRow = Omit<AccessedPost, 'board' | 'own' | 'moderates'>

const findPost = statement<PostRow & { asOf: BoardsAsOf }, { postId: Id; asker: Id | null }>(
  'content: post to access',
  (at) => sql`
    select id, group_id as "groupId", board_id as "boardId", author_id as "authorId", kind, state, title, version,
           published_at as "publishedAt", locked_at as "lockedAt", closed_at as "closedAt",
           accepted_comment_id as "acceptedCommentId", first_answer_at as "firstAnswerAt",
           merged_into as "mergedInto", comment_count as "commentCount", ${boardsAsOf(at.asker)} as "asOf"
      from post where id = ${at.postId}::bigint`,
)

/**
 * The post, for the one who asks. Published and merged ones are seen by who sees the board; scheduled,
 * pending, hidden and removed ones by their author and by those who look after the board; operators with
 * `content.read` see every board. Throws `post_not_found` for whatever one may not see.
 */
export async function accessPost(ctx: Ctx, audience: Audience, postId: Id): Promise<AccessedPost> {
  const [found] = await findPost(ctx.db, { postId, asker: askerOf(ctx) ?? null })
  if (!found) throw contentProblems.postNotFound()
  const { asOf, ...post } = found
  const board = await findBoard(ctx, audience, post.boardId, asOf)
  if (!board) throw contentProblems.postNotFound()
  const own = post.authorId === askerOf(ctx)
  const moderates = mayModerate(ctx, board)
  const seen = post.state === 'published' || post.state === 'merged' || own || moderates
  if (!seen) throw contentProblems.postNotFound()
  return { ...post, board, own, moderates }
}

/** A board that the one who asks may see; operators with `content.read` see all. */
export async function findBoard(
  ctx: Ctx,
  audience: Audience,
  boardId: Id,
  asOf?: BoardsAsOf,
): Promise<BoardStanding | undefined> {
  const team = may(ctx.actor, 'content.read')
  return (await findBoardStandings(ctx, audience, { boardIds: [boardId], team, asOf })).get(boardId)
}

/**
 * Of the boards that one sees, those that lists across groups may tell of: a group that is not listed is found by
 * who knows its address, and by who is in it.
 */
export const listedBoards = (boards: ReadonlyMap<Id, BoardStanding>): ReadonlyMap<Id, BoardStanding> => {
  const isListed = ({ group, role }: BoardStanding) => group.visibility !== 'unlisted' || role !== undefined
  const standings = [...boards.values()]
  return standings.every(isListed)
    ? boards
    : new Map(standings.filter(isListed).map((board) => [board.id, board]))
}

export interface AccessedComment {
  readonly id: Id
  readonly postId: Id
  readonly parentId: Id | null
  readonly rootId: Id | null
  readonly authorId: Id
  readonly state: CommentState
  readonly version: number
  readonly createdAt: Date
  readonly post: AccessedPost
  readonly own: boolean
}

/** A comment of a post that one may see. Throws `comment_not_found`. */
export async function accessComment(ctx: Ctx, audience: Audience, commentId: Id): Promise<AccessedComment> {
  const comment = await ctx.db
    .selectFrom('comment')
    .select([
      'id',
      'post_id as postId',
      'parent_id as parentId',
      'root_id as rootId',
      'author_id as authorId',
      sql<CommentState>`state`.as('state'),
      'version',
      'created_at as createdAt',
    ])
    .where('id', '=', commentId)
    .executeTakeFirst()
  if (!comment) throw contentProblems.commentNotFound()
  const post = await accessPost(ctx, audience, comment.postId)
  const own = comment.authorId === askerOf(ctx)
  if (comment.state !== 'published' && !own && !post.moderates) throw contentProblems.commentNotFound()
  return { ...comment, post, own }
}
