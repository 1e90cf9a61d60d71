/** Robots of group chats that letters go to. What was entered is sealed and never shown again. */

import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { type Message, render } from '#base/i18n/messages.ts'
import {
  type Delivery,
  type RobotAddress,
  type RobotKind,
  robotAddress,
  sendToRobot,
} from '#base/robots/robots.ts'
import { createSealer, type Sealer } from '#base/sealer.ts'
import { audit } from '#modules/identity/api.ts'
import type { InsightParts } from '../parts.ts'
import { insightProblems } from '../problems.ts'
import { subscriptionWords as words } from './subscriptions.messages.ts'

export const mostRobots = 50

export interface LetterRobot {
  readonly id: Id
  readonly name: string
  readonly kind: RobotKind
}

export const letterRobotSealer = ({ secrets }: Pick<InsightParts, 'secrets'>): Sealer =>
  createSealer(secrets.key('insight.letter-robots'))

/** Those that letters go to, as a form offers them. */
export const findRobots = (ctx: Ctx): Promise<LetterRobot[]> =>
  ctx.db
    .selectFrom('letter_robot')
    .select(['id', 'name', sql<RobotKind>`kind`.as('kind')])
    .orderBy('id')
    .limit(mostRobots)
    .execute()

/** Throws `too_many_robots`. */
export async function addRobot(
  ctx: Ctx,
  sealer: Sealer,
  { name, robot }: { readonly name: string; readonly robot: RobotAddress },
): Promise<LetterRobot> {
  return await transact(ctx, async (tx) => {
    await sql`lock table letter_robot in share row exclusive mode`.execute(tx.db)
    const { count } = await tx.db
      .selectFrom('letter_robot')
      .select(sql<number>`count(*)::int`.as('count'))
      .executeTakeFirstOrThrow()
    if (count >= mostRobots) throw insightProblems.tooManyRobots({ values: { most: mostRobots } })
    const { id } = await tx.db
      .insertInto('letter_robot')
      .values({
        name,
        kind: robot.kind,
        address: sealer.seal(JSON.stringify(robot)),
        created_at: tx.now,
        created_by: describeActor(tx.actor),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await audit(tx, 'letter_robot.added', { kind: 'letter_robot', id }, { name, of: robot.kind })
    return { id, name, kind: robot.kind }
  })
}

export interface RobotUse {
  readonly addedAt: Date
  /** What it refused or may have missed the last time; null when it took it, or was told of nothing yet. */
  readonly problem: string | null
  readonly toldAt: Date | null
}

/** How each of them did the last time. */
export async function findRobotUses(ctx: Ctx): Promise<ReadonlyMap<Id, RobotUse>> {
  const { rows } = await sql<RobotUse & { id: Id }>`
    select r.id, r.created_at as "addedAt", d.problem, d.ended_at as "toldAt"
      from letter_robot r left join lateral (
             select problem, ended_at from subscription_delivery
              where way = 'robot:' || r.id order by ended_at desc limit 1) d on true`.execute(ctx.db)
  return new Map(rows.map(({ id, ...use }) => [id, use]))
}

export interface RobotChange {
  readonly name?: string | undefined
  /** In place of the one it had, which is shown to nobody. */
  readonly robot?: RobotAddress | undefined
}

/** Throws `robot_not_found`. */
export async function changeRobot(
  ctx: Ctx,
  sealer: Sealer,
  id: Id,
  { name, robot }: RobotChange,
): Promise<LetterRobot> {
  return await transact(ctx, async (tx) => {
    const changed = await tx.db
      .updateTable('letter_robot')
      .set({
        id: sql<Id>`id`,
        ...(name === undefined ? {} : { name }),
        ...(robot === undefined ? {} : { kind: robot.kind, address: sealer.seal(JSON.stringify(robot)) }),
      })
      .where('id', '=', id)
      .returning(['id', 'name', sql<RobotKind>`kind`.as('kind')])
      .executeTakeFirst()
    if (!changed) throw insightProblems.robotNotFound()
    await audit(
      tx,
      'letter_robot.changed',
      { kind: 'letter_robot', id },
      { name: changed.name, of: changed.kind, address: robot ? 'replaced' : 'kept' },
    )
    return changed
  })
}

/** Tells it that it works, once, now. Answers what became of that. Throws `robot_not_found`. */
export async function tryRobot(
  ctx: Ctx,
  { egress, secrets, config }: Pick<InsightParts, 'egress' | 'secrets' | 'config'>,
  id: Id,
): Promise<Delivery> {
  const row = await ctx.db
    .selectFrom('letter_robot')
    .select(['name', 'address'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw insightProblems.robotNotFound()
  const say = (message: Message) => render(message, ctx.locale, { name: row.name })
  const told = await sendToRobot(
    egress,
    robotAddress.parse(JSON.parse(letterRobotSealer({ secrets }).open(row.address))),
    {
      title: say(words.tryTitle),
      lines: [say(words.trySaid)],
      link: { text: say(words.tryOpen), url: `${config.baseUrl}/console/plan/robots` },
    },
    ctx.now,
  )
  await audit(ctx, 'letter_robot.tried', { kind: 'letter_robot', id }, { outcome: told.outcome })
  return told
}

/** Throws `robot_not_found`. */
export async function removeRobot(ctx: Ctx, id: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const gone = await tx.db
      .deleteFrom('letter_robot')
      .where('id', '=', id)
      .returning('name')
      .executeTakeFirst()
    if (!gone) throw insightProblems.robotNotFound()
    await audit(tx, 'letter_robot.removed', { kind: 'letter_robot', id }, { name: gone.name })
  })
}

/** Throws `robot_not_found` unless all of them are there. */
export async function requireRobots(ctx: Ctx, ids: readonly Id[]): Promise<void> {
  if (ids.length === 0) return
  const rows = await ctx.db
    .selectFrom('letter_robot')
    .select('id')
    .where('id', 'in', [...ids])
    .execute()
  if (rows.length < new Set(ids).size) throw insightProblems.robotNotFound()
}
