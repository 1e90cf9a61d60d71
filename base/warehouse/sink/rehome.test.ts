/** T28: what a double did counts for the member who remains, in rows and in rollups, and goes back with him. */
import { beforeAll, describe, expect, test } from 'vitest'
import { useWarehouse } from '#test/warehouse.ts'
import { rebuildWarehouse } from '../warehouse.ts'

const world = useWarehouse()
let [kept, double, third] = ['', '', '']

const sql = (text: string, params: unknown[] = []) => world().database.pool.query(text, params)

async function act(member: string | null, name: string, day: string, browser: string | null = null) {
  await sql(
    `insert into event_log (name, source, actor, member_id, anonymous_id, occurred_at) values ($1, 'track', 'anonymous', $2, $3, $4)`,
    [name, member, browser, `${day}T04:00:00Z`],
  )
}
const fact = async (name: string, member: string, props = {}) => {
  await sql(
    `insert into event_log (name, source, actor, member_id, props) values ($1, 'fact', 'system:test', $2, $3)`,
    [name, member, JSON.stringify(props)],
  )
  await sql(`select pg_notify('event_log', '')`)
  await world().settled()
}

async function merge(from: string, into: string) {
  await sql('update member set merged_into = $2 where id = $1 or merged_into = $1', [from, into])
  await fact('member.merged_away', from, { intoId: into })
}
async function part(from: string, into: string) {
  await sql('update member set merged_into = null where id = $1', [from])
  await fact('member.parted', from, { intoId: into })
}

/** Who was active on each day by the rollup, what each did by the other, and the rows themselves. */
async function told() {
  const { query } = world().warehouse
  const days = await query<{ day: string; members: string[] }>(
    `SELECT toString(day) AS day, bitmapToArray(groupBitmapMergeState(members)) AS members
       FROM active_day WHERE day < '2026-09-10' GROUP BY day ORDER BY day`,
  )
  const names = await query<{ name: string; members: string[]; events: string }>(
    `SELECT name, bitmapToArray(groupBitmapMergeState(members)) AS members, sum(events) AS events
       FROM event_day WHERE day < '2026-09-10' GROUP BY name ORDER BY name`,
  )
  const rows = await query<{ member_id: string; count: string }>(
    `SELECT member_id, count() AS count FROM event WHERE day < '2026-09-10' GROUP BY member_id ORDER BY member_id`,
  )
  return {
    days: Object.fromEntries(days.map(({ day, members }) => [day.slice(5), [...members].sort()])),
    names: Object.fromEntries(
      names.map(({ name, members, events }) => [name, [[...members].sort().join(), events]]),
    ),
    rows: Object.fromEntries(rows.map(({ member_id, count }) => [member_id, count])),
  }
}

beforeAll(async () => {
  const { rows } = await sql(
    `insert into member (token, nickname, joined_at) values ('a', '小满', now()), ('b', '林小满', now()), ('c', '舟舟', now()) returning id`,
  )
  ;[kept, double, third] = rows.map((row: { id: string }) => row.id) as [string, string, string]
  await act(kept, 'page.viewed', '2026-09-01')
  await act(double, 'page.viewed', '2026-09-01')
  await act(double, 'order.placed', '2026-09-02')
  await act(third, 'page.viewed', '2026-09-02')
  await act(null, 'page.viewed', '2026-09-03', 'browser-1')
  world().startSink()
  await fact('visitor.identified', double, { anonymousId: 'browser-1' })
})

describe('the rows and rollups of a double', () => {
  const apart = () => ({
    days: { '09-01': [kept, double], '09-02': [double, third], '09-03': [double] },
    names: { 'order.placed': [double, '1'], 'page.viewed': [[kept, double, third].join(), '4'] },
    rows: { 0: '1', [kept]: '1', [double]: '2', [third]: '1' },
  })
  const together = () => ({
    days: { '09-01': [kept], '09-02': [kept, third], '09-03': [kept] },
    names: { 'order.placed': [kept, '1'], 'page.viewed': [[kept, third].join(), '4'] },
    rows: { 0: '1', [kept]: '3', [third]: '1' },
  })

  test('are his own before (control)', async () => {
    expect(await told()).toEqual(apart())
  })

  test('are those of the member who remains after a merge, counted once, also what comes later', async () => {
    await merge(double, kept)
    expect(await told()).toEqual(together())
    await act(double, 'order.placed', '2026-09-12')
    await fact('test.happened', third)
    const [late] = await world().warehouse.query<{ member_id: string; logged_as: string }>(
      `SELECT member_id, logged_as FROM event WHERE day = '2026-09-12' AND name = 'order.placed'`,
    )
    expect(late).toEqual({ member_id: kept, logged_as: double })
  })

  test('are the same when the warehouse is filled again from the log', async () => {
    await rebuildWarehouse(world().database.pool)
    await world().settled()
    expect(await told()).toEqual(together())
  })

  test('are his own again when the merge is taken back', async () => {
    await part(double, kept)
    expect(await told()).toEqual(apart())
  })

  test('follow a chain of merges to its end, and totals add up all the while', async () => {
    // Both at once: the second says where the first ends.
    await sql('update member set merged_into = $2 where id = $1', [double, kept])
    await merge(kept, third)
    expect((await told()).rows).toEqual({ 0: '1', [third]: '4' })
    const [sums] = await world().warehouse.query<{ events: string; counted: string }>(
      'SELECT (SELECT count() FROM event) AS events, (SELECT sum(events) + sum(excluded) FROM event_day) AS counted',
    )
    const { rows } = await sql('select count(*) as logged from event_log')
    expect([sums?.events, sums?.counted]).toEqual([rows[0].logged, rows[0].logged])
  })
})
