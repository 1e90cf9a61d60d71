/**
 * Getting into a group: an application is opened, its steps are done, the rules agreed to, and then the
 * member is inside, on the waiting list, or in the hands of reviewers. Everything that lets people in
 * holds the lock of the group, so that a place is given once and the queue keeps its order.
 */
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { requireOwnPicture } from '#base/files/own-picture.ts'
import type { FieldProblem } from '#base/http/problem.ts'
import { render } from '#base/i18n/messages.ts'
import type { Audience } from '#modules/audience/api.ts'
import { groupApplicationDecided, groupApplied, groupQuizTaken, groupWaiting } from '../facts.ts'
import type { Group } from '../groups/groups.sql.ts'
import { type LockedGroup, lockOpenGroup } from '../groups/lock.ts'
import { enter, findStay, type Way } from '../memberships/memberships.ts'
import { groupProblems } from '../problems.ts'
import { agreeToRules, findRules } from '../rules/rules.ts'
import { findCurrent, findLatest, type Held, lockCurrent, openApplication, setState } from './application.ts'
import { formFaults, trimmed } from './form.ts'
import { countUse, requireUsable } from './invitations.ts'
import { type Given, grade, unanswered } from './quiz.ts'
import { findSteps } from './settings.ts'
import { countLeft, findStandings, judgeConditions, quizStanding } from './standing.ts'
import { standingWords } from './steps.messages.ts'
import type { Step } from './steps.ts'
import { whenSaid } from './when.ts'

export interface GivenForStep {
  readonly code?: string | undefined
  readonly answers?: Given | undefined
  readonly text?: string | undefined
  readonly fileId?: Id | undefined
}

/** Throws `already_member`, `way_back_first`, `application_too_soon` after a refusal. */
async function begin(tx: Ctx, groupId: Id, memberId: Id): Promise<Held> {
  const held = await lockCurrent(tx, groupId, memberId)
  if (held) return held
  if (await findStay(tx, groupId, memberId)) throw groupProblems.alreadyMember()
  await refuseEliminated(tx, groupId, memberId)
  const last = await findLatest(tx, groupId, memberId)
  if (last?.state === 'refused' && last.againAfter && last.againAfter > tx.now)
    throw groupProblems.applicationTooSoon({ values: { when: await whenSaid(tx, last.againAfter) } })
  return await openApplication(tx, groupId, memberId)
}

/** Who was eliminated comes back on the way that the rule leaves open, not through the door. */
async function refuseEliminated(tx: Ctx, groupId: Id, memberId: Id): Promise<void> {
  const open = await tx.db
    .selectFrom('elimination_case')
    .select('id')
    .where('group_id', '=', groupId)
    .where('member_id', '=', memberId)
    .where('state', '=', 'removed')
    .executeTakeFirst()
  if (open) throw groupProblems.wayBackFirst()
}

/**
 * Does one step. Throws `step_not_found`, `application_decided` once it is handed in, and what is wrong
 * with what was given: `code_wrong`, `code_used_up`, `answer_incomplete`, `quiz_…`.
 */
export async function doStep(
  ctx: Ctx,
  group: Pick<Group, 'id'>,
  memberId: Id,
  stepId: Id,
  given: GivenForStep,
): Promise<void> {
  await transact(ctx, async (tx) => {
    await lockOpenGroup(tx, group.id)
    const step = (await findSteps(tx, group.id)).find((each) => each.id === stepId)
    if (!step) throw groupProblems.stepNotFound()
    const application = await begin(tx, group.id, memberId)
    if (application.state !== 'open') throw groupProblems.applicationDecided()
    switch (step.kind) {
      case 'invitation':
        return await attachCode(tx, group.id, application, given.code)
      case 'form': {
        const answers = trimmed(step.settings.questions, given.answers ?? {})
        const fields = formProblems(tx, step, answers)
        if (fields.length > 0) throw groupProblems.answerIncomplete({ fields })
        return await keepAnswer(tx, application, step, { answers })
      }
      case 'quiz':
        return await takeQuiz(tx, group.id, memberId, application, step, given.answers ?? {})
      case 'task': {
        const wants = step.settings.proof
        if (wants === 'check') return
        if (wants === 'text' ? !given.text : !given.fileId) throw groupProblems.answerIncomplete()
        if (given.fileId) await requireOwnPicture(tx, given.fileId)
        return await keepAnswer(tx, application, step, { text: given.text ?? '' }, given.fileId)
      }
      default:
        // Conditions are looked at, not answered: there is nothing to keep.
        return
    }
  })
}

