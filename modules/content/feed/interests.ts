/**
 * What a member seems to be interested in, from what he himself read, liked, kept and wrote about in the
 * last sixty days. Computed when it is asked and kept nowhere; he sees it in words and can take any of it
 * away (算法推荐管理规定 17).
 */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { contentProblems } from '../problems.ts'

export interface Interest {
  readonly what: 'topic' | 'board'
  readonly id: Id
  readonly name: string
  readonly weight: number
  /** Posts read, and times that he reacted, kept or wrote. */
  readonly reads: number
  readonly acts: number
  readonly refused: boolean
}

const days = 60
/** What is left of it halves in so many days. */
const halves = 20

/** Interests among these boards, strongest first: at most twenty topics and twelve boards. One query. */
export async function findInterests(ctx: Ctx, memberId: Id, boardIds: readonly Id[]): Promise<Interest[]> {
  const lately = (at: string) =>
    sql`${sql.ref(at)} > ${ctx.now}::timestamptz - make_interval(days => ${days}) and ${sql.ref(at)} <= ${ctx.now}`
  const { rows } = await sql<Interest>`
    with did as (
      (select post_id, read_at as at, 1 as weight, 1 as reads, 0 as acts from post_read
        where member_id = ${memberId}::bigint and ${lately('read_at')} order by read_at desc limit 1000)
      union all
      (select post_id, created_at, 3, 0, 1 from reaction
        where member_id = ${memberId}::bigint and ${lately('created_at')} order by created_at desc limit 500)
      union all
      (select post_id, created_at, 3, 0, 1 from bookmark
        where member_id = ${memberId}::bigint and ${lately('created_at')} order by created_at desc limit 500)
      union all
      (select post_id, created_at, 4, 0, 1 from comment
        where author_id = ${memberId}::bigint and state = 'published' and ${lately('created_at')}
        order by created_at desc limit 500)
      union all
      (select id, published_at, 4, 0, 1 from post
        where author_id = ${memberId}::bigint and state = 'published' and ${lately('published_at')}
        order by published_at desc limit 200)),
    posts as (
      select d.post_id, p.board_id, sum(d.weight * power(0.5, extract(epoch from ${ctx.now}::timestamptz - d.at) / 86400 / ${halves})) as weight,
             sum(d.reads) as reads, sum(d.acts) as acts
        from did d join post p on p.id = d.post_id and p.board_id = any(${[...boardIds]}::bigint[])
       group by d.post_id, p.board_id)
    (select 'topic' as what, n.id, n.name, sum(s.weight)::float8 as weight, sum(s.reads)::int as reads, sum(s.acts)::int as acts,
            exists (select from interest_refused r where r.member_id = ${memberId}::bigint and r.topic_id = n.id) as refused
       from posts s join post_topic t on t.post_id = s.post_id join topic n on n.id = t.topic_id and n.hidden_at is null
      group by n.id order by 4 desc, n.id limit 20)
    union all
    (select 'board', b.id, b.name, sum(s.weight)::float8, sum(s.reads)::int, sum(s.acts)::int,
            exists (select from interest_refused r where r.member_id = ${memberId}::bigint and r.board_id = b.id)
       from posts s join board b on b.id = s.board_id
      group by b.id order by 4 desc, b.id limit 12)`.execute(ctx.db)
  return rows.toSorted((a, b) => b.weight - a.weight)
}

/** He does not want to be known by it, or does again. Idempotent. Throws `interest_unknown`. */
export async function refuseInterest(
  ctx: Ctx,
  memberId: Id,
  { what, id }: { what: 'topic' | 'board'; id: Id },
  refused: boolean,
): Promise<void> {
  await transact(ctx, async (tx) => {
    const there =
      what === 'topic'
        ? await tx.db.selectFrom('topic').select('id').where('id', '=', id).executeTakeFirst()
        : await tx.db.selectFrom('board').select('id').where('id', '=', id).executeTakeFirst()
    if (!there) throw contentProblems.interestUnknown()
    const column = what === 'topic' ? 'topic_id' : 'board_id'
    if (refused)
      await tx.db
        .insertInto('interest_refused')
        .values({ member_id: memberId, [column]: id, refused_at: tx.now })
        .onConflict((same) => same.doNothing())
        .execute()
    else
      await tx.db
        .deleteFrom('interest_refused')
        .where('member_id', '=', memberId)
        .where(column, '=', id)
        .execute()
  })
}
