/**
 * Paths as one statement that reads the events once: rows of each member in their order, cut into visits, folded and
 * trimmed, then counted as moves from column to column. Small nodes go together after they were counted, by their
 * rank in the column.
 */
import {
  type Binder,
  type BoundSql,
  type Clock,
  happeningSql,
  openBinder,
  rowsSql,
} from '#modules/audience/api.ts'
import type { Scoped } from '../asking.ts'
import type { Days } from '../shapes.ts'
import { moreNode, otherNode, type PathsCell, type PathsQuestion, type Step } from './path.ts'

/** What a path comes from, what follows a visit that ended, and what follows a path that was cut off. */
const nowhere = ''
const cutOff = '+'

export interface PathsWriting {
  readonly question: PathsQuestion
  readonly days: Days
  readonly scoped: Scoped
  readonly clock: Clock
}

/**
 * Whether `text` fits a pattern, in which `*` is anything and all else stands for itself. Beginnings and whole texts
 * are compared as such, which takes a fraction of what LIKE does.
 */
function fitsSql(text: string, pattern: string, bind: Binder): string {
  const [start = '', ...rest] = pattern.split('*')
  if (rest.length === 0) return `${text} = ${bind('String', pattern)}`
  if (rest.length === 1 && rest[0] === '') return `startsWith(${text}, ${bind('String', start)})`
  return `${text} LIKE ${bind('String', pattern.replace(/[\\%_]/g, '\\$&').replaceAll('*', '%'))}`
}

/**
 * A property as a text; empty for what is no name of anything: decimal numbers, lists and objects. Told by how it is
 * written, since asking JSON for its type takes as long as all the rest.
 */
function textSql(property: string, bind: Binder): string {
  if (property === 'value') return `ifNull(toString(value), '')`
  const text = `JSONExtractString(props, ${bind('String', property)})`
  const whole = `ifNull(abs(toInt64OrNull(${text})) <= 9007199254740992, false)`
  return `if(${text} != '' AND position('-0123456789[{', substring(${text}, 1, 1)) > 0 AND NOT ${whole}, '', ${text})`
}

/** What a row says: `e:` and the event, or `v:` and a value without query. */
function said({ by, event }: Step, bind: Binder): string {
  if (by === undefined) return event === '*' ? `concat('e:', name)` : bind('String', `e:${event}`)
  return `concat('v:', cutQueryStringAndFragment(${textSql(by, bind)}))`
}

/** The same without the last slash of a value: both are the same page. */
const tidied = `if(startsWith(said, 'v:') AND endsWith(said, '/') AND length(said) > 3, substring(said, 1, length(said) - 1), said)`

/** Rows that are steps: `m`, `at` (microseconds), `seq`, `visit_id`, `node`. */
function stepsSql({ question, days, scoped, clock }: PathsWriting, bind: Binder): string {
  const { steps, groupings, exclude, visit } = question
  const fits = steps.map((step) => happeningSql(step, { clock, bind }).join(' AND ') || 'true')
  const names = steps.some(({ event }) => event === '*')
    ? undefined
    : [...new Set(steps.map(({ event }) => event))]
  const rows = rowsSql(
    [
      'toUnixTimestamp64Micro(occurred_at) AS at',
      'seq',
      ...(visit.by === 'given' ? ['session_id AS visit_id'] : []),
      `multiIf(${steps.map((step, at) => `${fits[at]}, ${said(step, bind)}`).join(', ')}, '') AS said`,
    ],
    [
      ...(names ? [`name IN ${bind('Array(String)', names)}`] : []),
      `day >= ${bind('Date', days.from)}`,
      `day <= ${bind('Date', days.to)}`,
      ...scoped.rows,
      ...(visit.by === 'given' ? [`session_id != ''`] : []),
      ...(steps.length === 1 || steps.some(({ where, group }) => where?.length || group)
        ? [`(${fits.join(' OR ')})`]
        : []),
    ],
  )
  const groups = groupings.map(
    ({ pattern }) => `${fitsSql('tidy', `v:${pattern}`, bind)}, ${bind('String', `v:${pattern}`)}, `,
  )
  const node = groups.length > 0 ? `multiIf(${groups.join('')}tidy)` : 'tidy'
  const where = [
    `tidy NOT IN ('', 'v:')`,
    ...scoped.people,
    ...(exclude.length > 0 ? [`node NOT IN ${bind('Array(String)', exclude)}`] : []),
  ]
  return `SELECT m, at, seq, ${visit.by === 'given' ? 'visit_id, ' : ''}${node} AS node
    FROM (SELECT *, ${tidied} AS tidy FROM (${rows})) WHERE ${where.join(' AND ')}`
}

