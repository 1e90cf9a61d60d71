import type { Module } from '#base/module.ts'
import { reportMade, reportWritten } from '../facts.ts'
import type { InsightParts } from '../parts.ts'
import { reportFileRoutes } from './files.routes.ts'
import { makeReportJob } from './make.ts'
import { reportRoutes } from './reports.routes.ts'
import { shareToChatJob } from './share.ts'

/** 日报、周报、月报. */
export const reportParts = (parts: InsightParts): Omit<Module, 'name'> => ({
  routes: [...reportRoutes(parts), ...reportFileRoutes(parts)],
  jobs: [makeReportJob(parts), shareToChatJob(parts)],
  facts: [reportMade, reportWritten],
})
