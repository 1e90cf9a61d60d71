/** Rules of alerts: made, changed, paused, snoozed, removed. What they find is in `signals.ts`. */
import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import type { RobotKind } from '#base/robots/robots.ts'
import { audit } from '#modules/identity/api.ts'
import { requireColleagues } from '#modules/team/api.ts'
import { alertChanged } from '../facts.ts'
import type { MetricRef } from '../metrics/metric.ts'
import { insightProblems } from '../problems.ts'
import type { Scope, Unit } from '../shapes.ts'
import type { AlertTest } from './judging.ts'

export interface RuleFields {
  readonly name: string
  readonly metric: MetricRef
  readonly scope: Scope
  readonly eachGroup: boolean
  readonly unit: Unit
  readonly test: AlertTest
  readonly leastBase: number
  readonly cooldown: number
  readonly ownerId: Id | null
  readonly department: string | null
  readonly mail: boolean
}

export interface Rule extends RuleFields {
  readonly id: Id
  readonly preset: string | null
  readonly ownerName: string | null
  readonly robotKind: RobotKind | null
  /** Why the robot did not take what it was told of last, in the words of the other side; null when it did. */
  readonly robotProblem: string | null
  readonly snoozedUntil: Date | null
  readonly pausedAt: Date | null
  readonly lookedAt: Date | null
}

/** Each is looked at every hour; more than these are noise. */
export const mostRules = 100

const rules = (ctx: Ctx) =>
  ctx.db
    .selectFrom('alert_rule as r')
    .leftJoin('account as a', 'a.id', 'r.owner_id')
    .select([
      'r.id',
      'r.preset',
      'r.name',
      sql<MetricRef>`r.metric`.as('metric'),
      sql<Scope>`r.scope`.as('scope'),
      'r.each_group as eachGroup',
      sql<Unit>`r.unit`.as('unit'),
      sql<AlertTest>`r.test`.as('test'),
      'r.least_base as leastBase',
      'r.cooldown',
      'r.owner_id as ownerId',
      'a.name as ownerName',
      'r.department',
      'r.mail',
      sql<RobotKind | null>`r.robot_kind`.as('robotKind'),
      // Of the robot that is connected now, and as long as tellings are kept.
      sql<string | null>`case when r.robot is not null then (
        select case when t.state in ('refused', 'waiting') then t.problem end
          from signal s join robot_told t on t.key = 'signal:' || s.id
         where s.rule_id = r.id and s.raised_at > ${ctx.now}::timestamptz - interval '90 days' and t.at >= r.changed_at
         order by t.at desc limit 1) end`.as('robotProblem'),
      'r.snoozed_until as snoozedUntil',
      'r.paused_at as pausedAt',
      'r.looked_at as lookedAt',
    ])

/** All of them, those that come with the product first. */
export const findRules = (ctx: Ctx): Promise<Rule[]> => rules(ctx).orderBy('r.id').limit(mostRules).execute()

/** Throws `alert_not_found`. */
export async function getRule(ctx: Ctx, id: Id): Promise<Rule> {
  const rule = await rules(ctx).where('r.id', '=', id).executeTakeFirst()
  if (!rule) throw insightProblems.alertNotFound()
  return rule
}

const columns = (fields: RuleFields) => ({
  name: fields.name,
  metric: JSON.stringify(fields.metric),
  scope: JSON.stringify(fields.scope),
  each_group: fields.eachGroup,
  unit: fields.unit,
  test: JSON.stringify(fields.test),
  least_base: fields.leastBase,
  cooldown: fields.cooldown,
  owner_id: fields.ownerId,
  department: fields.department,
  mail: fields.mail,
})

