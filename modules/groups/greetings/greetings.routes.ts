/** Newcomers on the member site: who they are, a kind word, and their first steps. */
import { z } from 'zod'
import { member } from '#base/access/access.ts'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { id, pageQuery } from '#base/http/schemas.ts'
import { slugParams } from '../groups/site.routes.ts'
import { accessGroup, requireAsker } from '../groups/site.ts'
import { requireStay, type Stay } from '../memberships/memberships.ts'
import { groupProblems } from '../problems.ts'
import { findRules } from '../rules/rules.ts'
import { findGreetings, findNewcomer, findNewcomers, greet } from './greetings.ts'
import { presentFreshFellow, titleOfStep } from './present.ts'
import { freshFellow, newcomerProgress } from './shapes.ts'
import { keepProgress, tickStep } from './steps.ts'

/** The stay of the member who asks in the group at this address. */
async function ownStay(ctx: Ctx, slug: string): Promise<Stay> {
  const group = await accessGroup(ctx, slug)
  return await requireStay(ctx, group.id, requireAsker(ctx))
}

async function answerProgress(ctx: Ctx, stay: Stay): Promise<z.input<typeof newcomerProgress>> {
  const steps = await keepProgress(ctx, stay)
  return {
    joinedAt: stay.joinedAt.toISOString(),
    steps: steps.map((step) => ({ ...step, title: titleOfStep(ctx, step) })),
    welcome: (await findRules(ctx, stay.groupId))?.welcome ?? '',
  }
}

async function fellowsOf(ctx: Ctx, stay: Stay, rows: Awaited<ReturnType<typeof findNewcomers>>['items']) {
  const ids: Id[] = rows.map((row) => row.membershipId)
  const greetings = await findGreetings(ctx, ids, stay.memberId)
  return rows.map((row) => presentFreshFellow(row, greetings, stay.memberId))
}

const tag = 'groups'

export const greetingRoutes = () => [
  route(
    {
      method: 'get',
      path: '/api/site/groups/{slug}/newcomers',
      summary: 'See who came into your group in the last 30 days',
      tag,
      access: member,
      params: slugParams,
      query: pageQuery,
      answer: z.object({ items: z.array(freshFellow), next: z.string().nullable() }),
    },
    async (ctx, { params, query }) => {
      const stay = await ownStay(ctx, params.slug)
      const after = readCursor('newcomers', query.cursor)
      const page = await findNewcomers(ctx, { group: stay.groupId }, { after, limit: query.limit })
      return {
        items: await fellowsOf(ctx, stay, page.items),
        next: writeCursor('newcomers', page.next),
      }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/site/groups/{slug}/newcomers/{membership}/greeting',
      summary: 'Greet a newcomer',
      tag,
      access: member,
      limit: { max: 20, perSeconds: 60 },
      params: slugParams.extend({ membership: id }),
      body: z.object({ words: z.string().trim().min(1).max(200) }),
      answer: freshFellow,
    },
    async (ctx, { params, body }) => {
      const stay = await ownStay(ctx, params.slug)
      await greet(ctx, params.membership, body.words, { memberId: stay.memberId, groupId: stay.groupId })
      await keepProgress(ctx, stay)
      const row = await findNewcomer(ctx, params.membership)
      if (!row) throw groupProblems.membershipNotFound()
      return (await fellowsOf(ctx, stay, [row]))[0]!
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/site/groups/{slug}/first-steps',
      summary: 'See your first steps in a group',
      tag,
      access: member,
      params: slugParams,
      answer: newcomerProgress,
    },
    async (ctx, { params }) => await answerProgress(ctx, await ownStay(ctx, params.slug)),
  ),
  route(
    {
      method: 'put',
      path: '/api/site/groups/{slug}/first-steps/{step}',
      summary: 'Tick off a first step that leads elsewhere',
      tag,
      access: member,
      params: slugParams.extend({ step: id }),
      answer: newcomerProgress,
    },
    async (ctx, { params }) => {
      const stay = await ownStay(ctx, params.slug)
      await tickStep(ctx, stay, params.step)
      return await answerProgress(ctx, stay)
    },
  ),
]
