/** The figures of the demo, set and looked at once the warehouse knows the history: not while somebody waits. */
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { problems } from '#base/http/problem.ts'
import { defineMessages } from '#base/i18n/messages.ts'
import { defineJob } from '#base/jobs/job.ts'
import { lookAtAll } from '../alerts/looking.ts'
import { readGoals } from '../goals/readings.ts'
import type { InsightParts } from '../parts.ts'
import { loadDemoFigures } from './load.ts'

const words = defineMessages({
  label: { zh: '载入示例目标并检查预警', en: 'Load sample goals and look at alerts' },
})

/** Seconds that the warehouse may be behind, and how long it is waited for. */
const closeEnough = 2
const patience = 600

export const loadDemoFiguresJob = (parts: InsightParts) =>
  defineJob({
    name: 'insight.load_demo',
    label: words.label,
    input: z.object({ owners: z.array(z.string()).max(8) }),
    run: async (ctx, { owners }, run) => {
      await warehouseIsFull(parts, run.signal)
      await parts.audience.requireFresh(ctx)
      if (!(await loadDemoFigures(ctx, parts, owners, run.signal))) return { goals: 0, raised: 0 }
      const { goals } = await readGoals(ctx, parts, run)
      const { raised, failed } = await lookAtAll(ctx, parts, run)
      return { goals, raised, failed }
    },
  })

/** All that was loaded was recorded a moment ago, so what is fresh enough otherwise may be half of it here. */
async function warehouseIsFull({ warehouse }: Pick<InsightParts, 'warehouse'>, signal: AbortSignal) {
  for (const end = Date.now() + patience * 1_000; ; await pause(500, undefined, { signal })) {
    const { state, lagSeconds = Number.POSITIVE_INFINITY } = await warehouse.status()
    if (state === 'ready' && lagSeconds < closeEnough) return
    if (Date.now() > end) throw problems.warehouseUnavailable({ retryAfter: 60 })
  }
}
