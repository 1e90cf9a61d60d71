/** One talk: who holds it, how it stands, what was answered. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import type { Day } from '#base/time/calendar.ts'
import { audit } from '#modules/identity/api.ts'
import { audienceProblems } from '../problems.ts'
import { interviewHeld } from './interviews.facts.ts'
import type { Interview, InterviewState } from './studies.sql.ts'

export interface InterviewChange {
  readonly interviewerId?: Id | null | undefined
  readonly state?: InterviewState | undefined
  readonly dueOn?: Day | null | undefined
  readonly heldOn?: Day | undefined
  readonly answers?: readonly string[] | undefined
  readonly summary?: string | undefined
}

/** Changes a talk of an open study; the first time it is held is announced. `today` stands for a missing day. */
export async function changeInterview(
  ctx: Ctx,
  interview: Interview,
  change: InterviewChange,
  today: Day,
): Promise<void> {
  if (interview.studyClosed) throw audienceProblems.studyClosed()
  await transact(ctx, async (tx) => {
    if (change.interviewerId) {
      const works = await tx.db
        .selectFrom('operator')
        .select('account_id')
        .where('account_id', '=', change.interviewerId)
        .executeTakeFirst()
      if (!works) throw audienceProblems.interviewerUnknown()
    }
    const held = await tx.db
      .selectFrom('interview')
      .select('state')
      .where('id', '=', interview.id)
      .forUpdate()
      .executeTakeFirst()
    if (!held) throw audienceProblems.interviewNotFound()
    const state = change.state ?? (held.state as InterviewState)
    const heldOn = state === 'held' ? (change.heldOn ?? interview.heldOn ?? today) : null
    await tx.db
      .updateTable('interview')
      .set({
        interviewer_id: change.interviewerId === undefined ? interview.interviewerId : change.interviewerId,
        state,
        due_on: sql<Date | null>`${change.dueOn === undefined ? interview.dueOn : change.dueOn}::date`,
        held_on: sql<Date | null>`${heldOn}::date`,
        answers: JSON.stringify(change.answers ?? interview.answers),
        summary: change.summary ?? interview.summary,
        changed_at: ctx.now,
      })
      .where('id', '=', interview.id)
      .execute()
    if (state === 'held' && held.state !== 'held')
      await announce(
        tx,
        interviewHeld,
        { studyId: interview.studyId },
        { memberId: interview.memberId, object: { kind: 'interview', id: interview.id } },
      )
    await audit(
      tx,
      'interview.changed',
      { kind: 'interview', id: interview.id },
      { fields: Object.keys(change) },
    )
  })
}

/** Takes a member out of the sample. Throws `interview_was_held` when the talk took place. */
export async function dropInterview(ctx: Ctx, interview: Interview): Promise<void> {
  await transact(ctx, async (tx) => {
    const gone = await tx.db
      .deleteFrom('interview')
      .where('id', '=', interview.id)
      .where('state', '<>', 'held')
      .returning('id')
      .executeTakeFirst()
    if (!gone) throw audienceProblems.interviewWasHeld()
    await audit(
      tx,
      'interview.dropped',
      { kind: 'interview', id: interview.id },
      { study: interview.studyId },
    )
  })
}
