/**
 * What changed between two weeks, member by member: who was active in the later one only (came), in the earlier one
 * only (stayed away). Each of them belongs to exactly one value (the group in which he did most in his week, how he
 * came or went, his channel, a field of him, the first segment that he is in), so that the values sum to the change, without a rest. All from the rollups, so what
 * somebody did is counted once a day for each kind of it: a hundred pages opened in a row are no home.
 */
import type { Day } from '#base/time/calendar.ts'
import type { BoundSql } from '#modules/audience/api.ts'
import type { Asking } from '../asking.ts'
import { breakDown } from '../breakdown.ts'
import { insightProblems } from '../problems.ts'
import type { Breakdown } from '../shapes.ts'
import { activeTable, groupParams } from './actives.sql.ts'
import type { Question } from './question.ts'
import { weekOf } from './weeks.ts'

export interface ChangeRow {
  readonly value: string
  readonly came: number
  readonly newcomers: number
  readonly away: number
}

/** Columns m, came, away, fresh (never active here before the later week), value. */
export async function changedSql(
  asking: Asking,
  { group, against, by }: Question,
  to: Day,
): Promise<BoundSql> {
  const [now, then] = [weekOf(to, 0), weekOf(to, against)]
  const params: Record<string, unknown> = {
    ...groupParams(group),
    ov_to: now.to,
    ov_from: now.from,
    ov_then_from: then.from,
    ov_then_to: then.to,
  }
  const activeIn = (from: string, upTo: string) =>
    `(SELECT groupBitmapMergeState(members) FROM ${activeTable(group)} WHERE day BETWEEN {${from}:Date} AND {${upTo}:Date})`
  const later = activeIn('ov_from', 'ov_to')
  const moved = `bitmapXor(${later}, ${activeIn('ov_then_from', 'ov_then_to')})`
  // Outside of all groups is nobody's home who was in one as well; of equal ones it is the older group. One number to
  // compare by: tuples are three times as slow.
  const changed = `
    SELECT m, bitmapContains(${later}, m) AS came, NOT came AS away,
           argMax(group_id, bitOr(bitShiftLeft(toUInt128(doings + if(group_id = 0, 0, 4294967296)), 64), bitNot(group_id))) AS home
      FROM (SELECT arrayJoin(bitmapToArray(doers)) AS m, group_id, count() AS doings
              FROM (SELECT group_id, name, day, groupBitmapMergeState(bitmapAnd(members, ${moved})) AS doers
                      FROM event_day
                     WHERE (day BETWEEN {ov_from:Date} AND {ov_to:Date} OR day BETWEEN {ov_then_from:Date} AND {ov_then_to:Date})${
                       group === undefined ? '' : ' AND group_id = {ov_group:UInt64}'
                     }
                     GROUP BY group_id, name, day)
             GROUP BY m, group_id)
     GROUP BY m`
  const before = `(SELECT groupBitmapMergeState(members) FROM ${activeTable(group)} WHERE day < {ov_from:Date})`
  const fresh = `came AND NOT bitmapContains(${before}, toUInt64(m))`
  switch (by) {
    case 'group':
      return {
        sql: `SELECT m, came, away, ${fresh} AS fresh, if(home = 0, '', toString(home)) AS value FROM (${changed})`,
        params,
      }
    case 'kind':
      return {
        sql: `SELECT m, came, away, ${fresh} AS fresh, multiIf(away, 'away', fresh, 'new', 'back') AS value FROM (${changed})`,
        params,
      }
    default: {
      const cut = await cutSql(asking, by === 'channel' ? channelCut : by)
      return {
        sql: `SELECT m, came, away, ${fresh} AS fresh, given AS value
                FROM (${changed}) AS changed
                LEFT JOIN (${cut.sql}) AS cut USING (m)`,
        params: { ...params, ...cut.params },
      }
    }
  }
}

const channelCut = { by: 'field', field: 'member.channel' } as const

/** What values of a cut of members are called. Throws as `breakDown`. */
export const labelsOf = async (asking: Asking, by: 'channel' | Breakdown) =>
  (await breakDown(asking, by === 'channel' ? channelCut : by)).labels

/**
 * Columns m and given: one value for each member who has any; of segments the first, in the order asked, that he is in.
 * Throws `cut_has_several` for a field of which members may have several values, and as `breakDown`.
 */
async function cutSql(asking: Asking, by: Breakdown): Promise<BoundSql> {
  const { sql, params, several } = await breakDown(asking, by)
  if (several) throw insightProblems.cutHasSeveral()
  if (by.by !== 'segments') return { sql: `SELECT m, min(value) AS given FROM (${sql}) GROUP BY m`, params }
  return {
    sql: `SELECT m, argMin(value, indexOf({ov_segments:Array(String)}, value)) AS given FROM (${sql}) GROUP BY m`,
    params: { ...params, ov_segments: by.segments },
  }
}

/** Per value, who came and who stayed away. */
export async function findChange(asking: Asking, question: Question, to: Day): Promise<ChangeRow[]> {
  const { sql, params } = await changedSql(asking, question, to)
  const rows = await asking.query<Record<'value' | 'come' | 'newcomers' | 'gone', string>>(
    `SELECT value, countIf(came) AS come, countIf(fresh) AS newcomers, countIf(away) AS gone
       FROM (${sql}) GROUP BY value ORDER BY abs(toInt64(come) - toInt64(gone)) DESC, value LIMIT 500`,
    params,
  )
  return rows.map((row) => ({
    value: row.value,
    came: Number(row.come),
    newcomers: Number(row.newcomers),
    away: Number(row.gone),
  }))
}

/** Members behind a bar of the change. */
export async function changePeople(
  asking: Asking,
  question: Question,
  to: Day,
  { of, value }: { readonly of: 'came' | 'away' | 'newcomers'; readonly value: string },
): Promise<BoundSql> {
  const { sql, params } = await changedSql(asking, question, to)
  const column = { came: 'came', away: 'away', newcomers: 'fresh' }[of]
  return {
    sql: `SELECT m AS member_id FROM (${sql}) WHERE ${column} AND value = {ov_value:String}`,
    params: { ...params, ov_value: value },
  }
}
