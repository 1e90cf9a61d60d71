import { joinParts } from '#base/module.ts'
import { simulatedContent } from '../demo/unload.ts'
import type { ContentParts } from '../parts.ts'
import { exchangeRoutes } from './exchange.routes.ts'
import { exportJob, importJob } from './jobs.ts'
import { exchangeData } from './personal.ts'

/** Bringing a community in and taking one out; and the demo's words, which leave with its people. */
export const exchangeParts = (parts: ContentParts) => {
  const work = { import: importJob(parts), export: exportJob(parts) }
  return joinParts({
    routes: exchangeRoutes(parts, work),
    jobs: [work.import, work.export],
    personal: [exchangeData],
    simulated: [simulatedContent],
  })
}
