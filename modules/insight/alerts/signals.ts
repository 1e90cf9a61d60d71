/**
 * Signals: what an alert or a goal off pace raised. One is open about a thing at a time; it is raised once for a
 * bucket, and not again within the days of quiet after it was closed. Its evidence stays as it was seen.
 */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { cutPage, type Place } from '#base/http/cursor.ts'
import type { Day } from '#base/time/calendar.ts'
import { audit } from '#modules/identity/api.ts'
import { signalClosed, signalRaised } from '../facts.ts'
import { insightProblems } from '../problems.ts'
import type { Evidence } from './evidence.ts'

/** What a signal is about. */
export type About =
  | {
      readonly rule: Id
      readonly group: Id | null
      readonly key: string
      readonly topic?: string | undefined
    }
  | { readonly goal: Id }

/** `gone`: what it was about is there no more. */
export const signalOutcomes = ['recovered', 'handled', 'dismissed', 'gone'] as const
export type SignalOutcome = (typeof signalOutcomes)[number]

export interface Signal {
  readonly id: Id
  readonly ruleId: Id | null
  readonly goalId: Id | null
  readonly groupId: Id | null
  /** Name of the rule or the goal. */
  readonly name: string
  readonly groupName: string | null
  readonly preset: string | null
  /** Of the rule or the goal. */
  readonly ownerId: Id | null
  readonly department: string | null
  readonly bucket: Day
  readonly lastBucket: Day
  readonly evidence: Evidence
  readonly raisedAt: Date
  readonly takenAt: Date | null
  readonly takenBy: string | null
  readonly closedAt: Date | null
  readonly outcome: SignalOutcome | null
  readonly reason: string
  /** What solved it, as who closed it says. */
  readonly improvementId: Id | null
}

const ofThing = (about: About) =>
  'goal' in about
    ? sql<boolean>`goal_id = ${about.goal}::bigint`
    : sql<boolean>`rule_id = ${about.rule}::bigint and coalesce(group_id, 0) = ${about.group ?? '0'}::bigint
            and coalesce(topic, '') = ${about.topic ?? ''}`

/**
 * Raises a signal, or keeps the open one up. Answers the id of a new one; undefined when there is none: one is open,
 * the same bucket raised one before, or it is quiet after the last.
 */
export async function raiseSignal(
  ctx: Ctx,
  about: About,
  { bucket, cooldown, evidence }: { bucket: Day; cooldown: number; evidence: Evidence },
): Promise<Id | undefined> {
  return await transact(ctx, async (tx) => {
    const open = await tx.db
      .updateTable('signal')
      .set({ last_bucket: sql<Date>`greatest(last_bucket, ${bucket}::date)` })
      .where(ofThing(about))
      .where('closed_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (open) return undefined
    const before = await tx.db
      .selectFrom('signal')
      .select([
        sql<Day>`max(last_bucket)::text`.as('bucket'),
        sql<Date | null>`max(closed_at)`.as('closedAt'),
      ])
      .where(ofThing(about))
      .executeTakeFirstOrThrow()
    if (before.bucket !== null && before.bucket >= bucket) return undefined
    if (before.closedAt && before.closedAt.getTime() > tx.now.getTime() - cooldown * 86_400_000)
      return undefined
    const made = await tx.db
      .insertInto('signal')
      .values({
        rule_id: 'rule' in about ? about.rule : null,
        goal_id: 'goal' in about ? about.goal : null,
        group_id: 'rule' in about ? about.group : null,
        topic: 'rule' in about ? (about.topic ?? null) : null,
        bucket: sql<Date>`${bucket}::date`,
        last_bucket: sql<Date>`${bucket}::date`,
        evidence: JSON.stringify(evidence),
        raised_at: tx.now,
      })
      // Somebody else looked at the same moment.
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) return undefined
    await announce(
      tx,
      signalRaised,
      'goal' in about ? { of: 'goal', key: about.goal } : { of: 'alert', key: about.key },
      {
        object: { kind: 'signal', id: made.id },
        ...('rule' in about && about.group ? { groupId: about.group } : {}),
      },
    )
    return made.id
  })
}

