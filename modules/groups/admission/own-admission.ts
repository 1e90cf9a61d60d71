/** Admission as the member sees it: what is done, what is left, and why not. Right answers stay here. */
import type { z } from 'zod'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { render } from '#base/i18n/messages.ts'
import type { Audience, Explanation } from '#modules/audience/api.ts'
import type { Group } from '../groups/groups.sql.ts'
import { findStay } from '../memberships/memberships.ts'
import { findCurrent, findLatest, findPlace } from './application.ts'
import { findSteps } from './settings.ts'
import type { ownAdmission, ownStep } from './shapes.ts'
import { countLeft, findStandings, judgeConditions, type Standing } from './standing.ts'
import { standingWords, stepTitles } from './steps.messages.ts'
import type { Step } from './steps.ts'
import { whenSaid } from './when.ts'

export async function findOwnAdmission(
  ctx: Ctx,
  audience: Audience,
  group: Pick<Group, 'id' | 'capacity' | 'memberCount'>,
  memberId: Id,
): Promise<z.input<typeof ownAdmission>> {
  const full = group.capacity !== null && group.memberCount >= group.capacity
  const calm = { left: 0, full, waitingPlace: null, reason: null, againAfter: null, submittedAt: null }
  if (await findStay(ctx, group.id, memberId)) return { ...calm, state: 'member', steps: [] }
  const latest = await findLatest(ctx, group.id, memberId)
  const held = await findCurrent(ctx, group.id, memberId)
  const steps = await findSteps(ctx, group.id)
  const judged = await judgeConditions(ctx, audience, steps, memberId)
  const standings = await findStandings(ctx, steps, memberId, held, judged)
  const refused = !held && latest?.state === 'refused' ? latest : undefined
  return {
    ...calm,
    state: refused ? 'refused' : stateOf(held?.state),
    steps: await Promise.all(standings.map((standing) => presentStanding(ctx, standing))),
    left: countLeft(standings),
    waitingPlace: held?.state === 'waiting' && latest ? await findPlace(ctx, group.id, latest) : null,
    reason: refused?.reason ?? null,
    againAfter: refused?.againAfter && refused.againAfter > ctx.now ? refused.againAfter.toISOString() : null,
    submittedAt: held ? (latest?.submittedAt?.toISOString() ?? null) : null,
  }
}

const stateOf = (state: string | undefined) =>
  state === 'open' || state === 'review' || state === 'waiting' ? state : 'none'

export const titleOf = (ctx: Ctx, step: Step): string =>
  step.settings.title || render(stepTitles[step.kind], ctx.locale)

async function presentStanding(ctx: Ctx, standing: Standing): Promise<z.input<typeof ownStep>> {
  const { step, state, quiz } = standing
  return {
    id: step.id,
    kind: step.kind,
    title: titleOf(ctx, step),
    state,
    reason: await reasonOf(ctx, standing),
    intro: introOf(step),
    url: step.kind === 'paid' ? step.settings.url : null,
    proof: step.kind === 'task' ? step.settings.proof : null,
    promiseHours: step.kind === 'review' ? step.settings.promiseHours : null,
    form: step.kind === 'form' ? step.settings.questions.map((question) => ({ ...question })) : null,
    quiz:
      step.kind === 'quiz' && quiz
        ? {
            questions:
              state === 'todo'
                ? quiz.questions.map(({ id, text, type, options }) => ({ id, text, type, options }))
                : [],
            passPercent: step.settings.passPercent,
            triesLeft: quiz.triesLeft,
            last: quiz.last ? { ...quiz.last, at: quiz.last.at.toISOString() } : null,
            againAt: quiz.againAt && quiz.againAt > ctx.now ? quiz.againAt.toISOString() : null,
          }
        : null,
    conditions: standing.found ? linesOf(standing.found) : null,
    given: standing.given?.answers
      ? Object.fromEntries(
          Object.entries(standing.given.answers).map(([key, value]) => [
            key,
            typeof value === 'object' ? [...value] : value,
          ]),
        )
      : standing.given?.text
        ? { text: standing.given.text }
        : null,
  }
}

function introOf(step: Step): string {
  switch (step.kind) {
    case 'form':
    case 'quiz':
      return step.settings.intro
    case 'task':
      return step.settings.how
    case 'paid':
      return step.settings.what
    case 'review':
      return step.settings.looksFor
    default:
      return ''
  }
}

async function reasonOf(ctx: Ctx, { skipped, quiz, found, state }: Standing): Promise<string | null> {
  if (skipped) return render(standingWords.skipped, ctx.locale)
  if (state === 'blocked' && quiz?.triesLeft === 0) return render(standingWords.noTriesLeft, ctx.locale)
  if (state === 'blocked' && quiz?.againAt)
    return render(standingWords.tryAgainAt, ctx.locale, { when: await whenSaid(ctx, quiz.againAt) })
  return found === null ? render(standingWords.cannotCheck, ctx.locale) : null
}

/** One line for each part of an `all`; anything else is one line. */
function linesOf(found: Explanation) {
  const parts = found.kind === 'all' && found.of.length > 0 ? found.of : [found]
  return parts.map(({ says, met, evidence, progress }) => ({
    says,
    met,
    evidence,
    progress: progress && { ...progress },
  }))
}
