/**
 * Records as rows, a batch at a time, in the transaction of the batch. Whatever has come before (by its source) is
 * left as it is. The log hears of each as it happened then: source `import`, so that nobody is notified and every
 * report shows the history.
 */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { fold } from '#base/search/fold.ts'
import { mediaOf } from '../posts/files.ts'
import { postKinds } from '../shapes.ts'
import { excerptOf, type Words } from '../words.ts'
import { personOf, settlePeople, sourceIdOf, sourceOf } from './people.ts'
import type {
  BookmarkRecord,
  CommentRecord,
  ExchangeRecord,
  PostRecord,
  ReactionRecord,
  UserRecord,
} from './record.ts'
import { type Tally, type Target, wordAll } from './worded.ts'
import { writeBookmarks, writeComments, writeReactions } from './write-talk.ts'

export async function writeBatch(
  tx: Ctx,
  target: Target,
  records: readonly ExchangeRecord[],
  tally: Tally,
): Promise<void> {
  const of = <T extends ExchangeRecord>(type: T['type']) =>
    records.filter((each) => each.type === type) as T[]
  const users = of<UserRecord>('user')
  if (users.length > 0) {
    const { made } = await settlePeople(
      tx,
      target.site,
      users.map((user) => personOf(user, tx.now)),
    )
    tally.taken('user', made)
  }
  await writePosts(tx, target, of<PostRecord>('post'), tally)
  // An answer to what comes in the same batch waits for it.
  let waiting = of<CommentRecord>('comment')
  while (waiting.length > 0) {
    const here = new Set(waiting.map((comment) => comment.id))
    const ready = waiting.filter(
      (comment) => !comment.parent || !here.has(comment.parent) || comment.parent === comment.id,
    )
    const now = ready.length > 0 ? ready : waiting
    await writeComments(tx, target, now, tally)
    waiting = waiting.filter((comment) => !now.includes(comment))
  }
  await writeReactions(tx, target, of<ReactionRecord>('reaction'), tally)
  await writeBookmarks(tx, target, of<BookmarkRecord>('bookmark'), tally)
}

async function writePosts(
  tx: Ctx,
  target: Target,
  records: readonly PostRecord[],
  tally: Tally,
): Promise<void> {
  if (records.length === 0) return
  const { worded, authors } = await wordAll(tx, target, records, tally)
  const rows = await Promise.all(
    worded.map(async ({ record, words }) => {
      const board = target.boards.get(record.board ?? '') ?? { id: target.boardId, groupId: target.groupId }
      const kind = (postKinds as readonly string[]).includes(record.kind) ? record.kind : 'discussion'
      const files = await filesOf(tx, words)
      return {
        group_id: board.groupId,
        board_id: board.id,
        author_id: authors.get(sourceIdOf(record))!,
        kind: kind === 'poll' && !record.poll ? 'discussion' : kind,
        title: shorten(record.title.trim(), 120),
        excerpt: excerptOf(words.plain),
        media: mediaOf(words.document, files),
        at: record.createdAt,
        edited_at: record.editedAt ?? null,
        featured_at: record.featuredAt ?? null,
        closed_at: record.closedAt ?? null,
        source: sourceOf(target.site, 'post', record.id),
        document: words.document,
        html: words.html,
        plain: words.plain,
        files: files.map((file) => file.id),
        topics: topicsOf([...record.topics, ...words.topics]),
        options: record.poll?.options ?? [],
      }
    }),
  )
  const { rows: made } = await sql<{ id: Id }>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
        group_id bigint, board_id bigint, author_id bigint, kind text, title text, excerpt text, media jsonb,
        at timestamptz, edited_at timestamptz, featured_at timestamptz, closed_at timestamptz, source text,
        document jsonb, html text, plain text, files jsonb, topics jsonb, options jsonb)),
    made as (
      insert into post (group_id, board_id, author_id, kind, state, title, excerpt, media, created_at, published_at,
                        active_at, edited_at, featured_at, closed_at, source)
      select group_id, board_id, author_id, kind, 'published', title, excerpt, media, at, at, at, edited_at,
             featured_at, closed_at, source from given order by at
      on conflict (source) where source <> '' do nothing returning id, source),
    body as (
      insert into post_body (post_id, document, html, plain)
      select made.id, document, html, plain from made join given using (source)),
    file_rows as (
      insert into post_file (post_id, file_id)
      select made.id, f::bigint from made join given using (source), jsonb_array_elements_text(files) as f
      on conflict do nothing),
    topic_rows as (
      insert into topic (name, folded, created_at)
      select distinct on (t->>'folded') t->>'name', t->>'folded', at
        from made join given using (source), jsonb_array_elements(topics) as t order by t->>'folded', at
      on conflict (folded) do nothing),
    polls as (
      insert into poll (post_id) select made.id from made join given using (source) where jsonb_array_length(options) > 0
      returning post_id),
    told as (
      insert into event_log (name, source, actor, occurred_at, member_id, group_id, object_kind, object_id, props)
      select 'post.published', 'import', 'system:import', at, author_id, group_id, 'post', made.id,
             jsonb_build_object('kind', kind, 'boardId', board_id::text, 'authorId', author_id::text,
               'length', length(plain), 'media', jsonb_array_length(media), 'topicIds', '[]'::jsonb, 'mentionIds', '[]'::jsonb)
        from made join given using (source))
    select id from made`.execute(tx.db)
  const ids = made.map((row) => row.id)
  // What hangs on rows that the statement above made.
  const more = JSON.stringify(rows.map(({ source, topics, options }) => ({ source, topics, options })))
  await sql`
    insert into post_topic (post_id, topic_id)
    select distinct p.id, coalesce(topic.merged_into, topic.id)
      from jsonb_to_recordset(${more}::jsonb) as r (source text, topics jsonb)
      join post p on p.source = r.source and p.id = any(${ids}::bigint[]), jsonb_array_elements(topics) as t
      join topic on topic.folded = t->>'folded'
    on conflict do nothing`.execute(tx.db)
  await sql`
    insert into poll_option (post_id, position, label)
    select p.id, place - 1, label
      from jsonb_to_recordset(${more}::jsonb) as r (source text, options jsonb)
      join post p on p.source = r.source and p.id = any(${ids}::bigint[]),
           jsonb_array_elements_text(options) with ordinality as o (label, place)`.execute(tx.db)
  tally.taken('post', ids.length)
}

async function filesOf(tx: Ctx, words: Words) {
  if (words.files.length === 0) return []
  return await tx.db
    .selectFrom('file')
    .select(['id', 'token', 'type', 'width', 'height'])
    .where('token', 'in', [...words.files])
    .execute()
}

/** At most ten, in our spelling: blanks and signs become a hyphen. */
function topicsOf(names: readonly string[]): { name: string; folded: string }[] {
  const made = new Map<string, { name: string; folded: string }>()
  for (const each of names) {
    const name = each
      .trim()
      .split(/[^\p{L}\p{N}\p{M}_]+/u)
      .filter((part) => part !== '')
      .join('-')
      .slice(0, 40)
    const folded = fold(name)
    if (folded && made.size < 10) made.set(folded, { name, folded })
  }
  return [...made.values()]
}

const shorten = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text
