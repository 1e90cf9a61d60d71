import type { Module } from '#base/module.ts'
import type { InsightParts } from '../parts.ts'
import { loadDemoFiguresJob } from './job.ts'
import { simulatedFigures } from './unload.ts'

/** 示例数据：the demo brand's goals, notes and questions, which leave with its people. */
export const demoParts = (parts: InsightParts): Omit<Module, 'name'> => ({
  jobs: [loadDemoFiguresJob(parts)],
  simulated: [simulatedFigures],
})