/** One row a visit that has a path: `m`, `path` (its steps: at, seq, node), `first` (its first column), `beyond`. */
function visitsSql(writing: PathsWriting, bind: Binder): string {
  const { visit, start, end, loops, most } = writing.question
  const steps = stepsSql(writing, bind)
  const did = 'arraySort(groupArray((at, seq, node)))'
  const visits =
    visit.by === 'given'
      ? `SELECT m, ${did} AS visit FROM (${steps}) GROUP BY m, visit_id`
      : `SELECT m, arrayJoin(arraySplit((_, pause) -> pause > ${visit.minutes * 60_000_000}, did, arrayDifference(did.1))) AS visit
         FROM (SELECT m, ${did} AS did FROM (${steps}) GROUP BY m)`
  // Of a run its last moment: what is followed by another.
  let query = `SELECT m, arrayFilter((_, this, next) -> this != next, visit, visit.3, arrayPushBack(arrayPopFront(visit.3), '')) AS folded
    FROM (${visits})`
  if (start !== undefined) {
    const at = `indexOf(folded.3, ${bind('String', start)})`
    query = `SELECT m, arraySlice(folded, ${at}) AS folded FROM (${query}) WHERE ${at} > 0`
  }
  if (end !== undefined) {
    const at =
      start === undefined
        ? `indexOf(folded.3, ${bind('String', end)})`
        : `(indexOf(arrayPopFront(folded.3), ${bind('String', end)}) + 1)`
    query = `SELECT m, arraySlice(folded, 1, ${at}) AS folded FROM (${query}) WHERE ${at} > ${start === undefined ? 0 : 1}`
  }
  if (loops === 'once')
    query = `SELECT m, arrayFilter((_, time) -> time = 1, folded, arrayEnumerateUniq(folded.3)) AS folded FROM (${query})`
  if (end === undefined)
    return `SELECT m, arraySlice(folded, 1, ${most}) AS path, 1 AS first, length(folded) > ${most} AS beyond FROM (${query})`
  if (start === undefined)
    return `SELECT m, arraySlice(folded, -${most}) AS path, ${most} + 1 - length(path) AS first, true AS beyond FROM (${query})`
  const room = Math.max(most, 3)
  const before = Math.ceil((room - 1) / 2)
  const behind = room - 1 - before
  // The node for what is left out stands at the last moment of it.
  const left = `folded[-${behind + 1}]`
  return `SELECT m, if(length(folded) > ${room}, arrayConcat(arraySlice(folded, 1, ${before}),
      [(${left}.1, ${left}.2, '${moreNode}')], arraySlice(folded, -${behind})), folded) AS path,
    1 AS first, true AS beyond FROM (${query})`
}

const special = `('${nowhere}', '${cutOff}', '${moreNode}')`

/**
 * Moves between nodes as they are shown: `col` of the node that is left (0: from nowhere), `source`, `target`,
 * `visits`, `members` (a state), `micros` between the two in all.
 */
