/** What the talk of the demo concentrates on at its end is found, and nothing of the kind where nobody does. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '#base/config/config.ts'
import { systemCtx } from '#base/context.ts'
import { deriveSecrets } from '#base/secrets.ts'
import { burst, burstFrom } from '#modules/content/demo/burst.ts'
import { loadDemoContent } from '#modules/content/demo/load.ts'
import { seedCommunity } from '#modules/members/simulation/load.ts'
import { openInsightWorld } from '#test/insight-world.ts'
import { makeTestWarehouse, silentLog } from '#test/warehouse.ts'
import { buildWorld } from '#test/world.ts'
import { settleSimulated } from '#test/world-groups.ts'
import { lookAtAll } from '../alerts/looking.ts'
import { findSignals, type Signal } from '../alerts/signals.ts'
import { readSaid } from '../alerts/topics.ts'
import type { InsightParts } from '../parts.ts'
import { openTalkCopies } from '../words/talk-copies.ts'

const now = new Date()
const run = { signal: new AbortController().signal, progress: async () => undefined }

describe.each([{ even: false }, { even: true }])('the talk of the demo, even: $even', ({ even }) => {
  let world: Awaited<ReturnType<typeof makeTestWarehouse>>
  let topics: readonly Signal[]
  const ctx = () => systemCtx(world.database.db, 'test')

  beforeAll(async () => {
    world = await makeTestWarehouse()
    const { database, warehouse } = world
    const config = readConfig({ NODE_ENV: 'test', BASE_URL: 'http://127.0.0.1:4680' })
    const secrets = deriveSecrets(randomBytes(32).toString('base64url'))
    const built = await buildWorld(
      { config, connection: database, secrets, log: silentLog, warehouse } as never,
      now,
    )
    await seedCommunity(database.pool, { members: 600, days: 90, seed: 42, now })
    await settleSimulated(database.pool)
    const people = new Map([...built.content.people])
    await loadDemoContent(database.pool, { people, pictures: new Map(), now, even })
    world.startSink({ timeZone: async () => 'Asia/Shanghai' })
    await world.settled()
    const insight = await openInsightWorld(world, { now })
    const parts = { ...insight.parts, jobs: { enqueue: async () => undefined } } as unknown as InsightParts
    expect(await openTalkCopies(warehouse).fill(ctx())).toBe(true)
    await lookAtAll(ctx(), parts, run, 60)
    const { items } = await findSignals(ctx(), { open: true }, { after: undefined, limit: 50 })
    topics = items.filter(({ preset }) => preset === 'S0-47')
  }, 180_000)
  afterAll(() => world?.end())

  test(`S0-47 ${even ? 'without it nothing is found' : 'is found with its evidence, and with little else'}`, async () => {
    const found = topics.find(({ evidence }) => evidence.topic?.word === burst.word)
    if (even) return expect(found).toBeUndefined()
    const topic = found!.evidence.topic!
    expect(topic.before).toBeLessThan(3)
    expect(topic.members).toBeGreaterThanOrEqual(5)
    expect(found!.bucket).toBe(burstFrom(now.getTime()))
    // What a discussion of it begins with can be read, and is about it.
    const said = await readSaid(ctx(), topic.said)
    expect(said.length).toBeGreaterThan(2)
    expect(said.some(({ text }) => text.includes(burst.word))).toBe(true)
  })
})
