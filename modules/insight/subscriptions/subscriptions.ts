/** Subscriptions: what comes by itself, when, to whom. */
import { sql } from 'kysely'
import { describeActor, type Id, may } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { render } from '#base/i18n/messages.ts'
import type { Day } from '#base/time/calendar.ts'
import { audit, findOperatorReaders } from '#modules/identity/api.ts'
import type { InsightParts } from '../parts.ts'
import { insightProblems } from '../problems.ts'
import type { Timing } from './due.ts'
import { nameOfThing } from './kinds.ts'
import type { Sendable } from './letter.ts'
import { requireRobots } from './robots.ts'
import { subscriptionWords as words } from './subscriptions.messages.ts'

export const mostSubscriptions = 200

export interface Subscription {
  readonly id: Id
  readonly kind: Sendable['kind']
  readonly thing: string
  readonly timing: Timing
  readonly since: Date
  readonly ownerId: Id | null
  readonly ownerName: string | null
  readonly createdAt: Date
  readonly pausedAt: Date | null
  readonly readers: readonly { readonly id: Id; readonly name: string; readonly stopped: boolean }[]
  readonly robots: readonly { readonly id: Id; readonly name: string }[]
  /** The latest time that it was sent by itself. */
  readonly last: {
    readonly day: Day
    readonly endedAt: string | null
    readonly problem: string | null
    readonly deliveries: number
    /** Refused by somebody, or dropped on the way. */
    readonly failed: number
    /** Mails that have not left yet. */
    readonly waiting: number
  } | null
}

interface Row extends Omit<Subscription, 'timing'> {
  readonly rhythm: Timing['rhythm']
  readonly weekday: number | null
  readonly monthDay: number | null
  readonly hour: number
}

export const timingOf = ({
  rhythm,
  weekday,
  monthDay,
  hour,
}: Pick<Row, 'rhythm' | 'weekday' | 'monthDay' | 'hour'>): Timing => {
  switch (rhythm) {
    case 'daily':
      return { rhythm, hour }
    case 'weekly':
      return { rhythm, hour, weekday: weekday ?? 1 }
    case 'monthly':
      return { rhythm, hour, monthDay: monthDay ?? 1 }
  }
}

/** What became of the mail to a reader: being written down says that it is on its way, and not that it left. */
const mailKeySql = sql`'subscription:' || d.run_id || ':' || substring(d.way from '^account:(\\d+)$')`
const isWaiting = sql<boolean>`(d.problem is null and m.state in ('queued', 'held'))`
const isLost = sql<boolean>`(d.problem is null and m.state in ('failed', 'dropped'))`

export const mailKey = (runId: Id, reader: Id): string => `subscription:${runId}:${reader}`

async function read(ctx: Ctx, where: ReturnType<typeof sql<boolean>>): Promise<Subscription[]> {
  const { rows } = await sql<Row>`
    select s.id, s.kind, s.thing, s.rhythm, s.weekday, s.month_day as "monthDay", s.hour, s.since,
           s.owner_id as "ownerId", o.name as "ownerName", s.created_at as "createdAt", s.paused_at as "pausedAt",
           coalesce((select jsonb_agg(jsonb_build_object('id', a.id::text, 'name', a.name, 'stopped', r.stopped_at is not null) order by a.id)
                       from subscription_reader r join account a on a.id = r.reader_id where r.subscription_id = s.id), '[]') as readers,
           coalesce((select jsonb_agg(jsonb_build_object('id', b.id::text, 'name', b.name) order by b.id)
                       from subscription_robot r join letter_robot b on b.id = r.robot_id where r.subscription_id = s.id), '[]') as robots,
           (select jsonb_build_object('day', u.due_on, 'endedAt', to_char(u.ended_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                     'problem', w.problem, 'deliveries', w.deliveries, 'failed', w.failed, 'waiting', w.waiting)
              from subscription_run u, lateral (
                     select count(*) as deliveries, count(*) filter (where ${isWaiting}) as waiting,
                            count(*) filter (where d.problem is not null or ${isLost}) as failed,
                            coalesce(min(d.problem), min(${render(words.notTaken, ctx.locale)}) filter (where ${isLost})) as problem
                       from subscription_delivery d left join mail m on m.key = ${mailKeySql}
                      where d.run_id = u.id) w
             where u.subscription_id = s.id and u.for_reader is null order by u.id desc limit 1) as last
      from subscription s left join account o on o.id = s.owner_id
     where ${where} order by s.id desc limit ${mostSubscriptions}`.execute(ctx.db)
  return rows.map(({ rhythm, weekday, monthDay, hour, ...rest }) => ({
    ...rest,
    timing: timingOf({ rhythm, weekday, monthDay, hour }),
  }))
}

