import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '#base/context.ts'
import { problems } from '#base/http/problem.ts'
import type { Warehouse } from '#base/parts.ts'
import type { InsightParts } from '#modules/insight/parts.ts'
import { type DashboardWorld, later, metric, openDashboardWorld, tile } from '#test/dashboard-world.ts'
import { until } from '#test/warehouse.ts'
import { openAsking } from '../asking.ts'
import { readSink } from '../metrics/remember/stamps.ts'
import { answerTiles, isFailed } from './answers.ts'
import type { TileContent } from './dashboard.ts'
import {
  accessDashboard,
  addTile,
  archiveDashboard,
  changeDashboard,
  copyDashboard,
  findDashboards,
  findTiles,
  makeDashboard,
  mostDashboards,
} from './dashboards.ts'
import { dashboardSendable } from './letter.ts'
import { templateIds, templateOf } from './templates.ts'

let world: DashboardWorld
const as: DashboardWorld['as'] = (...of) => world.as(...of)

beforeAll(async () => {
  world = await openDashboardWorld()
})
afterAll(() => world?.warehouse.end())

async function answer(contents: readonly TileContent[], override = {}, ctx = as('林晓')) {
  world.asked.length = 0
  return await answerTiles(
    await openAsking(ctx, world.parts),
    contents.map((content, place) => ({ id: String(place), content })),
    override,
  )
}

