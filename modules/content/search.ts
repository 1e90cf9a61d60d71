/** What people find of content: posts, with what was answered to them, and topics. */

import { sql } from 'kysely'
import { type Id, may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { statement } from '#base/db/statement.ts'
import type { Hit, Searchable, SearchSource } from '#base/declarations/searchable.ts'
import { addressOf } from '#base/files/files.ts'
import { defineMessages, render } from '#base/i18n/messages.ts'
import { joinParts } from '#base/module.ts'
import type { Audience } from '#modules/audience/api.ts'
import { type BoardStanding, findBoardStandings } from '#modules/groups/api.ts'
import { listedBoards } from './access.ts'
import { kindLabels } from './content.messages.ts'
import {
  answerAccepted,
  commentChanged,
  commentPosted,
  postChanged,
  postEdited,
  postFeatured,
  postPublished,
} from './facts.ts'
import type { ContentParts } from './parts.ts'
import { isQuestion, type PostKind, postKinds } from './shapes.ts'
import { countOn, standsOn } from './topics.sql.ts'

const words = defineMessages({
  posts: { zh: '帖子', en: 'Posts' },
  topics: { zh: '话题', en: 'Topics' },
  topicNote: { zh: '{count} 篇内容', en: '{count|1 post|{count} posts}' },
})

/** What is read of the answers to one post. */
const mostAnswers = 20

const aboutPosts = new Set([postPublished.name, postEdited.name, postChanged.name, postFeatured.name])
const aboutTalk = new Set([commentPosted.name, commentChanged.name, answerAccepted.name])

export const postsSource = ({ audience }: { readonly audience: Audience }): SearchSource => ({
  name: 'posts',
  label: words.posts,
  kinds: postKinds.map((name) => ({ name, label: kindLabels[name] })),
  touched: ({ name, source, objectKind, objectId, props }) => {
    if (aboutPosts.has(name) && objectKind === 'post' && objectId) return [objectId]
    // What a demo or an import brings is there as a whole when its posts are read.
    if (source === 'fact' && aboutTalk.has(name) && typeof props.postId === 'string') return [props.postId]
    return []
  },
  list: async (ctx, after, limit) => {
    const rows = await ctx.db
      .selectFrom('post')
      .select('id')
      .where('id', '>', after)
      .where('state', '=', 'published')
      .orderBy('id')
      .limit(limit)
      .execute()
    return rows.map(({ id }) => id)
  },
  read: readPosts,
  sight: async (ctx) => {
    const boards = await boardsOf(ctx, audience)
    return {
      visible: sql<boolean>`d.board_id = any(${[...boards.keys()]}::bigint[])`,
      show: (ids) => showPosts(ctx, boards, ids),
    }
  },
})

/** Operators who may read all content find all of it, as they may open all of it. */
async function boardsOf(ctx: Ctx, audience: Audience) {
  const team = may(ctx.actor, 'content.read')
  const boards = await findBoardStandings(ctx, audience, { team })
  return team ? boards : listedBoards(boards)
}

interface PostRow {
  readonly id: Id
  readonly kind: PostKind
  readonly groupId: Id
  readonly boardId: Id
  readonly authorId: Id
  readonly title: string
  readonly plain: string
  readonly answers: string | null
  readonly topics: readonly { readonly id: Id; readonly name: string }[]
  readonly solved: boolean
  readonly at: Date
  readonly weight: number
}

async function readPosts(ctx: Ctx, ids: readonly Id[]): Promise<Map<Id, Searchable>> {
  const { rows } = await sql<PostRow>`
    select p.id, p.kind, p.group_id as "groupId", p.board_id as "boardId", p.author_id as "authorId", p.title, b.plain,
           p.accepted_comment_id is not null as solved, p.published_at as at,
           (p.reaction_count + 2 * p.comment_count + 2 * p.bookmark_count + 2 * p.share_count
             + case when p.featured_at is not null then 20 else 0 end
             + case when p.accepted_comment_id is not null then 6 else 0 end)::float8 as weight,
           (select string_agg(c.plain, E'\n') from (
              select plain from comment where post_id = p.id and state = 'published'
               order by id = p.accepted_comment_id desc, reaction_count desc, id limit ${mostAnswers}) as c) as answers,
           coalesce((select json_agg(json_build_object('id', t.id::text, 'name', t.name) order by t.id)
                       from post_topic pt join topic t on t.id = pt.topic_id
                      where pt.post_id = p.id and t.hidden_at is null), '[]') as topics
      from post p join post_body b on b.post_id = p.id
     where p.id = any(${ids}::bigint[]) and p.state = 'published'`.execute(ctx.db)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        title: row.title,
        body: row.plain,
        others: row.answers ?? '',
        names: row.topics.map(({ name }) => name),
        kind: row.kind,
        groupId: row.groupId,
        boardId: row.boardId,
        authorId: row.authorId,
        topicIds: row.topics.map(({ id }) => id),
        solved: isQuestion(row.kind) ? row.solved : undefined,
        at: row.at,
        quality: 1 - Math.exp(-row.weight / 25),
      },
    ]),
  )
}

