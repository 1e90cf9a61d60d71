/** The stage of the product as operators chose it: who, when and why; nothing is written over. */
import { type RawBuilder, sql } from 'kysely'
import { describeActor, type Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import { cutPage, type Place } from '#base/http/cursor.ts'
import { type Day, dayOf } from '#base/time/calendar.ts'
import { readClock } from '#modules/audience/api.ts'
import { audit } from '#modules/identity/api.ts'
import { productStageChosen } from '../facts.ts'
import { insightProblems } from '../problems.ts'
import { type Differing, findDiffering, type Look, type Stage, type Suggestion } from './stage.ts'

export interface ChosenStage {
  readonly id: Id
  readonly stage: Stage
  readonly why: string
  /** What the figures suggested then. */
  readonly against: Stage | null
  readonly chosenAt: Date
  readonly byName: string | null
}

const nameOfActor = (actor: RawBuilder<string>) => sql<string | null>`(
  select account.name from account where account.id = substring(${actor} from '^account:(\\d+)$')::bigint)`

const chosen = (ctx: Ctx) =>
  ctx.db
    .selectFrom('product_stage')
    .select([
      'id',
      sql<Stage>`stage`.as('stage'),
      'why',
      sql<Stage | null>`against`.as('against'),
      'chosen_at as chosenAt',
      nameOfActor(sql`chosen_by`).as('byName'),
    ])
    .orderBy('chosen_at', 'desc')
    .orderBy('id', 'desc')

/** As it stands; undefined before anybody chose. */
export const findStage = (ctx: Ctx): Promise<ChosenStage | undefined> =>
  chosen(ctx).limit(1).executeTakeFirst()

/** Every choice, the latest first. */
export async function findStages(
  ctx: Ctx,
  { after, limit }: { readonly after: Place | undefined; readonly limit: number },
): Promise<{ items: ChosenStage[]; next: Place | null }> {
  let query = chosen(ctx).select(sql<string>`chosen_at::text`.as('place'))
  if (after)
    query = query.where(sql<boolean>`(chosen_at, id) < (${after.value}::timestamptz, ${after.id}::bigint)`)
  const page = cutPage(await query.limit(limit + 1).execute(), limit, ({ place, id }) => ({
    value: place,
    id,
  }))
  return { ...page, items: page.items.map(({ place: _, ...row }) => row) }
}

/** Weekly looks, the latest first. */
export const findLooks = (ctx: Ctx, limit: number): Promise<(Look & { evidence: Suggestion })[]> =>
  ctx.db
    .selectFrom('product_stage_look')
    .select([
      sql<Day>`week::text`.as('week'),
      sql<Stage | null>`suggested`.as('suggested'),
      sql<Suggestion>`evidence`.as('evidence'),
    ])
    .orderBy('week', 'desc')
    .limit(limit)
    .execute()

/** More weeks than these are told as these. */
export const mostLooks = 26

export interface Standing {
  readonly chosen: ChosenStage | undefined
  readonly differing: Differing | undefined
  /** What the latest look rested on. */
  readonly evidence: Suggestion | undefined
}

/** What was chosen, and whether the figures have said something else for long. Asks nothing of the warehouse. */
export async function findStanding(ctx: Ctx): Promise<Standing> {
  const found = await findStage(ctx)
  if (!found) return { chosen: undefined, differing: undefined, evidence: undefined }
  const [looks, { zone, today }] = [await findLooks(ctx, mostLooks), await readClock(ctx)]
  const differing = findDiffering({ ...found, day: dayOf(found.chosenAt, zone) }, looks, today)
  return { chosen: found, differing, evidence: looks[0]?.evidence }
}

/**
 * Chooses the stage; the same one again keeps it against what the figures suggest. `after` is the choice that was
 * seen. Throws `stage_chosen_meanwhile`.
 */
export async function chooseStage(
  ctx: Ctx,
  { stage, why, after }: { readonly stage: Stage; readonly why: string; readonly after: Id | null },
): Promise<ChosenStage> {
  return await transact(ctx, async (tx) => {
    await sql`lock table product_stage in share row exclusive mode`.execute(tx.db)
    const was = await findStage(tx)
    if ((was?.id ?? null) !== after) throw insightProblems.stageChosenMeanwhile()
    const [look] = await findLooks(tx, 1)
    const { id } = await tx.db
      .insertInto('product_stage')
      .values({
        stage,
        why,
        against: look?.suggested ?? null,
        chosen_at: tx.now,
        chosen_by: describeActor(tx.actor),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const object = { kind: 'product_stage', id }
    await announce(tx, productStageChosen, { stage, was: was?.stage ?? null }, { object })
    await audit(tx, 'insight.stage_chosen', object, { stage, was: was?.stage ?? null, why })
    return (await findStage(tx))!
  })
}
