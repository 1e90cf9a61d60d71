/** Publishing: at once, at an hour, or after a person of the team has looked. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { statement } from '#base/db/statement.ts'
import { announce } from '#base/facts/fact.ts'
import { isAnswered } from '#base/facts/gate.ts'
import { problems } from '#base/http/problem.ts'
import { render } from '#base/i18n/messages.ts'
import type { BoardStanding } from '#modules/groups/api.ts'
import { findBoardStandings } from '#modules/groups/api.ts'
import { requireAsker } from '../access.ts'
import { postPublished } from '../facts.ts'
import { mayPublish } from '../gates.ts'
import type { ContentParts } from '../parts.ts'
import { contentProblems } from '../problems.ts'
import type { PostInput, PostKind, PostState } from '../shapes.ts'
import { readWords } from '../words.ts'
import { insertPost } from './inserting.ts'
import { requirePoll } from './poll.ts'
import { postProblems } from './problems.ts'
import { isOurs, isTrusted, takeWords } from './taking.ts'

export interface PublishOptions {
  /** Who writes it; the member who asks when left out. Only for verbs of the product, never from outside. */
  readonly as?: Id
  /** When it was published, for what happened before; now when left out. */
  readonly at?: Date
  /** Names where it came from: the same source is taken once, and again answers with the post it became. */
  readonly source?: string
}

export interface Published {
  readonly id: Id
  readonly state: PostState
  /** Why it waits, in the words of the one who asks. */
  readonly because: string
}

/**
 * Publishes a post, or keeps it for its hour, or for the team. People are asked for their right on the board,
 * their trust, and `mayPublish`; what the system writes (imports, the demo) is taken as it is, if it is whole.
 * Throws `board_not_found`, `may_not_post`, `kind_refused`, `title_missing`, `empty`, `file_unknown`, limits of trust.
 */
export async function publishPost(
  ctx: Ctx,
  { audience }: Pick<ContentParts, 'audience'>,
  input: PostInput,
  { as, at, source = '' }: PublishOptions = {},
): Promise<Published> {
  const authorId = as ?? requireAsker(ctx)
  const ours = isOurs(ctx)
  const board = (
    await findBoardStandings(ctx, audience, { boardIds: [input.boardId], as: authorId, team: ours })
  ).get(input.boardId)
  if (!board) throw contentProblems.boardNotFound()
  const words = readWords(input.document)
  const publish = async (tx: Ctx): Promise<Published> => {
    const from = source || (input.draftId ? await sourceOfDraft(tx, authorId, input.draftId) : '')
    const before = from ? await findBySource(tx, from) : undefined
    if (before) return before
    if (!ours && !board.may.has('post')) throw contentProblems.mayNotPost({ values: { board: board.name } })
    if (!ours && !takes([], input.kind, isTrusted(tx, board)))
      throw contentProblems.kindRefused({ values: { board: board.name } })
    const poll = requirePoll(tx, input.kind, input.poll)
    await requireColumn(tx, authorId, input.kind, input.columnId)
    const taken = await takeWords(tx, { ...input, words, authorId, board, poll })
    const due = input.publishAt ? new Date(input.publishAt) : undefined
    const later = due !== undefined && due > tx.now
    if (later && due.getTime() - tx.now.getTime() > 366 * 86_400_000) throw postProblems.scheduleTooFar()
    const state: PostState = taken.held ? 'pending' : later ? 'scheduled' : 'published'
    const id = await insertPost(tx, {
      input,
      authorId,
      board,
      taken,
      state,
      at: at ?? tx.now,
      due,
      source: from,
      poll,
      anyKind: ours || input.kind === 'announcement',
    })
    if (id === undefined) {
      // Somebody else took the same source at the same moment; or the board does not take what it is.
      const twin = from ? await findBySource(tx, from) : undefined
      if (twin) return twin
      await requireMayPost(tx, board, input.kind)
      throw problems.conflict()
    }
    if (input.draftId)
      await tx.db
        .deleteFrom('draft')
        .where('id', '=', input.draftId)
        .where('member_id', '=', authorId)
        .execute()
    return { id, state, because: taken.held ? render(taken.held, tx.locale) : '' }
  }
  const alone =
    (ours || isTrusted(ctx, board)) &&
    !isAnswered(mayPublish) &&
    !(source || input.draftId || input.columnId || input.poll || words.topics.length > 0)
  // What is one statement is all or nothing by itself.
  return alone ? await publish(ctx) : await transact(ctx, publish)
}

