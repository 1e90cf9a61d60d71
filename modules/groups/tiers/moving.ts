/**
 * Rising and falling between tiers by rule. Who meets a condition comes from the warehouse, in one set for
 * each rule; whoever would fall is looked at once more, now, before it happens. Every batch is a
 * transaction of its own, and a run that was killed is simply run again.
 */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import type { JobRun } from '#base/jobs/job.ts'
import type { Audience } from '#modules/audience/api.ts'
import { runEach } from '../course/failure.ts'
import type { Notify } from '../notices/notices.ts'
import { decideMove, type TierTest } from './decide.ts'
import { collectMembers } from './member-set.ts'
import { type Counts, carryOut, type Decided, type Found, nothing } from './placing.ts'
import { findRuledTiers, type RuledTier } from './tiers.ts'

const batchSize = 500

export type Asked = Pick<Audience, 'members' | 'matching'>

/**
 * Moves members of the community and of every group whose tiers have rules. A group whose rules break off is left
 * out; throws `rules_failed` at the end then.
 */
export async function moveByRules(
  ctx: Ctx,
  audience: Asked,
  run: Pick<JobRun, 'signal' | 'progress'>,
  notify: Notify,
): Promise<Counts> {
  const { rows } = await sql<{ groupId: Id | null }>`
    select distinct t.group_id as "groupId" from tier_rule r join group_tier t on t.id = r.tier_id
      left join community_group g on g.id = t.group_id
     where r.active and (t.group_id is null or g.archived_at is null)
     order by t.group_id nulls first`.execute(ctx.db)
  const total = nothing()
  await runEach(
    ctx,
    rows.map(({ groupId }) => groupId),
    run,
    async (groupId) => {
      const counts = await moveWithin(ctx, audience, groupId, run.signal, notify)
      for (const key of Object.keys(counts) as (keyof Counts)[]) total[key] += counts[key]
    },
    keepFailure,
  )
  return total
}

/** Notes at the active rules of a group, or of the community for null, that they broke off. */
async function keepFailure(ctx: Ctx, groupId: Id | null, code: string): Promise<void> {
  await sql`update tier_rule r set failed_at = ${ctx.now}, failure = ${code} from group_tier t
     where t.id = r.tier_id and r.active and t.group_id is not distinct from ${groupId}::bigint`.execute(
    ctx.db,
  )
}

/** Moves members between the tiers of one group, or of the community for null. */
export async function moveWithin(
  ctx: Ctx,
  audience: Asked,
  groupId: Id | null,
  signal: AbortSignal,
  notify: Notify,
): Promise<Counts> {
  const tiers = await findRuledTiers(ctx, groupId)
  const tests = await testsOf(ctx, audience, tiers)
  const counts = nothing()
  for await (const batch of standings(ctx, groupId, tests)) {
    signal.throwIfAborted()
    const moves = batch
      .map((found) => ({ found, move: decideMove(tests, found, ctx.now) }))
      .filter(({ move }) => move.kind !== 'none')
    if (moves.length === 0) continue
    const decided = await lookAgain(ctx, audience, tiers, moves)
    await transact(ctx, async (tx) => await carryOut(tx, { tiers, groupId, notify }, decided, counts))
  }
  await ctx.db
    .updateTable('tier_rule')
    .set({ ran_at: ctx.now, failed_at: null, failure: null })
    .where(
      'tier_id',
      'in',
      tiers.map((tier) => tier.id),
    )
    .execute()
  return counts
}

/** The sets may be minutes old; nobody falls who meets the condition now. */
async function lookAgain(
  ctx: Ctx,
  audience: Asked,
  tiers: readonly RuledTier[],
  moves: readonly Decided[],
): Promise<Decided[]> {
  const stayers = new Set<Id>()
  for (const { id, rule } of tiers) {
    const falling = moves.flatMap(({ found, move }) =>
      move.kind === 'fall' && move.from === id ? [found.memberId] : [],
    )
    if (!rule || falling.length === 0) continue
    for (const one of await audience.matching(ctx, rule.stays ?? rule.rises, falling)) stayers.add(one)
  }
  return moves.map(({ found, move }) =>
    move.kind === 'fall' && stayers.has(found.memberId)
      ? { found, move: { kind: 'kept', from: move.from } }
      : { found, move },
  )
}

export interface Foreseen {
  readonly memberId: Id
  readonly kind: 'rise' | 'notice' | 'fall'
  readonly from: Id | null
  readonly to: Id | null
}

