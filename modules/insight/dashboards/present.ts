import type { z } from 'zod'
import { may } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { dashboardRow, wholeDashboard } from './dashboard.ts'
import { canChangeDashboard, type Dashboard, findTiles, isOwn } from './dashboards.ts'
import { canShare } from './shares.ts'

export function presentDashboard(ctx: Ctx, dashboard: Dashboard): z.input<typeof dashboardRow> {
  const { id, name, note, shared, tiles, links, version } = dashboard
  const change = canChangeDashboard(ctx, dashboard)
  return {
    id,
    name,
    note,
    shared,
    own: isOwn(ctx, dashboard),
    tiles,
    links: may(ctx.actor, 'insight.edit') ? links : 0,
    version,
    by: dashboard.createdByName,
    createdAt: dashboard.createdAt.toISOString(),
    changedBy: dashboard.changedByName,
    changedAt: dashboard.changedAt.toISOString(),
    archivedAt: dashboard.archivedAt?.toISOString() ?? null,
    can: { change, share: canShare(ctx, dashboard) },
  }
}

export const presentWhole = async (
  ctx: Ctx,
  dashboard: Dashboard,
): Promise<z.input<typeof wholeDashboard>> => ({
  ...presentDashboard(ctx, dashboard),
  range: dashboard.range,
  scope: dashboard.scope,
  layout: await findTiles(ctx, dashboard.id),
})
