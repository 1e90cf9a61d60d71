/**
 * Telling a robot once, however often the job runs that does it. No network can take part in a transaction, so what
 * is known is written before and after: `sending` is committed before the message leaves, what became of it after.
 * No transaction is open in between.
 *
 * - Killed after sending and before writing down that it was: a *webhook* is told again under the same `webhook-id`,
 *   by which its receiver knows that it is the same (at least once); a *chat* knows no such id and is not told again
 *   (at most once): the row says `unknown`, and whoever raised the message shows it elsewhere too.
 * - Too many requests, a server in trouble or no answer: told again later. Only when an answer was lost on its way
 *   may a chat see the message twice.
 * - What the other side will not have (a wrong key, a robot that was removed) is final and stays with its words.
 */
import { sql } from 'kysely'
import type { Ctx } from '../context.ts'
import { problems } from '../http/problem.ts'
import type { Egress } from '../parts.ts'
import { type RobotAddress, type RobotMessage, sendToRobot } from './robots.ts'

/** Longer than the way out waits for an answer: whoever is still `sending` then was killed. */
const sendingMs = 60_000
/** Rows are kept so long: a message is not asked for again after that. */
const keptDays = 90

/** `before`: it was told, refused or given up earlier. */
export type Telling = 'told' | 'refused' | 'unknown' | 'before'

export interface Tell {
  /** One message; also its id for whoever takes webhooks. */
  readonly key: string
  readonly robot: RobotAddress
  readonly message: RobotMessage
}

/**
 * Tells a robot of a message unless it was told of it. Call it from a job, outside of any transaction. Throws
 * `unavailable` (with seconds to wait) when it is to be tried again: the queue does, with growing pauses.
 */
export async function tellRobot(ctx: Ctx, egress: Egress, { key, robot, message }: Tell): Promise<Telling> {
  if (ctx.db.isTransaction) throw new Error('A robot is told outside of transactions')
  const claimed = await claim(ctx, key, robot)
  if (claimed !== 'mine') return claimed
  const answer = await sendToRobot(egress, robot, message, ctx.now, key)
  await settle(ctx, key, answer.outcome === 'later' ? 'waiting' : answer.outcome, answer.problem)
  if (answer.outcome === 'later') throw problems.unavailable({ retryAfter: answer.afterSeconds ?? 30 })
  return answer.outcome
}

/** Whether the message is ours to send now; written down before it leaves. */
async function claim(ctx: Ctx, key: string, { kind }: RobotAddress): Promise<'mine' | 'unknown' | 'before'> {
  const lost = sql`(told.state = 'sending' and told.at < ${new Date(ctx.now.getTime() - sendingMs)}::timestamptz)`
  const { rows } = await sql<{ state: string }>`
    insert into robot_told as told (key, kind, state, at)
    values (${key}, ${kind}, 'sending', ${ctx.now})
    on conflict (key) do update
       set state = case when told.state = 'waiting' or excluded.kind = 'webhook' then 'sending' else 'unknown' end,
           attempts = told.attempts + 1, at = excluded.at, kind = excluded.kind
     where told.state = 'waiting' or ${lost}
    returning state`.execute(ctx.db)
  const [mine] = rows
  if (mine) return mine.state === 'sending' ? 'mine' : 'unknown'
  const { rows: there } = await sql<{ state: string }>`
    select state from robot_told where key = ${key}`.execute(ctx.db)
  // Somebody is at it, or was killed a moment ago.
  if (there[0]?.state === 'sending') throw problems.unavailable({ retryAfter: sendingMs / 1_000 })
  return 'before'
}

const settle = (ctx: Ctx, key: string, state: 'told' | 'refused' | 'waiting', problem: string | undefined) =>
  sql`update robot_told set state = ${state}, problem = ${problem ?? null}, at = ${ctx.now}
       where key = ${key} and state = 'sending'`.execute(ctx.db)

/** Forgets messages that nobody asks for again. Answers how many. */
export async function sweepTold(ctx: Ctx): Promise<number> {
  const before = new Date(ctx.now.getTime() - keptDays * 86_400_000)
  const { numAffectedRows } = await sql`delete from robot_told where at < ${before}::timestamptz`.execute(
    ctx.db,
  )
  return Number(numAffectedRows ?? 0)
}
