/** Members move between levels of trust: by the rules, and by hand. */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announceMany } from '#base/facts/announce-many.ts'
import { announce } from '#base/facts/fact.ts'
import { problems } from '#base/http/problem.ts'
import type { Audience, Definition } from '#modules/audience/api.ts'
import { audit } from '#modules/identity/api.ts'
import { findMember } from '#modules/members/api.ts'
import { trustChanged } from '../facts.ts'
import { findLevels, findStanding } from './levels.ts'
import { trustProblems } from './problems.ts'

/**
 * Raises everybody who fits the rule of the next level, one level after the other, and takes levels that
 * can be lost from those who no longer fit. What the team gave by hand stays. Each batch is a transaction:
 * killed at any point, the next run goes on where this one was.
 */
export async function moveTrust(
  ctx: Ctx,
  audience: Pick<Audience, 'members' | 'matching'>,
  signal?: AbortSignal,
): Promise<{ raised: number; lowered: number }> {
  let raised = 0
  let lowered = 0
  for (const level of await findLevels(ctx)) {
    if (!level.definition || level.rank === 0) continue
    for await (const ids of audience.members(ctx, level.definition)) {
      signal?.throwIfAborted()
      raised += await raise(ctx, ids, level.rank)
    }
    if (!level.keeps) lowered += await lower(ctx, audience, level.rank, level.definition, signal)
  }
  return { raised, lowered }
}

/** Those of them who stand right below and were not placed by hand. */
async function raise(ctx: Ctx, ids: readonly Id[], rank: number): Promise<number> {
  return await transact(ctx, async (tx) => {
    const { rows } = await sql<{ id: Id }>`
      insert into member_trust as held (member_id, rank, since)
      select m.id, ${rank}, ${tx.now} from member m
        left join member_trust now on now.member_id = m.id
       where m.id = any(${[...ids]}::bigint[]) and coalesce(now.rank, 0) = ${rank - 1} and now.held_by is null
       order by m.id
      on conflict (member_id) do update set rank = excluded.rank, since = excluded.since
       where held.rank = ${rank - 1} and held.held_by is null
      returning member_id as id`.execute(tx.db)
    await announceMany(
      tx,
      trustChanged,
      { from: rank - 1, to: rank, byHand: false },
      rows.map((row) => row.id),
    )
    return rows.length
  })
}

async function lower(
  ctx: Ctx,
  audience: Pick<Audience, 'matching'>,
  rank: number,
  definition: Definition,
  signal?: AbortSignal,
): Promise<number> {
  let after = '0'
  let lowered = 0
  for (;;) {
    signal?.throwIfAborted()
    const holders = await ctx.db
      .selectFrom('member_trust')
      .select('member_id')
      .where('rank', '=', rank)
      .where('held_by', 'is', null)
      .where('member_id', '>', after)
      .orderBy('member_id')
      .limit(1_000)
      .execute()
    const ids = holders.map((row) => row.member_id)
    if (ids.length === 0) return lowered
    const fit = await audience.matching(ctx, definition, ids)
    const fall = ids.filter((id) => !fit.has(id))
    lowered += await transact(ctx, async (tx) => {
      if (fall.length === 0) return 0
      const rows = await tx.db
        .updateTable('member_trust')
        .set({ rank: rank - 1, since: tx.now })
        .where('member_id', 'in', fall)
        .where('rank', '=', rank)
        .where('held_by', 'is', null)
        .returning('member_id')
        .execute()
      await announceMany(
        tx,
        trustChanged,
        { from: rank, to: rank - 1, byHand: false },
        rows.map((row) => row.member_id),
      )
      return rows.length
    })
    after = ids.at(-1)!
  }
}

/**
 * Places a member on a level by hand, with the reason; null gives him back to the rules. Throws
 * `not_found`, `level_not_found`.
 */
export async function placeOnLevel(
  ctx: Ctx,
  memberId: Id,
  rank: number | null,
  reason: string,
): Promise<void> {
  await transact(ctx, async (tx) => {
    if (!(await findMember(tx, memberId))) throw problems.notFound()
    const levels = await findLevels(tx)
    if (rank !== null && !levels.some((level) => level.rank === rank)) throw trustProblems.levelNotFound()
    // Locked through the row itself: two hands place one after the other.
    await tx.db
      .insertInto('member_trust')
      .values({ member_id: memberId, rank: 0, since: tx.now })
      .onConflict((conflict) => conflict.column('member_id').doUpdateSet({ rank: sql`member_trust.rank` }))
      .execute()
    const before = await findStanding(tx, memberId)
    // The highest level that rules give: a level by hand ends with the hand.
    const highest = Math.max(...levels.filter((level) => !level.byHand).map((level) => level.rank))
    const to = rank ?? Math.min(before.rank, highest)
    await tx.db
      .updateTable('member_trust')
      .set({
        rank: to,
        held_by: rank === null ? null : describeActor(tx.actor),
        reason,
        since: to === before.rank ? (before.since ?? tx.now) : tx.now,
      })
      .where('member_id', '=', memberId)
      .execute()
    if (to !== before.rank)
      await announce(tx, trustChanged, { from: before.rank, to, byHand: true }, { memberId })
    await audit(
      tx,
      'content.trust_placed',
      { kind: 'member', id: memberId },
      { from: before.rank, to, reason },
    )
  })
}
