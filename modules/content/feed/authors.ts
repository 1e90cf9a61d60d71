/** 作者与专栏: who writes here, and under which names articles stand together. */
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { addressOf } from '#base/files/files.ts'
import type { Place } from '#base/http/cursor.ts'
import { findBoardStandings } from '#modules/groups/api.ts'
import { askerOf } from '../access.ts'
import { contentProblems } from '../problems.ts'
import { type CardParts, isGone } from './cards.ts'
import type { authorPage, ColumnCard } from './shapes.ts'

const face = (token: string | null) => (token === null ? null : addressOf(token, 'small'))

interface AuthorRow {
  id: Id
  token: string
  name: string
  face: string | null
  bio: string
  city: string
  joinedAt: Date
  gone: boolean
  posts: number
  featured: number
  accepted: number
  thanked: number
  followers: number
  following: boolean
  muted: boolean
  columns: { slug: string; name: string; posts: number }[]
}

/**
 * The page of a member as others see it; counts are of what the one who asks may read. Members see each
 * other; strangers see who wrote something that is open to them. Throws `author_not_found`.
 */
export async function getAuthorPage(
  ctx: Ctx,
  { audience }: CardParts,
  token: string,
): Promise<z.input<typeof authorPage>> {
  const asker = askerOf(ctx)
  const boards = [...(await findBoardStandings(ctx, audience)).keys()]
  const { rows } = await sql<AuthorRow>`
    select m.id, m.token, m.nickname as name, face.token as face, m.bio, m.city, m.joined_at as "joinedAt",
           ${isGone} as gone, wrote.*, answered.accepted,
           (select count(*)::int from follow f where f.followed_id = m.id and f.muted_at is null) as followers,
           f.id is not null and f.muted_at is null as following, coalesce(f.muted_at is not null, false) as muted,
           coalesce((select json_agg(json_build_object('slug', c.slug, 'name', c.name, 'posts', c.posts)) from (
              select a.slug, a.name, (select count(*)::int from post p where p.column_id = a.id and p.state = 'published'
                                        and p.board_id = any(${boards}::bigint[])) as posts
                from article_column a where a.owner_id = m.id and a.archived_at is null order by a.id limit 10) as c
             where c.posts > 0), '[]') as columns
      from member m
      left join file face on face.id = m.avatar_file_id
      left join follow f on f.followed_id = m.id and f.member_id = ${asker ?? null}::bigint
     cross join lateral (
       select count(*)::int as posts, (count(*) filter (where p.featured_at is not null))::int as featured,
              coalesce(sum(p.reaction_count), 0)::int as thanked
         from post p where p.author_id = m.id and p.state = 'published' and p.board_id = any(${boards}::bigint[])) as wrote
     cross join lateral (
       select count(*)::int as accepted from comment c
         join post p on p.accepted_comment_id = c.id and p.state = 'published' and p.board_id = any(${boards}::bigint[])
        where c.author_id = m.id and c.state = 'published') as answered
     where m.id = (select coalesce(merged_into, id) from member where token = ${token})`.execute(ctx.db)
  const [row] = rows
  if (!row || (!asker && row.posts === 0)) throw contentProblems.authorNotFound()
  const { id, joinedAt, following, muted, face: picture, ...shown } = row
  return {
    ...shown,
    // What people say of themselves is for members; who is gone has said nothing any more.
    bio: asker ? row.bio : '',
    city: asker ? row.city : '',
    avatarUrl: face(picture),
    joinedAt: joinedAt.toISOString(),
    you: asker ? { self: id === asker, following, muted } : null,
  }
}

interface ColumnRow {
  id: Id
  slug: string
  name: string
  summary: string
  cover: string | null
  posts: number
  updatedAt: Date | null
  author: { token: string; name: string; face: string | null }
}

/** Columns with something to read for the one who asks, the ones written in last first; or the one at an address. */
export async function findColumns(
  ctx: Ctx,
  { audience }: CardParts,
  { slug, after, limit }: { slug?: string; after?: Place | undefined; limit: number },
): Promise<{ items: ColumnCard[]; next: Place | null }> {
  const boards = [...(await findBoardStandings(ctx, audience)).keys()]
  const { rows } = await sql<ColumnRow & { value: string | null }>`
    select * from (
      select a.id, a.slug, a.name, a.summary, cover.token as cover, wrote.posts, wrote.at as "updatedAt", wrote.at::text as value,
             json_build_object('token', m.token, 'name', m.nickname, 'face', face.token) as author
        from article_column a
        join member m on m.id = a.owner_id
        left join file face on face.id = m.avatar_file_id
        left join file cover on cover.id = a.cover_file_id
       cross join lateral (
         select count(*)::int as posts, max(p.published_at) as at from post p
          where p.column_id = a.id and p.state = 'published' and p.board_id = any(${boards}::bigint[])) as wrote
       where a.archived_at is null and (${slug ?? null}::text is null or a.slug = ${slug ?? null})) as c
     where posts > 0
       and (${after?.id ?? null}::bigint is null
            or ("updatedAt", id) < (${after?.value ?? null}::text::timestamptz, ${after?.id ?? null}::bigint))
     order by "updatedAt" desc, id desc limit ${limit + 1}`.execute(ctx.db)
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1)! : null
  return {
    items: shown.map((row) => ({
      slug: row.slug,
      name: row.name,
      summary: row.summary,
      coverUrl: row.cover === null ? null : addressOf(row.cover, 'medium'),
      posts: row.posts,
      updatedAt: row.updatedAt?.toISOString() ?? null,
      author: { token: row.author.token, name: row.author.name, avatarUrl: face(row.author.face) },
    })),
    next: last && { value: last.value, id: last.id },
  }
}
