import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import type { Declared } from '#base/declarations/declared.ts'
import { route } from '#base/http/route.ts'
import type { Parts } from '#base/parts.ts'
import { rebuildWarehouse } from '#base/warehouse/warehouse.ts'
import { removeDemo } from './remove.ts'

const access = permitted('demo.manage')

/** What is simulated here, and its removal in one click (L-36: demo data goes when the community goes live). */
export const demoRoutes = (
  { connection }: Pick<Parts, 'connection'>,
  declared: Pick<Declared, 'simulated'>,
) => [
  route(
    {
      method: 'get',
      path: '/api/demo',
      summary: 'See what is simulated',
      tag: 'members',
      access,
      answer: z.object({
        members: z.int(),
        runs: z.array(
          z.object({ id: z.string(), members: z.int(), days: z.int(), loadedAt: z.iso.datetime() }),
        ),
        can: z.object({ remove: z.boolean() }),
      }),
    },
    async (ctx) => {
      const runs = await ctx.db
        .selectFrom('seed_run')
        .select(['id', 'members', 'days', 'loaded_at'])
        .where('loaded_at', 'is not', null)
        .orderBy('id')
        .execute()
      return {
        members: runs.reduce((sum, run) => sum + run.members, 0),
        runs: runs.map((run) => ({
          id: run.id,
          members: run.members,
          days: run.days,
          loadedAt: run.loaded_at!.toISOString(),
        })),
        can: { remove: runs.length > 0 },
      }
    },
  ),
  route(
    {
      method: 'delete',
      path: '/api/demo',
      summary: 'Remove all simulated members',
      tag: 'members',
      access,
      limit: { max: 5, perSeconds: 60 },
      seconds: 120,
      answer: z.object({ members: z.int(), events: z.int() }),
    },
    async (ctx) => {
      const gone = await removeDemo(ctx, declared.simulated())
      await rebuildWarehouse(connection.pool)
      return gone
    },
  ),
]
