/**
 * The limit: node:http and one prepared statement for each page, on the same database, answering the same
 * posts, authors, counts and own marks. No session, no rights, no limits, no validation.
 */
import { createServer } from 'node:http'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
const memberId = process.env.BENCH_MEMBER!

const card = `
  select p.id, p.board_id, p.kind, p.title, p.excerpt, p.media, p.published_at, p.active_at, p.comment_count, p.reaction_count,
         p.bookmark_count, p.read_count, p.pinned_at is not null as pinned, p.featured_at is not null as featured,
         json_build_object('token', m.token, 'name', coalesce(nullif(s.card_name, ''), m.nickname), 'face', face.token, 'role', s.role) as author,
         json_build_object('id', b.id, 'name', b.name) as board, json_build_object('slug', g.slug, 'name', g.name) as "group",
         coalesce((select json_agg(t.name order by t.id) from post_topic pt join topic t on t.id = pt.topic_id where pt.post_id = p.id), '[]') as topics,
         (select r.kind from reaction r where r.post_id = p.id and r.comment_id is null and r.member_id = $1) as reaction,
         exists (select from bookmark k where k.post_id = p.id and k.member_id = $1) as bookmarked,
         (select r.comment_count from post_read r where r.post_id = p.id and r.member_id = $1) as read_comments
    from post p join member m on m.id = p.author_id join board b on b.id = p.board_id join community_group g on g.id = p.group_id
    left join file face on face.id = m.avatar_file_id
    left join group_membership s on s.group_id = p.group_id and s.member_id = p.author_id and s.left_at is null`
const feed = {
  name: 'feed',
  text: `${card} where p.state = 'published' order by p.published_at desc, p.id desc limit 20`,
}
const post = {
  name: 'post',
  text: `select x.*, w.html from (${card}) as x join post_body w on w.post_id = x.id where x.id = $2`,
}
const talk = {
  name: 'talk',
  text: `with head as (select id from comment where post_id = $2 and parent_id is null and state = 'published'
                        order by reaction_count desc, id limit 50)
    select c.id, c.parent_id, c.root_id, c.html, c.created_at, c.reply_count, c.reaction_count,
           json_build_object('token', m.token, 'name', coalesce(nullif(s.card_name, ''), m.nickname), 'face', face.token, 'role', s.role) as author,
           (select r.kind from reaction r where r.post_id = c.post_id and r.comment_id = c.id and r.member_id = $1) as reaction
      from comment c join post p on p.id = c.post_id join member m on m.id = c.author_id
      left join file face on face.id = m.avatar_file_id
      left join group_membership s on s.group_id = p.group_id and s.member_id = c.author_id and s.left_at is null
     where c.id = any(array(select id from head union all
                            select r.id from comment r where r.root_id in (select id from head)))`,
}
const search = {
  name: 'search',
  text: `with candidate as materialized (select d.ref_id, d.words, d.prior from search_document d
                                           where d.source = 'posts' and d.words @@ to_tsquery('simple', $2)
                                           order by d.prior desc limit 2000),
              hit as (select ref_id, ts_rank_cd(words, to_tsquery('simple', $2)) * prior as score from candidate
                       order by score desc limit 20)
    ${card} join hit on hit.ref_id = p.id order by hit.score desc limit 20`,
}

async function publish(title: string, board: string): Promise<unknown> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query({
      name: 'publish',
      text: `insert into post (group_id, board_id, author_id, kind, state, title, excerpt, created_at, published_at, active_at)
             select group_id, id, $1, 'discussion', 'published', $3, $3, now(), now(), now() from board where id = $2 returning id`,
      values: [memberId, board, title],
    })
    await client.query({
      name: 'publish body',
      text: `insert into post_body (post_id, document, html, plain) values ($1, '{"type":"doc","content":[]}', $2, $2)`,
      values: [rows[0].id, title],
    })
    await client.query({
      name: 'announce',
      text: `insert into event_log (name, source, member_id, object_kind, object_id) values ('post.published', 'fact', $1, 'post', $2)`,
      values: [memberId, rows[0].id],
    })
    await client.query('commit')
    return rows[0]
  } finally {
    client.release()
  }
}

async function comment(postId: string, words: string): Promise<unknown> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query({
      name: 'comment',
      text: `insert into comment (post_id, author_id, state, document, html, plain, created_at)
             values ($2, $1, 'published', '{"type":"doc","content":[]}', $3, $3, now()) returning id`,
      values: [memberId, postId, words],
    })
    await client.query({
      name: 'count',
      text: 'update post set comment_count = comment_count + 1, active_at = now() where id = $1',
      values: [postId],
    })
    await client.query({
      name: 'announce comment',
      text: `insert into event_log (name, source, member_id, object_kind, object_id) values ('comment.posted', 'fact', $1, 'comment', $2)`,
      values: [memberId, rows[0].id],
    })
    await client.query('commit')
    return rows[0]
  } finally {
    client.release()
  }
}

const rowsOf = async (query: { name: string; text: string }, values: unknown[]) =>
  (await pool.query({ ...query, values })).rows

const server = createServer(async (request, response) => {
  const url = new URL(request.url!, 'http://localhost')
  const id = url.searchParams.get('id') ?? ''
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const sent = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : {}
  const answer =
    url.pathname === '/feed'
      ? { items: await rowsOf(feed, [memberId]) }
      : url.pathname === '/post'
        ? (await rowsOf(post, [memberId, id]))[0]
        : url.pathname === '/talk'
          ? { items: await rowsOf(talk, [memberId, id]) }
          : url.pathname === '/search'
            ? { items: await rowsOf(search, [memberId, url.searchParams.get('q')]) }
            : url.pathname === '/publish'
              ? await publish(sent.title, sent.boardId)
              : await comment(id, sent.words)
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(answer))
})
process.on('message', () => process.exit(0))
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as { port: number }).port }))
