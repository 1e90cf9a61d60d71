import { expect, test } from 'vitest'
import { useWarehouse } from '#test/warehouse.ts'

const world = useWarehouse()

test('counts what a browser did for whom the first proof names, whoever signs in on it later', async () => {
  const { pool } = world().database
  world().startSink()
  const tell = (name: string, member: number | null, props = '{}') =>
    pool.query(
      `insert into event_log (name, source, actor, member_id, anonymous_id, occurred_at, props)
       values ($1, 'track', 'anonymous', $2, 'shared-browser', '2020-02-02T04:00:00Z', $3)`,
      [name, member, props],
    )
  await tell('page.viewed', null)
  for (const member of [901, 902]) {
    await tell('visitor.identified', member, '{"anonymousId":"shared-browser"}')
    await pool.query(`select pg_notify('event_log', '')`)
    await world().settled()
  }
  await tell('post.read', null)
  await world().settled()
  const names = await world().warehouse.query<{ name: string; who: string[] }>(
    `SELECT name, bitmapToArray(groupBitmapMergeState(members)) AS who FROM event_day
      WHERE day = '2020-02-02' AND name != 'visitor.identified' GROUP BY name ORDER BY name`,
  )
  expect(names).toEqual([
    { name: 'page.viewed', who: ['901'] },
    { name: 'post.read', who: ['901'] },
  ])
})
