/** Annotations: what happened outside of the figures, written on charts by operators. */
import { type RawBuilder, sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import type { Day } from '#base/time/calendar.ts'
import { audit } from '#modules/identity/api.ts'
import { insightProblems } from '../problems.ts'
import type { Days } from '../shapes.ts'

export const annotationKinds = ['release', 'activity', 'campaign', 'content', 'outside', 'other'] as const
export type AnnotationKind = (typeof annotationKinds)[number]

export interface Annotation {
  readonly id: Id
  readonly day: Day
  /** Last day, where it took longer than one. */
  readonly until: Day | null
  readonly text: string
  readonly kind: AnnotationKind
  readonly groupId: Id | null
  readonly byName: string | null
}
export type AnnotationFields = Omit<Annotation, 'id' | 'byName'>

const nameOfActor = (actor: RawBuilder<string>) => sql<string | null>`(
  select account.name from account where account.id = substring(${actor} from '^account:(\\d+)$')::bigint)`

const annotations = (ctx: Ctx) =>
  ctx.db
    .selectFrom('annotation')
    .select([
      'id',
      sql<Day>`to_char(day, 'YYYY-MM-DD')`.as('day'),
      sql<Day | null>`to_char(until, 'YYYY-MM-DD')`.as('until'),
      'text',
      sql<AnnotationKind>`kind`.as('kind'),
      'group_id as groupId',
      nameOfActor(sql`created_by`).as('byName'),
    ])

/** More on one chart nobody reads. */
export const mostShown = 200

/** What they say now; those that were removed are missing. */
export async function findAnnotationWords(ctx: Ctx, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (ids.length === 0) return new Map()
  const rows = await annotations(ctx)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, text }) => [id, text]))
}

/** Of some days, oldest first: about the whole community, and about a group when one is given. */
export async function findAnnotations(
  ctx: Ctx,
  { from, to }: Days,
  group: Id | undefined,
): Promise<Annotation[]> {
  return await annotations(ctx)
    .where(sql<boolean>`day <= ${to}::date and coalesce(until, day) >= ${from}::date`)
    .where((where) =>
      where.or([where('group_id', 'is', null), ...(group ? [where('group_id', '=', group)] : [])]),
    )
    .orderBy('annotation.day')
    .orderBy('id')
    .limit(mostShown)
    .execute()
}

/** Throws `annotation_not_found`. */
export async function getAnnotation(ctx: Ctx, id: Id): Promise<Annotation> {
  const found = await annotations(ctx).where('id', '=', id).executeTakeFirst()
  if (!found) throw insightProblems.annotationNotFound()
  return found
}

/** Throws `annotation_backwards`. */
export async function annotate(ctx: Ctx, fields: AnnotationFields): Promise<Annotation> {
  return await transact(ctx, async (tx) => {
    const by = describeActor(tx.actor)
    const { id } = await tx.db
      .insertInto('annotation')
      .values({ ...columns(fields), created_at: tx.now, created_by: by, changed_at: tx.now, changed_by: by })
      .returning('id')
      .executeTakeFirstOrThrow()
    await audit(tx, 'annotation.made', { kind: 'annotation', id }, { ...fields })
    return await getAnnotation(tx, id)
  })
}

/** Throws `annotation_not_found` and `annotation_backwards`. */
export async function changeAnnotation(
  ctx: Ctx,
  id: Id,
  change: Partial<AnnotationFields>,
): Promise<Annotation> {
  return await transact(ctx, async (tx) => {
    const before = await getAnnotation(tx, id)
    const fields = { ...before, ...change }
    await tx.db
      .updateTable('annotation')
      .set({ ...columns(fields), changed_at: tx.now, changed_by: describeActor(tx.actor) })
      .where('id', '=', id)
      .execute()
    await audit(tx, 'annotation.changed', { kind: 'annotation', id }, { was: before.text, ...change })
    return await getAnnotation(tx, id)
  })
}

/** Throws `annotation_not_found`. */
export async function removeAnnotation(ctx: Ctx, id: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const { text, day } = await getAnnotation(tx, id)
    await tx.db.deleteFrom('annotation').where('id', '=', id).execute()
    await audit(tx, 'annotation.removed', { kind: 'annotation', id }, { text, day })
  })
}

function columns({ day, until, text, kind, groupId }: AnnotationFields) {
  if (until !== null && until <= day) throw insightProblems.annotationBackwards()
  return {
    day: sql<Date>`${day}::date`,
    until: until === null ? null : sql<Date>`${until}::date`,
    text,
    kind,
    group_id: groupId,
  }
}
