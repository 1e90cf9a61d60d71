/**
 * Sending what is due. A run stands for a day of the community's calendar and is made once, whoever looks; each reader
 * is written down in the transaction that queues his mail, each chat is told once. After a long stop only the latest run
 * is made.
 */
import { sql } from 'kysely'
import { z } from 'zod'
import { type Id, may } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { Problem } from '#base/http/problem.ts'
import { type Locale, render } from '#base/i18n/messages.ts'
import { defineJob, type JobRun, type Schedule } from '#base/jobs/job.ts'
import { robotAddress } from '#base/robots/robots.ts'
import { tellRobot } from '#base/robots/telling.ts'
import { declareFailpoints } from '#base/testing/failpoint.ts'
import type { Day } from '#base/time/calendar.ts'
import { readClock } from '#modules/audience/api.ts'
import { audit, findOperatorReaders, type OperatorReader } from '#modules/identity/api.ts'
import { openAsking } from '../asking.ts'
import type { InsightParts } from '../parts.ts'
import { latestDue } from './due.ts'
import { nameOfThing, sendableOf } from './kinds.ts'
import type { Letter } from './letter.ts'
import { failedMail, letterMail } from './letter-mail.ts'
import { letterRobotSealer } from './robots.ts'
import { stopAddress, stopSealer } from './stop.ts'
import { subscriptionWords as words } from './subscriptions.messages.ts'
import { findSubscriptions, getSubscription, mailKey, type Subscription } from './subscriptions.ts'

const failpoint = declareFailpoints('insight.letter.queued', 'insight.letter.robot')

const retries = 20

/** Longest that a letter may ask the warehouse, in seconds. */
const patience = 60

export const lookForDueJob = (parts: InsightParts) =>
  defineJob({
    name: 'insight.subscriptions',
    label: words.job,
    input: z.object({}),
    keepDays: 7,
    run: async (ctx) => ({ due: await startDue(ctx, parts) }),
  })

/** At full hours, and in between for what was missed. */
export const subscriptionSchedule: readonly Schedule[] = [
  { job: 'insight.subscriptions', cron: '*/5 * * * *', zone: 'community', why: words.why },
]

export const sendJob = (parts: InsightParts) =>
  defineJob({
    name: 'insight.send_subscription',
    label: words.sendJob,
    input: z.object({ runId: z.string() }),
    keepDays: 7,
    // With the pauses of the queue these reach over an hour: a report that failed is made again then.
    retries,
    expireSeconds: 1_800,
    run: async (ctx, { runId }, run) => await sendRun(ctx, parts, runId, run),
  })

/** Makes a run of everything that came due, each with the job that sends it. Answers how many. */
export async function startDue(ctx: Ctx, parts: InsightParts): Promise<number> {
  const { zone } = await readClock(ctx)
  let started = 0
  for (const { id, timing, since, pausedAt } of await findSubscriptions(ctx)) {
    if (pausedAt) continue
    const due = latestDue(timing, zone, ctx.now)
    if (due.at <= since) continue
    if (await startRun(ctx, parts, id, due)) started += 1
  }
  return started
}

/** False when there is one of that day, or of a later one: clocks may have been moved to another zone. */
async function startRun(
  ctx: Ctx,
  parts: InsightParts,
  id: Id,
  { day, at }: { readonly day: Day; readonly at: Date },
): Promise<boolean> {
  return await transact(ctx, async (tx) => {
    const { rows } = await sql<{ id: Id }>`
      insert into subscription_run (subscription_id, due_on, due_at)
      select s.id, ${day}::date, ${at}::timestamptz from subscription s
       where s.id = ${id}::bigint and s.paused_at is null
         and not exists (select from subscription_run r
                          where r.subscription_id = s.id and r.for_reader is null and r.due_on >= ${day}::date)
      on conflict do nothing returning id`.execute(tx.db)
    const run = rows[0]
    if (!run) return false
    await parts.jobs.enqueue(tx, sendJob(parts), { runId: run.id }, { key: `subscription:${id}:${day}` })
    return true
  })
}

