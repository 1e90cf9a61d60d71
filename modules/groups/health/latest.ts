/** How all groups are, as last measured: for screens and reports of higher modules. */
import { sql } from 'kysely'
import type { Id } from '#base/access/actor.ts'
import type { Ctx } from '#base/context.ts'
import type { Day } from '#base/time/calendar.ts'
import { type Figures, figures as shape } from './figures.ts'
import type { LifeStage } from './life-stage.ts'
import { rateOf } from './life-stage.ts'
import { healthOf, type Light, usualLines } from './lights.ts'
import { findLines } from './measuring.ts'

export interface GroupHealth {
  readonly id: Id
  readonly slug: string
  readonly name: string
  readonly glyph: string
  readonly colour: string
  /** The day on which it was measured, up to the end of the day before; null: not yet. */
  readonly day: Day | null
  readonly light: Light
  /** 0 to 100; null while nothing can be measured. */
  readonly score: number | null
  readonly stage: LifeStage | null
  readonly figures: Figures | null
  /** Weekly active rate of the last weeks in percent, oldest first. */
  readonly rates: readonly number[]
}

/** Open groups with their latest reading of `day` or before, the worst light first, then the lowest score. */
export async function findGroupHealth(ctx: Ctx, day: Day, most = 200): Promise<GroupHealth[]> {
  const [{ rows }, lines] = await Promise.all([
    sql<
      Pick<GroupHealth, 'id' | 'slug' | 'name' | 'glyph' | 'colour' | 'day' | 'stage'> & { figures: unknown }
    >`
      select g.id, g.slug, g.name, g.glyph, g.colour, to_char(health.day, 'YYYY-MM-DD') as day, health.stage, health.figures
        from community_group g
        left join lateral (
          select * from group_health where group_id = g.id and day <= ${day}::date order by day desc limit 1) as health on true
       where g.archived_at is null order by g.id limit ${most}`.execute(ctx.db),
    findLines(ctx),
  ])
  const order = ['bad', 'warn', 'good', 'off']
  return rows
    .map((row): GroupHealth => {
      if (row.figures === null)
        return { ...row, figures: null, light: 'off', score: null, stage: null, rates: [] }
      const figures = shape.parse(row.figures)
      const { light, score } = healthOf(figures, lines.get(row.id) ?? lines.get(null) ?? usualLines)
      return { ...row, figures, light, score, rates: figures.weeks.map((week) => round(rateOf(week))) }
    })
    .sort((a, b) => order.indexOf(a.light) - order.indexOf(b.light) || (a.score ?? 101) - (b.score ?? 101))
}

const round = (value: number) => Math.round(value * 10) / 10
