/**
 * Who did something on each day, as bitmaps; and how often. From the rollups whenever they say the same: they know
 * name, group and day of each event, who did it (browsers' and doubles' under the right member), how many events
 * there were and their amounts. What asks for properties, or for what others wrote down, reads the events themselves.
 */
import { type Happening, rowsSql } from '#modules/audience/api.ts'
import type { Span } from '../spans.ts'
import { type Asked, daysSql, fitsSql, wholeKey } from './asked.ts'

/** Whether the rollups know all that is asked. */
export const isRolled = (dids: readonly Happening[], { cut, anyone }: Asked): boolean =>
  !anyone && dids.every(({ where }) => !where?.length) && (cut?.of !== 'row' || cut.byGroup)

const isAnything = ({ event, group, where }: Happening) => event === '*' && !group && !where?.length

const rowKey = ({ cut }: Asked) => (cut?.of === 'row' ? cut.key : `'${wholeKey}'`)

/**
 * A query of `day`, `key` and `members`, a bitmap; `days` are conditions on `day`. When it is `loose`, a day and key may
 * come several times: for who puts them together anyway, and each once.
 */
export function byDaySql(
  dids: readonly Happening[],
  spans: readonly Span[],
  asked: Asked,
  days = daysSql(spans, asked),
  loose = false,
): string {
  const key = rowKey(asked)
  if (!isRolled(dids, asked))
    return `SELECT day, key, groupBitmapState(m) AS members FROM (${memberRowsSql(dids, spans, asked, days)}) GROUP BY day, key`
  // What anybody did anywhere has a rollup of its own, a tenth as large.
  if (dids.some(isAnything) && asked.group === undefined && asked.cut?.of !== 'row')
    return `SELECT day, ${key} AS key, groupBitmapMergeState(members) AS members
      FROM active_day WHERE ${days} GROUP BY day`
  if (loose)
    return `SELECT day, ${key} AS key, members FROM event_day WHERE ${fitsSql(dids, asked)} AND ${days}`
  return `SELECT day, ${key} AS key, groupBitmapMergeState(members) AS members
    FROM event_day WHERE ${fitsSql(dids, asked)} AND ${days} GROUP BY day, key`
}

/** A query of `m`, `day` and `key`: each event of a member, those of his browsers too. */
export const memberRowsSql = (
  dids: readonly Happening[],
  spans: readonly Span[],
  asked: Asked,
  days = daysSql(spans, asked),
): string => knownSql(['day', `${rowKey(asked)} AS key`], [fitsSql(dids, asked), days], asked)

/** Events of members, with `m`. */
const knownSql = (columns: readonly string[], where: readonly string[], { anyone }: Asked): string =>
  anyone
    ? `SELECT member_id AS m, ${columns.join(', ')} FROM event
        WHERE ${counts({ anyone })} AND member_id != 0 AND ${where.join(' AND ')}`
    : rowsSql(columns, where)

const counts = ({ anyone }: Pick<Asked, 'anyone'>) => (anyone ? 'NOT (bot OR test)' : 'person')

/** A query of `day`, `key` and `n`: how many events, or their amounts together. Only when `isRolled`. */
export const totalsByDaySql = (
  dids: readonly Happening[],
  spans: readonly Span[],
  asked: Asked,
  what: 'events' | 'amount',
): string =>
  `SELECT day, ${rowKey(asked)} AS key, sum(${what}) AS n FROM event_day
    WHERE ${fitsSql(dids, asked)} AND ${daysSql(spans, asked)} GROUP BY day, key`

/**
 * A query of `day`, `key` and `columns` of the events themselves, those of visitors whom nobody knows too; of members
 * in scope only when there is one. One row for each value of a member when he is cut.
 */
export function eventsSql(
  dids: readonly Happening[],
  spans: readonly Span[],
  asked: Asked,
  columns: readonly string[],
): string {
  const where = [fitsSql(dids, asked), daysSql(spans, asked)]
  const wanted = ['day', ...columns]
  const { cut, who } = asked
  if (cut?.of !== 'member') {
    const keyed = [...wanted, `${rowKey(asked)} AS key`]
    if (who === undefined)
      return `SELECT ${keyed.join(', ')} FROM event WHERE ${counts(asked)} AND ${where.join(' AND ')}`
    return `SELECT * FROM (${knownSql(keyed, where, asked)}) WHERE bitmapContains(${who}, m)`
  }
  const strangers = `SELECT toUInt64(0) AS m, ${wanted.join(', ')} FROM event
    WHERE ${counts(asked)} AND member_id = 0
      AND (${asked.anyone ? 'true OR ' : ''}anonymous_id = '' OR anonymous_id GLOBAL NOT IN (SELECT anonymous_id FROM identity))
      AND ${where.join(' AND ')}`
  const rows =
    who === undefined
      ? `${knownSql(wanted, where, asked)} UNION ALL ${strangers}`
      : `SELECT * FROM (${knownSql(wanted, where, asked)}) WHERE bitmapContains(${who}, m)`
  return `SELECT rows.*, arrayJoin(if(empty(his.keys), ['u'], his.keys)) AS key FROM (${rows}) AS rows
    LEFT JOIN (SELECT m, groupUniqArray(key) AS keys FROM (${cut.pairs}) GROUP BY m) AS his ON rows.m = his.m`
}