async function attachCode(tx: Ctx, groupId: Id, application: Held, code: string | undefined): Promise<void> {
  if (!code) throw groupProblems.codeWrong()
  const invitation = await requireUsable(tx, groupId, code)
  await tx.db
    .updateTable('group_application')
    .set({ invitation_id: invitation.id })
    .where('id', '=', application.id)
    .execute()
}

function formProblems(tx: Ctx, step: Step & { kind: 'form' }, answers: Given): FieldProblem[] {
  const words = {
    missing: standingWords.fieldMissing,
    notANumber: standingWords.fieldNumber,
    notOffered: standingWords.fieldOffered,
  }
  return [...formFaults(step.settings.questions, answers)].map(([id, fault]) => ({
    path: `body.answers.${id}`,
    message: render(words[fault], tx.locale, {
      label: step.settings.questions.find((question) => question.id === id)!.label,
    }),
  }))
}

async function keepAnswer(
  tx: Ctx,
  application: Held,
  step: Step,
  answer: { answers?: Given; text?: string },
  fileId?: Id,
): Promise<void> {
  const kept = { answer: JSON.stringify(answer), file_id: fileId ?? null, answered_at: tx.now }
  await tx.db
    .insertInto('application_answer')
    .values({ application_id: application.id, step_id: step.id, ...kept })
    .onConflict((conflict) => conflict.columns(['application_id', 'step_id']).doUpdateSet(kept))
    .execute()
}

async function takeQuiz(
  tx: Ctx,
  groupId: Id,
  memberId: Id,
  application: Held,
  step: Step & { kind: 'quiz' },
  answers: Given,
): Promise<void> {
  const standing = await quizStanding(tx, step, memberId)
  if (standing.last?.passed) return
  if (standing.triesLeft === 0) throw groupProblems.quizNoTriesLeft()
  if (standing.againAt && standing.againAt > tx.now)
    throw groupProblems.quizTooSoon({ values: { when: await whenSaid(tx, standing.againAt) } })
  const left = unanswered(standing.questions, answers)
  if (left > 0) throw groupProblems.quizIncomplete({ values: { left } })
  const result = grade(standing.questions, answers, step.settings.passPercent)
  await tx.db
    .insertInto('quiz_attempt')
    .values({
      application_id: application.id,
      step_id: step.id,
      member_id: memberId,
      answers: JSON.stringify(answers),
      ...result,
      at: tx.now,
    })
    .execute()
  await announce(tx, groupQuizTaken, result, { groupId, memberId })
}

/**
 * Hands in: with everything done the member goes in, or waits, or is reviewed. Asking again changes
 * nothing. Throws `steps_left`, `rules_unread`, `rules_outdated`, `code_wrong`, `code_used_up`.
 */
export async function handIn(
  ctx: Ctx,
  audience: Audience,
  group: Pick<Group, 'id'>,
  memberId: Id,
  { rulesVersion, code }: { readonly rulesVersion: number | null; readonly code?: string | undefined },
): Promise<void> {
  const judged = await judgeConditions(ctx, audience, await findSteps(ctx, group.id), memberId)
  await transact(ctx, async (tx) => {
    const locked = await lockOpenGroup(tx, group.id)
    if (await findStay(tx, group.id, memberId)) return
    const application = await begin(tx, group.id, memberId)
    if (application.state !== 'open') return
    if (code) await attachCode(tx, group.id, application, code)
    const rules = await findRules(tx, group.id)
    if (rules) {
      if (rulesVersion === null) throw groupProblems.rulesUnread()
      await agreeToRules(tx, group.id, memberId, rulesVersion)
    }
    const held = (await findCurrent(tx, group.id, memberId))!
    const steps = await findSteps(tx, group.id)
    const left = countLeft(await findStandings(tx, steps, memberId, held, judged))
    if (left > 0) throw groupProblems.stepsLeft({ values: { left } })
    if (held.invitationId && !(await countUse(tx, held.invitationId))) throw groupProblems.codeUsedUp()
    await tx.db
      .updateTable('group_application')
      .set({ rules_version: rules?.version ?? null, submitted_at: tx.now })
      .where('id', '=', held.id)
      .execute()
    if (steps.some((step) => step.kind === 'review') && !held.straight) {
      await setState(tx, held.id, { state: 'review' })
      await announce(tx, groupApplied, { applicationId: held.id }, { groupId: group.id, memberId })
      return
    }
    await admit(tx, locked, held)
  })
}

