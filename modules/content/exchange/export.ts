/**
 * Everything that stands in the community, in the form of `record.ts`: what was published, in the order of time,
 * with who wrote it by name. No address and nothing to sign in with; what was removed, hidden or waits is left out.
 */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'

const pageSize = 500

/** Lines of the export. Pages by id, so that memory does not grow with the community. */
export async function* exportRecords(ctx: Ctx): AsyncGenerator<Record<string, unknown>> {
  const { rows } = await sql<{ name: string }>`select name from community`.execute(ctx.db)
  yield { type: 'site', name: rows[0]?.name ?? '', form: 1, exportedAt: ctx.now.toISOString() }
  for (const read of [users, posts, comments, reactions, bookmarks, files]) yield* pages(ctx, read)
}

type ReadPage = (ctx: Ctx, after: Id) => Promise<readonly Row[]>
interface Row {
  readonly place: Id
  readonly line: Record<string, unknown>
}

async function* pages(ctx: Ctx, read: ReadPage): AsyncGenerator<Record<string, unknown>> {
  for (let after: Id = '0'; ; ) {
    const rows = await read(ctx, after)
    for (const row of rows) yield row.line
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) return
    after = last.place
  }
}

const users: ReadPage = async (ctx, after) =>
  (
    await sql<Row>`
      select m.id as place, jsonb_strip_nulls(jsonb_build_object('type', 'user', 'id', m.token, 'name', m.nickname,
               'joinedAt', m.joined_at, 'city', nullif(m.city, ''), 'about', nullif(m.bio, ''))) as line
        from member m
       where m.id > ${after}::bigint and m.merged_into is null
         and (exists (select from post p where p.author_id = m.id) or exists (select from comment c where c.author_id = m.id)
              or exists (select from reaction r where r.member_id = m.id) or exists (select from bookmark b where b.member_id = m.id))
       order by m.id limit ${pageSize}`.execute(ctx.db)
  ).rows

const posts: ReadPage = async (ctx, after) =>
  (
    await sql<Row>`
      select p.id as place, jsonb_strip_nulls(jsonb_build_object('type', 'post', 'id', p.id::text, 'author', m.token,
               'kind', p.kind, 'board', g.slug || '/' || b.name, 'title', p.title, 'createdAt', p.published_at,
               'editedAt', p.edited_at, 'featuredAt', p.featured_at, 'closedAt', p.closed_at,
               'acceptedComment', p.accepted_comment_id::text,
               'poll', (select jsonb_build_object('options', jsonb_agg(o.label order by o.position))
                          from poll_option o where o.post_id = p.id having count(*) > 0)))
             || jsonb_build_object('document', y.document, 'html', y.html, 'topics', coalesce(
               (select jsonb_agg(t.name order by t.folded) from post_topic x join topic t on t.id = x.topic_id where x.post_id = p.id), '[]')) as line
        from post p join post_body y on y.post_id = p.id join member m on m.id = p.author_id
        join board b on b.id = p.board_id join community_group g on g.id = p.group_id
       where p.id > ${after}::bigint and p.state = 'published' order by p.id limit ${pageSize}`.execute(
      ctx.db,
    )
  ).rows

const comments: ReadPage = async (ctx, after) =>
  (
    await sql<Row>`
      select c.id as place, jsonb_strip_nulls(jsonb_build_object('type', 'comment', 'id', c.id::text, 'post', c.post_id::text,
               'parent', c.parent_id::text, 'author', m.token, 'createdAt', c.created_at))
             || jsonb_build_object('document', c.document, 'html', c.html) as line
        from comment c join post p on p.id = c.post_id and p.state = 'published' join member m on m.id = c.author_id
       where c.id > ${after}::bigint and c.state = 'published' order by c.id limit ${pageSize}`.execute(
      ctx.db,
    )
  ).rows

const reactions: ReadPage = async (ctx, after) =>
  (
    await sql<Row>`
      select r.id as place, jsonb_strip_nulls(jsonb_build_object('type', 'reaction', 'post', r.post_id::text,
               'comment', r.comment_id::text, 'author', m.token, 'kind', r.kind, 'createdAt', r.created_at)) as line
        from reaction r join member m on m.id = r.member_id
        join post p on p.id = r.post_id and p.state = 'published'
        left join comment c on c.id = r.comment_id
       where r.id > ${after}::bigint and (c.id is null or c.state = 'published') order by r.id limit ${pageSize}`.execute(
      ctx.db,
    )
  ).rows

/** Bookmarks have no number of their own: a whole post at a time. */
const bookmarks: ReadPage = async (ctx, after) =>
  (
    await sql<Row>`
      select b.post_id as place, jsonb_build_object('type', 'bookmark', 'post', b.post_id::text, 'author', m.token,
               'createdAt', b.created_at) as line
        from bookmark b join member m on m.id = b.member_id join post p on p.id = b.post_id and p.state = 'published'
       where b.post_id in (select distinct post_id from bookmark where post_id > ${after}::bigint order by post_id limit ${pageSize})
       order by b.post_id, b.member_id`.execute(ctx.db)
  ).rows

/** Which pictures and files the words show, and where each is to be had. */
const files: ReadPage = async (ctx, after) =>
  (
    await sql<Row>`
      select f.id as place, jsonb_strip_nulls(jsonb_build_object('type', 'file', 'token', f.token, 'fileType', f.type,
               'name', nullif(f.name, ''), 'size', f.size, 'width', f.width, 'height', f.height, 'path', '/files/' || f.token)) as line
        from file f
       where f.id > ${after}::bigint and f.removed_at is null
         and (exists (select from post_file x join post p on p.id = x.post_id and p.state = 'published' where x.file_id = f.id)
              or exists (select from comment_file y join comment c on c.id = y.comment_id and c.state = 'published' where y.file_id = f.id))
       order by f.id limit ${pageSize}`.execute(ctx.db)
  ).rows
