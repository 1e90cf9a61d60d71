/** What somebody chose and what the figures have said for weeks, as work on Today: gone as soon as somebody decides. */
import { say } from '#base/declarations/said.ts'
import type { WorkSource } from '#base/declarations/work.ts'
import { instantOf } from '#base/time/calendar.ts'
import { readClock } from '#modules/audience/api.ts'
import { loadMetrics } from '../metrics/find-metric.ts'
import { differsWords, evidenceWords } from './say.ts'
import { stageLabels as labels } from './stage.messages.ts'
import { findStanding } from './stages.ts'

export const stageDiffers: WorkSource = {
  name: 'insight.product_stage',
  kind: 'signal',
  label: labels.source,
  permission: 'insight.edit',
  staleWith: ['product-stage'],
  find: async (ctx) => {
    const standing = await findStanding(ctx)
    const title = differsWords(standing, ctx.locale)
    const { chosen, differing, evidence } = standing
    if (!title || !chosen || !differing) return { items: [], total: 0 }
    const known = await loadMetrics(ctx)
    const { zone } = await readClock(ctx)
    // Put together for this reader already: names of metrics are of his language.
    const note = evidence ? evidenceWords(evidence, (key) => known.get(key)?.name, ctx.locale) : ''
    return {
      total: 1,
      items: [
        {
          key: `product_stage:${chosen.id}:${differing.suggested}`,
          title,
          note: say({ zh: note, en: note }),
          since: instantOf(differing.since, '00:00', zone),
          act: labels.act,
          path: '/plan/stage',
        },
      ],
    }
  },
}
