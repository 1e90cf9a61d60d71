/** What the life cycle screens read: sizes over time, flow between stages, who is behind a number. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'

export interface Size {
  readonly day: string
  readonly counts: Readonly<Record<string, number>>
  readonly moved: number
}

/** Sizes of the stages on the days on which they were computed, oldest first. */
export async function findLifeSizes(ctx: Ctx, modelId: Id, days: number): Promise<Size[]> {
  const rows = await ctx.db
    .selectFrom('life_run')
    .select([sql<string>`as_of::text`.as('day'), sql<Record<string, number>>`counts`.as('counts'), 'moved'])
    .where('model_id', '=', modelId)
    .orderBy('as_of', 'desc')
    .limit(days)
    .execute()
  return rows.reverse()
}

export interface LifeRun extends Size {
  readonly computedAt: Date
}

export async function findLastRun(ctx: Ctx, modelId: Id): Promise<LifeRun | undefined> {
  return await ctx.db
    .selectFrom('life_run')
    .select([
      sql<string>`as_of::text`.as('day'),
      sql<Record<string, number>>`counts`.as('counts'),
      'moved',
      'computed_at as computedAt',
    ])
    .where('model_id', '=', modelId)
    .orderBy('as_of', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export interface Flow {
  readonly from: string | null
  readonly to: string | null
  readonly members: number
}

/** Where each came from and is now, of those that moved after a day: the first place against the last. */
const moved = (modelId: Id, after: string) => sql`
  select member_id, (array_agg(from_stage order by id))[1] as from_stage,
         (array_agg(to_stage order by id desc))[1] as to_stage
    from life_change where model_id = ${modelId}::bigint and as_of > ${after}::date
   group by member_id`

/** How many went from where to where since a day, and how many stayed where they were (`from` is `to`). */
export async function findFlow(ctx: Ctx, modelId: Id, after: string): Promise<Flow[]> {
  const { rows } = await sql<Flow>`
    with moved as (${moved(modelId, after)}),
    went as (select from_stage, to_stage, count(*)::int as members from moved group by from_stage, to_stage),
    stayed as (
      select stage, count(*)::int as members from life_standing
       where model_id = ${modelId}::bigint and not exists (select from moved where moved.member_id = life_standing.member_id)
       group by stage)
    select from_stage as "from", to_stage as "to", sum(members)::int as members
      from (select * from went union all select stage, stage, members from stayed) as every
     group by 1, 2 order by 1 nulls first, 2 nulls last`.execute(ctx.db)
  return rows
}

export interface Behind {
  readonly stage?: string | undefined
  /** Only who was elsewhere on a day: `null` for not there yet. */
  readonly came?: { readonly after: string; readonly from: string | null } | undefined
}

export interface Standing {
  readonly memberId: Id
  readonly stage: string
  readonly since: string
}

/** Members in a stage (or who came into it), by id, after an id. */
export async function findStanding(
  ctx: Ctx,
  modelId: Id,
  { stage, came }: Behind,
  { after = '0', limit }: { readonly after?: Id | undefined; readonly limit: number },
): Promise<Standing[]> {
  const inStage = stage === undefined ? sql`true` : sql`stage = ${stage}`
  const cameFrom = came
    ? sql`exists (select from moved where moved.member_id = life_standing.member_id
        and moved.from_stage is not distinct from ${came.from}::text)`
    : sql`true`
  const { rows } = await sql<Standing>`
    ${came ? sql`with moved as (${moved(modelId, came.after)})` : sql``}
    select member_id as "memberId", stage, since::text from life_standing
     where model_id = ${modelId}::bigint and member_id > ${after}::bigint and ${inStage} and ${cameFrom}
     order by member_id limit ${limit}`.execute(ctx.db)
  return rows
}

export interface Change {
  readonly day: string
  readonly from: string | null
  readonly to: string | null
}

/** Moves of one member, newest first, at most fifty. */
export async function findChanges(ctx: Ctx, modelId: Id, memberId: Id): Promise<Change[]> {
  return await ctx.db
    .selectFrom('life_change')
    .select([sql<string>`as_of::text`.as('day'), 'from_stage as from', 'to_stage as to'])
    .where('model_id', '=', modelId)
    .where('member_id', '=', memberId)
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
}

/** Where one member is in each type of user that he is of. */
export async function findStandingsOf(
  ctx: Ctx,
  memberId: Id,
): Promise<(Standing & { readonly modelId: Id })[]> {
  return await ctx.db
    .selectFrom('life_standing')
    .innerJoin('life_model', 'life_model.id', 'life_standing.model_id')
    .select(['model_id as modelId', 'member_id as memberId', 'stage', sql<string>`since::text`.as('since')])
    .where('member_id', '=', memberId)
    .where('life_model.archived_at', 'is', null)
    .orderBy('model_id')
    .execute()
}
