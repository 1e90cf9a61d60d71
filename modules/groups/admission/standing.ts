/** How far a member is with the steps of admission. */
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import { Problem } from '#base/http/problem.ts'
import type { Audience, Explanation } from '#modules/audience/api.ts'
import { formFaults } from './form.ts'
import { type Given, pickQuestions } from './quiz.ts'
import { conditionOf } from './settings.ts'
import type { QuizQuestion, Step } from './steps.ts'

/** What was found about the conditions among the steps; null: could not be checked now. */
export type Judged = ReadonlyMap<Id, Explanation | null>

/** Asks the conditions of all steps. Outside of locks: it may take a moment. */
export async function judgeConditions(
  ctx: Ctx,
  audience: Audience,
  steps: readonly Step[],
  memberId: Id,
): Promise<Judged> {
  const judged = new Map<Id, Explanation | null>()
  for (const step of steps) {
    const condition = conditionOf(step)
    if (condition) judged.set(step.id, await explain(ctx, audience, condition, memberId))
  }
  return judged
}

async function explain(
  ctx: Ctx,
  audience: Audience,
  condition: Parameters<Audience['explain']>[1],
  memberId: Id,
) {
  try {
    return await audience.explain(ctx, condition, memberId, { forMember: true })
  } catch (error) {
    // A segment that is gone or a warehouse that is away must not look like a broken page.
    if (error instanceof Problem) return null
    throw error
  }
}

export interface Attempt {
  readonly points: number
  readonly of: number
  readonly passed: boolean
  readonly at: Date
}

export interface QuizStanding {
  readonly questions: readonly QuizQuestion[]
  readonly tries: number
  readonly triesLeft: number | null
  readonly last: Attempt | undefined
  /** Not before then. */
  readonly againAt: Date | null
}

export interface Answer {
  readonly answers?: Given
  readonly text?: string
}

export interface Standing {
  readonly step: Step
  readonly state: 'todo' | 'done' | 'missing' | 'blocked' | 'later'
  /** The invitation makes it unnecessary. */
  readonly skipped: boolean
  readonly found: Explanation | null | undefined
  readonly quiz: QuizStanding | undefined
  readonly given: Answer | undefined
}

export interface OpenApplication {
  readonly id: Id
  readonly invitationId: Id | null
  /** The invitation lets in without the other steps. */
  readonly straight: boolean
}

/** Where the member stands with each step. `judged` from `judgeConditions`. */
export async function findStandings(
  ctx: Ctx,
  steps: readonly Step[],
  memberId: Id,
  application: OpenApplication | undefined,
  judged: Judged,
): Promise<Standing[]> {
  const answers = application ? await findAnswers(ctx, application.id) : new Map<Id, Answer>()
  const standings: Standing[] = []
  for (const step of steps) {
    const given = answers.get(step.id)
    const quiz = step.kind === 'quiz' ? await quizStanding(ctx, step, memberId) : undefined
    const skipped = (application?.straight ?? false) && step.kind !== 'invitation'
    const state = skipped ? 'done' : stateOf(ctx, step, { application, given, quiz, judged })
    standings.push({ step, state, skipped, found: judged.get(step.id), quiz, given })
  }
  return standings
}

/** Steps that must still be done before one can hand in; the review is done by others. */
export const countLeft = (standings: readonly Standing[]): number =>
  standings.filter(({ step, state }) => step.kind !== 'review' && state !== 'done').length

function stateOf(
  ctx: Ctx,
  step: Step,
  about: {
    application: OpenApplication | undefined
    given: Answer | undefined
    quiz: QuizStanding | undefined
    judged: Judged
  },
): Standing['state'] {
  switch (step.kind) {
    case 'invitation':
      return about.application?.invitationId ? 'done' : 'todo'
    case 'form':
      return about.given && formFaults(step.settings.questions, about.given.answers ?? {}).size === 0
        ? 'done'
        : 'todo'
    case 'quiz':
      return quizState(ctx, about.quiz)
    case 'task':
      if (step.settings.proof !== 'check') return about.given ? 'done' : 'todo'
      return about.judged.get(step.id)?.met ? 'done' : 'missing'
    case 'paid':
    case 'condition':
      return about.judged.get(step.id)?.met ? 'done' : 'missing'
    case 'review':
      return 'later'
  }
}

function quizState(ctx: Ctx, quiz: QuizStanding | undefined): Standing['state'] {
  if (quiz?.last?.passed) return 'done'
  if (quiz?.triesLeft === 0) return 'blocked'
  return quiz?.againAt && quiz.againAt > ctx.now ? 'blocked' : 'todo'
}

/** Tries count for the member, whichever application they were made in. A pass stays a pass. */
export async function quizStanding(
  ctx: Ctx,
  step: Step & { kind: 'quiz' },
  memberId: Id,
): Promise<QuizStanding> {
  const { attempts, coolDownHours, questions, ask } = step.settings
  const tries = await ctx.db
    .selectFrom('quiz_attempt')
    .select(['points', 'of', 'passed', 'at'])
    .where('member_id', '=', memberId)
    .where('step_id', '=', step.id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  const last = tries.find((each) => each.passed) ?? tries[0]
  const triesLeft = attempts === null ? null : Math.max(0, attempts - tries.length)
  const waits = last && !last.passed && triesLeft !== 0 && coolDownHours > 0
  return {
    questions: pickQuestions(questions, ask, `${step.id}:${memberId}:${tries.length}`),
    tries: tries.length,
    triesLeft,
    last,
    againAt: waits ? new Date(last.at.getTime() + coolDownHours * 3_600_000) : null,
  }
}

async function findAnswers(ctx: Ctx, applicationId: Id): Promise<Map<Id, Answer>> {
  const rows = await ctx.db
    .selectFrom('application_answer')
    .select(['step_id', 'answer'])
    .where('application_id', '=', applicationId)
    .execute()
  return new Map(rows.map((row) => [row.step_id, row.answer as Answer]))
}
