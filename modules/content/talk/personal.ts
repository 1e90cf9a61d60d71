/** What is kept about members where people talk, and what becomes of it. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { PersonalData } from '#base/declarations/personal.ts'
import { announce } from '#base/facts/fact.ts'
import { postChanged } from '../facts.ts'
import type { PostKind } from '../shapes.ts'
import { giveRows, type OwnedRows, returnRows } from './moving-rows.ts'
import { personalWords as words } from './talk.messages.ts'

const moving = (owned: readonly OwnedRows[]): Pick<PersonalData, 'merge' | 'unmerge'> => ({
  merge: async (ctx, from, into) => await giveRows(ctx, owned, from, into),
  unmerge: async (ctx, from, into, moved) => await returnRows(ctx, owned, from, into, moved),
})

/** Rows of the member as they are, at most a thousand of each table. */
const copyOf = async (ctx: Ctx, query: ReturnType<typeof sql>): Promise<unknown[]> =>
  (await query.execute(ctx.db)).rows

const comments: PersonalData = {
  name: 'content.comments',
  label: words.comments,
  kept: words.commentsKept,
  tables: ['comment'],
  copy: async (ctx, memberId) =>
    await copyOf(
      ctx,
      sql`select id, post_id as "postId", plain as words, state, created_at as "createdAt", edited_at as "editedAt"
            from comment where author_id = ${memberId}::bigint order by created_at, id limit 1000`,
    ),
  erase: eraseComments,
  ...moving([{ table: 'comment', column: 'author_id', key: 'id' }]),
}

/** The words go; what others answered keeps its place, empty. The numbers beside posts follow. */
async function eraseComments(ctx: Ctx, memberId: Id): Promise<void> {
  const posts = sql`select distinct post_id from comment where author_id = ${memberId}::bigint`
  await sql`select from post where id in (${posts}) order by id for no key update`.execute(ctx.db)
  await sql`
    with mine as (select id from comment where author_id = ${memberId}::bigint),
         files as (delete from comment_file where comment_id in (select id from mine)),
         versions as (delete from comment_version where comment_id in (select id from mine))
    update comment c set document = '{"type":"doc","content":[]}', html = '', plain = '', state = 'removed',
           state_reason = '', state_by = 'system:account_closed', state_at = ${ctx.now}::timestamptz
      from mine where c.id = mine.id and (c.state <> 'removed' or c.plain <> '' or c.html <> '')`.execute(
    ctx.db,
  )
  await sql`
    update post p set
           comment_count = (select count(*) from comment c where c.post_id = p.id and c.state = 'published'),
           first_answer_at = (select min(c.created_at) from comment c
             where c.post_id = p.id and c.state = 'published' and c.author_id <> p.author_id),
           accepted_comment_id = (select c.id from comment c
             where c.id = p.accepted_comment_id and c.state = 'published')
     where p.id in (${posts})`.execute(ctx.db)
  await sql`
    update comment head set reply_count = (
             select count(*) from comment c where c.root_id = head.id and c.state = 'published')
     where head.id in (select distinct root_id from comment where author_id = ${memberId}::bigint and root_id is not null)`.execute(
    ctx.db,
  )
  // A post is found by what was answered to it: one fact for each lets the words go from there as well.
  const { rows } = await sql<{ id: Id; kind: PostKind; boardId: Id; groupId: Id; authorId: Id }>`
    select p.id, p.kind, p.board_id as "boardId", p.group_id as "groupId", p.author_id as "authorId"
      from post p where p.id in (${posts}) order by p.id`.execute(ctx.db)
  for (const { id, groupId, ...post } of rows)
    await announce(
      ctx,
      postChanged,
      { ...post, how: 'answer_erased' },
      { groupId, object: { kind: 'post', id } },
    )
}

const taps: PersonalData = {
  name: 'content.taps',
  label: words.taps,
  kept: words.tapsKept,
  tables: ['reaction', 'bookmark', 'follow', 'poll_vote', 'answer_request'],
  copy: async (ctx, memberId) => ({
    reactions: await copyOf(
      ctx,
      sql`select post_id as "postId", comment_id as "commentId", kind, created_at as at
            from reaction where member_id = ${memberId}::bigint order by id limit 1000`,
    ),
    bookmarks: await copyOf(
      ctx,
      sql`select b.post_id as "postId", p.title, b.created_at as at from bookmark b join post p on p.id = b.post_id
           where b.member_id = ${memberId}::bigint order by b.created_at limit 1000`,
    ),
    follows: await copyOf(
      ctx,
      sql`select f.post_id as "postId", t.name as topic, b.name as board, m.nickname as member,
                 f.by_itself as "byItself", f.muted_at is not null as muted, f.created_at as at
            from follow f left join topic t on t.id = f.topic_id left join board b on b.id = f.board_id
            left join member m on m.id = f.followed_id
           where f.member_id = ${memberId}::bigint order by f.id limit 1000`,
    ),
    votes: await copyOf(
      ctx,
      sql`select v.post_id as "postId", o.label as choice, v.voted_at as at
            from poll_vote v join poll_option o on o.id = v.option_id
           where v.member_id = ${memberId}::bigint order by v.voted_at limit 1000`,
    ),
    asked: await copyOf(
      ctx,
      sql`select post_id as "postId", asked_at as "askedAt", answered_at as "answeredAt"
            from answer_request where member_id = ${memberId}::bigint order by asked_at limit 1000`,
    ),
  }),
  erase: eraseTaps,
  ...moving([
    { table: 'reaction', column: 'member_id', key: 'id', twin: ['post_id', 'comment_id'] },
    { table: 'bookmark', column: 'member_id', key: 'post_id', twin: ['post_id'] },
    {
      table: 'follow',
      column: 'member_id',
      key: 'id',
      twin: ['post_id', 'topic_id', 'board_id', 'followed_id'],
      other: 'followed_id',
    },
    { table: 'follow', column: 'followed_id', key: 'id', twin: ['member_id'], other: 'member_id' },
    { table: 'poll_vote', column: 'member_id', key: 'post_id', twin: ['post_id'] },
    { table: 'answer_request', column: 'member_id', key: 'post_id', twin: ['post_id'] },
  ]),
}

