/**
 * Rising and falling between tiers by rule. Who meets a condition comes from the warehouse, in one set for
 * each rule; whoever would fall is looked at once more, now, before it happens. Every batch is a
 * transaction of its own, and a run that was killed is simply run again.
 */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import type { JobRun } from '#base/jobs/job.ts'
import type { Audience } from '#modules/audience/api.ts'
import { memberTierAtRisk, memberTierChanged } from '../course.facts.ts'
import { changeStay } from '../memberships/memberships.ts'
import type { Notify } from '../notices/notices.ts'
import { decideMove, type Move, type Standing, type TierTest } from './decide.ts'
import { collectMembers } from './member-set.ts'
import { findRuledTiers, type RuledTier } from './tiers.ts'

const dayMs = 86_400_000
const batchSize = 500

export interface Counts {
  rose: number
  noticed: number
  fell: number
  kept: number
}
const nothing = (): Counts => ({ rose: 0, noticed: 0, fell: 0, kept: 0 })

type Asked = Pick<Audience, 'members' | 'matches'>
/** Where somebody stands; in a group with the stay that is changed. */
type Found = Standing & { readonly membershipId: Id | null }

/** Moves members of the community and of every group whose tiers have rules. */
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
  for (const [at, { groupId }] of rows.entries()) {
    run.signal.throwIfAborted()
    const counts = await moveWithin(ctx, audience, groupId, run.signal, notify)
    for (const key of Object.keys(counts) as (keyof Counts)[]) total[key] += counts[key]
    await run.progress(at + 1, rows.length)
  }
  return total
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
    await transact(ctx, async (tx) => {
      for (const { found, move } of moves)
        await carryOut(tx, { audience, tiers, groupId, notify }, found, move, counts)
    })
  }
  await ctx.db
    .updateTable('tier_rule')
    .set({ ran_at: ctx.now })
    .where(
      'tier_id',
      'in',
      tiers.map((tier) => tier.id),
    )
    .execute()
  return counts
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
  audience: Asked,
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
async function testsOf(ctx: Ctx, audience: Asked, tiers: readonly RuledTier[]): Promise<TierTest[]> {
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
          from group_membership s
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
        from tier_holding h
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
         where member.id = any(${ids}::bigint[])
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

interface Scene {
  readonly audience: Asked
  readonly tiers: readonly RuledTier[]
  readonly groupId: Id | null
  readonly notify: Notify
}

async function carryOut(tx: Ctx, scene: Scene, found: Found, move: Move, counts: Counts): Promise<void> {
  const { memberId } = found
  const tierOf = (id: Id | null) => scene.tiers.find((tier) => tier.id === id) ?? null
  switch (move.kind) {
    case 'none':
      return
    case 'rise':
      await endNotice(tx, found, 'cancelled')
      await place(tx, scene, found, tierOf(move.to), 'rule')
      counts.rose++
      return
    case 'kept':
      await endNotice(tx, found, 'kept')
      counts.kept++
      return
    case 'notice': {
      const tier = tierOf(move.from)!
      const until = new Date(tx.now.getTime() + (tier.rule?.graceDays ?? 7) * dayMs)
      const made = await tx.db
        .insertInto('tier_notice')
        .values({ tier_id: tier.id, member_id: memberId, noticed_at: tx.now, effective_at: until })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst()
      if (!made) return
      await announce(
        tx,
        memberTierAtRisk,
        { tier: tier.key, until: until.toISOString() },
        { memberId, groupId: scene.groupId },
      )
      await scene.notify.tierAtRisk(tx, { memberId, groupId: scene.groupId, tier, until })
      counts.noticed++
      return
    }
    case 'fall': {
      const { rule } = tierOf(move.from)!
      // The set may be seconds old; nobody falls who meets the condition now.
      if (rule && (await scene.audience.matches(tx, rule.stays ?? rule.rises, memberId))) {
        await endNotice(tx, found, 'kept')
        counts.kept++
        return
      }
      await endNotice(tx, found, 'fell')
      await place(tx, scene, found, tierOf(move.to), 'rule')
      counts.fell++
    }
  }
}

const endNotice = (tx: Ctx, { memberId, tierId }: Found, outcome: 'kept' | 'fell' | 'cancelled') =>
  tx.db
    .updateTable('tier_notice')
    .set({ ended_at: tx.now, outcome })
    .where('member_id', '=', memberId)
    .where('tier_id', '=', tierId ?? '0')
    .where('ended_at', 'is', null)
    .execute()

async function place(tx: Ctx, { tiers, groupId }: Scene, found: Found, to: RuledTier | null, reason: string) {
  if (groupId) return await changeStay(tx, found.membershipId!, { tierId: to?.id ?? null, reason })
  const from = tiers.find((tier) => tier.id === found.tierId) ?? null
  await placeMember(tx, found.memberId, { from, to, held: false, reason })
}

/** Puts a member on a tier of the community; null for the lowest. */
export async function placeMember(
  tx: Ctx,
  memberId: Id,
  { from, to, held, reason }: { from: RuledTier | null; to: RuledTier | null; held: boolean; reason: string },
): Promise<void> {
  const by = describeActor(tx.actor)
  if (to) {
    const row = { tier_id: to.id, since: tx.now, held, reason, by }
    await tx.db
      .insertInto('tier_holding')
      .values({ member_id: memberId, ...row })
      .onConflict((conflict) => conflict.column('member_id').doUpdateSet(row))
      .execute()
  } else {
    await tx.db.deleteFrom('tier_holding').where('member_id', '=', memberId).execute()
  }
  if (from?.id === to?.id) return
  const up = (to?.rank ?? 0) > (from?.rank ?? 0)
  await tx.db
    .insertInto('tier_change')
    .values({
      member_id: memberId,
      from_id: from?.id ?? null,
      to_id: to?.id ?? null,
      rose: up,
      at: tx.now,
      by,
      reason,
    })
    .execute()
  await announce(tx, memberTierChanged, { from: from?.key ?? null, to: to?.key ?? null, up }, { memberId })
}
