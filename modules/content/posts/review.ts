/** What waits for a person of the team: posts and comments that the gate or trust held back. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { say } from '#base/declarations/said.ts'
import type { WorkSource } from '#base/declarations/work.ts'
import type { Place } from '#base/http/cursor.ts'
import { render } from '#base/i18n/messages.ts'
import { kindLabels } from '../content.messages.ts'
import type { PostKind } from '../shapes.ts'
import { excerptOf } from '../words.ts'
import { workWords as words } from './posts.messages.ts'

export interface Waiting {
  readonly what: 'post' | 'comment'
  readonly id: Id
  readonly postId: Id
  readonly kind: PostKind
  readonly title: string
  /** The one that is shown here: another one is not approved by approving this. */
  readonly version: number
  readonly html: string
  readonly plain: string
  readonly author: string
  readonly authorId: Id
  readonly board: string
  readonly group: string
  readonly createdAt: Date
}

/** The longest waiting first, posts and comments together, each with its words; of these `boards` only, when given. */
export async function findToReview(
  ctx: Ctx,
  {
    after,
    limit,
    boards,
  }: { readonly after: Place | undefined; readonly limit: number; readonly boards?: readonly Id[] },
): Promise<{ items: readonly Waiting[]; next: Place | null }> {
  const [what, at] = after?.value?.split(' ') ?? []
  const { rows } = await sql<Waiting & { place: string }>`
    with waiting as (
      (select 'post' as what, p.id, p.id as post_id, coalesce(p.state_at, p.created_at) as at, p.author_id
         from post p where p.state = 'pending')
      union all
      (select 'comment', c.id, c.post_id, c.created_at, c.author_id
         from comment c where c.state = 'pending'))
    select w.what, w.id, w.post_id as "postId", p.kind, p.title, coalesce(c.version, p.version) as version,
           case when w.what = 'post' then b.html else c.html end as html,
           case when w.what = 'post' then b.plain else c.plain end as plain,
           m.nickname as author, m.id as "authorId", d.name as board, g.name as "group", w.at as "createdAt",
           w.what || ' ' || extract(epoch from w.at)::text as place
      from waiting w
      join post p on p.id = w.post_id
      left join post_body b on b.post_id = p.id and w.what = 'post'
      left join comment c on c.id = w.id and w.what = 'comment'
      join member m on m.id = w.author_id
      join board d on d.id = p.board_id
      join community_group g on g.id = p.group_id
     where (${at ?? null}::numeric is null
        or (extract(epoch from w.at), w.what, w.id) > (${at ?? null}::numeric, ${what ?? ''}, ${after?.id ?? '0'}::bigint))
       ${boards ? sql`and p.board_id = any(${[...boards]}::bigint[])` : sql``}
     order by extract(epoch from w.at), w.what, w.id limit ${limit + 1}`.execute(ctx.db)
  const last = rows[limit - 1]
  return {
    items: rows.slice(0, limit).map(({ place: _, ...row }) => row),
    next: rows.length > limit && last ? { value: last.place, id: last.id } : null,
  }
}

export async function countToReview(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select ((select count(*) from post where state = 'pending')
          + (select count(*) from comment where state = 'pending'))::int as count`.execute(ctx.db)
  return rows[0]!.count
}

/** One entry of Today for each thing that waits. */
export const contentToReview: WorkSource = {
  name: 'content.review',
  kind: 'approval',
  label: words.waiting,
  permission: 'content.moderate',
  staleWith: ['posts'],
  find: async (ctx, { limit }) => {
    const { items } = await findToReview(ctx, { after: undefined, limit })
    return {
      total: items.length < limit ? items.length : await countToReview(ctx),
      items: items.map((item) => ({
        key: `review:${item.what}:${item.id}`,
        title:
          item.what === 'comment'
            ? say(words.comment, { author: item.author })
            : say(words.post, { author: item.author, kind: render(kindLabels[item.kind], ctx.locale) }),
        note: {
          message: { zh: '{words}', en: '{words}' },
          values: { words: excerptOf(`${item.title} ${item.plain}`, 80) },
        },
        since: item.createdAt,
        act: words.act,
        path: '/content/review',
      })),
    }
  },
}