/**
 * A draft becomes one post, however often it is sent: its number names the post from then on. Empty for one that
 * is not the author's. Whoever sends it at the same moment waits here, and finds the post.
 */
async function sourceOfDraft(tx: Ctx, authorId: Id, draftId: Id): Promise<string> {
  const source = `draft:${draftId}`
  const { rows: drafts } = await sql`
    select from draft where id = ${draftId}::bigint and member_id = ${authorId}::bigint for update`.execute(
    tx.db,
  )
  if (drafts.length > 0) return source
  const { rows: posts } = await sql`
    select from post where source = ${source} and author_id = ${authorId}::bigint`.execute(tx.db)
  return posts.length > 0 ? source : ''
}

async function findBySource(tx: Ctx, source: string): Promise<Published | undefined> {
  const row = await tx.db
    .selectFrom('post')
    .select(['id', sql<PostState>`state`.as('state')])
    .where('source', '=', source)
    .executeTakeFirst()
  return row && { ...row, because: '' }
}

/** Throws `may_not_post` or `kind_refused`. Announcements are for hosts and the team. */
export async function requireMayPost(ctx: Ctx, board: BoardStanding, kind: PostKind): Promise<void> {
  if (!board.may.has('post')) throw contentProblems.mayNotPost({ values: { board: board.name } })
  const kinds = await findKinds(ctx, [board.id])
  if (!takes(kinds.get(board.id) ?? [], kind, isTrusted(ctx, board)))
    throw contentProblems.kindRefused({ values: { board: board.name } })
}

const kindsOf = statement<{ id: Id; kinds: PostKind[] }, { boardIds: readonly Id[] }>(
  'content: kinds of boards',
  (at) => sql`select board_id as id, kinds from board_setting where board_id = any(${at.boardIds}::bigint[])`,
)

/** Kinds that each board was told to take; one without an entry takes all. */
export async function findKinds(
  ctx: Ctx,
  boardIds: readonly Id[],
): Promise<ReadonlyMap<Id, readonly PostKind[]>> {
  const rows = await kindsOf(ctx.db, { boardIds })
  return new Map(rows.map((row) => [row.id, row.kinds]))
}

export const takes = (kinds: readonly PostKind[], kind: PostKind, host: boolean): boolean =>
  kind === 'announcement' ? host : kinds.length === 0 || kinds.includes(kind)

/** Throws `column_not_yours`. */
export async function requireColumn(
  tx: Ctx,
  authorId: Id,
  kind: PostKind,
  columnId: Id | null,
): Promise<void> {
  if (columnId === null) return
  const own = await tx.db
    .selectFrom('article_column')
    .select('id')
    .where('id', '=', columnId)
    .where('owner_id', '=', authorId)
    .where('archived_at', 'is', null)
    .forShare()
    .executeTakeFirst()
  if (!own || kind !== 'article') throw postProblems.columnNotYours()
}

export interface ToldPost {
  readonly id: Id
  readonly groupId: Id
  readonly boardId: Id
  readonly authorId: Id
  readonly kind: PostKind
}

/** Announces that a post that waited is there now, with what stands in it. */
export async function tellPublished(tx: Ctx, post: ToldPost, mentionIds: readonly Id[]): Promise<void> {
  const { rows } = await sql<{ length: number; media: number; topics: Id[] }>`
    select length(b.plain) as length, jsonb_array_length(p.media) as media,
           array(select topic_id::text from post_topic t where t.post_id = p.id order by topic_id) as topics
      from post p join post_body b on b.post_id = p.id where p.id = ${post.id}::bigint`.execute(tx.db)
  const { length, media, topics } = rows[0]!
  const { kind, boardId, authorId } = post
  await announce(
    tx,
    postPublished,
    { kind, boardId, authorId, length, media, topicIds: topics, mentionIds: [...mentionIds] },
    { memberId: authorId, groupId: post.groupId, object: { kind: 'post', id: post.id } },
  )
}
