/** Measuring groups: one reading for each group and day, kept as it was read. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import { type Ctx, transact } from '#base/context.ts'
import { announce } from '#base/facts/fact.ts'
import type { Warehouse } from '#base/parts.ts'
import { addToDay, type Day, dayOf } from '#base/time/calendar.ts'
import { findCommunity } from '#modules/identity/api.ts'
import { groupHealthChanged } from '../course.facts.ts'
import { type Figures, figures, figuresOf, weeksShown } from './figures.ts'
import { findComings, findDoings } from './health.sql.ts'
import { type Level, needs, standingOf, usualLevels } from './ladder.ts'
import { type Life, type LifeStage, lifeOf } from './life-stage.ts'
import { type Health, healthOf, type Light, type Lines, lines, usualLines } from './lights.ts'

export interface Reading {
  readonly figures: Figures
  readonly health: Health
  readonly life: Life
  /** Where it stands by these figures alone. */
  readonly rank: number
}

/** Groups measured in one go: their numbers travel as bound parameters. */
const atOnce = 200

/** The zone of the community and the day it is there. */
export async function findToday(ctx: Ctx): Promise<{ readonly zone: string; readonly today: Day }> {
  const zone = (await findCommunity(ctx))?.time_zone ?? 'Asia/Shanghai'
  return { zone, today: dayOf(ctx.now, zone) }
}

/** Reads groups now, up to the end of yesterday. Throws `problems.warehouseUnavailable`. */
export async function readGroups(
  ctx: Ctx,
  warehouse: Pick<Warehouse, 'query'>,
  groupIds: readonly Id[],
): Promise<ReadonlyMap<Id, Reading>> {
  const { zone, today } = await findToday(ctx)
  const to = addToDay(today, -1, 'day')
  const [doings, comings, limits, levels] = await Promise.all([
    findDoings(warehouse, groupIds, to),
    findComings(ctx, groupIds, to, zone),
    findLines(ctx),
    findLevels(ctx),
  ])
  return new Map(
    groupIds.map((id) => {
      const done = doings.get(id)
      const came = comings.get(id)
      const weeks = Array.from({ length: weeksShown }, (_, back) => {
        const week = weeksShown - 1 - back
        return {
          end: addToDay(to, -7 * week, 'day'),
          ...(came?.weeks.get(week) ?? { members: 0, joined: 0, left: 0 }),
          ...(done?.weeks.get(week) ?? { actives: 0, contributors: 0, contributions: 0 }),
        }
      })
      // Weeks before the first member are no part of the group's life.
      const begins = weeks.findIndex((week) => week.members > 0 || week.joined > 0)
      const lived = begins === -1 ? [] : weeks.slice(begins)
      const measured = figuresOf({
        weeks: lived,
        newcomers28: came?.newcomers28 ?? 0,
        answered28: came?.answered28 ?? 0,
        perContributor: done?.perContributor ?? [],
      })
      const reading: Reading = {
        figures: measured,
        health: healthOf(measured, limits.get(id) ?? limits.get(null) ?? usualLines),
        life: lifeOf(lived),
        rank: standingOf(measured, levels).rank,
      }
      return [id, reading] as const
    }),
  )
}

/** Measures every open group and keeps what it found, announcing turns. Repeating it on a day renews that day's row. */
export async function measureGroups(
  ctx: Ctx,
  warehouse: Pick<Warehouse, 'query'>,
  run: { readonly signal: AbortSignal; progress(done: number, total?: number): Promise<void> },
): Promise<{ groups: number; turned: number }> {
  const groups = await ctx.db
    .selectFrom('community_group')
    .select('id')
    .where('archived_at', 'is', null)
    .orderBy('id')
    .execute()
  const { today } = await findToday(ctx)
  let turned = 0
  for (let at = 0; at < groups.length; at += atOnce) {
    run.signal.throwIfAborted()
    const ids = groups.slice(at, at + atOnce).map(({ id }) => id)
    for (const [id, reading] of await readGroups(ctx, warehouse, ids))
      turned += Number(await keepReading(ctx, id, today, reading))
    await run.progress(Math.min(at + atOnce, groups.length), groups.length)
  }
  return { groups: groups.length, turned }
}