/** All, the newest first; of one thing when it is named. */
export const findSubscriptions = (
  ctx: Ctx,
  { kind, thing }: { readonly kind?: Sendable['kind'] | undefined; readonly thing?: string | undefined } = {},
): Promise<Subscription[]> =>
  read(
    ctx,
    sql<boolean>`(${kind ?? null}::text is null or s.kind = ${kind ?? null}) and (${thing ?? null}::text is null or s.thing = ${thing ?? null})`,
  )

/** Throws `subscription_not_found`. */
export async function getSubscription(ctx: Ctx, id: Id): Promise<Subscription> {
  const [found] = await read(ctx, sql<boolean>`s.id = ${id}::bigint`)
  if (!found) throw insightProblems.subscriptionNotFound()
  return found
}

/** Who made it changes it, and whoever may edit figures. */
export const canChangeSubscription = ({ actor }: Ctx, { ownerId }: Pick<Subscription, 'ownerId'>): boolean =>
  may(actor, 'insight.edit') || (actor.kind === 'account' && actor.accountId === ownerId)

export interface SubscriptionFields {
  readonly timing: Timing
  readonly readers: readonly Id[]
  readonly robots: readonly Id[]
}

const columnsOf = (timing: Timing) => ({
  rhythm: timing.rhythm,
  hour: timing.hour,
  weekday: timing.rhythm === 'weekly' ? timing.weekday : null,
  month_day: timing.rhythm === 'monthly' ? timing.monthDay : null,
})

/**
 * Subscribes. What was due before now is not sent. Throws `too_many_subscriptions`, `nobody_to_send_to`,
 * `reader_may_not`, `robot_not_found`, `chats_need_a_person`, and what the kind throws for a thing that the actor may not see.
 */