/** Sends it to the one who asks, now. Answers the id of the job. */
export async function sendToMe(ctx: Ctx, parts: InsightParts, id: Id, reader: Id): Promise<string> {
  const { today } = await readClock(ctx)
  return await transact(ctx, async (tx) => {
    const subscription = await getSubscription(tx, id)
    const run = await tx.db
      .insertInto('subscription_run')
      .values({
        subscription_id: subscription.id,
        due_on: sql<Date>`${today}::date`,
        due_at: tx.now,
        for_reader: reader,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const jobId = await parts.jobs.enqueue(tx, sendJob(parts), { runId: run.id })
    await audit(tx, 'subscription.sent_by_hand', { kind: 'subscription', id }, { reader })
    return jobId
  })
}

interface Run {
  readonly id: Id
  readonly subscription: Subscription
  readonly day: Day
  readonly forReader: Id | null
  /** It is tried no more after this. */
  readonly last: boolean
}

async function findRun(ctx: Ctx, id: Id): Promise<Omit<Run, 'last'> | undefined> {
  const row = await ctx.db
    .selectFrom('subscription_run')
    .select([
      'subscription_id as subscriptionId',
      sql<Day>`due_on::text`.as('day'),
      'for_reader as forReader',
      'ended_at',
    ])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row || row.ended_at) return undefined
  return {
    id,
    day: row.day,
    forReader: row.forReader,
    subscription: await getSubscription(ctx, row.subscriptionId),
  }
}

/**
 * Sends a run to all who have not got it yet. Throws `warehouse_unavailable` while figures would be wrong, and
 * `report_failed`, so that the job tries again; the last time it writes down what happened and tells the owner. Answers
 * how many were reached.
 */
export async function sendRun(
  ctx: Ctx,
  parts: InsightParts,
  runId: Id,
  { signal, attempt }: Pick<JobRun, 'signal' | 'attempt'>,
): Promise<{ sent: number }> {
  const found = await findRun(ctx, runId)
  if (!found) return { sent: 0 }
  const run: Run = { ...found, last: attempt > retries }
  const { subscription, forReader } = run
  const wanted = forReader
    ? [forReader]
    : subscription.readers.filter(({ stopped }) => !stopped).map(({ id }) => id)
  const people = await findOperatorReaders(ctx, wanted, parts.declared.permissions())
  let sent = 0
  for (const id of wanted) {
    signal.throwIfAborted()
    const reader = people.find(({ accountId }) => accountId === id)
    if (await sendToReader(ctx, parts, run, id, reader, signal)) sent += 1
  }
  // A chat that is away holds up neither the others nor the readers.
  let away: unknown
  if (!forReader)
    for (const { id } of subscription.robots) {
      signal.throwIfAborted()
      try {
        if (await sendToChat(ctx, parts, run, id, signal)) sent += 1
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        away = error
      }
    }
  if (away && !run.last) throw away
  if (run.last) await tellOwner(ctx, parts, run)
  await ctx.db.updateTable('subscription_run').set({ ended_at: ctx.now }).where('id', '=', runId).execute()
  return { sent }
}

/** What goes out in the eyes of a reader, or why it does not. Passing faults are thrown, but for the last time. */
async function letterFor(
  ctx: Ctx,
  parts: InsightParts,
  { subscription: { kind, thing }, day, last }: Run,
  reader: OperatorReader | undefined,
  locale: Locale,
  signal: AbortSignal,
): Promise<Letter | { readonly problem: string }> {
  if (!reader || !may(reader.actor, 'insight.read')) return { problem: render(words.mayNot, 'zh-CN') }
  const asking = await openAsking({ ...ctx, actor: reader.actor, locale }, parts, signal, patience)
  try {
    return await sendableOf(kind).letterOf(asking, thing, { locale, day })
  } catch (error) {
    if (!(error instanceof Problem) || (error.kind.status >= 500 && !last)) throw error
    return { problem: render(error.kind.message, 'zh-CN', error.options.values).slice(0, 300) }
  }
}

async function sendToReader(
  ctx: Ctx,
  parts: InsightParts,
  run: Run,
  id: Id,
  reader: OperatorReader | undefined,
  signal: AbortSignal,
): Promise<boolean> {
  const way = `account:${id}`
  if (await hasGone(ctx, run.id, way)) return false
  const letter = await letterFor(ctx, parts, run, reader, reader?.locale ?? 'zh-CN', signal)
  const { subscription } = run
  return await transact(ctx, async (tx) => {
    const problem = 'problem' in letter ? letter.problem : null
    if (!(await begin(tx, run.id, way, problem))) return false
    if ('problem' in letter || !reader) return false
    await parts.mail.send(
      // Sent on behalf of nobody: a subscription is no invitation that somebody may send too many of.
      { ...tx, actor: { kind: 'system', name: 'subscriptions' } },
      {
        to: reader.email,
        template: letterMail,
        locale: reader.locale,
        key: mailKey(run.id, id),
        later: true,
        values: { letter, why: render(words.whyYouGetThis, reader.locale, { name: letter.subject }) },
        unsubscribeUrl: stopAddress(parts.config.baseUrl, stopSealer(parts), subscription.id, id),
      },
    )
    await failpoint('insight.letter.queued')
    return true
  })
}

/** Tells a chat; once, as `tellRobot` says. Throws `unavailable` when it is to be tried again. */
async function sendToChat(
  ctx: Ctx,
  parts: InsightParts,
  run: Run,
  id: Id,
  signal: AbortSignal,
): Promise<boolean> {
  const way = `robot:${id}`
  if (await hasGone(ctx, run.id, way)) return false
  const row = await ctx.db
    .selectFrom('letter_robot')
    .select('address')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return false
  // What goes into a chat is what its maker may see.
  const { ownerId } = run.subscription
  const [owner] = await findOperatorReaders(ctx, ownerId ? [ownerId] : [], parts.declared.permissions())
  const letter = await letterFor(ctx, parts, run, owner, owner?.locale ?? 'zh-CN', signal)
  if ('problem' in letter) {
    await begin(ctx, run.id, way, owner ? letter.problem : render(words.ownerMayNot, 'zh-CN'))
    return false
  }
  const told = await tellRobot(ctx, parts.egress, {
    key: `letter:${run.id}:${id}`,
    robot: robotAddress.parse(JSON.parse(letterRobotSealer(parts).open(row.address))),
    message: letter.robot,
  })
  await failpoint('insight.letter.robot')
  const problem = { told: null, before: null, refused: words.refused, unknown: words.cutShort }[told]
  await begin(ctx, run.id, way, problem && render(problem, 'zh-CN'))
  return told === 'told'
}

/** That some got nothing in the end, and why: to who subscribed, once. */
async function tellOwner(ctx: Ctx, parts: InsightParts, { id, subscription, day }: Run): Promise<void> {
  const { ownerId, kind, thing } = subscription
  const { rows } = await sql<{ count: number; why: string | null }>`
    select count(*)::int as count, min(problem) as why from subscription_delivery
     where run_id = ${id}::bigint and problem is not null`.execute(ctx.db)
  const { count, why } = rows[0]!
  const [owner] = await findOperatorReaders(ctx, ownerId ? [ownerId] : [], parts.declared.permissions())
  if (count === 0 || !owner) return
  const name = await nameOfThing({ ...ctx, actor: owner.actor, locale: owner.locale }, kind, thing)
  await parts.mail.send(
    { ...ctx, actor: { kind: 'system', name: 'subscriptions' } },
    {
      to: owner.email,
      template: failedMail,
      locale: owner.locale,
      key: `subscription:${id}:failed`,
      later: true,
      values: { name, day, count, why: why ?? '', url: `${parts.config.baseUrl}/console/plan/subscriptions` },
    },
  )
}

const hasGone = async (ctx: Ctx, runId: Id, way: string): Promise<boolean> =>
  (await ctx.db
    .selectFrom('subscription_delivery')
    .select('way')
    .where('run_id', '=', runId)
    .where('way', '=', way)
    .executeTakeFirst()) !== undefined

/** Writes down what became of it this way. False when somebody else did. */
async function begin(ctx: Ctx, runId: Id, way: string, problem: string | null): Promise<boolean> {
  const row = await ctx.db
    .insertInto('subscription_delivery')
    .values({ run_id: runId, way, ended_at: ctx.now, problem })
    .onConflict((conflict) => conflict.doNothing())
    .returning('way')
    .executeTakeFirst()
  return row !== undefined
}