/**
 * Keeps a reading of a day; true when light, stage or level are not those of the reading before. A group
 * keeps a level for 28 days after it last stood on it, so that one weak week takes nothing away.
 */
export async function keepReading(ctx: Ctx, groupId: Id, day: Day, reading: Reading): Promise<boolean> {
  return await transact(ctx, async (tx) => {
    const { rows } = await sql<{ light: Light; stage: LifeStage; level: number }>`
      select light, stage, level from group_health
       where group_id = ${groupId} and day <= ${day}::date order by day desc limit 1`.execute(tx.db)
    const { rows: stood } = await sql<{ rank: number | null }>`
      select max((figures ->> 'rank')::int) as rank from group_health
       where group_id = ${groupId} and day < ${day}::date and day > ${day}::date - 28`.execute(tx.db)
    const level = Math.max(reading.rank, stood[0]?.rank ?? 0)
    const now = { light: reading.health.light, stage: reading.life.stage, level }
    const kept = {
      figures: JSON.stringify({ ...reading.figures, rank: reading.rank }),
      ...now,
      measured_at: tx.now,
    }
    await tx.db
      .insertInto('group_health')
      .values({ group_id: groupId, day: sql<Date>`${day}::date`, ...kept })
      .onConflict((conflict) => conflict.columns(['group_id', 'day']).doUpdateSet(kept))
      .execute()
    const before = rows[0]
    const same =
      before && before.light === now.light && before.stage === now.stage && before.level === now.level
    if (same) return false
    await announce(
      tx,
      groupHealthChanged,
      { light: now.light, stage: now.stage, level, before: before ? { ...before } : null },
      { groupId },
    )
    return before !== undefined
  })
}

export interface KeptReading {
  readonly groupId: Id
  readonly day: Day
  readonly figures: Figures
  readonly light: Light
  readonly stage: LifeStage
  readonly level: number
  readonly measuredAt: Date
}

/** The latest reading of each of these groups, or of all open ones. */
export async function findReadings(ctx: Ctx, groupIds?: readonly Id[]): Promise<Map<Id, KeptReading>> {
  const { rows } = await sql<Omit<KeptReading, 'figures'> & { figures: unknown }>`
    select community_group.id as "groupId", to_char(health.day, 'YYYY-MM-DD') as day, health.figures, health.light,
           health.stage, health.level, health.measured_at as "measuredAt"
      from community_group
      join lateral (select * from group_health where group_id = community_group.id order by day desc limit 1) as health on true
     where ${groupIds ? sql`community_group.id = any(${[...groupIds]}::bigint[])` : sql`archived_at is null`}
     order by community_group.id limit 1000`.execute(ctx.db)
  return new Map(rows.map((row) => [row.groupId, { ...row, figures: figures.parse(row.figures) }]))
}

/** Lines by group; `null` holds those of the community. */
export async function findLines(ctx: Ctx): Promise<ReadonlyMap<Id | null, Lines>> {
  const rows = await ctx.db.selectFrom('health_lines').select(['group_id', 'lines']).execute()
  return new Map(rows.map((row) => [row.group_id, lines.parse(row.lines)]))
}

/** The red line of the weekly active rate of each group, from 0 to 1; `null` is that of groups without their own. */
export async function findActivityLines(ctx: Ctx): Promise<ReadonlyMap<Id | null, number>> {
  const found = await findLines(ctx)
  const red = (of: Lines) => of.activeRate.bad / 100
  return new Map([[null, red(usualLines)], ...[...found].map(([id, of]) => [id, red(of)] as const)])
}

/** The ladder, lowest first: what operators wrote, else the usual one. */
export async function findLevels(ctx: Ctx): Promise<readonly Level[]> {
  const rows = await ctx.db
    .selectFrom('group_level')
    .select(['rank', 'name', 'needs', 'perks'])
    .orderBy('rank')
    .execute()
  if (rows.length === 0) return usualLevels
  return rows.map((row) => ({ ...row, needs: needs.parse(row.needs) }))
}
