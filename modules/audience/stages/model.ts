/**
 * The life cycle as a state machine: stages in the order of life, each with the condition that says who
 * belongs there and the stages one may go to from it. Each computation moves a member at most once:
 * to the furthest stage, among his own and those that he may go to, whose condition he fits. Who fits none
 * stays. Who is looked at for the first time may enter anywhere; who fits nothing enters at the first.
 */
import { z } from 'zod'
import { definition as condition } from '../conditions/condition.ts'

/** The five of everybody; a model may have others. */
export const usualStages = ['introduction', 'growth', 'mature', 'dormant', 'churned'] as const

/** What one does for them: 获客期 拉新 · 增值期 促活、复购、传播 · 留存期 留存、召回 (S2-26…28). */
export const phases = ['acquisition', 'value', 'retention'] as const

const key = z.string().regex(/^[a-z][a-z0-9_]{0,29}$/)

const stage = z.object({
  key,
  /** Left out: the usual name of the key. */
  name: z.string().trim().min(1).max(20).optional(),
  phase: z.enum(phases),
  when: condition,
  /** Where one may go from here. */
  next: z.array(key).max(11),
  /** What we do for them; left out: what is usual in this phase. */
  strategy: z.string().trim().max(500).optional(),
})
export type Stage = z.infer<typeof stage>

export const lifeDefinition = z
  .object({
    version: z.literal(1),
    /** Whose life this is: the type of user. */
    who: condition,
    stages: z.array(stage).min(2).max(12),
  })
  .refine(({ stages }) => new Set(stages.map((each) => each.key)).size === stages.length, {
    params: { message: { zh: '每个阶段的标识不能重复', en: 'Each stage needs a key of its own' } },
    path: ['stages'],
  })
  .refine(
    ({ stages }) => {
      const known = new Set(stages.map((each) => each.key))
      return stages.every((each) => each.next.every((next) => known.has(next) && next !== each.key))
    },
    {
      params: {
        message: { zh: '流转指向了不存在的阶段', en: 'A transition leads to a stage that is not there' },
      },
      path: ['stages'],
    },
  )
  .refine(({ stages }) => stages.every((each) => each.name || isUsual(each.key)), {
    params: { message: { zh: '自定义阶段要有名称', en: 'A stage of your own needs a name' } },
    path: ['stages'],
  })
export type LifeDefinition = z.infer<typeof lifeDefinition>

export const isUsual = (text: string): text is (typeof usualStages)[number] =>
  (usualStages as readonly string[]).includes(text)

/**
 * Where a member goes: the key of a stage. `fits` says by its place whether he fits a stage; `current` is
 * where he is, null for nowhere yet (or in a stage that the model no longer has).
 */
export function decide(
  stages: readonly Pick<Stage, 'key' | 'next'>[],
  current: string | null,
  fits: (place: number) => boolean,
): string {
  const here = stages.find((each) => each.key === current)
  for (let place = stages.length - 1; place >= 0; place--) {
    const each = stages[place]!
    if (here && each.key !== here.key && !here.next.includes(each.key)) continue
    if (fits(place)) return each.key
  }
  return here?.key ?? stages[0]!.key
}
