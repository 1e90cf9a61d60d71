import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import { type DashboardWorld, later, metric, now, openDashboardWorld, tile } from '#test/dashboard-world.ts'
import type { TileContent } from './dashboard.ts'
import { archiveDashboard, changeDashboard, makeDashboard } from './dashboards.ts'
import { answerShared, type SharedAnswer } from './shared-answers.ts'
import { findShares, openShare, revokeShare, shareDashboard } from './shares.ts'

let world: DashboardWorld
const as: DashboardWorld['as'] = (...of) => world.as(...of)

beforeAll(async () => {
  world = await openDashboardWorld()
})
afterAll(() => world?.warehouse.end())

describe('T43 shared links', () => {
  const make = async (contents: readonly TileContent[]) =>
    await makeDashboard(
      as('林晓'),
      { name: '给董事会', note: '', shared: true },
      contents.map((content, place) => ({ title: null, content, x: 0, y: place * 4, w: 6, h: 4 })),
    )
  const open = async (token: string, seconds = 0): Promise<SharedAnswer> =>
    await answerShared(later(world.nobody(), seconds), world.parts, token)

  test('a token that never was, is over, was taken back, or whose maker works here no more is refused alike', async () => {
    const { id } = await make([metric('posts')])
    const share = (expiresAt: Date | null = null) => shareDashboard(as('林晓'), id, { note: '', expiresAt })
    const ended = await share(new Date(now.getTime() + 60_000))
    const revoked = await share()
    const whose = await shareDashboard(as('陈朗'), id, { note: '', expiresAt: null })
    const good = await share()
    await revokeShare(as('林晓'), id, revoked.id)
    await world.warehouse.database.pool.query('delete from operator where account_id = $1', [world.ids.陈朗])
    const refusals = await Promise.all(
      [open('nothing'), open(ended.token, 61), open(revoked.token), open(whose.token), open('')].map((each) =>
        each.then(
          () => 'opened',
          (error) => JSON.stringify(error.toJSON('zh-CN', 'r')),
        ),
      ),
    )
    expect(new Set(refusals).size).toBe(1)
    expect(refusals[0]).toContain('share_not_found')
    expect((await open(good.token)).name).toBe('给董事会')
    expect((await open(ended.token, 59)).name).toBe('给董事会')
    await archiveDashboard(as('林晓'), id, true)
    await expect(open(good.token)).rejects.toMatchObject({ code: 'share_not_found' })
    await archiveDashboard(as('林晓'), id, false)
  })

  test('a link shows what its maker may see today: it ends when he may share no more, or sees the dashboard no more', async () => {
    const { pool } = world.warehouse.database
    const { id } = await make([metric('posts')])
    await pool.query(
      `insert into operator (account_id, role_id)
       select $1, id from operator_role where name = 'dash' on conflict do nothing`,
      [world.ids.陈朗],
    )
    const { token } = await shareDashboard(as('陈朗'), id, { note: '', expiresAt: null })
    expect((await open(token)).name).toBe('给董事会')
    const role = (permissions: readonly string[]) =>
      pool.query(`update operator_role set permissions = $1 where name = 'dash'`, [permissions])
    await role(['insight.read'])
    await expect(open(token)).rejects.toMatchObject({ code: 'share_not_found' })
    await role(['insight.read', 'insight.edit', 'audience.read'])
    expect((await open(token)).name).toBe('给董事会')
    // What is his colleague's own again is nothing that he may show.
    await changeDashboard(as('林晓'), id, { version: 1, shared: false })
    await expect(open(token)).rejects.toMatchObject({ code: 'share_not_found' })
  })

  test('a program makes no links: they would outlive its key', async () => {
    const { id } = await make([metric('posts')])
    const program: Ctx = {
      ...as('林晓'),
      actor: { kind: 'apiKey', keyId: '1', name: 'x', scopes: new Set(['insight.read', 'insight.edit']) },
    }
    await expect(shareDashboard(program, id, { note: '', expiresAt: null })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  test('an open link is found however many were taken back after it', async () => {
    const { id } = await make([metric('posts')])
    const first = await shareDashboard(as('林晓'), id, { note: '第一个', expiresAt: null })
    await world.warehouse.database.pool.query(
      `insert into dashboard_share (dashboard_id, token_hash, note, created_at, created_by, revoked_at, revoked_by)
       select $1, encode(sha256(n::text::bytea), 'hex'), '', $2, $3, $2, $3 from generate_series(1, 120) as n`,
      [id, now, `account:${world.ids.林晓}`],
    )
    expect((await findShares(as('林晓'), id))[0]).toMatchObject({ id: first.id, note: '第一个' })
  })

  test('only its print is kept, and making and taking back are in the log of what operators did', async () => {
    const { id } = await make([metric('posts')])
    const made = await shareDashboard(as('林晓'), id, { note: '供应商', expiresAt: null })
    await openShare(world.nobody(), world.parts, made.token)
    await revokeShare(as('林晓'), id, made.id)
    const { pool } = world.warehouse.database
    const { rows: kept } = await pool.query('select * from dashboard_share where id = $1', [made.id])
    expect(JSON.stringify(kept)).not.toContain(made.token)
    expect(kept[0].seen_at).toEqual(now)
    const { rows } = await pool.query(
      `select action, detail from audit_entry where object_kind = 'dashboard' and object_id = $1 order by id`,
      [id],
    )
    expect(rows.map(({ action }) => action)).toEqual([
      'dashboard.made',
      'dashboard.link_made',
      'dashboard.link_revoked',
    ])
    expect(JSON.stringify(rows)).not.toContain(made.token)
  })

  test('figures of fewer than five people are hidden, and nothing names a person', async () => {
    const { id } = await make([
      metric('posts'),
      metric('revenue'),
      metric('reads', { compare: 'previous' }),
      tile({ kind: 'analysis', analysis: 'network', question: { range: { last: 30, unit: 'day' } } }),
    ])
    const { token } = await shareDashboard(as('林晓'), id, { note: '', expiresAt: null })
    const { tiles } = await open(token)
    const [posts, revenue, reads] = tiles
    // Eight wrote in the second week, three in the first: eleven less eight would tell the three.
    expect(posts!.figures!.lines[0]!.values).toEqual([null, null])
    expect(posts!.figures!.table.rows.map((row) => row[1])).toEqual(['人少不显示', '人少不显示', '11'])
    expect(revenue!.figures).toMatchObject({ headline: '人少不显示', lines: [{ values: [0, null] }] })
    expect(reads!.figures).toMatchObject({ headline: '30', hidden: 0 })
    expect(JSON.stringify(tiles)).not.toMatch(/成员\d|"cell"|"question"|memberId/)
  })

  test('however often strangers look, the warehouse is asked once', async () => {
    const { id } = await make([metric('posts'), metric('reads'), metric('creators')])
    const { token } = await shareDashboard(as('林晓'), id, { note: '', expiresAt: null })
    world.asked.length = 0
    await Promise.all(Array.from({ length: 30 }, () => open(token)))
    const once = world.asked.length
    expect(once).toBeLessThanOrEqual(3)
    await Promise.all(Array.from({ length: 30 }, (_, seconds) => open(token, seconds)))
    expect(world.asked.length).toBe(once)
    // The control: it is asked again when what is kept is old.
    await open(token, 301)
    expect(world.asked.length).toBeGreaterThan(once)
  })
})
