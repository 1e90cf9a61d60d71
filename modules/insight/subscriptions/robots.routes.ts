/** Robots that letters go to, over HTTP. Their addresses are never answered. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import type { Ctx } from '#base/context.ts'
import { route } from '#base/http/route.ts'
import { idParams } from '#base/http/schemas.ts'
import { robotAddress } from '#base/robots/robots.ts'
import type { InsightParts } from '../parts.ts'
import { namesFor } from './kinds.ts'
import {
  addRobot,
  changeRobot,
  findRobots,
  findRobotUses,
  type LetterRobot,
  letterRobotSealer,
  removeRobot,
  tryRobot,
} from './robots.ts'
import { robotAnswer } from './shapes.ts'
import { findSubscriptions } from './subscriptions.ts'

const tag = 'insight'
const read = permitted('insight.read')
const edit = permitted('insight.edit')
const name = z.string().trim().min(1).max(40)

async function presentAll(ctx: Ctx, robots: readonly LetterRobot[]): Promise<z.input<typeof robotAnswer>[]> {
  const [uses, subscriptions] = await Promise.all([findRobotUses(ctx), findSubscriptions(ctx)])
  const nameOf = namesFor(ctx)
  return await Promise.all(
    robots.map(async (robot) => {
      const use = uses.get(robot.id)
      const told = subscriptions.filter(({ robots: its }) => its.some(({ id }) => id === robot.id))
      return {
        ...robot,
        addedAt: use?.addedAt.toISOString() ?? ctx.now.toISOString(),
        toldAt: use?.toldAt?.toISOString() ?? null,
        problem: use?.problem ?? null,
        usedBy: await Promise.all(told.map(async (each) => ({ id: each.id, name: await nameOf(each) }))),
      }
    }),
  )
}
const present = async (ctx: Ctx, robot: LetterRobot) => (await presentAll(ctx, [robot]))[0]!

export const letterRobotRoutes = (parts: InsightParts) => [
  route(
    {
      method: 'get',
      path: '/api/insight/letter-robots',
      summary: 'List robots that letters can go to',
      tag,
      access: read,
      answer: z.object({ items: z.array(robotAnswer) }),
    },
    async (ctx) => ({ items: await presentAll(ctx, await findRobots(ctx)) }),
  ),
  route(
    {
      method: 'post',
      path: '/api/insight/letter-robots',
      summary: 'Add a robot that letters can go to',
      tag,
      access: edit,
      body: z.object({ name, robot: robotAddress }),
      answer: robotAnswer,
      status: 201,
    },
    async (ctx, { body }) => await present(ctx, await addRobot(ctx, letterRobotSealer(parts), body)),
  ),
  route(
    {
      method: 'patch',
      path: '/api/insight/letter-robots/{id}',
      summary: 'Rename a robot, or replace its address',
      tag,
      access: edit,
      params: idParams,
      body: z.object({ name: name.optional(), robot: robotAddress.optional() }),
      answer: robotAnswer,
    },
    async (ctx, { params, body }) =>
      await present(ctx, await changeRobot(ctx, letterRobotSealer(parts), params.id, body)),
  ),
  route(
    {
      method: 'post',
      path: '/api/insight/letter-robots/{id}/try',
      summary: 'Send a test message to a robot',
      tag,
      access: edit,
      limit: { max: 10, perSeconds: 60 },
      params: idParams,
      answer: z.object({
        outcome: z.enum(['told', 'refused', 'later']),
        problem: z.string().nullable().describe('In the words of the other side'),
      }),
    },
    async (ctx, { params }) => {
      const { outcome, problem } = await tryRobot(ctx, parts, params.id)
      return { outcome, problem: problem ?? null }
    },
  ),
  route(
    {
      method: 'delete',
      path: '/api/insight/letter-robots/{id}',
      summary: 'Remove a robot; its subscriptions go on without it',
      tag,
      access: edit,
      params: idParams,
    },
    async (ctx, { params }) => {
      await removeRobot(ctx, params.id)
      return undefined
    },
  ),
]
