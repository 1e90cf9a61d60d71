/** Paths: four weeks of visits in five columns, as the product asks them and as somebody would write them by hand. */
import { addToDay } from '#base/time/calendar.ts'
import { pathsQuestion } from '#modules/insight/paths/path.ts'
import { type MoveRow, pathsSql } from '#modules/insight/paths/paths.sql.ts'
import type { InsightBench, InsightCase } from './insight.ts'

const days = 28
const question = pathsQuestion.parse({
  range: { last: days, unit: 'day' },
  steps: [
    { event: 'page_view', by: 'path' },
    { event: 'post.read' },
    { event: 'reaction.given' },
    { event: 'comment.posted' },
    { event: 'order.paid' },
  ],
  visit: { by: 'pause', minutes: 30 },
  most: 5,
  mostNodes: 20,
  // Ten pages out of a thousand: those that begin with the same digit.
  groupings: Array.from({ length: 10 }, (_, digit) => ({ pattern: `/posts/${digit}*` })),
})

const rangeOf = ({ asking: { clock } }: InsightBench) => ({
  from: addToDay(clock.today, 1 - days, 'day'),
  to: clock.today,
})

const line = (column: number, from: string, to: string, visits: string, micros: string) =>
  `${column} ${from} ${to} ${visits} ${micros}`

const paths: InsightCase = {
  name: `Paths: visits of ${days} days in 5 columns`,
  bar: 1 / 1.3,
  async ours(bench) {
    const { sql, params } = pathsSql({
      question,
      days: rangeOf(bench),
      scoped: { rows: [], people: [], params: {} },
      clock: bench.asking.clock,
    })
    const rows = await bench.asking.query<MoveRow>(sql, params)
    return rows
      .filter(({ about }) => about === 'move')
      .map(({ col, source, target, visits, micros }) => line(col, source, target, visits, micros))
      .sort()
  },
  async byHand(bench) {
    const rows = await bench.client.query<{
      col: number
      source: string
      target: string
      visits: string
      micros: string
    }>(
      `SELECT move.1 AS col, move.2 AS source, move.3 AS target, count() AS visits, uniqExact(member_id) AS members, sum(move.4) AS micros
         FROM (
           SELECT member_id, arrayJoin(arrayMap((at, here, there, gap) -> (toUInt8(at - 1), here, there, gap),
               arrayEnumerate(arrayPushBack(path, path[1])), arrayPushFront(path.3, ''), arrayPushBack(path.3, if(length(whole) > 5, '+', '')),
               arrayPushBack(arrayDifference(path.1), 0))) AS move
             FROM (
               SELECT member_id, arrayFilter((_, this, next) -> this != next, visit, visit.3, arrayPushBack(arrayPopFront(visit.3), '')) AS whole, arraySlice(whole, 1, 5) AS path
                 FROM (
                   SELECT member_id, arrayJoin(arraySplit((_, pause) -> pause > 1800000000, did, arrayDifference(did.1))) AS visit
                     FROM (
                       SELECT member_id, arraySort(groupArray((toUnixTimestamp64Micro(occurred_at), seq,
                           if(name = 'page_view', concat('v:', substring(JSONExtractString(props, 'path'), 1, 8), '*'), concat('e:', name))))) AS did
                         FROM event
                        WHERE name IN ('page_view', 'post.read', 'reaction.given', 'comment.posted', 'order.paid')
                          AND day >= {from:Date} AND day <= {to:Date} AND person AND member_id != 0
                        GROUP BY member_id))))
        GROUP BY col, source, target`,
      rangeOf(bench),
      { maxSeconds: 300, maxRows: 1_000_000 },
    )
    return rows
      .map(({ col, source, target, visits, micros }) => line(col, source, target, visits, micros))
      .sort()
  },
}

export const pathsCases: readonly InsightCase[] = [paths]
