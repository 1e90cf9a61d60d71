/** Robots of group chats that letters go to. What was entered is sealed and never shown again. */

import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import type { RobotAddress, RobotKind } from '#base/robots/robots.ts'
import { createSealer, type Sealer } from '#base/sealer.ts'
import { audit } from '#modules/identity/api.ts'
import type { InsightParts } from '../parts.ts'
import { insightProblems } from '../problems.ts'

export const mostRobots = 50

export interface LetterRobot {
  readonly id: Id
  readonly name: string
  readonly kind: RobotKind
}

export const letterRobotSealer = ({ secrets }: Pick<InsightParts, 'secrets'>): Sealer =>
  createSealer(secrets.key('insight.letter-robots'))

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