export async function subscribe(
  ctx: Ctx,
  parts: Pick<InsightParts, 'declared'>,
  {
    kind,
    thing,
    ...fields
  }: SubscriptionFields & { readonly kind: Sendable['kind']; readonly thing: string },
): Promise<Subscription> {
  return await transact(ctx, async (tx) => {
    await sql`lock table subscription in share row exclusive mode`.execute(tx.db)
    const { count } = await tx.db
      .selectFrom('subscription')
      .select(sql<number>`count(*)::int`.as('count'))
      .executeTakeFirstOrThrow()
    if (count >= mostSubscriptions)
      throw insightProblems.tooManySubscriptions({ values: { most: mostSubscriptions } })
    await nameOfThing(tx, kind, thing)
    if (tx.actor.kind === 'apiKey') refuseChats(fields)
    const { id } = await tx.db
      .insertInto('subscription')
      .values({
        kind,
        thing,
        ...columnsOf(fields.timing),
        since: tx.now,
        owner_id: tx.actor.kind === 'account' ? tx.actor.accountId : null,
        created_at: tx.now,
        created_by: describeActor(tx.actor),
        changed_at: tx.now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await putReaders(tx, parts, id, fields)
    await audit(tx, 'subscription.made', { kind: 'subscription', id }, { of: kind, thing, ...fields })
    return await getSubscription(tx, id)
  })
}

/** Changes when and to whom. A time that has passed today is not made up for. Throws as `subscribe` does. */
export async function changeSubscription(
  ctx: Ctx,
  parts: Pick<InsightParts, 'declared'>,
  id: Id,
  fields: SubscriptionFields,
): Promise<Subscription> {
  return await transact(ctx, async (tx) => {
    const before = await getSubscription(tx, id)
    // Who cannot see it sends it nowhere: its chats get it in the eyes of whoever subscribed.
    await nameOfThing(tx, before.kind, before.thing)
    if (before.ownerId === null && tx.actor.kind === 'apiKey') refuseChats(fields)
    const moved = JSON.stringify(before.timing) !== JSON.stringify(fields.timing)
    await tx.db
      .updateTable('subscription')
      .set({
        ...columnsOf(fields.timing),
        changed_at: tx.now,
        ...(moved ? { since: tx.now } : {}),
        // What a program made is somebody's from the first time that a person changes it.
        ...(before.ownerId === null && tx.actor.kind === 'account' ? { owner_id: tx.actor.accountId } : {}),
      })
      .where('id', '=', id)
      .execute()
    await putReaders(tx, parts, id, fields)
    await audit(tx, 'subscription.changed', { kind: 'subscription', id }, { ...fields })
    return await getSubscription(tx, id)
  })
}

/** A chat sees it in the eyes of whoever subscribed: a program has none, and its key may be gone by then. */
function refuseChats({ robots }: SubscriptionFields): void {
  if (robots.length > 0) throw insightProblems.chatsNeedAPerson()
}

async function putReaders(
  tx: Ctx,
  { declared }: Pick<InsightParts, 'declared'>,
  id: Id,
  { readers, robots }: SubscriptionFields,
): Promise<void> {
  if (readers.length + robots.length === 0) throw insightProblems.nobodyToSendTo()
  await requireReaders(tx, { declared }, readers)
  await requireRobots(tx, robots)
  await tx.db
    .deleteFrom('subscription_reader')
    .where('subscription_id', '=', id)
    .where('reader_id', '<>', sql<Id>`all(${[...readers]}::bigint[])`)
    .execute()
  for (const reader of new Set(readers))
    await tx.db
      .insertInto('subscription_reader')
      .values({ subscription_id: id, reader_id: reader })
      // Who stopped it himself is not brought back by others who change the hour.
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  await tx.db.deleteFrom('subscription_robot').where('subscription_id', '=', id).execute()
  for (const robot of new Set(robots))
    await tx.db.insertInto('subscription_robot').values({ subscription_id: id, robot_id: robot }).execute()
}

/** Throws `reader_may_not` unless all of them work here and may see figures. */
export async function requireReaders(
  ctx: Ctx,
  { declared }: Pick<InsightParts, 'declared'>,
  ids: readonly Id[],
): Promise<void> {
  const found = await findOperatorReaders(ctx, ids, declared.permissions())
  const allowed = found.filter(({ actor }) => may(actor, 'insight.read'))
  if (allowed.length < new Set(ids).size) throw insightProblems.readerMayNot()
}

/** What came due while it was paused is not sent. Throws `subscription_not_found`. */
export async function pauseSubscription(ctx: Ctx, id: Id, paused: boolean): Promise<Subscription> {
  return await transact(ctx, async (tx) => {
    await getSubscription(tx, id)
    await tx.db
      .updateTable('subscription')
      .set(
        paused
          ? { paused_at: tx.now, paused_by: describeActor(tx.actor) }
          : { paused_at: null, paused_by: null, since: tx.now },
      )
      .where('id', '=', id)
      .execute()
    await audit(tx, paused ? 'subscription.paused' : 'subscription.resumed', { kind: 'subscription', id })
    return await getSubscription(tx, id)
  })
}

/** Throws `subscription_not_found`. */
export async function removeSubscription(ctx: Ctx, id: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const { kind, thing } = await getSubscription(tx, id)
    await tx.db.deleteFrom('subscription').where('id', '=', id).execute()
    await audit(tx, 'subscription.removed', { kind: 'subscription', id }, { of: kind, thing })
  })
}

/** A reader does not want it any more; the others still get it. False when he was none. */
export async function stopReading(ctx: Ctx, id: Id, reader: Id): Promise<boolean> {
  const row = await ctx.db
    .updateTable('subscription_reader')
    .set({ stopped_at: sql<Date>`coalesce(stopped_at, ${ctx.now})` })
    .where('subscription_id', '=', id)
    .where('reader_id', '=', reader)
    .returning('reader_id')
    .executeTakeFirst()
  return row !== undefined
}

/** He wants it again: said by himself in the console. */
export async function readAgain(ctx: Ctx, id: Id, reader: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    await tx.db
      .updateTable('subscription_reader')
      .set({ stopped_at: null })
      .where('subscription_id', '=', id)
      .where('reader_id', '=', reader)
      .execute()
    await audit(tx, 'subscription.read_again', { kind: 'subscription', id }, { reader })
  })
}
