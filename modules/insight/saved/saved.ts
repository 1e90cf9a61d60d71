/** Questions that people keep. One's own are one's own business; shared ones belong to who may edit figures. */
import { type RawBuilder, sql } from 'kysely'
import { describeActor, type Id, may } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { problems } from '#base/http/problem.ts'
import { audit } from '#modules/identity/api.ts'
import { insightProblems } from '../problems.ts'

/** More than these of his own nobody finds again. */
export const mostSaved = 1_000

export interface SavedQuestion {
  readonly id: Id
  readonly analysis: string
  readonly question: Readonly<Record<string, unknown>>
  readonly name: string
  readonly note: string
  readonly shared: boolean
  readonly createdAt: Date
  readonly createdBy: string
  readonly createdByName: string | null
  readonly changedAt: Date
}

export type NewQuestion = Pick<SavedQuestion, 'analysis' | 'question' | 'name' | 'note' | 'shared'>
export type QuestionChange = Partial<Omit<NewQuestion, 'analysis'>>

const nameOfActor = (actor: RawBuilder<string>) => sql<string | null>`(
  select account.name from account where account.id = substring(${actor} from '^account:(\\d+)$')::bigint)`

const questions = (ctx: Ctx) =>
  ctx.db
    .selectFrom('saved_question')
    .select([
      'id',
      'analysis',
      sql<Record<string, unknown>>`question`.as('question'),
      'name',
      'note',
      'shared',
      'created_at as createdAt',
      'created_by as createdBy',
      nameOfActor(sql`created_by`).as('createdByName'),
      'changed_at as changedAt',
    ])

/** Whether a question is the actor's own. */
export const isOwn = (ctx: Ctx, { createdBy }: Pick<SavedQuestion, 'createdBy'>): boolean =>
  createdBy === describeActor(ctx.actor)

export const canChangeQuestion = (ctx: Ctx, question: Pick<SavedQuestion, 'createdBy' | 'shared'>): boolean =>
  may(ctx.actor, 'insight.edit') && (question.shared || isOwn(ctx, question))

export interface QuestionFilter {
  readonly analysis?: string | undefined
  readonly q?: string | undefined
}

/** One's own and shared ones, the latest first, below the id `before`; one more than `limit`. */
export async function findQuestions(
  ctx: Ctx,
  { analysis, q }: QuestionFilter,
  { before, limit }: { readonly before: Id | undefined; readonly limit: number },
): Promise<SavedQuestion[]> {
  let found = questions(ctx).where((where) =>
    where.or([where('shared', '=', true), where('created_by', '=', describeActor(ctx.actor))]),
  )
  if (analysis) found = found.where('analysis', '=', analysis)
  if (q) found = found.where(sql<boolean>`strpos(lower(name), lower(${q})) > 0`)
  if (before) found = found.where('id', '<', before)
  return await found
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** Throws `question_not_found` for what is not there and for what is somebody else's. */
export async function accessQuestion(ctx: Ctx, id: Id): Promise<SavedQuestion> {
  const found = await questions(ctx).where('id', '=', id).executeTakeFirst()
  if (!found || !(found.shared || isOwn(ctx, found))) throw insightProblems.questionNotFound()
  return found
}

/** Throws `too_many_questions` for who has kept as many as one may. */
export async function saveQuestion(ctx: Ctx, wanted: NewQuestion): Promise<SavedQuestion> {
  return await transact(ctx, async (tx) => {
    const by = describeActor(tx.actor)
    // Two of the same person at the same moment count one after the other.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`saved question of ${by}`}, 0))`.execute(tx.db)
    const { count } = await tx.db
      .selectFrom('saved_question')
      .select(sql<number>`count(*)::int`.as('count'))
      .where('created_by', '=', by)
      .executeTakeFirstOrThrow()
    if (count >= mostSaved) throw insightProblems.tooManyQuestions({ values: { most: mostSaved } })
    const { id } = await tx.db
      .insertInto('saved_question')
      .values({
        ...wanted,
        question: JSON.stringify(wanted.question),
        created_at: tx.now,
        created_by: by,
        changed_at: tx.now,
        changed_by: by,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await audit(tx, 'question.saved', { kind: 'question', id }, told(wanted, wanted.shared))
    return await accessQuestion(tx, id)
  })
}

/**
 * Throws `question_not_found`, and `forbidden` for who may see it but not change it; nobody takes back what somebody
 * else shares, since it would be out of everybody's sight but its maker's.
 */
export async function changeQuestion(ctx: Ctx, id: Id, change: QuestionChange): Promise<SavedQuestion> {
  return await transact(ctx, async (tx) => {
    const before = await changeable(tx, id)
    if (change.shared === false && before.shared && !isOwn(tx, before)) throw problems.forbidden()
    const { question, ...rest } = change
    await tx.db
      .updateTable('saved_question')
      .set({
        ...rest,
        ...(question ? { question: JSON.stringify(question) } : {}),
        changed_at: tx.now,
        changed_by: describeActor(tx.actor),
      })
      .where('id', '=', id)
      .execute()
    const after = await accessQuestion(tx, id)
    await audit(
      tx,
      'question.changed',
      { kind: 'question', id },
      {
        ...(before.shared ? { was: before.name } : {}),
        ...told({ analysis: after.analysis, shared: after.shared, ...change }, after.shared),
      },
    )
    return after
  })
}

/** Throws `question_not_found`, and `forbidden` for who may see it but not change it. */
export async function removeQuestion(ctx: Ctx, id: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const { name, analysis, shared } = await changeable(tx, id)
    await tx.db.deleteFrom('saved_question').where('id', '=', id).execute()
    await audit(tx, 'question.removed', { kind: 'question', id }, told({ analysis, shared, name }, shared))
  })
}

/** What others may read of it in the audit log: of a question that is one's own, no word of what is asked. */
function told(
  { analysis, shared, ...texts }: Partial<NewQuestion>,
  isShared: boolean,
): Record<string, unknown> {
  return { analysis, shared, ...(isShared ? texts : {}) }
}

async function changeable(tx: Ctx, id: Id): Promise<SavedQuestion> {
  await tx.db.selectFrom('saved_question').select('id').where('id', '=', id).forUpdate().execute()
  const question = await accessQuestion(tx, id)
  if (!canChangeQuestion(tx, question)) throw problems.forbidden()
  return question
}
