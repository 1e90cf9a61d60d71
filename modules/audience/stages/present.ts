/** The life cycle as JSON. */
import { z } from 'zod'
import type { Ctx } from '#base/context.ts'
import { type Locale, type Message, render } from '#base/i18n/messages.ts'
import type { Audience, Explanation } from '../audience.ts'
import { definition as condition } from '../conditions/condition.ts'
import { isUsual, type LifeDefinition, lifeDefinition, phases, type Stage } from './model.ts'
import { phaseStrategies, stageLabels, stageNames, stageStrategies } from './stages.messages.ts'
import type { LifeModel, LifeVersion } from './versions.ts'

export const stageAnswer = z.object({
  key: z.string(),
  name: z.string(),
  phase: z.enum(phases),
  when: condition,
  sentence: z.string().describe('The condition in words'),
  next: z.array(z.string()),
  strategy: z.string(),
})

export const lifeVersionAnswer = z.object({
  number: z.int().nullable(),
  definition: lifeDefinition,
  note: z.string(),
  at: z.iso.datetime().nullable(),
  by: z.string(),
})

export const sizeAnswer = z.object({
  day: z.iso.date(),
  counts: z.record(z.string(), z.int()),
  moved: z.int(),
})

export const reasonAnswer = z.object({
  path: z.string(),
  depth: z.int(),
  kind: z.enum(['all', 'any', 'not', 'field', 'event', 'sequence', 'segment']),
  met: z.boolean(),
  says: z.string(),
  evidence: z.string().nullable(),
  progress: z.object({ actual: z.number(), needed: z.number() }).nullable(),
})

export const modelName = (model: Pick<LifeModel, 'name'>, locale: Locale): string =>
  model.name ?? render(stageLabels.everyone, locale)

/** What we call a stage: what operators wrote, else the usual name. */
export const stageLabel = (stage: Pick<Stage, 'key' | 'name'>): string | Message =>
  stage.name ?? (isUsual(stage.key) ? stageNames[stage.key] : stage.key)

export function stageName(stage: Pick<Stage, 'key' | 'name'>, locale: Locale): string {
  const label = stageLabel(stage)
  return typeof label === 'string' ? label : render(label, locale)
}

const strategyOf = (stage: Stage, locale: Locale): string =>
  stage.strategy ??
  render(isUsual(stage.key) ? stageStrategies[stage.key] : phaseStrategies[stage.phase], locale)

export const presentStages = async (
  ctx: Ctx,
  audience: Pick<Audience, 'say'>,
  { stages }: LifeDefinition,
): Promise<z.input<typeof stageAnswer>[]> =>
  await Promise.all(
    stages.map(async (stage) => ({
      key: stage.key,
      name: stageName(stage, ctx.locale),
      phase: stage.phase,
      when: stage.when,
      sentence: await audience.say(ctx, stage.when),
      next: [...stage.next],
      strategy: strategyOf(stage, ctx.locale),
    })),
  )

export const presentLifeVersion = (
  version: LifeVersion,
  names: ReadonlyMap<string, string>,
): z.input<typeof lifeVersionAnswer> => ({
  number: version.number,
  definition: version.definition,
  note: version.note,
  at: version.at?.toISOString() ?? null,
  by: names.get(version.by) ?? '',
})

/** The tree of reasons as lines, each as deep as it stands. */
export const reasonsOf = (explanation: Explanation, depth = 0): z.input<typeof reasonAnswer>[] => [
  {
    path: explanation.path,
    depth,
    kind: explanation.kind,
    met: explanation.met,
    says: explanation.says,
    evidence: explanation.evidence,
    progress: explanation.progress,
  },
  ...explanation.of.flatMap((each) => reasonsOf(each, depth + 1)),
]
