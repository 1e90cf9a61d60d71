/** The demo as an operator meets it: groups that live, are measured, lift members and warn the silent. */
import { beforeAll, expect, test } from 'vitest'
import { readConfig } from '#base/config/config.ts'
import { systemCtx } from '#base/context.ts'
import { deriveSecrets } from '#base/secrets.ts'
import { openAudience } from '#modules/audience/api.ts'
import { tierFields } from '#modules/groups/course/fields.ts'
import { getEliminationRule, tryElimination } from '#modules/groups/elimination/rules.ts'
import { applyRules } from '#modules/groups/elimination/running.ts'
import { rateOf } from '#modules/groups/health/life-stage.ts'
import { findReadings, measureGroups } from '#modules/groups/health/measuring.ts'
import { openNotices } from '#modules/groups/notices/notices.ts'
import { moveByRules } from '#modules/groups/tiers/moving.ts'
import { seedCommunity } from '#modules/members/simulation/load.ts'
import { silentLog, useWarehouse } from './warehouse.ts'
import { buildWorld } from './world.ts'
import { liveInGroups } from './world-course.ts'
import { settleSimulated } from './world-groups.ts'

const at = useWarehouse()
const run = { signal: new AbortController().signal, progress: async () => undefined }
const notify = openNotices({ send: async () => undefined })
const ctx = () => systemCtx(at().database.db, 'test')
let audience: ReturnType<typeof openAudience>

beforeAll(async () => {
  const { database, warehouse } = at()
  const config = readConfig({ NODE_ENV: 'test', DATABASE_URL: database.url })
  await buildWorld({
    config,
    connection: database,
    secrets: deriveSecrets('x'.repeat(43)),
    log: silentLog,
  })
  await seedCommunity(database.pool, { members: 450, days: 120, seed: 7, now: new Date() })
  await settleSimulated(database.pool)
  await liveInGroups(database.pool)
  audience = openAudience({ warehouse }, { facts: () => [], fields: () => [tierFields] })
  at().startSink()
  await at().settled()
  await audience.copies.fill(ctx())
})

test('groups have figures that differ, and 手冲研究所 is losing heart', async () => {
  await measureGroups(ctx(), at().warehouse, run)
  const groups = await at().database.db.selectFrom('community_group').select(['id', 'slug']).execute()
  const readings = await findReadings(ctx())
  const of = (slug: string) => readings.get(groups.find((group) => group.slug === slug)!.id)!
  expect(readings.size).toBe(groups.length)
  const pour = of('pour-over')
  expect(pour.figures.members).toBeGreaterThan(50)
  expect(pour.figures.activeRate).toBeLessThan(rateOf(pour.figures.weeks.at(-9)!) - 10)
  expect(of('start-here').figures.activeRate).toBeGreaterThan(pour.figures.activeRate!)
  expect(pour.figures.participation).toBeGreaterThan(3)
  expect(pour.light).toBe('bad')
})

test('members rise by the rules of the demo, and some are warned, none removed', async () => {
  const moved = await moveByRules(ctx(), audience, run, notify)
  expect(moved.rose).toBeGreaterThan(0)
  const { id } = await at()
    .database.db.selectFrom('community_group')
    .select('id')
    .where('slug', '=', 'pour-over')
    .executeTakeFirstOrThrow()
  const tried = await tryElimination(ctx(), audience, id, await getEliminationRule(ctx(), id))
  const outcome = await applyRules(ctx(), audience, notify, run)
  expect(outcome).toMatchObject({ warned: tried.concerned, removed: 0 })
})
