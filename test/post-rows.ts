/**
 * Rows of content put straight into the tables, for tests of reading: lists, counts, ranks and plans. What
 * writing does is tested through the verbs.
 */
import { sql } from 'kysely'
import type { Actor, Id } from '#base/access/actor.ts'
import type { Connection } from '#base/db/database.ts'
import { fold } from '#base/search/fold.ts'
import { openWarehouse } from '#base/warehouse/warehouse.ts'
import { type Audience, openAudience } from '#modules/audience/api.ts'
import type { Medium, PostKind, PostState } from '#modules/content/shapes.ts'

/** Grants that name no segment ask nothing of the warehouse, so any address will do. */
export const quietAudience = ({ pool }: Connection): Audience =>
  openAudience(
    { warehouse: openWarehouse({ url: 'http://127.0.0.1:8123/juluo', pool }) },
    { facts: () => [], fields: () => [] },
  )

export const memberActor = (memberId: Id, accountId: Id = memberId): Actor => ({
  kind: 'account',
  accountId,
  sessionId: '0',
  name: '成员',
  suspended: false,
  memberId,
})

let made = 0

export const postRows = ({ db }: Connection, now: Date) => {
  const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
  const one = async (query: ReturnType<typeof sql<{ id: Id }>>): Promise<Id> =>
    (await query.execute(db)).rows[0]!.id

  return {
    ago,
    member: (name: string) =>
      one(sql`insert into member (token, nickname, joined_at)
        values (${`tok${++made}`}, ${name}, ${ago(9_000)}) returning id`),
    group: (name: string, visibility: 'public' | 'unlisted' | 'private' = 'public') =>
      one(sql`insert into community_group (slug, name, glyph, colour, kind, tier_id, visibility, created_at, created_by)
        values (${`room-${++made}`}, ${name}, ${name.slice(0, 1)}, 'pine', 'interest',
                (select min(id) from group_tier), ${visibility}, ${ago(9_000)}, 'test') returning id`),
    /** `see`: who may see and take part. */
    board: async (groupId: Id, name: string, see: 'anyone' | 'members' = 'anyone') => {
      const id = await one(sql`insert into board (group_id, name, position, created_at)
        values (${groupId}, ${name}, (select count(*) from board where group_id = ${groupId}), ${ago(9_000)}) returning id`)
      await sql`insert into board_grant (board_id, action, who)
        select ${id}, action, ${see} from unnest(array['see', 'post', 'reply', 'react']) as action`.execute(
        db,
      )
      return id
    },
    join: (groupId: Id, memberId: Id, role = 'member') =>
      one(sql`insert into group_membership (group_id, member_id, number, role, joined_at, way, added_by)
        values (${groupId}, ${memberId}, ${memberId}, ${role}, ${ago(500)}, 'import', 'test') returning id`),
    post: async (
      boardId: Id,
      authorId: Id,
      {
        hours = 1,
        kind = 'discussion',
        state = 'published',
        title = '一杯咖啡',
        topics = [],
        pinnedTo,
        featured = false,
        media = [],
        columnId = null,
      }: {
        hours?: number
        kind?: PostKind
        state?: PostState
        title?: string
        topics?: readonly string[]
        pinnedTo?: 'board' | 'group'
        featured?: boolean
        media?: readonly Medium[]
        columnId?: Id | null
      } = {},
    ): Promise<Id> => {
      const at = ago(hours)
      const hidden = state === 'hidden' || state === 'removed'
      const id = await one(sql`
        insert into post (group_id, board_id, author_id, kind, state, title, excerpt, media, column_id, created_at, published_at,
                          active_at, publish_at, pinned_at, pinned_to, featured_at, state_by, state_at)
        select group_id, id, ${authorId}, ${kind}, ${state}, ${title}, ${`${title}，说来话长。`}, ${JSON.stringify(media)}, ${columnId}::bigint,
               ${at}, ${state === 'published' || hidden ? at : null}::timestamptz, ${state === 'published' ? at : null}::timestamptz,
               ${state === 'scheduled' ? now : null}::timestamptz, ${pinnedTo ? at : null}::timestamptz, ${pinnedTo ?? null},
               ${featured ? at : null}::timestamptz, ${hidden ? 'test' : null}, ${hidden ? now : null}::timestamptz
          from board where id = ${boardId} returning id`)
      await sql`insert into post_body (post_id, document, html, plain)
        values (${id}, '{"type":"doc","content":[]}', '', ${title})`.execute(db)
      for (const name of topics)
        await sql`
          with t as (insert into topic (name, folded, post_count, created_at) values (${name}, ${fold(name)}, 1, ${at})
                     on conflict (folded) do update set post_count = topic.post_count + 1 returning id)
          insert into post_topic (post_id, topic_id) select ${id}, id from t`.execute(db)
      return id
    },
    comment: async (postId: Id, authorId: Id, hours = 1, plain = '先别动水温，把研磨调细两格。') => {
      const id =
        await one(sql`insert into comment (post_id, author_id, state, document, html, plain, created_at)
        values (${postId}, ${authorId}, 'published', '{"type":"doc","content":[]}', '', ${plain}, ${ago(hours)}) returning id`)
      await sql`update post set comment_count = comment_count + 1, active_at = greatest(active_at, ${ago(hours)}),
                       first_answer_at = coalesce(first_answer_at, ${ago(hours)})
                 where id = ${postId}`.execute(db)
      return id
    },
    react: async (postId: Id, memberId: Id, hours = 1) => {
      await sql`insert into reaction (post_id, member_id, kind, created_at)
        values (${postId}, ${memberId}, 'like', ${ago(hours)}) on conflict do nothing`.execute(db)
      await sql`update post set reaction_count = reaction_count + 1 where id = ${postId}`.execute(db)
    },
    read: async (postId: Id, memberId: Id, hours = 1, comments = 0) => {
      await sql`insert into post_read (member_id, post_id, read_at, comment_count)
        values (${memberId}, ${postId}, ${ago(hours)}, ${comments})
        on conflict (member_id, post_id) do update set read_at = excluded.read_at`.execute(db)
    },
    follow: async (memberId: Id, what: { topic?: string; boardId?: Id; memberId?: Id }) => {
      await sql`insert into follow (member_id, topic_id, board_id, followed_id, created_at)
        values (${memberId}, (select id from topic where folded = ${fold(what.topic ?? '')}), ${what.boardId ?? null}::bigint,
                ${what.memberId ?? null}::bigint, ${now})`.execute(db)
    },
    column: (ownerId: Id, slug: string, name: string) =>
      one(sql`insert into article_column (slug, name, owner_id, created_at, created_by)
        values (${slug}, ${name}, ${ownerId}, ${now}, 'test') returning id`),
  }
}