function movesSql(writing: PathsWriting, bind: Binder): string {
  const { mostNodes } = writing.question
  const counted = `SELECT toUInt8(first + at - 2) AS col, raw_source, raw_target, count() AS times,
      groupBitmapState(m) AS people, sum(gap) AS lasted
    FROM (
      SELECT m, first, path.3 AS nodes, arrayPushFront(nodes, '${nowhere}') AS sources,
        arrayPushBack(nodes, if(beyond, '${cutOff}', '${nowhere}')) AS targets,
        arrayPushBack(arrayDifference(path.1), 0) AS gaps
      FROM (${visitsSql(writing, bind)}))
    ARRAY JOIN arrayEnumerate(sources) AS at, sources AS raw_source, targets AS raw_target, gaps AS gap
    GROUP BY col, raw_source, raw_target`
  const totals = `SELECT *,
      sum(times) OVER (PARTITION BY col, raw_source) AS source_times,
      sum(times) OVER (PARTITION BY col, raw_target) AS target_times
    FROM (${counted})`
  const rank = (node: string, many: string) =>
    `dense_rank() OVER (PARTITION BY col ORDER BY ${node} IN ${special}, ${many} DESC, ${node})`
  const ranked = `SELECT *, ${rank('raw_source', 'source_times')} AS source_rank, ${rank('raw_target', 'target_times')} AS target_rank
    FROM (${totals})`
  const shown = (node: string, place: string) =>
    `if(${node} IN ${special} OR ${place} <= ${mostNodes}, ${node}, '${otherNode}')`
  return `SELECT col, ${shown('raw_source', 'source_rank')} AS source, ${shown('raw_target', 'target_rank')} AS target,
      raw_source = '${nowhere}' AS begins, times AS visits, people AS members, lasted AS micros
    FROM (${ranked})`
}

export interface MoveRow {
  /** A move; a target whatever it came from: a node, or all that ended in a column; all visits. */
  readonly about: 'move' | 'target' | 'all'
  readonly col: number
  readonly source: string
  readonly target: string
  readonly visits: string
  readonly members: string
  readonly micros: string
}

/** Rows of moves, of nodes and of all that have a path, with how many members of them are still there. */
export function pathsSql(writing: PathsWriting): BoundSql {
  const { bind, params } = openBinder('path')
  return {
    sql: `WITH (SELECT groupBitmapState(id) FROM member FINAL WHERE present) AS present
      SELECT multiIf(grouping(source) = 0, 'move', grouping(target) = 0, 'target', 'all') AS about, col, source, target,
        sum(visits) AS visits, bitmapAndCardinality(groupBitmapMergeState(members), present) AS members, sum(micros) AS micros
      FROM (${movesSql(writing, bind)})
      GROUP BY GROUPING SETS ((col, source, target), (col, target), (begins))
      HAVING about != 'all' OR begins`,
    params: { ...params, ...writing.scoped.params },
  }
}

/** Who is behind a figure: one column `member_id`, each once. */
export function pathsPeopleSql(writing: PathsWriting, cell: PathsCell): BoundSql {
  const { bind, params } = openBinder('path')
  const behind = (where: string) =>
    `SELECT arrayJoin(bitmapToArray(groupBitmapMergeState(members))) AS member_id FROM (${movesSql(writing, bind)}) WHERE ${where}`
  const sql = () => {
    switch (cell.of) {
      case 'all':
        return `SELECT DISTINCT m AS member_id FROM (${visitsSql(writing, bind)})`
      case 'node':
        return behind(`col = ${cell.column - 1} AND target = ${bind('String', cell.node)}`)
      case 'link':
        return behind(
          `col = ${cell.column} AND source = ${bind('String', cell.from)} AND target = ${bind('String', cell.to)}`,
        )
      case 'left':
        return behind(
          `col = ${cell.column} AND source = ${bind('String', cell.node)} AND target = '${nowhere}'`,
        )
    }
  }
  return { sql: sql(), params: { ...params, ...writing.scoped.params } }
}