/** Lets an applicant in, after those who wait already; when there is no place he waits. Holds the lock. */
export async function admit(tx: Ctx, group: LockedGroup, held: Held): Promise<'accepted' | 'waiting'> {
  const left = await drain(tx, group)
  if (left.capacity !== null && left.memberCount >= left.capacity) {
    await setState(tx, held.id, { state: 'waiting', waiting_since: tx.now })
    await announce(
      tx,
      groupWaiting,
      { applicationId: held.id },
      { groupId: group.id, memberId: held.memberId },
    )
    return 'waiting'
  }
  await letIn(tx, left, held, wayOf(held, await findSteps(tx, group.id)))
  return 'accepted'
}

const wayOf = (held: Held, steps: readonly Step[]): Way => {
  if (held.invitationId) return 'invitation'
  return steps.length === 0 ? 'open' : 'admission'
}

async function letIn(tx: Ctx, group: LockedGroup, held: Held, way: Way): Promise<void> {
  const membershipId = await enter(tx, group, held.memberId, { way, invitationId: held.invitationId })
  await setState(tx, held.id, {
    state: 'accepted',
    membership_id: membershipId,
    decided_at: tx.now,
    decided_by: describeActor(tx.actor),
  })
  await announce(
    tx,
    groupApplicationDecided,
    { applicationId: held.id, state: 'accepted' },
    { groupId: group.id, memberId: held.memberId },
  )
}

/** Lets in who waits, in order, while there are places. Returns the group as it is then. Holds the lock. */
async function drain(tx: Ctx, group: LockedGroup): Promise<LockedGroup> {
  let now = group
  while (now.capacity === null || now.memberCount < now.capacity) {
    const next = await tx.db
      .selectFrom('group_application')
      .select(['id', 'member_id'])
      .where('group_id', '=', group.id)
      .where('state', '=', 'waiting')
      .orderBy('waiting_since')
      .orderBy('id')
      .limit(1)
      .forUpdate()
      .executeTakeFirst()
    if (!next) return now
    if (await findStay(tx, group.id, next.member_id)) {
      await setState(tx, next.id, {
        state: 'accepted',
        decided_at: tx.now,
        decided_by: describeActor(tx.actor),
      })
      continue
    }
    await letIn(
      tx,
      now,
      { id: next.id, memberId: next.member_id, state: 'waiting', invitationId: null, straight: false },
      'waiting_list',
    )
    now = { ...now, memberCount: now.memberCount + 1 }
  }
  return now
}

/** After a place has become free. Nothing happens when the group is archived or nobody waits. */
export async function letWaitingIn(ctx: Ctx, groupId: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const group = await lockOpenGroup(tx, groupId)
    await drain(tx, group)
  })
}

/** Takes back one's application. Without one nothing happens. */
export async function withdraw(ctx: Ctx, groupId: Id, memberId: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const held = await lockCurrent(tx, groupId, memberId)
    if (!held) return
    await setState(tx, held.id, {
      state: 'withdrawn',
      decided_at: tx.now,
      decided_by: describeActor(tx.actor),
    })
    await announce(
      tx,
      groupApplicationDecided,
      { applicationId: held.id, state: 'withdrawn' },
      { groupId, memberId },
    )
  })
}
