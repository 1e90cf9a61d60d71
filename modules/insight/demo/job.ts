/** The figures of the demo, set and looked at once the warehouse knows the history: not while somebody waits. */
import { z } from 'zod'
import { defineMessages } from '#base/i18n/messages.ts'
import { defineJob } from '#base/jobs/job.ts'
import { lookAtAll } from '../alerts/looking.ts'
import { readGoals } from '../goals/readings.ts'
import type { InsightParts } from '../parts.ts'
import { loadDemoReports } from '../reports/demo.ts'
import { lookAtStages } from '../stage/looks.ts'
import { whenWhole } from '../whole.ts'
import { openTalkCopies } from '../words/talk-copies.ts'
import { loadDemoFigures, loadImprovements } from './load.ts'

const words = defineMessages({
  label: { zh: '载入示例目标并检查预警', en: 'Load sample goals and look at alerts' },
})

/** Seconds that the warehouse is waited for. */
const patience = 600

export const loadDemoFiguresJob = (parts: InsightParts) =>
  defineJob({
    name: 'insight.load_demo',
    label: words.label,
    input: z.object({ owners: z.array(z.string()).max(8) }),
    run: async (ctx, { owners }, run) => {
      // All that was loaded was recorded a moment ago.
      await whenWhole(ctx, parts, run.signal, patience)
      if (!(await loadDemoFigures(ctx, parts, owners, run.signal))) return { goals: 0, raised: 0 }
      const { goals } = await readGoals(ctx, parts, run)
      // What was said is looked at too: it is copied by the minute, and the next look comes in an hour.
      await openTalkCopies(parts.warehouse).fill(ctx, run.signal)
      const { raised, failed } = await lookAtAll(ctx, parts, run)
      await loadImprovements(ctx, parts, owners)
      await lookAtStages(ctx, parts, run)
      await loadDemoReports(ctx, parts, run.signal)
      return { goals, raised, failed }
    },
  })
