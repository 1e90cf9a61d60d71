/**
 * Studies: whom to talk to, about what, and what was found. The sample is drawn from the target members at
 * random or by quota; whoever was interviewed lately is left in peace (S3-22, S3-24).
 */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { problems } from '#base/http/problem.ts'
import { audit } from '#modules/identity/api.ts'
import { findMemberIds } from '#modules/members/api.ts'
import type { Audience } from '../audience.ts'
import type { Definition } from '../conditions/condition.ts'
import { audienceProblems } from '../problems.ts'
import { keepSegmentUses } from '../segments/references.ts'
import { getStudy, type Study } from './studies.sql.ts'

export interface Quota {
  readonly label: string
  readonly definition: Definition
  readonly wanted: number
}

export interface StudyPlan {
  readonly title: string
  readonly goal: string
  readonly definition: Definition
  readonly method: 'random' | 'quota'
  readonly target: number
  readonly quotas: readonly Quota[]
  readonly guide: readonly string[]
}

/** Days after a talk in which a member is not drawn again. */
export const restDays = 90

async function checkDefinitions(ctx: Ctx, audience: Audience, plan: Partial<StudyPlan>): Promise<void> {
  if (plan.definition) await audience.check(ctx, plan.definition, ['body', 'definition'])
  for (const [at, quota] of (plan.quotas ?? []).entries())
    await audience.check(ctx, quota.definition, ['body', 'quotas', at, 'definition'])
}

async function writeQuotas(tx: Ctx, studyId: Id, quotas: readonly Quota[]): Promise<void> {
  await tx.db.deleteFrom('study_quota').where('study_id', '=', studyId).execute()
  if (quotas.length === 0) return
  await tx.db
    .insertInto('study_quota')
    .values(
      quotas.map((quota, position) => ({
        study_id: studyId,
        position,
        label: quota.label,
        definition: JSON.stringify(quota.definition),
        wanted: quota.wanted,
      })),
    )
    .execute()
}

/** Notes which segments a study asks for while it is open; `undefined` when it is closed or goes. */
const keepUses = (
  tx: Ctx,
  id: Id,
  title: string,
  plan: Pick<StudyPlan, 'definition' | 'quotas'> | undefined,
): Promise<void> =>
  keepSegmentUses(
    tx,
    { by: 'study', id, name: title, path: `/members/studies/${id}` },
    plan && {
      version: 1,
      who: {
        kind: 'all',
        of: [plan.definition, ...plan.quotas.map((each) => each.definition)].map(({ who }) => who),
      },
    },
  )

