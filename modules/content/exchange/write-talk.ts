/** Comments, reactions and what people kept, of a dump: below what has come before them. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { findPeople, sourceIdOf, sourceOf } from './people.ts'
import type { BookmarkRecord, CommentRecord, ReactionRecord } from './record.ts'
import { type Tally, type Target, wordAll } from './worded.ts'

export async function writeComments(
  tx: Ctx,
  target: Target,
  records: readonly CommentRecord[],
  tally: Tally,
): Promise<void> {
  const posts = await findBySource(
    tx,
    'post',
    records.map((each) => sourceOf(target.site, 'post', each.post)),
  )
  const parents = await findBySource(
    tx,
    'comment',
    records.flatMap((each) => (each.parent ? [sourceOf(target.site, 'comment', each.parent)] : [])),
  )
  const placed = records.filter((record) => {
    const there = posts.has(sourceOf(target.site, 'post', record.post)) || parentOf(record)
    if (!there) tally.refused({ what: 'comment', sourceId: record.id, reason: 'postUnknown' })
    return there
  })
  function parentOf(record: CommentRecord) {
    return record.parent ? parents.get(sourceOf(target.site, 'comment', record.parent)) : undefined
  }
  const { worded, authors } = await wordAll(tx, target, placed, tally)
  const rows = worded.map(({ record, words }) => {
    const parent = parentOf(record)
    return {
      post_id: parent?.post_id ?? posts.get(sourceOf(target.site, 'post', record.post))!.id,
      parent_id: parent?.id ?? null,
      root_id: parent ? (parent.root_id ?? parent.id) : null,
      parent_author_id: parent?.author_id ?? null,
      author_id: authors.get(sourceIdOf(record))!,
      at: record.createdAt,
      source: sourceOf(target.site, 'comment', record.id),
      document: words.document,
      html: words.html,
      plain: words.plain,
    }
  })
  const { rows: made } = await sql<{ id: Id }>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
        post_id bigint, parent_id bigint, root_id bigint, parent_author_id bigint, author_id bigint, at timestamptz,
        source text, document jsonb, html text, plain text)),
    made as (
      insert into comment (post_id, parent_id, root_id, author_id, state, document, html, plain, created_at, source)
      select post_id, parent_id, root_id, author_id, 'published', document, html, plain, at, source from given order by at
      on conflict (source) where source <> '' do nothing returning id, source),
    told as (
      insert into event_log (name, source, actor, occurred_at, member_id, group_id, object_kind, object_id, props)
      select 'comment.posted', 'import', 'system:import', g.at, g.author_id, p.group_id, 'comment', made.id,
             jsonb_build_object('postId', p.id::text, 'boardId', p.board_id::text, 'kind', p.kind,
               'authorId', p.author_id::text, 'parentId', g.parent_id::text, 'parentAuthorId', g.parent_author_id::text,
               'length', length(g.plain), 'mentionIds', '[]'::jsonb)
        from made join given g using (source) join post p on p.id = g.post_id)
    select id from made`.execute(tx.db)
  tally.taken('comment', made.length)
}

export async function writeReactions(
  tx: Ctx,
  target: Target,
  records: readonly ReactionRecord[],
  tally: Tally,
): Promise<void> {
  if (records.length === 0) return
  const people = await findPeople(
    tx,
    target.site,
    records.map((each) => each.author),
  )
  const posts = await findBySource(
    tx,
    'post',
    records.flatMap((each) => (each.post ? [sourceOf(target.site, 'post', each.post)] : [])),
  )
  const comments = await findBySource(
    tx,
    'comment',
    records.flatMap((each) => (each.comment ? [sourceOf(target.site, 'comment', each.comment)] : [])),
  )
  const rows = records.flatMap((record) => {
    const comment = record.comment
      ? comments.get(sourceOf(target.site, 'comment', record.comment))
      : undefined
    const postId = record.comment
      ? comment?.post_id
      : posts.get(sourceOf(target.site, 'post', record.post ?? ''))?.id
    const memberId = people.get(record.author)
    const reason =
      postId === undefined
        ? 'postUnknown'
        : memberId === undefined
          ? 'nobody'
          : record.createdAt > tx.now
            ? 'inFuture'
            : undefined
    if (reason) {
      tally.refused({ what: 'reaction', sourceId: record.comment ?? record.post ?? '', reason })
      return []
    }
    return [
      {
        post_id: postId,
        comment_id: comment?.id ?? null,
        member_id: memberId,
        kind: record.kind,
        at: record.createdAt,
      },
    ]
  })
  const { rows: made } = await sql<{ id: Id }>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
        post_id bigint, comment_id bigint, member_id bigint, kind text, at timestamptz)),
    made as (
      insert into reaction (post_id, comment_id, member_id, kind, created_at)
      select distinct on (post_id, comment_id, member_id) post_id, comment_id, member_id, kind, at from given
       order by post_id, comment_id, member_id, at
      on conflict do nothing returning id, post_id, comment_id, member_id, kind, created_at),
    told as (
      insert into event_log (name, source, actor, occurred_at, member_id, group_id, object_kind, object_id, props)
      select 'reaction.given', 'import', 'system:import', made.created_at, made.member_id, p.group_id,
             case when made.comment_id is null then 'post' else 'comment' end, coalesce(made.comment_id, made.post_id),
             jsonb_build_object('postId', p.id::text, 'boardId', p.board_id::text, 'commentId', made.comment_id::text,
               'authorId', coalesce(c.author_id, p.author_id)::text, 'reaction', made.kind)
        from made join post p on p.id = made.post_id left join comment c on c.id = made.comment_id)
    select id from made`.execute(tx.db)
  tally.taken('reaction', made.length)
}

export async function writeBookmarks(
  tx: Ctx,
  target: Target,
  records: readonly BookmarkRecord[],
  tally: Tally,
): Promise<void> {
  if (records.length === 0) return
  const people = await findPeople(
    tx,
    target.site,
    records.map((each) => each.author),
  )
  const posts = await findBySource(
    tx,
    'post',
    records.map((each) => sourceOf(target.site, 'post', each.post)),
  )
  const rows = records.flatMap((record) => {
    const post = posts.get(sourceOf(target.site, 'post', record.post))
    const memberId = people.get(record.author)
    if (post && memberId) return [{ member_id: memberId, post_id: post.id, at: record.createdAt }]
    tally.refused({ what: 'bookmark', sourceId: record.post, reason: post ? 'nobody' : 'postUnknown' })
    return []
  })
  const { rows: made } = await sql<{ id: Id }>`
    insert into bookmark (member_id, post_id, created_at)
    select member_id, post_id, at from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (member_id bigint, post_id bigint, at timestamptz)
    on conflict do nothing returning post_id as id`.execute(tx.db)
  tally.taken('bookmark', made.length)
}

interface Found {
  readonly id: Id
  readonly post_id: Id
  readonly root_id: Id | null
  readonly author_id: Id
}

async function findBySource(
  tx: Ctx,
  what: 'post' | 'comment',
  sources: readonly string[],
): Promise<Map<string, Found>> {
  const { rows } = await (what === 'post'
    ? sql<Found & { source: string }>`
        select source, id, id as post_id, null::bigint as root_id, author_id from post where source = any(${[...sources]}::text[]) and source <> ''`
    : sql<Found & { source: string }>`
        select source, id, post_id, root_id, author_id from comment where source = any(${[...sources]}::text[]) and source <> ''`
  ).execute(tx.db)
  return new Map(rows.map((row) => [row.source, row]))
}
