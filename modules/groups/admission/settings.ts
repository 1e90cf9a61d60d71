/** The steps of a group's admission as operators set them. */
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { render } from '#base/i18n/messages.ts'
import { type Audience, type Definition, keepSegmentUses } from '#modules/audience/api.ts'
import { audit } from '#modules/identity/api.ts'
import { groupChanged } from '../facts.ts'
import { lockOpenGroup } from '../groups/lock.ts'
import { groupProblems } from '../problems.ts'
import { warningWords } from './steps.messages.ts'
import { type Step, type StepFields, stepFields } from './steps.ts'

/** In order; the review last. */
export async function findSteps(ctx: Ctx, groupId: Id): Promise<Step[]> {
  const rows = await ctx.db
    .selectFrom('admission_step')
    .select(['id', 'kind', 'settings'])
    .where('group_id', '=', groupId)
    .where('archived_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(({ id, kind, settings }) => ({ ...stepFields.parse({ kind, settings }), id }))
}

/** The condition that a step asks, if it asks one. */
export const conditionOf = (step: StepFields): Definition | undefined => {
  switch (step.kind) {
    case 'paid':
    case 'condition':
      return step.settings.condition
    case 'task':
      return step.settings.proof === 'check' ? (step.settings.condition ?? undefined) : undefined
    default:
      return undefined
  }
}

/**
 * Saves the steps as they shall be. A step keeps its id, and with it the answers and tries of those who are
 * in the middle of it. Throws `step_not_found`, and what `audience.check` throws.
 */
export async function saveSteps(
  ctx: Ctx,
  audience: Audience,
  groupId: Id,
  wanted: readonly StepFields[],
): Promise<Step[]> {
  for (const [at, step] of wanted.entries()) {
    const condition = conditionOf(step)
    if (condition) await audience.check(ctx, condition, ['body', 'steps', at, 'settings', 'condition'])
  }
  const ordered = [...wanted].sort((a, b) => Number(a.kind === 'review') - Number(b.kind === 'review'))
  return await transact(ctx, async (tx) => {
    const group = await lockOpenGroup(tx, groupId)
    const before = new Map((await findSteps(tx, groupId)).map((step) => [step.id, step]))
    if (ordered.some((step) => step.id !== undefined && before.get(step.id)?.kind !== step.kind))
      throw groupProblems.stepNotFound()
    const kept = new Set(ordered.flatMap((step) => step.id ?? []))
    const gone = [...before.keys()].filter((id) => !kept.has(id))
    if (gone.length > 0)
      await tx.db.updateTable('admission_step').set({ archived_at: tx.now }).where('id', 'in', gone).execute()
    for (const [position, step] of ordered.entries()) {
      const settings = JSON.stringify(step.settings)
      if (step.id)
        await tx.db
          .updateTable('admission_step')
          .set({ settings, position })
          .where('id', '=', step.id)
          .execute()
      else
        await tx.db
          .insertInto('admission_step')
          .values({ group_id: groupId, kind: step.kind, settings, position, created_at: tx.now })
          .execute()
    }
    const after = await findSteps(tx, groupId)
    await keepSegmentUses(
      tx,
      { by: 'groups.admission', id: groupId, name: group.name, path: `/groups/${groupId}/admission` },
      { version: 1, who: { kind: 'all', of: after.flatMap((step) => conditionOf(step)?.who ?? []) } },
    )
    await announce(tx, groupChanged, { fields: ['admission'] }, { groupId })
    await audit(
      tx,
      'group.admission_saved',
      { kind: 'group', id: groupId },
      { steps: after.map((step) => step.kind) },
    )
    return after
  })
}

/** Asking people to forward something to be let in breaks WeChat's rules on links (mechanics 4.9). */
const forwarding = /转发|朋友圈|分享到|集赞|助力|砍价|拉人|share .*(moments|group)|forward/i

/** What is risky about these steps, in words. */
export function warningsOf(ctx: Ctx, steps: readonly Step[]): { stepId: Id; text: string }[] {
  const warn = (step: Step, words: { zh: string; en: string }) => ({
    stepId: step.id,
    text: render(words, ctx.locale),
  })
  return steps.flatMap((step) => {
    if (step.kind === 'task' && forwarding.test(`${step.settings.title}${step.settings.how}`))
      return [warn(step, warningWords.forwarding)]
    if (step.kind === 'form' && step.settings.questions.filter((each) => each.required).length > 6)
      return [warn(step, warningWords.longForm)]
    if (step.kind === 'quiz' && step.settings.attempts === 1) return [warn(step, warningWords.oneTry)]
    return []
  })
}