/** Throws `condition_invalid`. Returns the id. */
export async function openStudy(ctx: Ctx, audience: Audience, plan: StudyPlan): Promise<Id> {
  await checkDefinitions(ctx, audience, plan)
  return await transact(ctx, async (tx) => {
    const { id } = await tx.db
      .insertInto('study')
      .values({
        title: plan.title,
        goal: plan.goal,
        definition: JSON.stringify(plan.definition),
        method: plan.method,
        target: plan.target,
        guide: JSON.stringify(plan.guide),
        created_at: ctx.now,
        created_by: describeActor(ctx.actor),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await writeQuotas(tx, id, plan.quotas)
    await keepUses(tx, id, plan.title, plan)
    await audit(tx, 'study.opened', { kind: 'study', id }, { title: plan.title })
    return id
  })
}

/** Changes an open study; the sample that was drawn stays. */
export async function changeStudy(
  ctx: Ctx,
  audience: Audience,
  study: Study,
  change: Partial<StudyPlan> & {
    readonly conclusion?: string | undefined
    readonly closed?: boolean | undefined
  },
): Promise<void> {
  await checkDefinitions(ctx, audience, change)
  await transact(ctx, async (tx) => {
    const closed = change.closed ?? study.closedAt !== null
    await tx.db
      .updateTable('study')
      .set({
        title: change.title ?? study.title,
        goal: change.goal ?? study.goal,
        definition: JSON.stringify(change.definition ?? study.definition),
        method: change.method ?? study.method,
        target: change.target ?? study.target,
        guide: JSON.stringify(change.guide ?? study.guide),
        conclusion: change.conclusion ?? study.conclusion,
        closed_at: closed ? (study.closedAt ?? ctx.now) : null,
        closed_by: closed ? (study.closedBy ?? describeActor(ctx.actor)) : null,
      })
      .where('id', '=', study.id)
      .execute()
    if (change.quotas) await writeQuotas(tx, study.id, change.quotas)
    const asked = {
      definition: change.definition ?? study.definition,
      quotas: change.quotas ?? study.quotas,
    }
    await keepUses(tx, study.id, change.title ?? study.title, closed ? undefined : asked)
    await audit(tx, 'study.changed', { kind: 'study', id: study.id }, { fields: Object.keys(change) })
  })
}

/** Removes a study in which nobody was talked to. Throws `study_has_interviews`. */
export async function removeStudy(ctx: Ctx, study: Study): Promise<void> {
  await transact(ctx, async (tx) => {
    const held = await tx.db
      .selectFrom('interview')
      .select('id')
      .where('study_id', '=', study.id)
      .where('state', '=', 'held')
      .limit(1)
      .executeTakeFirst()
    if (held) throw audienceProblems.studyHasInterviews()
    await keepUses(tx, study.id, study.title, undefined)
    await tx.db.deleteFrom('study').where('id', '=', study.id).execute()
    await audit(tx, 'study.removed', { kind: 'study', id: study.id }, { title: study.title })
  })
}

/** Members that must not be drawn: those of this study, and those who were talked to within the rest. */
async function findLeftInPeace(ctx: Ctx, studyId: Id, ids: readonly Id[]): Promise<Set<Id>> {
  const { rows } = await sql<{ id: Id }>`
    select distinct member_id as id from interview
     where member_id = any(${[...ids]}::bigint[])
       and (study_id = ${studyId} or held_on > (${ctx.now}::timestamptz - make_interval(days => ${restDays}))::date)`.execute(
    ctx.db,
  )
  return new Set(rows.map((row) => row.id))
}

/** How many are still to be drawn; those who declined or were missed count as lost. */
async function countMissing(ctx: Ctx, studyId: Id, quota: number | null, wanted: number): Promise<number> {
  const { rows } = await sql<{ held: number }>`
    select count(*)::int as held from interview
     where study_id = ${studyId} and quota is not distinct from ${quota}::int
       and state in ('chosen', 'invited', 'held')`.execute(ctx.db)
  return wanted - rows[0]!.held
}

/**
 * Draws members until the study has as many as it wants, counting those who declined or were missed as
 * lost. The same seed draws the same. Returns how many were added; fewer than wanted when there are no more.
 */
export async function drawSample(ctx: Ctx, audience: Audience, studyId: Id, seed: number): Promise<number> {
  const study = await getStudy(ctx, studyId)
  if (study.closedAt) throw audienceProblems.studyClosed()
  const parts =
    study.method === 'random'
      ? [{ quota: null, wanted: study.target, definition: study.definition }]
      : study.quotas.map((quota, at) => ({
          quota: at,
          wanted: quota.wanted,
          definition: {
            version: 1 as const,
            who: { kind: 'all' as const, of: [study.definition.who, quota.definition.who] },
          },
        }))
  // Asked before the transaction: the warehouse takes its time, and a lock should not.
  const drawn = await Promise.all(
    parts.map(async ({ quota, wanted, definition }) => ({
      quota,
      wanted,
      ids:
        (await countMissing(ctx, study.id, quota, wanted)) > 0
          ? await audience.sample(ctx, definition, Math.min(wanted * 3 + 40, 1_000), seed)
          : [],
    })),
  )
  return await transact(ctx, async (tx) => {
    await tx.db.selectFrom('study').select('id').where('id', '=', study.id).forUpdate().execute()
    let added = 0
    for (const { quota, wanted, ids } of drawn) {
      const missing = await countMissing(tx, study.id, quota, wanted)
      if (missing <= 0) continue
      const leave = await findLeftInPeace(tx, study.id, ids)
      const chosen = ids.filter((id) => !leave.has(id)).slice(0, missing)
      if (chosen.length === 0) continue
      const inserted = await tx.db
        .insertInto('interview')
        .values(
          chosen.map((memberId) => ({
            study_id: study.id,
            member_id: memberId,
            quota,
            chosen_at: ctx.now,
            chosen_by: describeActor(ctx.actor),
            changed_at: ctx.now,
          })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .execute()
      added += inserted.length
    }
    await audit(tx, 'study.sampled', { kind: 'study', id: study.id }, { added, seed })
    return added
  })
}

/** Takes members into the sample by hand; who is in it stays as he is. Returns how many are new. */
export async function addToSample(ctx: Ctx, study: Study, memberIds: readonly Id[]): Promise<number> {
  if (study.closedAt) throw audienceProblems.studyClosed()
  return await transact(ctx, async (tx) => {
    const known = await findMemberIds(tx, memberIds)
    if (memberIds.some((id) => !known.has(id))) throw problems.notFound()
    const inserted = await tx.db
      .insertInto('interview')
      .values(
        [...known].sort().map((memberId) => ({
          study_id: study.id,
          member_id: memberId,
          chosen_at: ctx.now,
          chosen_by: describeActor(ctx.actor),
          changed_at: ctx.now,
        })),
      )
      .onConflict((conflict) => conflict.columns(['study_id', 'member_id']).doNothing())
      .returning('id')
      .execute()
    await audit(
      tx,
      'study.sampled',
      { kind: 'study', id: study.id },
      { added: inserted.length, byHand: true },
    )
    return inserted.length
  })
}
