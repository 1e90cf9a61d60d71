/** Dashboards over HTTP. */
import { z } from 'zod'
import { permitted } from '#base/access/access.ts'
import type { Ctx } from '#base/context.ts'
import { readCursor, writeCursor } from '#base/http/cursor.ts'
import { route } from '#base/http/route.ts'
import { idParams, pageOf, pageQuery } from '#base/http/schemas.ts'
import { readClock } from '#modules/audience/api.ts'
import { range, scope } from '../shapes.ts'
import { checkTiles } from './asked.ts'
import {
  dashboardFields,
  dashboardRow,
  newTile,
  type TileContent,
  tiles,
  wholeDashboard,
} from './dashboard.ts'
import {
  accessDashboard,
  addTile,
  archiveDashboard,
  changeDashboard,
  copyDashboard,
  findDashboards,
  makeDashboard,
} from './dashboards.ts'
import { presentDashboard, presentWhole } from './present.ts'
import { templateIds, templateOf } from './templates.ts'

const tag = 'insight'
const read = permitted('insight.read')
const edit = permitted('insight.edit')

const check = async (ctx: Ctx, given: readonly { readonly content: TileContent }[]) =>
  checkTiles({ ctx, clock: await readClock(ctx) }, given)

export const dashboardRoutes = [
  route(
    {
      method: 'get',
      path: '/api/insight/dashboards',
      summary: 'List dashboards, the last changed first',
      tag,
      access: read,
      query: pageQuery.extend({
        q: z.string().trim().min(1).max(60).optional().describe('Part of the name or the note'),
        whose: z.enum(['all', 'own', 'shared']).default('all'),
        archived: z.stringbool().default(false),
      }),
      answer: pageOf(dashboardRow),
    },
    async (ctx, { query: { cursor, limit, ...filter } }) => {
      const page = await findDashboards(ctx, filter, { after: readCursor('dashboards', cursor), limit })
      return {
        items: page.items.map((dashboard) => presentDashboard(ctx, dashboard)),
        next: writeCursor('dashboards', page.next),
      }
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/insight/dashboard-templates',
      summary: 'List dashboards to begin with',
      tag,
      access: read,
      answer: z.object({
        items: z.array(
          z.object({ id: z.enum(templateIds), name: z.string(), note: z.string(), tiles: z.int() }),
        ),
      }),
    },
    async (ctx) => ({
      items: templateIds.map((id) => {
        const { name, note, tiles: its } = templateOf(id, ctx.locale)
        return { id, name, note, tiles: its.length }
      }),
    }),
  ),
  route(
    {
      method: 'post',
      path: '/api/insight/dashboards',
      summary: 'Make a dashboard: an empty one, or from a template',
      tag,
      access: edit,
      body: z.object({ ...dashboardFields, template: z.enum(templateIds).optional() }),
      answer: wholeDashboard,
      status: 201,
    },
    async (ctx, { body: { template, ...fields } }) => {
      const from = template && templateOf(template, ctx.locale)
      const note = fields.note || (from?.note ?? '')
      return await presentWhole(
        ctx,
        await makeDashboard(ctx, { ...fields, note, ...(template ? { template } : {}) }, from?.tiles),
      )
    },
  ),
  route(
    {
      method: 'get',
      path: '/api/insight/dashboards/{id}',
      summary: 'See a dashboard and its tiles',
      tag,
      access: read,
      params: idParams,
      answer: wholeDashboard,
    },
    async (ctx, { params }) => await presentWhole(ctx, await accessDashboard(ctx, params.id)),
  ),
  route(
    {
      method: 'put',
      path: '/api/insight/dashboards/{id}',
      summary: 'Change a dashboard as it was seen; refused when somebody changed it meanwhile',
      tag,
      access: edit,
      params: idParams,
      body: z.object({
        version: z.int().min(1),
        name: dashboardFields.name.optional(),
        note: z.string().trim().max(300).optional(),
        shared: z.boolean().optional(),
        range: range.nullable().optional(),
        scope: scope.nullable().optional(),
        tiles: tiles.optional(),
      }),
      answer: wholeDashboard,
    },
    async (ctx, { params, body }) => {
      await check(ctx, body.tiles ?? [])
      return await presentWhole(ctx, await changeDashboard(ctx, params.id, body))
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/insight/dashboards/{id}/tiles',
      summary: 'Put one more tile on a dashboard, where there is room',
      tag,
      access: edit,
      params: idParams,
      body: newTile,
      answer: wholeDashboard,
      status: 201,
    },
    async (ctx, { params, body }) => {
      await check(ctx, [body])
      return await presentWhole(ctx, await addTile(ctx, params.id, body))
    },
  ),
  route(
    {
      method: 'post',
      path: '/api/insight/dashboards/{id}/copy',
      summary: 'Make a dashboard like this one, of one’s own',
      tag,
      access: edit,
      params: idParams,
      answer: wholeDashboard,
      status: 201,
    },
    async (ctx, { params }) => await presentWhole(ctx, await copyDashboard(ctx, params.id)),
  ),
  route(
    {
      method: 'put',
      path: '/api/insight/dashboards/{id}/archived',
      summary: 'Put a dashboard away, or bring it back',
      tag,
      access: edit,
      params: idParams,
      body: z.object({ archived: z.boolean() }),
      answer: dashboardRow,
    },
    async (ctx, { params, body }) =>
      presentDashboard(ctx, await archiveDashboard(ctx, params.id, body.archived)),
  ),
]
