/** What metrics of frozen evidence are called now: as the catalogue says in the reader's language, else as it was then. */
import type { Ctx } from '#base/context.ts'
import { loadMetrics } from '../metrics/find-metric.ts'
import type { Evidence } from './evidence.ts'

export async function metricNames(ctx: Ctx): Promise<(metric: Evidence['metric']) => string> {
  const known = await loadMetrics(ctx)
  return ({ key, name }) => (key === null ? name : (known.get(key)?.name ?? name))
}
