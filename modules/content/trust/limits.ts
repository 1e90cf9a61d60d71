/** What a member may do at his level of trust, asked before anything of his is taken (T49). */
import { type RawBuilder, sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { statement } from '#base/db/statement.ts'
import { trustProblems } from './problems.ts'
import type { TrustLimits } from './shapes.ts'

export interface TrustQuestion {
  readonly memberId: Id
  readonly what: 'post' | 'comment' | 'reaction'
  readonly links?: number
  readonly images?: number
  readonly videos?: number
  readonly mentions?: number
  readonly poll?: boolean
  /** A change of what was counted when it was made. */
  readonly again?: boolean
}

/**
 * Throws the limit that stands in the way; answers with the limits of the member's level otherwise. In the
 * transaction of what is being done: things of one member are taken one after the other, so that a burst
 * cannot pass a daily limit. Hosts of the board and operators are not asked; the caller decides that.
 */
export async function requireTrust(tx: Ctx, asked: TrustQuestion): Promise<TrustLimits> {
  await takeTurn(tx, asked.memberId)
  const { limits, count } = asked.again
    ? { limits: await findLimits(tx, asked.memberId), count: 0 }
    : await findDay(tx, asked)
  const over = (have: number | undefined, most: number) => (have ?? 0) > most
  if (over(asked.links, limits.links)) throw trustProblems.tooManyLinks({ values: { most: limits.links } })
  if (over(asked.images, limits.images))
    throw trustProblems.tooManyImages({ values: { most: limits.images } })
  if (over(asked.mentions, limits.mentions))
    throw trustProblems.tooManyMentions({ values: { most: limits.mentions } })
  if ((asked.videos ?? 0) > 0 && !limits.videos) throw trustProblems.noVideosYet()
  if (asked.poll && !limits.polls) throw trustProblems.noPollsYet()
  const most = limits[perDay[asked.what]]
  if (!asked.again && count >= most)
    throw trustProblems.enoughForToday({ values: { most }, retryAfter: 3_600 })
  return limits
}

/** Waits until nothing else of the member is being taken. Before any post is locked, and then once more for nothing. */
export async function takeTurn(tx: Ctx, memberId: Id): Promise<void> {
  await turn(tx.db, { memberId })
}

const turn = statement<never, { memberId: Id }>(
  'content: turn of member',
  (at) => sql<never>`select pg_advisory_xact_lock(hashtext('content.trust'), hashtext(${at.memberId}::text))`,
)

/** The limits of the member's level; who has none yet stands at the lowest. */
export async function findLimits(ctx: Ctx, memberId: Id): Promise<TrustLimits> {
  const level = await ctx.db
    .selectFrom('trust_level')
    .select('limits')
    .where('rank', '=', (eb) =>
      eb.fn.coalesce(
        eb.selectFrom('member_trust').select('rank').where('member_id', '=', memberId),
        eb.selectFrom('trust_level').select((min) => min.fn.min('rank').as('rank')),
      ),
    )
    .executeTakeFirstOrThrow()
  return level.limits as unknown as TrustLimits
}

const perDay = { post: 'postsPerDay', comment: 'commentsPerDay', reaction: 'reactionsPerDay' } as const

/** The limits, and how many the member made within 24 hours, counted no further than it matters. */
const dayOf = (what: TrustQuestion['what'], made: RawBuilder<unknown>) =>
  statement<{ limits: TrustLimits; count: number }, { memberId: Id; since: Date }>(
    `content: day of ${what}s`,
    (at) => sql`
      select l.limits, (
               select count(*)::int from (
                 select from ${made} = ${at.memberId}::bigint and created_at > ${at.since}::timestamptz
                  limit (l.limits ->> ${sql.lit(perDay[what])})::int + 1) as recent) as count
        from trust_level l
       where l.rank = coalesce((select rank from member_trust where member_id = ${at.memberId}::bigint),
                               (select min(rank) from trust_level))`,
  )
const days = {
  post: dayOf('post', sql`post where author_id`),
  comment: dayOf('comment', sql`comment where author_id`),
  reaction: dayOf('reaction', sql`reaction where member_id`),
} as const

async function findDay(tx: Ctx, { memberId, what }: TrustQuestion) {
  const [day] = await days[what](tx.db, { memberId, since: new Date(tx.now.getTime() - 86_400_000) })
  return day!
}
