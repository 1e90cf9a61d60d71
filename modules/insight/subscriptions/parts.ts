import type { Module } from '#base/module.ts'
import type { InsightParts } from '../parts.ts'
import { letterRobotRoutes } from './robots.routes.ts'
import { lookForDueJob, sendJob, subscriptionSchedule } from './send.ts'
import { stopLetterRoutes } from './stop.routes.ts'
import { subscriptionRoutes } from './subscriptions.routes.ts'

/** 订阅: dashboards and reports that come by themselves. */
export const subscriptionParts = (parts: InsightParts): Omit<Module, 'name'> => ({
  routes: [...subscriptionRoutes(parts), ...letterRobotRoutes(parts), ...stopLetterRoutes(parts)],
  jobs: [lookForDueJob(parts), sendJob(parts)],
  schedule: subscriptionSchedule,
})
