/** The journal of what was seen as a member of other people's groups (S3-54): newest first. */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { type Place, writeCursor } from '#base/http/cursor.ts'
import { audit } from '#modules/identity/api.ts'
import { courseProblems } from '../course.problems.ts'

export const observationKinds = [
  'welcome',
  'content',
  'activity',
  'sale',
  'rules',
  'service',
  'leaving',
] as const
export type ObservationKind = (typeof observationKinds)[number]

export interface Observed {
  readonly place: string
  readonly platform: string
  readonly seenOn: string
  readonly kind: ObservationKind
  readonly saw: string
  readonly takeaway: string
  readonly charterId: Id | null
}

export interface Observation extends Observed {
  readonly id: Id
  readonly author: string
}

export async function findObservations(
  ctx: Ctx,
  {
    q,
    charterId,
    after,
    limit,
  }: {
    q?: string | undefined
    charterId?: Id | undefined
    after: Place | undefined
    limit: number
  },
): Promise<{ items: Observation[]; next: string | null }> {
  let query = ctx.db
    .selectFrom('group_observation as o')
    .leftJoin('account', 'account.id', 'o.author_id')
    .select([
      'o.id',
      'o.place',
      'o.platform',
      sql<string>`to_char(o.seen_on, 'YYYY-MM-DD')`.as('seenOn'),
      sql<ObservationKind>`o.kind`.as('kind'),
      'o.saw',
      'o.takeaway',
      'o.charter_id as charterId',
      sql<string>`coalesce(account.name, o.created_by)`.as('author'),
    ])
    .orderBy('o.seen_on', 'desc')
    .orderBy('o.id', 'desc')
  if (q)
    query = query.where(
      sql<boolean>`position(lower(${q}) in lower(o.place || ' ' || o.saw || ' ' || o.takeaway)) > 0`,
    )
  if (charterId) query = query.where('o.charter_id', '=', charterId)
  if (after)
    query = query.where(sql<boolean>`(o.seen_on, o.id) < (${after.value}::date, ${after.id}::bigint)`)
  const rows = await query.limit(limit + 1).execute()
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const next = rows.length > limit && last ? { value: last.seenOn, id: last.id } : null
  return { items, next: writeCursor('observations', next) }
}

export async function noteObservation(ctx: Ctx, seen: Observed): Promise<Id> {
  return await transact(ctx, async (tx) => {
    const { id } = await tx.db
      .insertInto('group_observation')
      .values({
        place: seen.place,
        platform: seen.platform,
        seen_on: sql<Date>`${seen.seenOn}::date`,
        kind: seen.kind,
        saw: seen.saw,
        takeaway: seen.takeaway,
        charter_id: seen.charterId,
        created_at: ctx.now,
        created_by: describeActor(ctx.actor),
        author_id: ctx.actor.kind === 'account' ? ctx.actor.accountId : null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await audit(tx, 'group_observation.noted', { kind: 'group_observation', id }, { place: seen.place })
    return id
  })
}

/** Throws `observation_not_found`. */
export async function removeObservation(ctx: Ctx, id: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const gone = await tx.db
      .deleteFrom('group_observation')
      .where('id', '=', id)
      .returning('place')
      .executeTakeFirst()
    if (!gone) throw courseProblems.observationNotFound()
    await audit(tx, 'group_observation.removed', { kind: 'group_observation', id }, gone)
  })
}
