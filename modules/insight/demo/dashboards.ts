/** Dashboards of the demo brand: the three templates, shared with the team, as its operators would have begun. */
import type { Ctx } from '#base/context.ts'
import { makeDashboard } from '../dashboards/dashboards.ts'
import { templateIds, templateOf } from '../dashboards/templates.ts'

/** Who sets the demo's things, as rows and the log name him; `unload.ts` takes out what he made. */
const asSimulator = 'system:seed'

/** Makes them once. The caller acts as the simulator, in a transaction. */
export async function keepDashboards(tx: Ctx): Promise<void> {
  const there = await tx.db
    .selectFrom('dashboard')
    .select('id')
    .where('created_by', '=', asSimulator)
    .limit(1)
    .executeTakeFirst()
  if (there) return
  for (const id of templateIds) {
    const { name, note, tiles } = templateOf(id, 'zh-CN')
    await makeDashboard(tx, { name, note, shared: true, template: id }, tiles)
  }
}