/** What would happen now if `tiers` ruled: counts, and the first so many by name. Changes nothing. */
export async function foreseeMoves(
  ctx: Ctx,
  audience: Pick<Asked, 'members'>,
  groupId: Id | null,
  tiers: readonly RuledTier[],
  most: number,
): Promise<{ counts: Counts; first: Foreseen[] }> {
  const tests = await testsOf(ctx, audience, tiers)
  const counts = nothing()
  const first: Foreseen[] = []
  for await (const batch of standings(ctx, groupId, tests))
    for (const found of batch) {
      const move = decideMove(tests, found, ctx.now)
      if (move.kind === 'none') continue
      if (move.kind === 'kept') {
        counts.kept++
        continue
      }
      counts[move.kind === 'rise' ? 'rose' : move.kind === 'fall' ? 'fell' : 'noticed']++
      if (first.length < most)
        first.push({
          memberId: found.memberId,
          kind: move.kind,
          from: found.tierId,
          to: move.kind === 'notice' ? null : move.to,
        })
    }
  return { counts, first }
}

/** The rules as tests, each over one set of members. */
async function testsOf(
  ctx: Ctx,
  audience: Pick<Asked, 'members'>,
  tiers: readonly RuledTier[],
): Promise<TierTest[]> {
  const tests: TierTest[] = []
  for (const { id, rank, rule } of tiers) {
    if (!rule?.active) {
      tests.push({ id, rank, falls: false })
      continue
    }
    const rises = await collectMembers(audience.members(ctx, rule.rises))
    const stays = rule.stays ? await collectMembers(audience.members(ctx, rule.stays)) : rises
    tests.push({ id, rank, falls: rule.falls, rises: rises.has, stays: stays.has, candidates: rises.ids })
  }
  return tests
}

/** Everybody whom the rules may concern, in batches: in a group its members, in the community holders and those who rise. */
async function* standings(
  ctx: Ctx,
  groupId: Id | null,
  tests: readonly TierTest[],
): AsyncGenerator<readonly Found[]> {
  if (groupId) {
    for (let after = '0'; ; ) {
      const { rows } = await sql<Found>`
        select s.member_id as "memberId", s.tier_id as "tierId", s.id as "membershipId", n.effective_at as "noticeUntil"
          from group_membership s join member m on m.id = s.member_id and m.merged_into is null
          left join tier_notice n on n.tier_id = s.tier_id and n.member_id = s.member_id and n.ended_at is null
         where s.group_id = ${groupId} and s.left_at is null and s.member_id > ${after}::bigint
           and s.role not in ('owner', 'moderator')
         order by s.member_id limit ${batchSize}`.execute(ctx.db)
      if (rows.length === 0) return
      after = rows.at(-1)!.memberId
      yield rows
    }
  }
  for (let after = '0'; ; ) {
    const { rows } = await sql<Found & { held: boolean }>`
      select h.member_id as "memberId", h.tier_id as "tierId", null as "membershipId", n.effective_at as "noticeUntil", h.held
        from tier_holding h join member m on m.id = h.member_id and m.merged_into is null
        left join tier_notice n on n.tier_id = h.tier_id and n.member_id = h.member_id and n.ended_at is null
       where h.member_id > ${after}::bigint order by h.member_id limit ${batchSize}`.execute(ctx.db)
    if (rows.length === 0) break
    after = rows.at(-1)!.memberId
    yield rows.filter((row) => !row.held)
  }
  // Who holds nothing yet stands on the lowest tier; each comes once, with the highest tier that is earned.
  const highestFirst = tests.toReversed()
  for (const [place, test] of highestFirst.entries()) {
    const higher = highestFirst.slice(0, place)
    for (const batch of inBatches(test.candidates?.() ?? [])) {
      const ids = batch.filter((id) => !higher.some((each) => each.rises?.(id)))
      const { rows } = await sql<{ memberId: Id }>`
        select member.id as "memberId" from member
         where member.id = any(${ids}::bigint[]) and member.merged_into is null
           and not exists (select from tier_holding h where h.member_id = member.id)
         order by member.id`.execute(ctx.db)
      yield rows.map(({ memberId }) => ({ memberId, tierId: null, membershipId: null, noticeUntil: null }))
    }
  }
}

function* inBatches(ids: Iterable<Id>): Generator<Id[]> {
  let batch: Id[] = []
  for (const id of ids) {
    batch.push(id)
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
