/** Pain points: found in talks, tested by four questions, decided upon (S3-34 to S3-39). */
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { audit } from '#modules/identity/api.ts'
import { audienceProblems } from '../problems.ts'
import type { Interview, PainPoint, Study, TestAnswer } from './studies.sql.ts'

export interface PainWords {
  readonly title: string
  readonly headache: TestAnswer
  readonly willing: TestAnswer
  readonly alternatives: TestAnswer
  readonly reassured: TestAnswer
  readonly note: string
  readonly decision: PainPoint['decision']
  readonly action: string
}

/** Shared when at least half of those who were talked to, and at least three, say it. */
export const isShared = (mentions: number, held: number): boolean => mentions >= 3 && mentions * 2 >= held

/**
 * What the four tests say: `solve` when it hurts now, people would change for it, and what worries them can be
 * taken away, or nobody else offers a way; `drop` when it does not hurt or nobody would change; `test` on a
 * small scale as long as something is not known (S3-39).
 */
export function advise({
  headache,
  willing,
  alternatives,
  reassured,
}: Pick<PainWords, 'headache' | 'willing' | 'alternatives' | 'reassured'>): 'solve' | 'test' | 'drop' {
  if (headache === 'no' || willing === 'no') return 'drop'
  if (
    headache === 'yes' &&
    willing === 'yes' &&
    (reassured === 'yes' || (alternatives === 'no' && reassured !== 'no'))
  )
    return 'solve'
  return 'test'
}

export async function notePainPoint(ctx: Ctx, study: Study, pain: PainWords): Promise<Id> {
  if (study.closedAt) throw audienceProblems.studyClosed()
  return await transact(ctx, async (tx) => {
    const { id } = await tx.db
      .insertInto('pain_point')
      .values({
        ...pain,
        study_id: study.id,
        created_at: ctx.now,
        created_by: describeActor(ctx.actor),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await audit(tx, 'pain_point.noted', { kind: 'pain_point', id }, { title: pain.title })
    return id
  })
}

export async function changePainPoint(ctx: Ctx, pain: PainPoint, change: Partial<PainWords>): Promise<void> {
  await transact(ctx, async (tx) => {
    await tx.db
      .updateTable('pain_point')
      .set({
        title: change.title ?? pain.title,
        headache: change.headache ?? pain.headache,
        willing: change.willing ?? pain.willing,
        alternatives: change.alternatives ?? pain.alternatives,
        reassured: change.reassured ?? pain.reassured,
        note: change.note ?? pain.note,
        decision: change.decision ?? pain.decision,
        action: change.action ?? pain.action,
      })
      .where('id', '=', pain.id)
      .execute()
    await audit(
      tx,
      'pain_point.changed',
      { kind: 'pain_point', id: pain.id },
      { fields: Object.keys(change) },
    )
  })
}

export async function removePainPoint(ctx: Ctx, pain: PainPoint): Promise<void> {
  await transact(ctx, async (tx) => {
    await tx.db.deleteFrom('pain_point').where('id', '=', pain.id).execute()
    await audit(tx, 'pain_point.removed', { kind: 'pain_point', id: pain.id }, { title: pain.title })
  })
}

/** Notes that somebody said it, in his words. Throws `interview_not_found` for a talk of another study. */
export async function noteMention(
  ctx: Ctx,
  pain: PainPoint,
  interview: Interview,
  quote: string,
): Promise<void> {
  if (interview.studyId !== pain.studyId) throw audienceProblems.interviewNotFound()
  await transact(ctx, async (tx) => {
    await tx.db
      .insertInto('pain_mention')
      .values({ pain_point_id: pain.id, interview_id: interview.id, quote })
      .onConflict((conflict) => conflict.columns(['pain_point_id', 'interview_id']).doUpdateSet({ quote }))
      .execute()
    await audit(tx, 'pain_point.mentioned', { kind: 'pain_point', id: pain.id }, { interview: interview.id })
  })
}

export async function removeMention(ctx: Ctx, pain: PainPoint, interviewId: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    await tx.db
      .deleteFrom('pain_mention')
      .where('pain_point_id', '=', pain.id)
      .where('interview_id', '=', interviewId)
      .execute()
    await audit(
      tx,
      'pain_point.mention_removed',
      { kind: 'pain_point', id: pain.id },
      { interview: interviewId },
    )
  })
}