/** Everything with its numbers; things in the order of their ids, as everywhere. */
async function eraseTaps(ctx: Ctx, memberId: Id): Promise<void> {
  await sql`
    select from post where id in (
      select post_id from reaction where member_id = ${memberId}::bigint
      union select post_id from bookmark where member_id = ${memberId}::bigint) order by id for no key update`.execute(
    ctx.db,
  )
  await sql`
    with gone as (delete from reaction where member_id = ${memberId}::bigint returning post_id, comment_id),
         posts as (update post set reaction_count = reaction_count - 1
                    where id in (select post_id from gone where comment_id is null))
    update comment set reaction_count = reaction_count - 1
     where id in (select comment_id from gone where comment_id is not null)`.execute(ctx.db)
  await sql`
    with gone as (delete from bookmark where member_id = ${memberId}::bigint returning post_id)
    update post set bookmark_count = bookmark_count - 1 where id in (select post_id from gone)`.execute(
    ctx.db,
  )
  await sql`
    with gone as (delete from follow where member_id = ${memberId}::bigint returning topic_id, muted_at)
    update topic set follower_count = greatest(0, follower_count - 1)
     where id in (select topic_id from gone where topic_id is not null and muted_at is null)`.execute(ctx.db)
  await ctx.db.deleteFrom('follow').where('followed_id', '=', memberId).execute()
  await sql`
    with gone as (delete from poll_vote where member_id = ${memberId}::bigint returning post_id, option_id),
         options as (update poll_option set vote_count = vote_count - 1 where id in (select option_id from gone))
    update poll set voter_count = voter_count - 1 where post_id in (select post_id from gone)`.execute(ctx.db)
  await ctx.db.deleteFrom('answer_request').where('member_id', '=', memberId).execute()
}

const reads: PersonalData = {
  name: 'content.reads',
  label: words.reads,
  kept: words.readsKept,
  tables: ['post_read', 'board_visit'],
  copy: async (ctx, memberId) => ({
    posts: await copyOf(
      ctx,
      sql`select r.post_id as "postId", p.title, r.read_at as "readAt" from post_read r join post p on p.id = r.post_id
           where r.member_id = ${memberId}::bigint order by r.read_at desc limit 1000`,
    ),
    boards: await copyOf(
      ctx,
      sql`select b.name as board, v.visited_at as "visitedAt" from board_visit v join board b on b.id = v.board_id
           where v.member_id = ${memberId}::bigint order by v.visited_at desc limit 1000`,
    ),
  }),
  erase: async (ctx, memberId) => {
    await ctx.db.deleteFrom('post_read').where('member_id', '=', memberId).execute()
    await ctx.db.deleteFrom('board_visit').where('member_id', '=', memberId).execute()
  },
  ...moving([
    { table: 'post_read', column: 'member_id', key: 'post_id', twin: ['post_id'] },
    { table: 'board_visit', column: 'member_id', key: 'board_id', twin: ['board_id'] },
  ]),
}

const reports: PersonalData = {
  name: 'content.reports',
  label: words.reports,
  kept: words.reportsKept,
  tables: ['content_report', 'tip'],
  copy: async (ctx, memberId) => ({
    reports: await copyOf(
      ctx,
      sql`select post_id as "postId", comment_id as "commentId", reason, note, state, answer, created_at as at
            from content_report where reporter_id = ${memberId}::bigint order by id limit 1000`,
    ),
    tips: await copyOf(
      ctx,
      sql`select post_id as "postId", comment_id as "commentId", points,
                 case when from_id = ${memberId}::bigint then 'given' else 'received' end as way, created_at as at
            from tip where from_id = ${memberId}::bigint or to_id = ${memberId}::bigint order by id limit 1000`,
    ),
  }),
  // Points that went from one to another stay accounted for; who it was is gone with the profile.
  erase: async (ctx, memberId) => {
    await ctx.db.deleteFrom('content_report').where('reporter_id', '=', memberId).execute()
  },
  ...moving([
    {
      table: 'content_report',
      column: 'reporter_id',
      key: 'id',
      twin: ['post_id', 'comment_id'],
    },
    { table: 'tip', column: 'from_id', key: 'id', twin: ['key'], other: 'to_id' },
    { table: 'tip', column: 'to_id', key: 'id', other: 'from_id' },
  ]),
}

export const talkData: readonly PersonalData[] = [comments, taps, reads, reports]
