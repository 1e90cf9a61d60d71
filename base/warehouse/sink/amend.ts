/**
 * Values that were put right later (`base/facts/amending.ts`). Rows that come from the log have the amended value as
 * they come (deliver.ts), so a warehouse that is filled again has it right by itself; here, when a batch says that a
 * value was amended, the rows that are there already get it, and the sums of the rollup become those of the rows.
 * Each step compares with what PostgreSQL says now, so repeating it changes nothing.
 */
import type pg from 'pg'
import { amending } from '../../facts/amending.ts'
import type { WarehouseClient } from '../client.ts'
import { onCluster, type Place, stored } from '../schema/ddl.ts'
import type { Plan } from './cursor.ts'

/** Objects of one statement: their ids travel as parameters. */
const atOnce = 5_000

export const amendQuestion = `
  SELECT DISTINCT name AS fact, object_kind AS kind, object_id AS id FROM event
   WHERE name IN {facts:Array(String)} AND seq BETWEEN {low:UInt64} AND {high:UInt64} ORDER BY fact, kind, id`

/** Amends what a batch says was amended. */
export async function amend(
  pool: pg.Pool,
  warehouse: WarehouseClient,
  plan: Plan,
  place: Place,
): Promise<void> {
  const told = await warehouse.query<{ fact: keyof typeof amending; kind: string; id: string }>(
    amendQuestion,
    { facts: Object.keys(amending), low: plan.low, high: plan.high },
  )
  const groups = Map.groupBy(told, ({ fact, kind }) => `${amending[fact]} ${kind}`)
  for (const [group, objects] of groups) {
    const [name, kind] = group.split(' ') as [string, string]
    for (let at = 0; at < objects.length; at += atOnce) {
      const ids = objects.slice(at, at + atOnce).map(({ id }) => id)
      await amendRows(pool, warehouse, place, { name, kind, ids })
    }
  }
}

interface Amended {
  /** Of the events. */
  readonly name: string
  readonly kind: string
  readonly ids: readonly string[]
}

const theirs = `name = {name:String} AND object_kind = {kind:String} AND object_id IN {ids:Array(Int64)}`

async function amendRows(
  pool: pg.Pool,
  warehouse: WarehouseClient,
  place: Place,
  { name, kind, ids }: Amended,
): Promise<void> {
  const { rows } = await pool.query<{ id: string; value: string }>(
    `select object_id as id, value from event_amendment
      where name = $1 and object_kind = $2 and object_id = any($3::bigint[]) order by object_id`,
    [name, kind, ids],
  )
  if (rows.length === 0) return
  const params = {
    name,
    kind,
    ids: rows.map(({ id }) => BigInt(id)),
    values: rows.map(({ value }) => BigInt(value)),
  }
  const right = 'transform(object_id, {ids:Array(Int64)}, {values:Array(Int64)}, toInt64(0))'
  const wrong = `${theirs} AND ifNull(value != ${right}, true)`
  const [found] = await warehouse.query<{ rows: string }>(
    `SELECT count() AS rows FROM event WHERE ${wrong}`,
    params,
  )
  if (found && found.rows !== '0')
    await warehouse.command(
      `ALTER TABLE ${stored('event', place)}${onCluster(place)} UPDATE value = ${right}
        WHERE ${wrong} SETTINGS mutations_sync = 2`,
      params,
    )
  // Whatever a crash left undone here, a retry does: the sums of the days concerned are settled each time.
  await warehouse.command(settleStatement, params)
}

/** Adds to the rollup what it lacks, or has too much, of the rows of these days. */
export const settleStatement = `
  INSERT INTO event_day (day, group_id, name, amount)
  SELECT day, group_id, name, sum(counted) AS amount FROM (
    SELECT day, group_id, name, sumIf(ifNull(value, 0), person) AS counted FROM event
     WHERE name = {name:String} AND (day, group_id) GLOBAL IN (SELECT day, group_id FROM event WHERE ${theirs})
     GROUP BY day, group_id, name
    UNION ALL
    SELECT day, group_id, name, -sum(amount) AS counted FROM event_day
     WHERE name = {name:String} AND (day, group_id) GLOBAL IN (SELECT day, group_id FROM event WHERE ${theirs})
     GROUP BY day, group_id, name)
  GROUP BY day, group_id, name HAVING amount != 0`
