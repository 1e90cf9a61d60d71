/** The figures of dashboards over HTTP. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import type { Ctx } from '#base/context.ts'
import { route } from '#base/http/route.ts'
import { idParams } from '#base/http/schemas.ts'
import { openAsking } from '../asking.ts'
import { findFreshness, freshness } from '../freshness.ts'
import { readSink } from '../metrics/remember/stamps.ts'
import type { InsightParts } from '../parts.ts'
import { type AskedTile, answerTiles, isFailed } from './answers.ts'
import { type Override, override, tileContent } from './dashboard.ts'
import { accessDashboard, findTiles } from './dashboards.ts'
import { figuresOfTiles } from './figures/tiles.ts'
import { mostTiles } from './layout.ts'
import { markOf } from './remembered.ts'

const tag = 'insight'
const access = permitted('insight.read')
/** Each of these may ask the warehouse a dozen times. */
const limit = { max: 60, perSeconds: 60 }

const tileAnswer = z.union([
  z.object({
    id: z.string(),
    /** Null for what asks nothing of an analysis: goals, signals, texts. */
    analysis: z.string().nullable(),
    question: z.unknown().describe('As it was asked: the doors of the analysis take it'),
    says: z.string(),
    unheard: z
      .array(z.enum(['range', 'group', 'who']))
      .describe('What the whole dashboard says and this analysis has no room for'),
    answer: z.unknown(),
  }),
  z.object({
    id: z.string(),
    problem: z.object({ code: z.string(), status: z.int(), title: z.string() }),
  }),
])

const answers = z.object({
  items: z.array(tileAnswer),
  /** Moves when the figures may have. */
  mark: z.string(),
  ...freshness.shape,
})

async function answer(
  ctx: Ctx,
  parts: InsightParts,
  tiles: readonly AskedTile[],
  over: Override,
  signal: AbortSignal,
): Promise<z.input<typeof answers>> {
  const asking = await openAsking(ctx, parts, signal)
  // First how fresh and where the log was: figures may hold more than is said of them, never less.
  const age = await findFreshness(parts.warehouse)
  const mark = markOf(await readSink(ctx), asking.clock)
  const found = await answerTiles(asking, tiles, over, signal)
  return {
    items: found.map((each) =>
      isFailed(each)
        ? {
            id: each.id,
            problem: { ...problemOf(each.problem.toJSON(ctx.locale, ctx.requestId)) },
          }
        : { ...each, unheard: [...each.unheard] },
    ),
    mark,
    ...age,
  }
}

const problemOf = ({ code, status, title }: { code: string; status: number; title: string }) => ({
  code,
  status,
  title,
})

export const dashboardAnswerRoutes = (parts: InsightParts) => [
  route(
    {
      method: 'post',
      path: '/api/insight/dashboards/{id}/answers',
      summary: 'Answer all tiles of a dashboard, each by itself',
      tag,
      access,
      limit,
      idempotency: 'none',
      params: idParams,
      body: override.describe('Asked of all tiles instead of what they ask themselves'),
      answer: answers,
    },
    async (ctx, { params, body, request: { signal } }) => {
      const { range, scope } = await accessDashboard(ctx, params.id)
      const over = { ...(range ? { range } : {}), ...(scope ? { scope } : {}), ...body }
      return await answer(ctx, parts, await findTiles(ctx, params.id), over, signal)
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/insight/dashboards/{id}/tables',
      summary: 'The figures of all tiles of a dashboard as tables, for a file',
      tag,
      access,
      limit: { max: 20, perSeconds: 60 },
      idempotency: 'none',
      params: idParams,
      body: override,
      answer: z.object({
        items: z.array(
          z.object({
            title: z.string(),
            head: z.array(z.string()),
            rows: z.array(z.array(z.union([z.string(), z.number()]))),
          }),
        ),
      }),
    },
    async (ctx, { params, body, request: { signal } }) => {
      const { range, scope } = await accessDashboard(ctx, params.id)
      const over = { ...(range ? { range } : {}), ...(scope ? { scope } : {}), ...body }
      const tiles = await findTiles(ctx, params.id)
      const asking = await openAsking(ctx, parts, signal)
      const found = await figuresOfTiles(asking, tiles, over, { counted: false, signal })
      return {
        items: found.flatMap(({ figures, answered }, at) =>
          figures
            ? [
                {
                  title: [tiles[at]!.title, answered?.says].filter(Boolean).join(' · '),
                  head: [...figures.table.head],
                  rows: figures.table.rows.map((row) =>
                    row.map((cell) => (typeof cell === 'string' ? cell : (cell.value ?? ''))),
                  ),
                },
              ]
            : [],
        ),
      }
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/insight/dashboards/preview',
      summary: 'Answer tiles that stand on no dashboard yet',
      tag,
      access,
      limit,
      idempotency: 'none',
      body: override.extend({
        tiles: z
          .array(z.object({ id: z.string().max(40), content: tileContent }))
          .min(1)
          .max(mostTiles),
      }),
      answer: answers,
    },
    async (ctx, { body: { tiles, ...over }, request: { signal } }) =>
      await answer(ctx, parts, tiles, over, signal),
  ),
  route(
    {
      method: 'get',
      path: '/api/insight/mark',
      summary: 'Whether the figures may have moved since they were answered',
      tag,
      access,
      answer: z.object({ mark: z.string() }),
    },
    async (ctx) => ({ mark: markOf(await readSink(ctx), (await openAsking(ctx, parts)).clock) }),
  ),
]
