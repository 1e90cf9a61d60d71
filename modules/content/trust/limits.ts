/** What a member may do at his level of trust, asked before anything of his is taken (T49). */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
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
  const limits = await findLimits(tx, asked.memberId)
  const over = (have: number | undefined, most: number) => (have ?? 0) > most
  if (over(asked.links, limits.links)) throw trustProblems.tooManyLinks({ values: { most: limits.links } })
  if (over(asked.images, limits.images))
    throw trustProblems.tooManyImages({ values: { most: limits.images } })
  if (over(asked.mentions, limits.mentions))
    throw trustProblems.tooManyMentions({ values: { most: limits.mentions } })
  if ((asked.videos ?? 0) > 0 && !limits.videos) throw trustProblems.noVideosYet()
  if (asked.poll && !limits.polls) throw trustProblems.noPollsYet()
  if (asked.again) return limits
  const most = { post: limits.postsPerDay, comment: limits.commentsPerDay, reaction: limits.reactionsPerDay }[
    asked.what
  ]
  if ((await countDay(tx, asked, most)) >= most)
    throw trustProblems.enoughForToday({ values: { most }, retryAfter: 3_600 })
  return limits
}

/** Waits until nothing else of the member is being taken. Before any post is locked, and then once more for nothing. */
export async function takeTurn(tx: Ctx, memberId: Id): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('content.trust'), hashtext(${memberId}))`.execute(tx.db)
}

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

const made = {
  post: sql`select from post where author_id`,
  comment: sql`select from comment where author_id`,
  reaction: sql`select from reaction where member_id`,
} as const

/** How many the member made within 24 hours, counted no further than it matters. */
async function countDay(tx: Ctx, { memberId, what }: TrustQuestion, most: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count
      from (${made[what]} = ${memberId}::bigint
               and created_at > ${tx.now}::timestamptz - interval '24 hours' limit ${most + 1}) as recent`.execute(
    tx.db,
  )
  return rows[0]!.count
}
