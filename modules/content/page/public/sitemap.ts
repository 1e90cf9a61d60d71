/** The site for search engines: an index, and lists of at most twenty thousand addresses each, written as they are read. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Audience } from '#modules/audience/api.ts'
import { asStranger, findOpenBoards } from './open.ts'
import { xml, xmlHead } from './xml.ts'

/** Ids of one list of posts: a list changes only while its newest posts are written or edited. */
const span = 20_000
/** Rows read at once while a list is written. */
const batch = 2_000

const entry = (address: string, changed: Date | null): string =>
  `<url><loc>${xml(address)}</loc>${changed ? `<lastmod>${changed.toISOString()}</lastmod>` : ''}</url>\n`

/** The index: one list of pages, and the lists that hold posts. Two statements. */
export async function sitemapIndex(ctx: Ctx, audience: Audience, baseUrl: string): Promise<string> {
  const boards = [...(await findOpenBoards(ctx, audience)).keys()]
  const { rows } = await sql<{ part: string; changed: Date | null }>`
    select part::text as part, max(changed) as changed
      from (select id / ${span} as part, greatest(published_at, edited_at) as changed from post
             where state = 'published' and board_id = any(${boards}::bigint[])) as posts
     group by posts.part order by posts.part limit 45000`.execute(ctx.db)
  const lists = rows.map(
    ({ part, changed }) =>
      `<sitemap><loc>${xml(`${baseUrl}/sitemaps/posts-${part}.xml`)}</loc>${
        changed ? `<lastmod>${changed.toISOString()}</lastmod>` : ''
      }</sitemap>\n`,
  )
  return `${xmlHead}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n<sitemap><loc>${xml(
    `${baseUrl}/sitemaps/pages.xml`,
  )}</loc></sitemap>\n${lists.join('')}</sitemapindex>\n`
}

const urlset = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'

/** Posts with ids of one span on open boards, in batches; the stream reads on as the caller takes it. */
export function sitemapOfPosts(
  ctx: Ctx,
  audience: Audience,
  baseUrl: string,
  part: number,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let boards: Id[] | undefined
  let after = BigInt(part) * BigInt(span) - 1n
  const end = BigInt(part + 1) * BigInt(span)
  return new ReadableStream({
    async pull(controller) {
      if (!boards) {
        boards = [...(await findOpenBoards(ctx, audience)).keys()]
        controller.enqueue(encoder.encode(`${xmlHead}${urlset}`))
      }
      const { rows } = await sql<{ id: Id; changed: Date }>`
        select id, greatest(published_at, edited_at) as changed from post
         where id > ${String(after)}::bigint and id < ${String(end)}::bigint and state = 'published'
           and board_id = any(${boards}::bigint[])
         order by id limit ${batch}`.execute(ctx.db)
      if (rows.length > 0)
        controller.enqueue(
          encoder.encode(rows.map(({ id, changed }) => entry(`${baseUrl}/posts/${id}`, changed)).join('')),
        )
      after = BigInt(rows.at(-1)?.id ?? after)
      if (rows.length === batch) return
      controller.enqueue(encoder.encode('</urlset>\n'))
      controller.close()
    },
  })
}

/** Everything but posts: the home page, groups with open boards, topics and columns that strangers find words in. */
export async function sitemapOfPages(ctx: Ctx, audience: Audience, baseUrl: string): Promise<string> {
  const open = await findOpenBoards(ctx, audience)
  const boards = [...open.keys()]
  const [topics, columns] = await Promise.all([
    sql<{ name: string; changed: Date }>`
      select t.name, max(p.published_at) as changed from topic t
        join post_topic pt on pt.topic_id = t.id join post p on p.id = pt.post_id
       where t.hidden_at is null and t.merged_into is null and p.state = 'published'
         and p.board_id = any(${boards}::bigint[])
       group by t.id order by count(*) desc, t.id limit 5000`.execute(asStranger(ctx).db),
    sql<{ slug: string; changed: Date }>`
      select a.slug, max(p.published_at) as changed from article_column a
        join post p on p.column_id = a.id
       where a.archived_at is null and p.state = 'published' and p.board_id = any(${boards}::bigint[])
       group by a.id order by a.id limit 5000`.execute(ctx.db),
  ])
  const groups = new Set([...open.values()].map((board) => board.group.slug))
  const entries = [
    ...['/', '/groups', '/topics', '/columns'].map((path) => entry(`${baseUrl}${path}`, null)),
    ...[...groups].map((slug) => entry(`${baseUrl}/groups/${slug}`, null)),
    ...topics.rows.map(({ name, changed }) =>
      entry(`${baseUrl}/topics/${encodeURIComponent(name)}`, changed),
    ),
    ...columns.rows.map(({ slug, changed }) => entry(`${baseUrl}/columns/${slug}`, changed)),
  ]
  return `${xmlHead}${urlset}${entries.join('')}</urlset>\n`
}