interface ShownPost {
  readonly id: Id
  readonly boardId: Id
  readonly kind: PostKind
  readonly title: string
  readonly plain: string
  readonly at: Date
  readonly picture: string | null
}

const postsShown = statement<ShownPost, { ids: readonly Id[] }>(
  'content posts found',
  (at) => sql`
    select p.id, p.board_id as "boardId", p.kind, p.title, left(b.plain, 4000) as plain, p.published_at as at,
           p.media -> 0 ->> 'file' as picture
      from post p join post_body b on b.post_id = p.id
     where p.id = any(${at.ids}::bigint[]) and p.state = 'published'`,
)

async function showPosts(
  ctx: Ctx,
  boards: ReadonlyMap<Id, BoardStanding>,
  ids: readonly Id[],
): Promise<Map<Id, Hit>> {
  if (ids.length === 0) return new Map()
  const rows = await postsShown(ctx.db, { ids })
  return new Map(
    rows.flatMap(({ id, boardId, kind, title, plain, at, picture }) => {
      const board = boards.get(boardId)
      if (!board) return []
      const line = plain.replace(/\s+/g, ' ').trim()
      const hit: Hit = {
        id,
        path: `/posts/${id}`,
        // Short talk has no title: its first words stand for it.
        title: title || [...line].slice(0, 40).join(''),
        note: [render(kindLabels[kind], ctx.locale), board.group.name, board.name].join(' · '),
        pictureUrl: picture ? addressOf(picture, 'small') : undefined,
        body: title ? line : [...line].slice(40).join(''),
        at,
      }
      return [[id, hit] as const]
    }),
  )
}

export const topicsSource = ({ audience }: { readonly audience: Audience }): SearchSource => ({
  name: 'topics',
  label: words.topics,
  named: true,
  halfLife: 0,
  touched: ({ name, props, objectKind, objectId }) => {
    if (objectKind === 'topic' && objectId) return [objectId]
    return name === postPublished.name && Array.isArray(props.topicIds)
      ? props.topicIds.filter((id): id is Id => typeof id === 'string')
      : []
  },
  list: async (ctx, after, limit) => {
    const rows = await ctx.db
      .selectFrom('topic')
      .select('id')
      .where('id', '>', after)
      .where('hidden_at', 'is', null)
      .where('merged_into', 'is', null)
      .orderBy('id')
      .limit(limit)
      .execute()
    return rows.map(({ id }) => id)
  },
  read: async (ctx, ids) => {
    const { rows } = await sql<{
      id: Id
      name: string
      summary: string
      posts: number
      at: Date
      also: string[]
    }>`
      select t.id, t.name, t.summary, t.post_count as posts, t.created_at as at,
             array(select m.name from topic m where m.merged_into = t.id) as also
        from topic t where t.id = any(${ids}::bigint[]) and t.hidden_at is null and t.merged_into is null`.execute(
      ctx.db,
    )
    return new Map(
      rows.map(({ id, name, summary, posts, at, also }) => [
        id,
        { title: name, body: summary, names: also, kind: '', at, quality: 1 - Math.exp(-posts / 25) },
      ]),
    )
  },
  sight: async (ctx) => {
    const boards = [...(await boardsOf(ctx, audience)).keys()]
    return {
      visible: standsOn(sql`d.ref_id`, boards),
      show: (ids) => showTopics(ctx, boards, ids),
    }
  },
})

async function showTopics(ctx: Ctx, boards: readonly Id[], ids: readonly Id[]): Promise<Map<Id, Hit>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: Id; name: string; summary: string; posts: number }>`
    select t.id, t.name, t.summary, ${countOn(sql`t.id`, boards)} as posts from topic t
     where t.id = any(${ids}::bigint[]) and t.hidden_at is null and t.merged_into is null`.execute(ctx.db)
  return new Map(
    rows.flatMap(({ id, name, summary, posts }) => {
      if (posts === 0) return []
      const hit: Hit = {
        id,
        path: `/topics/${encodeURIComponent(name)}`,
        title: `#${name}`,
        note: render(words.topicNote, ctx.locale, { count: posts }),
        body: summary,
      }
      return [[id, hit] as const]
    }),
  )
}

export const searchParts = (parts: ContentParts) =>
  joinParts({ searchable: [postsSource(parts), topicsSource(parts)] })
