/** Feeds (Atom) of what appears on open boards: the whole site, a group, a board, a topic, an author, a column. */
import { type RawBuilder, sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { render } from '#base/i18n/messages.ts'
import { fold } from '#base/search/fold.ts'
import type { Audience } from '#modules/audience/api.ts'
import { findCommunity } from '#modules/identity/api.ts'
import { isGone } from '../../feed/cards.ts'
import { contentProblems } from '../../problems.ts'
import { findOpenBoards } from './open.ts'
import { publicWords as words } from './public.messages.ts'
import { xml, xmlHead } from './xml.ts'

export type FeedOf =
  | { readonly of: 'site' }
  | { readonly of: 'group' | 'column'; readonly slug: string }
  | { readonly of: 'board'; readonly id: Id }
  | { readonly of: 'topic'; readonly name: string }
  | { readonly of: 'author'; readonly token: string }

interface Entry {
  readonly id: Id
  readonly title: string
  readonly excerpt: string
  readonly html: string
  readonly author: string
  readonly token: string
  readonly gone: boolean
  readonly board: string
  readonly published: Date
  readonly changed: Date
}

/** Newest of each feed. */
const most = 30

/**
 * A feed of open boards only, the same for whoever asks. Throws `board_not_found`, `topic_not_found`,
 * `author_not_found`, `column_not_found` where there is nothing that strangers may read.
 */
export async function atomFeed(
  ctx: Ctx,
  { audience, baseUrl }: { audience: Audience; baseUrl: string },
  feed: FeedOf,
): Promise<string> {
  const community = await findCommunity(ctx)
  const open = await findOpenBoards(ctx, audience)
  const boards = [...open]
    .filter(
      ([id, board]) =>
        (feed.of !== 'group' || board.group.slug === feed.slug) && (feed.of !== 'board' || id === feed.id),
    )
    .map(([id]) => id)
  if (boards.length === 0 && feed.of !== 'site') throw contentProblems.boardNotFound()
  const entries = await findEntries(ctx, boards, feed)
  const name = community?.name ?? ''
  const { path, title } = headOf(ctx, feed, { name, open, entries })
  const address = `${baseUrl}${path}`
  const updated = new Date(Math.max(0, ...entries.map(({ changed }) => changed.getTime())))
  return `${xmlHead}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(community?.locale ?? 'zh-CN')}">
<id>${xml(address)}</id>
<title>${xml(title)}</title>
<updated>${updated.toISOString()}</updated>
<link rel="alternate" type="text/html" href="${xml(address)}"/>
<link rel="self" type="application/atom+xml" href="${xml(`${baseUrl}${path === '/' ? '' : path}/feed.xml`)}"/>
${entries.map((entry) => entryOf(ctx, entry, baseUrl)).join('')}</feed>
`
}

const entryOf = (ctx: Ctx, entry: Entry, baseUrl: string): string => {
  const author = entry.gone ? render(words.gone, ctx.locale) : entry.author
  const title =
    entry.title ||
    [...entry.excerpt].slice(0, 40).join('') ||
    render(words.untitled, ctx.locale, { name: author, board: entry.board })
  const address = `${baseUrl}/posts/${entry.id}`
  // Pictures and links within are ours and begin with a slash: readers elsewhere need whole addresses.
  const content = entry.html
    .replaceAll(/(\s(?:src|href|poster)=")\//g, `$1${baseUrl}/`)
    .replaceAll(/\ssrcset="[^"]*"/g, '')
  return `<entry>
<id>${xml(address)}</id>
<title>${xml(title)}</title>
<published>${entry.published.toISOString()}</published>
<updated>${entry.changed.toISOString()}</updated>
<link rel="alternate" type="text/html" href="${xml(address)}"/>
<author><name>${xml(author)}</name>${entry.gone ? '' : `<uri>${xml(`${baseUrl}/members/${entry.token}`)}</uri>`}</author>
<category term="${xml(entry.board)}"/>
<content type="html">${xml(content)}</content>
</entry>
`
}

function headOf(
  ctx: Ctx,
  feed: FeedOf,
  {
    name,
    open,
    entries,
  }: {
    name: string
    open: Awaited<ReturnType<typeof findOpenBoards>>
    entries: readonly Entry[]
  },
): { path: string; title: string } {
  const latest = (of: string) => render(words.feedOf, ctx.locale, { name: of })
  switch (feed.of) {
    case 'site':
      return { path: '/', title: latest(name) }
    case 'group': {
      const group = [...open.values()].find((board) => board.group.slug === feed.slug)?.group
      return { path: `/groups/${feed.slug}`, title: latest(group?.name ?? name) }
    }
    case 'board':
      return { path: `/boards/${feed.id}`, title: latest(open.get(feed.id)?.name ?? name) }
    case 'topic':
      return { path: `/topics/${encodeURIComponent(feed.name)}`, title: latest(`#${feed.name}`) }
    case 'author':
      return { path: `/members/${feed.token}`, title: latest(entries[0]?.author ?? name) }
    case 'column':
      return { path: `/columns/${feed.slug}`, title: latest(feed.slug) }
  }
}

async function findEntries(ctx: Ctx, boards: readonly Id[], feed: FeedOf): Promise<readonly Entry[]> {
  const of = await narrowedTo(ctx, feed)
  const { rows } = await sql<Entry>`
    select p.id, p.title, p.excerpt, b.html, coalesce(nullif(s.card_name, ''), m.nickname) as author, m.token,
           ${isGone} as gone, board.name as board, p.published_at as published,
           greatest(p.published_at, p.edited_at) as changed
      from post p
      join post_body b on b.post_id = p.id
      join board on board.id = p.board_id
      join member m on m.id = p.author_id
      left join group_membership s on s.group_id = p.group_id and s.member_id = m.id and s.left_at is null
     where p.state = 'published' and p.board_id = any(${[...boards]}::bigint[]) ${of}
     order by p.published_at desc, p.id desc limit ${most}`.execute(ctx.db)
  // A name alone may be a secret of a closed board: what strangers cannot read about is not there.
  if (rows.length === 0) {
    if (feed.of === 'author') throw contentProblems.authorNotFound()
    if (feed.of === 'topic') throw contentProblems.topicNotFound()
    if (feed.of === 'column') throw contentProblems.columnNotFound()
  }
  return rows
}

async function narrowedTo(ctx: Ctx, feed: FeedOf): Promise<RawBuilder<unknown>> {
  switch (feed.of) {
    case 'site':
    case 'group':
    case 'board':
      return sql``
    case 'topic': {
      const { rows } = await sql<{ id: Id }>`
        select coalesce(merged_into, id) as id from topic where folded = ${fold(feed.name)} and hidden_at is null`.execute(
        ctx.db,
      )
      if (!rows[0]) throw contentProblems.topicNotFound()
      return sql`and p.id in (select post_id from post_topic where topic_id = ${rows[0].id}::bigint order by post_id desc limit 500)`
    }
    case 'author':
      return sql`and m.token = ${feed.token}`
    case 'column': {
      const { rows } = await sql<{ id: Id }>`
        select id from article_column where slug = ${feed.slug} and archived_at is null`.execute(ctx.db)
      if (!rows[0]) throw contentProblems.columnNotFound()
      return sql`and p.column_id = ${rows[0].id}::bigint`
    }
  }
}
