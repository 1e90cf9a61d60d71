/** Merges that were done, and pairs that may be one person. */
import { sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { audit } from '#modules/identity/api.ts'
import { memberProblems } from '../problems.ts'

export const mergeReasons = ['phone', 'email', 'external', 'wechat', 'name', 'hand'] as const
export type MergeReason = (typeof mergeReasons)[number]

export interface Merge {
  readonly id: Id
  readonly doubleId: Id
  readonly intoId: Id
  readonly reason: MergeReason
  readonly note: string
  readonly mergedAt: Date
  readonly mergedBy: string
  readonly moved: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly undoUntil: Date
  readonly undoneAt: Date | null
}

const columns = sql`
  id, double_id as "doubleId", into_id as "intoId", reason, note, merged_at as "mergedAt", merged_by as "mergedBy",
  moved, undo_until as "undoUntil", undone_at as "undoneAt"`

export async function getMerge(ctx: Ctx, id: Id): Promise<Merge> {
  const { rows } = await sql<Merge>`select ${columns} from member_merge where id = ${id}`.execute(ctx.db)
  if (!rows[0]) throw memberProblems.mergeNotFound()
  return rows[0]
}

/** Merges, newest first; of one member when asked, whichever side he was on. */
export async function findMerges(
  ctx: Ctx,
  {
    memberId,
    after,
    limit,
  }: { readonly memberId: Id | undefined; readonly after: Id | undefined; readonly limit: number },
): Promise<{ items: readonly Merge[]; next: Id | null }> {
  const { rows } = await sql<Merge>`
    select ${columns} from member_merge
     where true ${memberId ? sql`and (double_id = ${memberId} or into_id = ${memberId})` : sql``}
           ${after ? sql`and id < ${after}` : sql``}
     order by id desc limit ${limit + 1}`.execute(ctx.db)
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

export interface Double {
  readonly id: Id
  readonly lowId: Id
  readonly highId: Id
  readonly reason: Exclude<MergeReason, 'hand'>
  readonly foundAt: Date
}

/** Pairs that nobody has decided about, strong reasons and newest first. */
export async function findDoubles(
  ctx: Ctx,
  {
    memberId,
    after,
    limit,
  }: { readonly memberId: Id | undefined; readonly after: Id | undefined; readonly limit: number },
): Promise<{ items: readonly Double[]; next: Id | null }> {
  const { rows } = await sql<Double>`
    select pair.id, pair.low_id as "lowId", pair.high_id as "highId", pair.reason, pair.found_at as "foundAt"
      from member_double as pair
      join member as low on low.id = pair.low_id and low.merged_into is null
      join member as high on high.id = pair.high_id and high.merged_into is null
     where pair.apart_at is null
           ${memberId ? sql`and (pair.low_id = ${memberId} or pair.high_id = ${memberId})` : sql``}
           ${after ? sql`and pair.id < ${after}` : sql``}
     order by pair.id desc limit ${limit + 1}`.execute(ctx.db)
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

/** How many pairs wait for a decision; at most a thousand are counted. */
export async function countDoubles(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(*) as count from (
      select from member_double as pair
        join member as low on low.id = pair.low_id and low.merged_into is null
        join member as high on high.id = pair.high_id and high.merged_into is null
       where pair.apart_at is null limit 1000) as counted`.execute(ctx.db)
  return Number(rows[0]!.count)
}

/** Says that a pair is two people: it is not offered again. Throws `merge_not_found`. */
export async function tellApart(ctx: Ctx, id: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const pair = await tx.db
      .updateTable('member_double')
      .set({ apart_at: ctx.now, apart_by: describeActor(ctx.actor) })
      .where('id', '=', id)
      .returning(['low_id', 'high_id'])
      .executeTakeFirst()
    if (!pair) throw memberProblems.mergeNotFound()
    await audit(tx, 'member.told_apart', { kind: 'member', id: pair.low_id }, { other: pair.high_id })
  })
}
