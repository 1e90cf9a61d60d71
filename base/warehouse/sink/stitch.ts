/**
 * What a browser did before (or beside) its owner's sign-in counts as his. When a batch proves that a
 * browser belongs to a member, or brings more of such a browser, bitmap rows with that member are added
 * to the rollups. A member added twice to a bitmap is in it once, so repeating this changes nothing.
 */
import type { WarehouseClient } from '../client.ts'
import type { Plan } from './cursor.ts'

const people = 'e.person AND e.member_id = 0'
const proved = 'SELECT anonymous_id FROM identity WHERE seq BETWEEN {low:UInt64} AND {high:UInt64}'

/**
 * Browsers proved in the batch, with everything they ever did; and what linked browsers did in the batch. The first
 * proof says whose a browser is, here as where its rows are read (`modules/audience/conditions/set/rows.ts`).
 */
const found = `
  FROM event AS e GLOBAL INNER JOIN (
    SELECT anonymous_id, argMin(member_id, seq) AS owner FROM identity
     WHERE anonymous_id GLOBAL IN (
       ${proved} UNION DISTINCT
       SELECT e.anonymous_id FROM event AS e WHERE e.seq BETWEEN {low:UInt64} AND {high:UInt64} AND ${people})
     GROUP BY anonymous_id) AS i ON e.anonymous_id = i.anonymous_id
 WHERE ${people} AND (e.anonymous_id GLOBAL IN (${proved}) OR e.seq BETWEEN {low:UInt64} AND {high:UInt64})`

export const stitchStatements = {
  event_day: `INSERT INTO event_day (day, group_id, name, members)
    SELECT e.day, e.group_id, e.name, groupBitmapState(i.owner) ${found} GROUP BY 1, 2, 3`,
  active_day: `INSERT INTO active_day (day, members)
    SELECT e.day, groupBitmapState(i.owner) ${found} GROUP BY 1`,
} as const

/** Whether a batch has anything to stitch: a proof, or events of browsers that nobody signed in on. */
export const stitchQuestion = `
  SELECT (SELECT count() FROM identity WHERE seq BETWEEN {low:UInt64} AND {high:UInt64}) AS proofs,
         (SELECT count() FROM event AS e WHERE e.seq BETWEEN {low:UInt64} AND {high:UInt64}
             AND e.anonymous_id GLOBAL IN (SELECT anonymous_id FROM identity) AND ${people}) AS strays`

export async function stitch(warehouse: WarehouseClient, plan: Plan): Promise<void> {
  const range = { low: plan.low, high: plan.high }
  const [asked] = await warehouse.query<{ proofs: string; strays: string }>(stitchQuestion, range)
  if (!asked || (asked.proofs === '0' && asked.strays === '0')) return
  for (const statement of Object.values(stitchStatements)) await warehouse.command(statement, range)
}
