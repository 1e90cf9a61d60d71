/** Experiments to try: drafts and running ones that answer to `order.paid`, in a database of the test. */
import type { Ctx } from '#base/context.ts'
import { experimentDefinition } from '#modules/insight/experiments/experiment.ts'
import { makeExperiment, startExperiment } from '#modules/insight/experiments/experiments.ts'

export const trialDefinition = experimentDefinition.parse({
  version: 1,
  variants: [
    { key: 'control', name: '不变', weight: 50 },
    { key: 'new', name: '新版', weight: 50 },
  ],
  metric: { version: 1, how: { kind: 'events', event: 'order.paid', counted: { of: 'count' } } },
})

let made = 0
export const makeTrial = (ctx: Ctx, more: Partial<typeof trialDefinition> = {}) =>
  makeExperiment(ctx, {
    key: `trial_${++made}`,
    name: '欢迎语',
    hypothesis: '',
    definition: { ...trialDefinition, ...more },
  })
export const runTrial = async (ctx: Ctx, more: Partial<typeof trialDefinition> = {}) =>
  await startExperiment(ctx, (await makeTrial(ctx, more)).id)
