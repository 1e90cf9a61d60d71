/** Groups whose weekly active rate fell below the red line, for Today (S1-71). */
import { sql } from 'kysely'
import { say } from '#base/declarations/said.ts'
import type { WorkSource } from '#base/declarations/work.ts'
import { signalWords as words } from './health.messages.ts'
import { lifeOf } from './life-stage.ts'
import { usualLines } from './lights.ts'
import { findLines, findReadings } from './measuring.ts'

export const lowActivity: WorkSource = {
  name: 'groups.low_activity',
  kind: 'signal',
  label: words.source,
  permission: 'groups.read',
  staleWith: ['groups'],
  find: async (ctx, { limit }) => {
    const [readings, lines] = await Promise.all([findReadings(ctx), findLines(ctx)])
    const low = [...readings.values()].flatMap((reading) => {
      const line = (lines.get(reading.groupId) ?? lines.get(null) ?? usualLines).activeRate
      const { activeRate } = reading.figures
      return line.weight > 0 && activeRate !== null && activeRate < line.bad
        ? [{ ...reading, rate: activeRate, line: line.bad, life: lifeOf(reading.figures.weeks) }]
        : []
    })
    const shown = low.sort((a, b) => a.rate - a.line - (b.rate - b.line)).slice(0, limit)
    const { rows } = await sql<{ id: string; name: string }>`
      select id, name from community_group where id = any(${shown.map((each) => each.groupId)}::bigint[])`.execute(
      ctx.db,
    )
    const names = new Map(rows.map((row) => [row.id, row.name]))
    return {
      total: low.length,
      items: shown.map(({ groupId, figures, rate, line, life, measuredAt }) => ({
        key: `low:${groupId}`,
        title: say(words.low, { group: names.get(groupId) ?? '', rate, line }),
        note:
          life.fallingWeeks > 1
            ? say(words.falling, {
                weeks: life.fallingWeeks,
                actives: figures.actives,
                members: figures.members,
              })
            : say(words.lowNote, {
                before: figures.activeRateBefore ?? 0,
                actives: figures.actives,
                members: figures.members,
              }),
        since: measuredAt,
        act: words.act,
        path: `/groups/${groupId}`,
      })),
    }
  },
}
