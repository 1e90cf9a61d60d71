/** Answers between members, who wrote at all, and how often people contributed. Ids only; names are asked for later. */
import { type BoundSql, type Clock, happeningSql, openBinder, rowsSql } from '#modules/audience/api.ts'
import type { Scoped } from '../asking.ts'
import type { Days } from '../shapes.ts'
import type { ConcentrationQuestion } from './network.ts'
import { mostPairs } from './placing.ts'

const present = '(SELECT id FROM member FINAL WHERE present)'
/** What a double wrote is answered under its old id: facts keep the author as he was called then. */
const homes = `(SELECT logged_as AS double, any(member_id) AS home FROM event WHERE logged_as != 0 GROUP BY double)`

interface Written {
  readonly days: Days
  readonly scoped: Scoped
}

const within = ({ scoped }: Written) => ['day >= {net_from:Date}', 'day <= {net_to:Date}', ...scoped.rows]
const paramsOf = ({ days, scoped }: Written) => ({ net_from: days.from, net_to: days.to, ...scoped.params })

/** How often each answered each: `giver`, `getter`, `answers`. The busiest pairs. */
export function answersSql(written: Written, limit = mostPairs): BoundSql {
  const rows = rowsSql(
    [
      `toUInt64OrZero(if(JSONExtractString(props, 'parentAuthorId') != '', JSONExtractString(props, 'parentAuthorId'), JSONExtractString(props, 'authorId'))) AS told`,
    ],
    [`name = 'comment.posted'`, ...within(written)],
  )
  const people = written.scoped.people.map((each) => `AND ${each}`).join(' ')
  return {
    sql: `SELECT m AS giver, if(homes.home = 0, told, homes.home) AS getter, count() AS answers
      FROM (SELECT m, told FROM (${rows}) WHERE told != 0 ${people}) AS given
      LEFT JOIN ${homes} AS homes ON given.told = homes.double
      WHERE giver IN ${present} AND getter IN ${present} AND giver != getter
      GROUP BY giver, getter ORDER BY answers DESC, giver, getter LIMIT ${limit}`,
    params: paramsOf(written),
  }
}

const inNetworkSql = (written: Written) =>
  `SELECT DISTINCT arrayJoin([giver, getter]) FROM (${answersSql(written).sql})`

/** Everybody in the network: one column `member_id`. */
export const networkMembersSql = (written: Written): BoundSql => ({
  sql: `SELECT DISTINCT arrayJoin([giver, getter]) AS member_id FROM (${answersSql(written).sql})`,
  params: paramsOf(written),
})

const writingSql = (written: Written) =>
  rowsSql(['day'], [`name IN ('post.published', 'comment.posted')`, ...within(written)])

/** When those of the network wrote last: `m`, `last`. */
export const writersSql = (written: Written): BoundSql => ({
  sql: `SELECT m, max(day) AS last FROM (${writingSql(written)}) WHERE m IN (${inNetworkSql(written)}) GROUP BY m`,
  params: paramsOf(written),
})

/** Who wrote and exchanged no answer with anybody: one column `member_id`. */
export function aloneSql(written: Written): BoundSql {
  const people = written.scoped.people.map((each) => `AND ${each}`).join(' ')
  return {
    sql: `SELECT DISTINCT m AS member_id FROM (${writingSql(written)})
      WHERE m IN ${present} AND m NOT IN (${inNetworkSql(written)}) ${people}`,
    params: paramsOf(written),
  }
}

const timesSql = (question: ConcentrationQuestion, written: Written, clock: Clock) => {
  const { bind, params } = openBinder('did')
  const fits = question.events.map(
    (event) => `(${happeningSql(event, { clock, bind }).join(' AND ') || 'true'})`,
  )
  const rows = rowsSql([], [`(${fits.join(' OR ')})`, ...within(written)])
  const people = written.scoped.people.map((each) => `AND ${each}`).join(' ')
  return {
    sql: `SELECT m, count() AS times FROM (${rows}) WHERE m IN ${present} ${people} GROUP BY m`,
    params: { ...params, ...paramsOf(written) },
  }
}

/** How many members contributed how often: as many rows as there are different numbers of times. */
export function talliesSql(question: ConcentrationQuestion, written: Written, clock: Clock): BoundSql {
  const { sql, params } = timesSql(question, written, clock)
  return { sql: `SELECT times, count() AS members FROM (${sql}) GROUP BY times`, params }
}

/** The busiest so many; of those who are equally busy, who came first. */
export function busiestSql(
  question: ConcentrationQuestion,
  written: Written,
  clock: Clock,
  count: number,
): BoundSql {
  const { sql, params } = timesSql(question, written, clock)
  return {
    sql: `SELECT m AS member_id FROM (${sql}) ORDER BY times DESC, m LIMIT {busiest:UInt64}`,
    params: { ...params, busiest: count },
  }
}
