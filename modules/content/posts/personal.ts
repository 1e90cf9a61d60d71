/** What is kept about those who write, and what becomes of it. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { PersonalData } from '#base/declarations/personal.ts'
import { announce } from '#base/facts/fact.ts'
import { render } from '#base/i18n/messages.ts'
import { findCommunity } from '#modules/identity/api.ts'
import { postChanged } from '../facts.ts'
import type { PostKind } from '../shapes.ts'
import { giveRows, type OwnedRows, returnRows } from '../talk/moving-rows.ts'
import { personalWords as words } from './posts.messages.ts'
import { accountClosed } from './visibility.ts'

const moving = (owned: readonly OwnedRows[]): Pick<PersonalData, 'merge' | 'unmerge'> => ({
  merge: async (ctx, from, into) => await giveRows(ctx, owned, from, into),
  unmerge: async (ctx, from, into, moved) => await returnRows(ctx, owned, from, into, moved),
})

const posts: PersonalData = {
  name: 'content.posts',
  label: words.posts,
  kept: words.postsKept,
  tables: ['post'],
  copy: async (ctx, memberId) => {
    const { rows } = await sql`
      select p.id, p.kind, p.state, p.title, b.plain as words, p.created_at as "createdAt",
             p.published_at as "publishedAt", p.edited_at as "editedAt", p.version,
             array(select f.token from post_file k join file f on f.id = k.file_id where k.post_id = p.id) as files
        from post p join post_body b on b.post_id = p.id
       where p.author_id = ${memberId}::bigint order by p.created_at, p.id limit 1000`.execute(ctx.db)
    return rows
  },
  erase: erasePosts,
  ...moving([{ table: 'post', column: 'author_id', key: 'id' }]),
}

interface Own {
  readonly id: Id
  readonly state: string
  readonly kind: PostKind
  readonly boardId: Id
  readonly groupId: Id
  readonly answered: boolean
}

/** Words, pictures, versions and polls go. A post that somebody else answered keeps its place. */
async function erasePosts(ctx: Ctx, memberId: Id): Promise<void> {
  const community = await findCommunity(ctx)
  const { rows: settings } = await sql<{ keep: boolean }>`
    select keep_answered as keep from content_setting`.execute(ctx.db)
  const keep = settings[0]?.keep ?? false
  const { rows } = await sql<Own>`
    select p.id, p.state, p.kind, p.board_id as "boardId", p.group_id as "groupId", exists (select from comment c where c.post_id = p.id and c.state = 'published'
             and c.author_id <> p.author_id) as answered
      from post p where p.author_id = ${memberId}::bigint order by p.id for no key update`.execute(ctx.db)
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return
  await sql`delete from post_version where post_id = any(${ids}::bigint[])`.execute(ctx.db)
  const stay = rows.filter((row) => row.answered && row.state === 'published').map((row) => row.id)
  const going = rows.filter((row) => !stay.includes(row.id) && row.state !== 'merged').map((row) => row.id)
  const emptied = keep ? ids.filter((id) => !stay.includes(id)) : ids
  await sql`
    with counted as (
      select t.topic_id as id, count(*)::int as posts from post_topic t join post p on p.id = t.post_id
       where t.post_id = any(${going}::bigint[]) and p.state = 'published' group by 1)
    update topic set post_count = greatest(0, post_count - counted.posts) from counted where topic.id = counted.id`.execute(
    ctx.db,
  )
  await sql`
    update post set state = 'removed', state_reason = '', state_by = ${accountClosed},
           state_at = ${ctx.now}, pinned_at = null, pinned_to = null
     where id = any(${going}::bigint[])`.execute(ctx.db)
  const gone = render(words.gone, community?.locale === 'en' ? 'en' : 'zh-CN')
  await sql`
    update post set title = '', excerpt = ${gone}, media = '[]', column_id = null
     where id = any(${emptied}::bigint[])`.execute(ctx.db)
  await sql`
    update post_body set document = '{"type":"doc","content":[]}', html = '', plain = ''
     where post_id = any(${emptied}::bigint[])`.execute(ctx.db)
  await sql`delete from post_file where post_id = any(${emptied}::bigint[])`.execute(ctx.db)
  await sql`delete from poll where post_id = any(${emptied}::bigint[])`.execute(ctx.db)
  // Whoever keeps words of posts, like the index of search, lets go of them now and not some night.
  for (const { id, kind, boardId, groupId } of rows)
    await announce(
      ctx,
      postChanged,
      { kind, boardId, authorId: memberId, how: 'erased' },
      { groupId, object: { kind: 'post', id } },
    )
}

const drafts: PersonalData = {
  name: 'content.drafts',
  label: words.drafts,
  kept: words.draftsKept,
  tables: ['draft'],
  copy: async (ctx, memberId) => {
    const { rows } = await sql`
      select kind, title, document, extras, updated_at as "updatedAt" from draft
       where member_id = ${memberId}::bigint order by updated_at, id limit 1000`.execute(ctx.db)
    return rows
  },
  erase: async (ctx, memberId) => {
    await ctx.db.deleteFrom('draft').where('member_id', '=', memberId).execute()
  },
  ...moving([{ table: 'draft', column: 'member_id', key: 'id', twin: ['post_id'], manyWithout: true }]),
}

const columns: PersonalData = {
  name: 'content.columns',
  label: words.columns,
  kept: words.columnsKept,
  tables: ['article_column'],
  copy: async (ctx, memberId) => {
    const { rows } = await sql`
      select slug, name, summary, created_at as "createdAt", archived_at as "archivedAt" from article_column
       where owner_id = ${memberId}::bigint order by created_at limit 1000`.execute(ctx.db)
    return rows
  },
  erase: async (ctx, memberId) => {
    await sql`
      update article_column set archived_at = coalesce(archived_at, ${ctx.now}), name = '—', summary = '',
             slug = 'closed-' || id, cover_file_id = null
       where owner_id = ${memberId}::bigint`.execute(ctx.db)
  },
  ...moving([{ table: 'article_column', column: 'owner_id', key: 'id' }]),
}

export const writingData: readonly PersonalData[] = [posts, drafts, columns]