/** The figure is well again: closes the open signal, unless somebody took it on and will say himself. */
export async function recover(ctx: Ctx, about: About): Promise<void> {
  await transact(ctx, async (tx) => {
    const closed = await tx.db
      .updateTable('signal')
      .set({ closed_at: tx.now, closed_by: describeActor(tx.actor), outcome: 'recovered' })
      .where(ofThing(about))
      .where('closed_at', 'is', null)
      .where('taken_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (closed)
      await announce(
        tx,
        signalClosed,
        { outcome: 'recovered' },
        { object: { kind: 'signal', id: closed.id } },
      )
  })
}

/** Groups about which a signal of a rule is open; null where it is about no single group. */
export async function findOpenGroupsOf(ctx: Ctx, ruleId: Id): Promise<ReadonlySet<Id | null>> {
  const rows = await ctx.db
    .selectFrom('signal')
    .select('group_id as groupId')
    .where('rule_id', '=', ruleId)
    .where('closed_at', 'is', null)
    .where('topic', 'is', null)
    .execute()
  return new Set(rows.map(({ groupId }) => groupId))
}

/** Topics of a rule about which a signal is open that nobody took on. */
export async function findOpenTopics(ctx: Ctx, ruleId: Id): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('signal')
    .select(sql<string>`topic`.as('topic'))
    .where('rule_id', '=', ruleId)
    .where('topic', 'is not', null)
    .where('closed_at', 'is', null)
    .where('taken_at', 'is', null)
    .execute()
  return rows.map(({ topic }) => topic)
}

/**
 * Closes what is open about groups that were archived, whoever took it on: there is nothing left to do. Signals of
 * rules about one group as well as of those about each. Answers how many.
 */
export async function closeOfArchived(ctx: Ctx): Promise<number> {
  return await transact(ctx, async (tx) => {
    const { rows } = await sql<{ id: Id }>`
      update signal as s
         set closed_at = ${tx.now}, closed_by = ${describeActor(tx.actor)}, outcome = 'gone'
        from community_group as g
       where s.closed_at is null and g.archived_at is not null
         and g.id = coalesce(s.group_id, (select (r.scope ->> 'group')::bigint from alert_rule r where r.id = s.rule_id))
      returning s.id`.execute(tx.db)
    for (const { id } of rows)
      await announce(tx, signalClosed, { outcome: 'gone' }, { object: { kind: 'signal', id } })
    return rows.length
  })
}

/** Takes a signal on, or gives it back. Throws `signal_not_found`, `signal_is_closed`. */
export async function takeSignal(ctx: Ctx, id: Id, taken: boolean): Promise<Signal> {
  return await transact(ctx, async (tx) => {
    await requireOpen(tx, id)
    await tx.db
      .updateTable('signal')
      .set(
        taken ? { taken_at: tx.now, taken_by: describeActor(tx.actor) } : { taken_at: null, taken_by: null },
      )
      .where('id', '=', id)
      .execute()
    await audit(tx, taken ? 'insight.signal_taken' : 'insight.signal_given_back', { kind: 'signal', id }, {})
    return await getSignal(tx, id)
  })
}

/** Closes a signal with a reason. Throws `signal_not_found`, `signal_is_closed`, `improvement_not_found`. */
export async function closeSignal(
  ctx: Ctx,
  id: Id,
  {
    outcome,
    reason,
    improvementId = null,
  }: {
    readonly outcome: 'handled' | 'dismissed'
    readonly reason: string
    /** What solved it. */
    readonly improvementId?: Id | null
  },
): Promise<Signal> {
  return await transact(ctx, async (tx) => {
    await requireOpen(tx, id)
    if (improvementId) await requireImprovement(tx, improvementId)
    await tx.db
      .updateTable('signal')
      .set({
        closed_at: tx.now,
        closed_by: describeActor(tx.actor),
        outcome,
        reason,
        improvement_id: improvementId,
      })
      .where('id', '=', id)
      .execute()
    await announce(tx, signalClosed, { outcome }, { object: { kind: 'signal', id } })
    await audit(tx, 'insight.signal_closed', { kind: 'signal', id }, { outcome, reason, improvementId })
    return await getSignal(tx, id)
  })
}

