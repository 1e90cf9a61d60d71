/** A new post as rows of the database. */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { statement } from '#base/db/statement.ts'
import { draftFact, type FactDraft, insertFacts, wakeAfter } from '#base/facts/fact.ts'
import type { BoardStanding } from '#modules/groups/api.ts'
import { postChanged, postPublished } from '../facts.ts'
import type { PollInput, PostInput, PostKind, PostState } from '../shapes.ts'
import { excerptOf } from '../words.ts'
import { keepPoll } from './poll.ts'
import type { Taken } from './taking.ts'
import { countPosts, findTopics } from './topics.ts'

export interface NewPost {
  readonly input: PostInput
  readonly authorId: Id
  readonly board: BoardStanding
  readonly taken: Taken
  readonly state: PostState
  readonly at: Date
  readonly due: Date | undefined
  readonly source: string
  readonly poll: PollInput | null
  /** Whatever kinds the board was told to take. */
  readonly anyKind: boolean
}

/**
 * All that a new post is, in one statement: its row, its words, its files and topics, who follows it, and the fact.
 * Resolves to undefined when the source is taken, or the board does not take its kind.
 */
export async function insertPost(tx: Ctx, made: NewPost): Promise<Id | undefined> {
  const { input, authorId, board, taken, state, at, due, source, poll, anyKind } = made
  const { words, media, files, newTopics } = taken
  const published = state === 'published'
  const topicIds = await findTopics(tx, words.topics, { make: newTopics })
  const [row] = await insert(tx.db, {
    groupId: board.group.id,
    boardId: board.id,
    authorId,
    kind: input.kind,
    state,
    title: input.title,
    excerpt: excerptOf(words.plain),
    media: JSON.stringify(media),
    columnId: input.columnId,
    at,
    publishAt: due && due > tx.now ? due : null,
    publishedAt: published ? at : null,
    stateBy: state === 'pending' ? describeActor(tx.actor) : null,
    source,
    document: JSON.stringify(words.document),
    html: words.html,
    plain: words.plain,
    anyKind,
    fileIds: files.map((file) => file.id),
    topicIds,
    facts: JSON.stringify([draftOf(tx, made, topicIds)]),
  })
  if (!row) return undefined
  wakeAfter(tx)
  if (published) await countPosts(tx, topicIds, 1)
  if (poll) await keepPoll(tx, row.id, poll)
  return row.id
}

/** What is announced: that it is there, or that it waits. */
function draftOf(tx: Ctx, { input, authorId, board, taken, state, at }: NewPost, topicIds: Id[]): FactDraft {
  const what = { kind: input.kind, boardId: board.id, authorId }
  const about = { memberId: authorId, groupId: board.group.id, object: { kind: 'post', id: null } }
  if (state !== 'published') return draftFact(tx, postChanged, { ...what, how: state }, about)
  const { words, media, mentionIds } = taken
  return draftFact(
    tx,
    postPublished,
    { ...what, length: lengthOf(words.plain), media: media.length, topicIds, mentionIds: [...mentionIds] },
    { ...about, occurredAt: at },
  )
}

/** In characters, as PostgreSQL counts them. */
const lengthOf = (text: string): number => [...text].length

interface InsertedPost {
  readonly groupId: Id
  readonly boardId: Id
  readonly authorId: Id
  readonly kind: PostKind
  readonly state: PostState
  readonly title: string
  readonly excerpt: string
  readonly media: string
  readonly columnId: Id | null
  readonly at: Date
  readonly publishAt: Date | null
  readonly publishedAt: Date | null
  readonly stateBy: string | null
  readonly source: string
  readonly document: string
  readonly html: string
  readonly plain: string
  readonly anyKind: boolean
  readonly fileIds: readonly Id[]
  readonly topicIds: readonly Id[]
  readonly facts: string
}

const insert = statement<{ id: Id }, InsertedPost>(
  'content: publish',
  (at) => sql`
    with made as (
      insert into post (group_id, board_id, author_id, kind, state, title, excerpt, media, column_id, created_at,
                        publish_at, published_at, active_at, state_by, source)
      select ${at.groupId}::bigint, ${at.boardId}::bigint, ${at.authorId}::bigint, ${at.kind}::text,
              ${at.state}::text, ${at.title}::text, ${at.excerpt}::text, ${at.media}::jsonb, ${at.columnId}::bigint,
              ${at.at}::timestamptz, ${at.publishAt}::timestamptz, ${at.publishedAt}::timestamptz,
              ${at.publishedAt}::timestamptz, ${at.stateBy}::text, ${at.source}::text
       where ${at.anyKind}::boolean or not exists (
             select from board_setting where board_id = ${at.boardId}::bigint and cardinality(kinds) > 0
                and ${at.kind}::text <> all(kinds))
      on conflict (source) where source <> '' do nothing
      returning id
    ), body as (
      insert into post_body (post_id, document, html, plain)
      select id, ${at.document}::jsonb, ${at.html}::text, ${at.plain}::text from made
    ), kept as (
      insert into post_file (post_id, file_id) select id, unnest(${at.fileIds}::bigint[]) from made
    ), below as (
      insert into post_topic (post_id, topic_id) select id, unnest(${at.topicIds}::bigint[]) from made
    ), followed as (
      -- Who writes wants to hear what is answered.
      insert into follow (member_id, post_id, by_itself, created_at)
      select ${at.authorId}::bigint, id, true, ${at.at}::timestamptz from made
    ), told as (${insertFacts(at.facts, sql`made`)})
    select id from made`,
)