/** Makes a rule that was checked. Throws `too_many_alerts`, `owner_unknown`. */
export async function makeRule(ctx: Ctx, fields: RuleFields, preset: string | null = null): Promise<Rule> {
  return await transact(ctx, async (tx) => {
    await sql`lock table alert_rule in share row exclusive mode`.execute(tx.db)
    const { count } = await tx.db
      .selectFrom('alert_rule')
      .select(sql<number>`count(*)::int`.as('count'))
      .executeTakeFirstOrThrow()
    if (count >= mostRules) throw insightProblems.tooManyAlerts({ values: { most: mostRules } })
    if (fields.ownerId) await requireColleagues(tx, [fields.ownerId])
    const { id } = await tx.db
      .insertInto('alert_rule')
      .values({
        ...columns(fields),
        preset,
        created_at: tx.now,
        created_by: describeActor(tx.actor),
        changed_at: tx.now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await told(tx, id, 'made', { ...fields })
    return await getRule(tx, id)
  })
}

/**
 * Changes a rule. What it asks being another, its open signals are closed: they were about something else. Throws
 * `alert_not_found`, `owner_unknown`.
 */
export async function changeRule(ctx: Ctx, id: Id, fields: RuleFields): Promise<Rule> {
  return await transact(ctx, async (tx) => {
    const before = await lockRule(tx, id)
    if (fields.ownerId && fields.ownerId !== before.ownerId) await requireColleagues(tx, [fields.ownerId])
    await tx.db
      .updateTable('alert_rule')
      .set({
        ...columns(fields),
        // Only those of the product have a name to fall back on.
        ...(fields.name === '' && before.preset === null ? { name: before.name } : {}),
        changed_at: tx.now,
        looked_at: null,
      })
      .where('id', '=', id)
      .execute()
    if (!isDeepStrictEqual(asks(before), asks(fields))) await dropSignals(tx, id)
    await told(tx, id, 'changed', { ...fields })
    return await getRule(tx, id)
  })
}

/** What is asked, as the database gives it back, which keeps no order of keys. */
const asks = ({ metric, scope, eachGroup, unit, test }: RuleFields): unknown =>
  JSON.parse(JSON.stringify([metric, scope, eachGroup, unit, test]))

/** Pauses a rule, or lets it look again. Throws `alert_not_found`. */
export async function pauseRule(ctx: Ctx, id: Id, paused: boolean): Promise<Rule> {
  return await transact(ctx, async (tx) => {
    await lockRule(tx, id)
    await tx.db
      .updateTable('alert_rule')
      .set(
        paused
          ? { paused_at: tx.now, paused_by: describeActor(tx.actor) }
          : { paused_at: null, paused_by: null },
      )
      .where('id', '=', id)
      .execute()
    await told(tx, id, paused ? 'paused' : 'resumed', {})
    return await getRule(tx, id)
  })
}

/** Nothing is raised by a rule until a moment; null ends it. Throws `alert_not_found`. */
export async function snoozeRule(ctx: Ctx, id: Id, until: Date | null): Promise<Rule> {
  return await transact(ctx, async (tx) => {
    await lockRule(tx, id)
    await tx.db
      .updateTable('alert_rule')
      .set({ snoozed_until: until, snoozed_by: until && describeActor(tx.actor) })
      .where('id', '=', id)
      .execute()
    await told(tx, id, 'snoozed', { until: until?.toISOString() ?? null })
    return await getRule(tx, id)
  })
}

/** Where a rule tells besides; `address` is sealed by the caller. Null: nowhere. Throws `alert_not_found`. */
export async function connectRobot(
  ctx: Ctx,
  id: Id,
  robot: { readonly kind: RobotKind; readonly sealed: string } | null,
): Promise<Rule> {
  return await transact(ctx, async (tx) => {
    await lockRule(tx, id)
    await tx.db
      .updateTable('alert_rule')
      .set({ robot: robot?.sealed ?? null, robot_kind: robot?.kind ?? null, changed_at: tx.now })
      .where('id', '=', id)
      .execute()
    await told(tx, id, 'changed', { robot: robot?.kind ?? null })
    return await getRule(tx, id)
  })
}

/** Removes a rule with all it raised. Throws `alert_not_found`, `alert_is_preset`. */
export async function removeRule(ctx: Ctx, id: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const rule = await lockRule(tx, id)
    // It would be there again with the next look.
    if (rule.preset) throw insightProblems.alertIsPreset()
    await tx.db.deleteFrom('alert_rule').where('id', '=', id).execute()
    await told(tx, id, 'removed', { name: rule.name })
  })
}

/** Whether a rule is there and awake, and the group still open; then it stays so until the transaction ends. */
export async function holdAwake(tx: Ctx, id: Id, groupId: Id | null): Promise<boolean> {
  if (groupId !== null) {
    const { rows: open } = await sql`
      select from community_group where id = ${groupId}::bigint and archived_at is null for share`.execute(
      tx.db,
    )
    if (open.length === 0) return false
  }
  const { rows } = await sql`
    select from alert_rule
     where id = ${id}::bigint and paused_at is null and (snoozed_until is null or snoozed_until <= ${tx.now}::timestamptz)
       for share`.execute(tx.db)
  return rows.length > 0
}

async function lockRule(tx: Ctx, id: Id): Promise<Rule> {
  await tx.db.selectFrom('alert_rule').select('id').where('id', '=', id).forUpdate().execute()
  return await getRule(tx, id)
}

const dropSignals = (tx: Ctx, ruleId: Id) =>
  tx.db
    .updateTable('signal')
    .set({ closed_at: tx.now, closed_by: describeActor(tx.actor), outcome: 'dismissed' })
    .where('rule_id', '=', ruleId)
    .where('closed_at', 'is', null)
    .execute()

async function told(tx: Ctx, id: Id, how: string, detail: Record<string, unknown>): Promise<void> {
  await announce(tx, alertChanged, { how }, { object: { kind: 'alert', id } })
  await audit(tx, `insight.alert_${how}`, { kind: 'alert', id }, detail)
}