describe('T43 keeping dashboards', () => {
  const fields = { name: '周会', note: '', shared: false }
  const box = { x: 0, y: 0, w: 6, h: 4 }
  const text = (words: string) => ({ title: null, content: tile({ kind: 'text', text: words }) })

  test('one’s own are one’s own until they are shared; who only reads changes nothing', async () => {
    const made = await makeDashboard(as('林晓'), fields)
    await expect(accessDashboard(as('陈朗'), made.id)).rejects.toMatchObject({ code: 'dashboard_not_found' })
    await changeDashboard(as('林晓'), made.id, { version: 1, shared: true })
    expect((await accessDashboard(as('陈朗'), made.id)).version).toBe(2)
    await expect(
      changeDashboard(as('陈朗', ['insight.read']), made.id, { version: 2, name: 'x' }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await expect(changeDashboard(as('陈朗'), made.id, { version: 2, shared: false })).rejects.toMatchObject({
      code: 'forbidden',
    })
    const page = { after: undefined, limit: 10 }
    const names = async (ctx: Ctx, whose: 'all' | 'own' | 'shared') =>
      (await findDashboards(ctx, { whose, archived: false }, page)).items.map(({ name }) => name)
    expect(await names(as('陈朗'), 'all')).toContain('周会')
    expect(await names(as('陈朗'), 'own')).toEqual([])
  })

  test('of two who change it at once the second is told who was first, and nothing of his is kept', async () => {
    const made = await makeDashboard(as('林晓'), { ...fields, shared: true })
    const both = await Promise.allSettled([
      changeDashboard(as('林晓'), made.id, { version: 1, name: '一', tiles: [{ ...text('a'), ...box }] }),
      changeDashboard(as('陈朗'), made.id, { version: 1, name: '二', tiles: [{ ...text('b'), ...box }] }),
    ])
    const lost = both.find((each) => each.status === 'rejected')
    expect(both.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    const kept = await accessDashboard(as('林晓'), made.id)
    expect(lost?.reason).toMatchObject({ code: 'dashboard_changed_meanwhile', kind: { status: 409 } })
    expect(lost?.reason.options.values).toEqual({ who: kept.changedByName, version: 2 })
    expect(await findTiles(as('林晓'), made.id)).toHaveLength(1)
  })

  test('tiles keep their ids when they change places with each other, and the database lets none lie over another', async () => {
    const made = await makeDashboard(as('林晓'), fields, [
      { ...text('左'), ...box },
      { ...text('右'), ...box, x: 6 },
    ])
    const [left, right] = await findTiles(as('林晓'), made.id)
    await changeDashboard(as('林晓'), made.id, {
      version: 1,
      tiles: [
        { ...left!, x: 6 },
        { ...right!, x: 0 },
      ],
    })
    expect((await findTiles(as('林晓'), made.id)).map(({ id, x }) => [id, x])).toEqual([
      [right!.id, 0],
      [left!.id, 6],
    ])
    const { pool } = world.warehouse.database
    const put = (x: number, w: number) =>
      pool.query(`update dashboard_tile set x = $2, w = $3 where id = $1`, [left!.id, x, w])
    await expect(put(5, 6)).rejects.toThrow(/dashboard_tile_apart/)
    await expect(put(8, 6)).rejects.toThrow(/check/)
    await put(6, 6)
  })

  test('one more tile goes where there is room, whatever others did meanwhile; the 25th does not', async () => {
    const made = await makeDashboard(as('林晓'), fields, [{ ...text('a'), ...box }])
    await addTile(as('林晓'), made.id, {
      title: '周活',
      content: metric('weekly_actives', { show: 'number' }),
    })
    expect((await findTiles(as('林晓'), made.id)).map(({ x, y, w }) => [x, y, w])).toEqual([
      [0, 0, 6],
      [6, 0, 3],
    ])
    for (let more = 2; more < 24; more++) await addTile(as('林晓'), made.id, text('x'))
    await expect(addTile(as('林晓'), made.id, text('x'))).rejects.toMatchObject({ code: 'dashboard_is_full' })
  })

  test('of several made, copied or brought back at once none passes the limit', async () => {
    const ctx = as('林晓')
    const mine = await makeDashboard(ctx, { ...fields, name: '留着的' })
    const away = await makeDashboard(ctx, { ...fields, name: '归档的' })
    await archiveDashboard(ctx, away.id, true)
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from dashboard where archived_at is null`.execute(ctx.db)
    await sql`insert into dashboard (name, created_at, created_by, changed_at, changed_by)
      select '占位', now(), 'system:test', now(), 'system:test' from generate_series(1, ${mostDashboards - rows[0]!.n - 1}::int)`.execute(
      ctx.db,
    )
    const tried = await Promise.allSettled([
      makeDashboard(ctx, fields),
      makeDashboard(ctx, fields),
      copyDashboard(ctx, mine.id),
      archiveDashboard(ctx, away.id, false),
    ])
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const each of tried)
      if (each.status === 'rejected') expect(each.reason.code).toBe('too_many_dashboards')
    await sql`delete from dashboard where created_by = 'system:test'`.execute(ctx.db)
  })

  test('the log says that a condition was set, and not whom it names', async () => {
    const ctx = as('林晓')
    const { id, version } = await makeDashboard(ctx, fields)
    const who = {
      version: 1,
      who: { kind: 'field', field: 'member.name', test: { op: 'is', value: '许木' } },
    } as const
    await changeDashboard(ctx, id, { version, scope: { who } })
    const { rows } = await sql<{ detail: unknown }>`
      select detail from audit_entry where action = 'dashboard.changed' and object_id = ${id}`.execute(ctx.db)
    expect(rows[0]!.detail).toMatchObject({ scope: { group: null, condition: true } })
    expect(JSON.stringify(rows)).not.toContain('许木')
  })

  test('a copy is one’s own; what is archived is found among the archived and changes no more', async () => {
    const made = await makeDashboard(as('林晓'), { ...fields, name: '月会', shared: true }, [
      { ...text('a'), ...box },
    ])
    const copy = await copyDashboard(as('陈朗'), made.id)
    expect(copy).toMatchObject({ name: '月会（副本）', shared: false, createdByName: '陈朗' })
    expect(await findTiles(as('陈朗'), copy.id)).toHaveLength(1)
    await archiveDashboard(as('林晓'), made.id, true)
    await expect(changeDashboard(as('林晓'), made.id, { version: 2, name: 'x' })).rejects.toMatchObject({
      code: 'dashboard_is_archived',
    })
    await archiveDashboard(as('林晓'), made.id, false)
    expect((await accessDashboard(as('林晓'), made.id)).archivedAt).toBeNull()
  })
})

describe('answers', () => {
  test('each tile is answered, or fails, by itself', async () => {
    const answers = await answer([
      metric('posts'),
      metric('no_such_metric'),
      tile({ kind: 'goal', goal: '999' }),
      tile({ kind: 'analysis', analysis: 'funnel', question: { steps: [] } }),
      tile({ kind: 'signals' }),
      tile({ kind: 'text', text: '先看这里' }),
    ])
    expect(answers.map((each) => (isFailed(each) ? each.problem.code : 'answered'))).toEqual([
      'answered',
      'metric_not_found',
      'goal_not_found',
      'invalid_input',
      'answered',
      'answered',
    ])
    expect(answers[0]).toMatchObject({ analysis: 'trend', answer: { series: [{ total: { value: 11 } }] } })
  })

  test.each(templateIds)(
    'a new dashboard from the template %s answers at once, in twelve queries at most',
    async (id) => {
      const { tiles } = templateOf(id, 'zh-CN')
      const answers = await answer(tiles.map(({ content }) => content))
      expect(answers.filter(isFailed).map(({ problem }) => problem.code)).toEqual(
        // The community of this test declares no fields of members.
        id === 'growth' ? ['condition_invalid'] : [],
      )
      expect(world.asked.length).toBeLessThanOrEqual(12)
    },
  )

  test('a dashboard of 12 tiles asks 12 times at most, less when it is opened again, and equal questions once', async () => {
    const retention = {
      kind: 'analysis',
      analysis: 'retention',
      question: {
        range: { last: 8, unit: 'week' },
        start: { event: 'member.joined' },
        again: { event: '*' },
        unit: 'week',
      },
    }
    const twelve = [
      ...['weekly_actives', 'posts', 'reads', 'creators', 'interactions', 'orders', 'revenue'].map((key) =>
        metric(key, { range: { last: 9, unit: 'week' }, compare: 'previous' }),
      ),
      metric('posts', { range: { last: 9, unit: 'week' }, breakdown: { by: 'group' } }),
      tile(retention),
      tile({
        kind: 'analysis',
        analysis: 'lifecycle',
        question: { range: { last: 9, unit: 'week' }, unit: 'week' },
      }),
      tile({ kind: 'analysis', analysis: 'stickiness', question: { range: { last: 9, unit: 'week' } } }),
      tile({ kind: 'signals' }),
    ]
    // What the tests before this one announced has to be there: nothing is remembered while more is on its way.
    await world.warehouse.settled()
    await until(async () => !(await readSink(as('林晓'))).busy)
    const first = await answer(twelve)
    expect(first.filter(isFailed)).toEqual([])
    const firstTime = world.asked.length
    expect(firstTime).toBeGreaterThan(3)
    expect(firstTime).toBeLessThanOrEqual(12)
    const again = await answer(twelve)
    expect(again).toEqual(first)
    expect(world.asked.length).toBeLessThan(firstTime)
    // Only whether anything came, and which parts are the largest.
    expect(world.asked.length).toBeLessThanOrEqual(2)
    await answer([tile(retention)], {}, later(as('林晓'), 3_600))
    const once = world.asked.length
    await answer(
      Array.from({ length: 12 }, () => tile(retention)),
      {},
      later(as('林晓'), 7_200),
    )
    expect(once).toBeGreaterThan(0)
    expect(world.asked.length).toBe(once)
  })

  test('the range and the scope of the whole dashboard stand above those of its tiles, and what cannot follow says so', async () => {
    const override = { range: { from: '2026-11-10', to: '2026-11-12' }, scope: { group: '8' } }
    const [posts, gaps] = await answer(
      [
        metric('posts', { range: { last: 12, unit: 'month' }, unit: 'month' }),
        tile({
          kind: 'analysis',
          analysis: 'purchase-intervals',
          question: { range: { last: 6, unit: 'month' } },
        }),
      ],
      override,
    )
    expect(posts).toMatchObject({
      question: { ...override, unit: 'day' },
      answer: { unit: 'day', series: [{ points: [{ start: '2026-11-10' }, {}, {}], total: { value: 0 } }] },
      unheard: [],
    })
    expect(gaps).toMatchObject({ question: { range: override.range }, unheard: ['group'] })
  })

  test('nobody who left is answered: the warehouse stops', async () => {
    const gone = new AbortController()
    gone.abort(new Error('left'))
    await expect(
      answerTiles(
        await openAsking(later(as('林晓'), 9_000), world.parts, gone.signal),
        [{ id: '1', content: metric('posts', { range: { last: 77, unit: 'day' } }) }],
        {},
        gone.signal,
      ),
    ).rejects.toThrow('left')
  })
})

describe('by mail', () => {
  test('a dashboard goes out with its figures in words, pictures without text and tables, in the reader’s language', async () => {
    const { id } = await makeDashboard(
      as('林晓'),
      { name: '周会', note: '', shared: true },
      [
        metric('posts', { compare: 'previous', show: 'number' }),
        metric('posts', { breakdown: { by: 'group' }, show: 'bars' }),
        tile({ kind: 'text', text: '先看发帖' }),
        metric('no_such_metric'),
      ].map((content, place) => ({ title: null, content, x: 0, y: place * 4, w: 6, h: 4 })),
    )
    const asking = await openAsking(as('林晓'), {
      ...world.parts,
      config: { baseUrl: 'https://club.example.com' },
    } as InsightParts)
    const letter = await dashboardSendable.letterOf(asking, id, { locale: 'zh-CN', day: '2026-11-19' })
    expect(letter.subject).toBe('周会 · 2026-11-19')
    expect(letter.blocks.map(({ kind }) => kind)).toEqual([
      'paragraph',
      'heading',
      'paragraph',
      'picture',
      'heading',
      'paragraph',
      'picture',
      'paragraph',
      // The metric that is not there.
      'note',
      'button',
    ])
    expect(letter.robot.lines[0]).toBe('发帖量 11，比对比期多 11')
    expect(letter.robot.link.url).toBe(`https://club.example.com/console/insight/dashboards/${id}`)
    const english = await dashboardSendable.letterOf(asking, id, { locale: 'en', day: '2026-11-19' })
    expect(english.preview).toMatch(/11 more than before/)
    await expect(dashboardSendable.nameOf(as('陈朗'), '999')).rejects.toMatchObject({
      code: 'dashboard_not_found',
    })
  })

  test('while the warehouse is away no letter without figures goes out: it is tried again later', async () => {
    const { id } = await makeDashboard(as('林晓'), { name: '周会', note: '', shared: true }, [
      { title: null, content: metric('posts', { range: { last: 5, unit: 'day' } }), x: 0, y: 0, w: 6, h: 4 },
    ])
    const away: Warehouse = {
      ...world.parts.warehouse,
      query: () => Promise.reject(problems.warehouseUnavailable({ retryAfter: 60 })),
    }
    const asking = await openAsking(later(as('林晓'), 40), {
      ...world.parts,
      config: { baseUrl: 'https://club.example.com' },
      warehouse: away,
    } as InsightParts)
    await expect(
      dashboardSendable.letterOf(asking, id, { locale: 'zh-CN', day: '2026-11-19' }),
    ).rejects.toMatchObject({ code: 'warehouse_unavailable' })
  })
})
