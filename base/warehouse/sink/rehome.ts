/**
 * What a double did counts for the member into whom it was merged. Rows that come from the log are put under
 * the right member as they come (deliver.ts), so a warehouse that is filled again has it right by itself;
 * here, when a batch says that a merge was done or taken back, the rows that are there already move, and
 * the bitmaps forget and learn the members concerned. Each step compares with what PostgreSQL says now, so
 * repeating it changes nothing. A crash in between leaves totals that do not add up, and `prepare` fills again.
 */
import type pg from 'pg'
import type { WarehouseClient } from '../client.ts'
import { onCluster, type Place, stored } from '../schema/ddl.ts'
import { identifiedBy } from '../schema/schema.ts'
import type { Plan } from './cursor.ts'

/** Facts about a double, with the other member as `intoId`: its rows may have another home now. */
export const movingFacts = ['member.merged_away', 'member.parted'] as const

const columns = `seq, tx, recorded_at, occurred_at, name, source, actor, group_id, anonymous_id, session_id,
  object_kind, object_id, value, bot, staff, test, props, context`

/** Rows of a member of the log that stand under somebody else than `home`. */
const astray = `(logged_as = {member:UInt64} OR (logged_as = 0 AND member_id = {member:UInt64}))
  AND member_id != {home:UInt64}`

export const rehomeQuestion = `
  SELECT DISTINCT if(logged_as = 0, member_id, logged_as) AS double, JSONExtractString(props, 'intoId') AS other
    FROM event WHERE name IN {facts:Array(String)} AND seq BETWEEN {low:UInt64} AND {high:UInt64} AND member_id != 0`

/** Moves what a batch says has moved. */
export async function rehome(
  pool: pg.Pool,
  warehouse: WarehouseClient,
  plan: Plan,
  place: Place,
): Promise<void> {
  const doubles = await warehouse.query<{ double: string; other: string }>(rehomeQuestion, {
    facts: movingFacts,
    low: plan.low,
    high: plan.high,
  })
  if (doubles.length === 0) return
  const homes = await findHomes(
    pool,
    doubles.map(({ double }) => double),
  )
  for (const { member, home } of homes) await moveRows(warehouse, place, member, home)
  // Whatever a crash left undone here, a retry does: the bitmaps of all who were named are settled each time.
  const named = [...doubles.map(({ other }) => other), ...homes.flatMap(({ member, home }) => [member, home])]
  await settleBitmaps(
    warehouse,
    place,
    [...new Set(named)].filter((id) => /^\d+$/.test(id)),
  )
}

/** The doubles, those who were merged into them or beside them, and under whom each counts now. */
async function findHomes(
  pool: pg.Pool,
  doubles: readonly string[],
): Promise<{ member: string; home: string }[]> {
  const { rows } = await pool.query<{ member: string; home: string }>(
    `select id as member, coalesce(merged_into, id) as home from member
      where id = any($1::bigint[]) or merged_into = any($1::bigint[])
         or merged_into in (select merged_into from member where id = any($1::bigint[]))`,
    [doubles],
  )
  return rows
}

async function moveRows(
  warehouse: WarehouseClient,
  place: Place,
  member: string,
  home: string,
): Promise<void> {
  const params = { member, home }
  const [found] = await warehouse.query<{ rows: string }>(
    `SELECT count() AS rows FROM event WHERE ${astray}`,
    params,
  )
  if (!found || found.rows === '0') return
  await warehouse.command(
    `INSERT INTO event (${columns}, member_id, logged_as, moved)
     SELECT ${columns}, {home:UInt64}, if({home:UInt64} = {member:UInt64}, 0, {member:UInt64}), true
       FROM event WHERE ${astray}`,
    params,
  )
  await warehouse.command(`DELETE FROM ${stored('event', place)}${onCluster(place)} WHERE ${astray}`, params)
  // Which browsers are his goes with the rows that prove it.
  const proofs = `seq IN (SELECT seq FROM event
    WHERE name = '${identifiedBy}' AND member_id = {home:UInt64} AND logged_as IN (0, {member:UInt64}))`
  const [proved] = await warehouse.query<{ rows: string }>(
    `SELECT count() AS rows FROM identity WHERE ${proofs} AND member_id != {home:UInt64}`,
    params,
  )
  if (proved && proved.rows !== '0')
    await warehouse.command(
      `ALTER TABLE ${stored('identity', place)}${onCluster(place)} UPDATE member_id = {home:UInt64}
        WHERE ${proofs} SETTINGS mutations_sync = 2`,
      params,
    )
}

/** Takes these members out of every bitmap and puts them where their rows say. */
async function settleBitmaps(
  warehouse: WarehouseClient,
  place: Place,
  ids: readonly string[],
): Promise<void> {
  const params = { ids: ids.map(BigInt) }
  const them = 'bitmapBuild({ids:Array(UInt64)})'
  for (const table of ['event_day', 'active_day'])
    await warehouse.command(
      `ALTER TABLE ${stored(table, place)}${onCluster(place)} UPDATE members = bitmapAndnot(members, ${them})
        WHERE bitmapHasAny(members, ${them}) SETTINGS mutations_sync = 2`,
      params,
    )
  const own = 'FROM event WHERE person AND member_id IN {ids:Array(UInt64)}'
  const browsers = `FROM event AS e GLOBAL INNER JOIN (
      SELECT anonymous_id, argMin(member_id, seq) AS owner FROM identity
       WHERE anonymous_id GLOBAL IN (SELECT anonymous_id FROM identity WHERE member_id IN {ids:Array(UInt64)})
       GROUP BY anonymous_id) AS i ON e.anonymous_id = i.anonymous_id
    WHERE e.person AND e.member_id = 0 AND i.owner IN {ids:Array(UInt64)}`
  await warehouse.command(
    `INSERT INTO event_day (day, group_id, name, members)
     SELECT day, group_id, name, groupBitmapState(member_id) ${own} GROUP BY 1, 2, 3`,
    params,
  )
  await warehouse.command(
    `INSERT INTO event_day (day, group_id, name, members)
     SELECT e.day, e.group_id, e.name, groupBitmapState(i.owner) ${browsers} GROUP BY 1, 2, 3`,
    params,
  )
  await warehouse.command(
    `INSERT INTO active_day (day, members) SELECT day, groupBitmapState(member_id) ${own} GROUP BY 1`,
    params,
  )
  await warehouse.command(
    `INSERT INTO active_day (day, members) SELECT e.day, groupBitmapState(i.owner) ${browsers} GROUP BY 1`,
    params,
  )
}
