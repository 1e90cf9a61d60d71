/**
 * Care: people whom the team looks after in person. Who is taken up moves through 挖掘 → 扶持 → 产出 → 留存
 * and is visited at a rhythm; each visit is noted and sets the next one (S0-33, S2-44, S2-45).
 */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { addToDay, type Day } from '#base/time/calendar.ts'
import { audit } from '#modules/identity/api.ts'
import { findMemberIds } from '../people/members.sql.ts'
import { memberProblems } from '../problems.ts'
import { careEnded, careMoved, careStarted, careVisited } from './care.facts.ts'
import type { Care } from './care.sql.ts'
import type { Program, purposes, Stage, ways } from './programs.ts'

/** Most members that are taken up at once. */
export const mostAtOnce = 200

/** Whose it may be: somebody who works here. Throws `owner_unknown`. */
async function requireOperator(ctx: Ctx, accountId: Id): Promise<void> {
  const found = await ctx.db
    .selectFrom('operator')
    .select('account_id')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  if (!found) throw memberProblems.ownerUnknown()
}

/**
 * Takes members into a programme; who is in it already stays as he is. Returns how many are new. Throws
 * `member_not_found` when one of the ids is nobody.
 */
export async function startCare(
  ctx: Ctx,
  memberIds: readonly Id[],
  plan: {
    readonly program: Program
    readonly ownerId: Id | null
    readonly cadenceDays: number | null
    readonly nextOn: Day | null
    readonly why: string
  },
): Promise<number> {
  return await transact(ctx, async (tx) => {
    if (plan.ownerId) await requireOperator(tx, plan.ownerId)
    const known = await findMemberIds(tx, memberIds)
    if (memberIds.some((id) => !known.has(id))) throw memberProblems.memberNotFound()
    const { rows } = await sql<{ memberId: Id }>`
      insert into care (member_id, program, owner_id, cadence_days, next_on, why, started_by, started_at)
      select member_id, ${plan.program}, ${plan.ownerId}, ${plan.cadenceDays}, ${plan.nextOn}::date, ${plan.why},
             ${describeActor(ctx.actor)}, ${ctx.now}
        from unnest(${[...known].sort()}::bigint[]) as member_id
      on conflict (member_id, program) where ended_at is null do nothing
      returning member_id as "memberId"`.execute(tx.db)
    for (const { memberId } of rows) await announce(tx, careStarted, { program: plan.program }, { memberId })
    await audit(tx, 'care.started', undefined, { program: plan.program, members: rows.length })
    return rows.length
  })
}

export interface CareChange {
  readonly stage?: Stage | undefined
  /** Why the stage changes. */
  readonly why?: string | undefined
  readonly ownerId?: Id | null | undefined
  readonly cadenceDays?: number | null | undefined
  readonly nextOn?: Day | null | undefined
  readonly needs?: string | undefined
}

/** Changes the plan, or moves a member to another stage, which is noted and announced. */
export async function changeCare(ctx: Ctx, care: Care, change: CareChange): Promise<void> {
  await transact(ctx, async (tx) => {
    if (change.ownerId) await requireOperator(tx, change.ownerId)
    const held = await tx.db
      .selectFrom('care')
      .select(['stage', 'owner_id', 'cadence_days', 'needs'])
      .select(sql<string | null>`next_on::text`.as('next_on'))
      .where('id', '=', care.id)
      .where('ended_at', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (!held) throw memberProblems.careNotFound()
    await tx.db
      .updateTable('care')
      .set({
        stage: change.stage ?? held.stage,
        owner_id: change.ownerId === undefined ? held.owner_id : change.ownerId,
        cadence_days: change.cadenceDays === undefined ? held.cadence_days : change.cadenceDays,
        next_on: sql<Date | null>`${change.nextOn === undefined ? held.next_on : change.nextOn}::date`,
        needs: change.needs ?? held.needs,
      })
      .where('id', '=', care.id)
      .execute()
    if (change.stage && change.stage !== held.stage) {
      const from = held.stage as Stage
      await tx.db
        .insertInto('care_step')
        .values({
          care_id: care.id,
          from_stage: from,
          to_stage: change.stage,
          why: change.why ?? '',
          moved_by: describeActor(ctx.actor),
          moved_at: ctx.now,
        })
        .execute()
      await announce(
        tx,
        careMoved,
        { program: care.program, from, to: change.stage },
        { memberId: care.memberId },
      )
    }
    await audit(tx, 'care.changed', { kind: 'care', id: care.id }, { fields: Object.keys(change) })
  })
}

/** Takes a member out of a programme. What was noted stays. */
export async function endCare(ctx: Ctx, care: Care, why: string): Promise<void> {
  await transact(ctx, async (tx) => {
    const ended = await tx.db
      .updateTable('care')
      .set({ ended_at: ctx.now, ended_by: describeActor(ctx.actor), ended_why: why, next_on: null })
      .where('id', '=', care.id)
      .where('ended_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!ended) throw memberProblems.careNotFound()
    await announce(tx, careEnded, { program: care.program }, { memberId: care.memberId })
    await audit(tx, 'care.ended', { kind: 'care', id: care.id }, {})
  })
}

export interface VisitNote {
  readonly purpose: (typeof purposes)[number]
  readonly way: (typeof ways)[number]
  readonly summary: string
  readonly found: string
  readonly given: string
  readonly visitedOn: Day
  /** The next visit; left out: by the rhythm of the programme. */
  readonly nextOn?: Day | null | undefined
}

/** Notes a visit; in a programme it also sets when the next is due. Returns its id. */
export async function noteVisit(
  ctx: Ctx,
  memberId: Id,
  care: Care | undefined,
  note: VisitNote,
): Promise<Id> {
  return await transact(ctx, async (tx) => {
    const { id } = await tx.db
      .insertInto('care_visit')
      .values({
        member_id: memberId,
        care_id: care?.id ?? null,
        purpose: note.purpose,
        way: note.way,
        summary: note.summary,
        found: note.found,
        given: note.given,
        visited_on: sql<Date>`${note.visitedOn}::date`,
        noted_by: describeActor(ctx.actor),
        noted_by_account: ctx.actor.kind === 'account' ? ctx.actor.accountId : null,
        noted_at: ctx.now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (care) {
      const rhythm = care.cadenceDays === null ? null : addToDay(note.visitedOn, care.cadenceDays, 'day')
      await tx.db
        .updateTable('care')
        .set({ next_on: sql<Date | null>`${note.nextOn === undefined ? rhythm : note.nextOn}::date` })
        .where('id', '=', care.id)
        .execute()
    }
    await announce(
      tx,
      careVisited,
      { program: care?.program ?? null, purpose: note.purpose, way: note.way },
      { memberId, object: { kind: 'care_visit', id } },
    )
    await audit(tx, 'care.visited', { kind: 'member', id: memberId }, { purpose: note.purpose })
    return id
  })
}