async function requireImprovement(tx: Ctx, id: Id): Promise<void> {
  const there = await tx.db.selectFrom('improvement').select('id').where('id', '=', id).executeTakeFirst()
  if (!there) throw insightProblems.improvementNotFound()
}

async function requireOpen(tx: Ctx, id: Id): Promise<void> {
  const signal = await tx.db
    .selectFrom('signal')
    .select('closed_at')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!signal) throw insightProblems.signalNotFound()
  if (signal.closed_at !== null) throw insightProblems.signalIsClosed()
}

export const signals = (ctx: Ctx) =>
  ctx.db
    .selectFrom('signal as s')
    .leftJoin('alert_rule as r', 'r.id', 's.rule_id')
    .leftJoin('goal as g', 'g.id', 's.goal_id')
    .leftJoin('community_group as c', 'c.id', 's.group_id')
    .select([
      's.id',
      's.rule_id as ruleId',
      's.goal_id as goalId',
      's.group_id as groupId',
      sql<string>`coalesce(r.name, g.name)`.as('name'),
      'c.name as groupName',
      'r.preset',
      sql<Id | null>`coalesce(r.owner_id, g.owner_id)`.as('ownerId'),
      'r.department',
      sql<Day>`s.bucket::text`.as('bucket'),
      sql<Day>`s.last_bucket::text`.as('lastBucket'),
      sql<Evidence>`s.evidence`.as('evidence'),
      's.raised_at as raisedAt',
      's.taken_at as takenAt',
      's.taken_by as takenBy',
      's.closed_at as closedAt',
      sql<SignalOutcome | null>`s.outcome`.as('outcome'),
      's.reason',
      's.improvement_id as improvementId',
    ])

/** Throws `signal_not_found`. */
export async function getSignal(ctx: Ctx, id: Id): Promise<Signal> {
  const signal = await signals(ctx).where('s.id', '=', id).executeTakeFirst()
  if (!signal) throw insightProblems.signalNotFound()
  return signal
}

/** The latest first; `open` leaves out what was closed. */
export async function findSignals(
  ctx: Ctx,
  {
    open,
    rule,
    group,
  }: { readonly open: boolean; readonly rule?: Id | undefined; readonly group?: Id | undefined },
  { after, limit }: { readonly after: Place | undefined; readonly limit: number },
): Promise<{ items: Signal[]; next: Place | null }> {
  let query = signals(ctx).select(sql<string>`s.raised_at::text`.as('place'))
  if (open) query = query.where('s.closed_at', 'is', null)
  if (rule) query = query.where('s.rule_id', '=', rule)
  if (group) query = query.where('s.group_id', '=', group)
  if (after)
    query = query.where(
      sql<boolean>`(s.raised_at, s.id) < (${after.value}::timestamptz, ${after.id}::bigint)`,
    )
  const rows = await query
    .orderBy('s.raised_at', 'desc')
    .orderBy('s.id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = cutPage(rows, limit, ({ place, id }) => ({ value: place, id }))
  return { ...page, items: page.items.map(({ place: _, ...row }) => row) }
}

/** How many are open, by the rule that raised them. */
export async function countOpenByRule(ctx: Ctx): Promise<ReadonlyMap<Id, number>> {
  const rows = await ctx.db
    .selectFrom('signal')
    .select(['rule_id as ruleId', sql<number>`count(*)::int`.as('count')])
    .where('closed_at', 'is', null)
    .where('rule_id', 'is not', null)
    .groupBy('rule_id')
    .execute()
  return new Map(rows.map(({ ruleId, count }) => [ruleId!, count]))
}

export async function countOpenSignals(ctx: Ctx): Promise<number> {
  const { count } = await ctx.db
    .selectFrom('signal')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}
