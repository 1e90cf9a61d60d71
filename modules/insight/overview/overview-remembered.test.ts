import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeHistory } from '#test/histories.ts'
import { openInsightWorld } from '#test/insight-world.ts'
import { makeTestWarehouse } from '#test/warehouse.ts'
import { openAsking } from '../asking.ts'
import type { InsightParts } from '../parts.ts'
import { answerOverview } from './overview.ts'
import { question } from './question.ts'

const now = new Date('2026-11-19T01:41:58.123Z')
/** A Wednesday, the last whole day. */
const yesterday = '2026-11-18T04:00:00Z'

describe('the overview of days that are over', () => {
  let world: Awaited<ReturnType<typeof makeTestWarehouse>>
  let parts: InsightParts
  let ask: () => Promise<{ actives: number; queries: number }>

  beforeAll(async () => {
    world = await makeTestWarehouse()
    await writeHistory(world.database.pool, { seed: 33, now, zone: 'Asia/Shanghai', members: 30 })
    await world.database.pool.query(
      `insert into member (id, token, nickname, joined_at)
       select n, 'late' || n, '后来的' || n, now() from generate_series(901, 909) as n`,
    )
    world.startSink()
    await world.settled()
    const insight = await openInsightWorld(world, { now })
    let queries = 0
    // The parts keep what they remember: one process, asked again and again.
    parts = {
      ...insight.parts,
      warehouse: {
        ...insight.parts.warehouse,
        query: (...given: Parameters<typeof insight.parts.warehouse.query>) => {
          queries++
          return insight.parts.warehouse.query(...given)
        },
      },
    } as unknown as InsightParts
    ask = async () => {
      queries = 0
      const { north } = await answerOverview(await openAsking(insight.ctx, parts), question.parse({}))
      return { actives: north.weeks.at(-1)!.actives, queries }
    }
  })
  afterAll(() => world?.end())

  const happens = async (rows: string, values: unknown[]) => {
    await world.database.pool.query(
      `insert into event_log (name, source, actor, member_id, anonymous_id, occurred_at) values ${rows}`,
      values,
    )
    await world.settled()
  }

  test('asks once for how far the log is when nothing came to them, whatever happens today', async () => {
    const first = await ask()
    expect(first.queries).toBeGreaterThan(5)
    expect(await ask()).toEqual({ actives: first.actives, queries: 1 })
    await happens(`('page_view', 'track', 'anonymous', 901, null, $1)`, ['2026-11-19T01:00:00Z'])
    expect(await ask()).toEqual({ actives: first.actives, queries: 1 })
  })

  test('counts who comes late, whose browser becomes known, and who was two', async () => {
    const { actives } = await ask()
    await happens(`('page_view', 'track', 'anonymous', 902, null, $1)`, [yesterday])
    const late = await ask()
    expect(late.actives).toBe(actives + 1)
    expect(late.queries).toBeGreaterThan(5)

    await happens(`('page_view', 'track', 'anonymous', null, 'b-late', $1)`, [yesterday])
    expect((await ask()).actives).toBe(actives + 1)
    // Says today whose browser it was: nothing comes to the day on which it was busy.
    await world.database.pool.query(
      `insert into event_log (name, source, actor, member_id, occurred_at, props)
       values ('visitor.identified', 'fact', 'account:1', 903, '2026-11-19T01:10Z', '{"anonymousId":"b-late","proof":"session"}')`,
    )
    await world.settled()
    expect((await ask()).actives).toBe(actives + 2)

    await world.database.pool.query('update member set merged_into = 902 where id = 903')
    await world.database.pool.query(
      `insert into event_log (name, source, actor, member_id, occurred_at, object_kind, object_id, props)
       values ('member.merged_away', 'fact', 'system:test', 903, '2026-11-19T01:20Z', 'member', 903, '{"into":"902"}')`,
    )
    await world.settled()
    expect((await ask()).actives).toBe(actives + 1)
  })
})
