import type { Module } from '#base/module.ts'
import { alertChanged, signalClosed, signalRaised } from '../facts.ts'
import type { InsightParts } from '../parts.ts'
import { alertRoutes } from './alerts.routes.ts'
import { openSignals } from './alerts.work.ts'
import { signalEffects } from './effects.ts'
import { lookJob, lookSchedule } from './looking.ts'
import { signalRoutes } from './signals.routes.ts'
import { tellJob } from './tell.ts'

export const alertsParts = (parts: InsightParts): Omit<Module, 'name'> => ({
  facts: [signalRaised, signalClosed, alertChanged],
  routes: [...alertRoutes(parts), ...signalRoutes(parts)],
  jobs: [lookJob(parts), tellJob(parts)],
  schedule: lookSchedule,
  work: [openSignals(parts)],
  consumers: [signalEffects(parts)],
})
