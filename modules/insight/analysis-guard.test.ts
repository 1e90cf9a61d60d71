import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { problems } from '#base/http/problem.ts'
import { defineModule } from '#base/module.ts'
import { testCtx } from '#test/database.ts'
import { startTestServer, type TestServer } from '#test/server.ts'
import { until, useWarehouse } from '#test/warehouse.ts'
import { analysisRoutes, defineAnalysis } from './analysis.ts'
import { openAsking } from './asking.ts'
import type { InsightParts } from './parts.ts'

const world = useWarehouse()
let server: TestServer

/** An analysis whose statements are as heavy as the question says; every one is known by its mark. */
const heavy = defineAnalysis({
  name: 'heavy',
  label: { zh: '重', en: 'Heavy' },
  question: z.object({ mark: z.int(), rows: z.int() }),
  answer: z.object({ rows: z.string() }),
  cell: z.object({}),
  answerOf: async (asking, { mark, rows }) => {
    const [row] = await asking.query<{ n: string }>(
      `SELECT count() AS n FROM numbers(${rows}) WHERE cityHash64(number, ${mark}) != 1`,
    )
    return { rows: row!.n }
  },
  peopleOf: async () => ({ sql: 'SELECT toUInt64(0) AS member_id', params: {} }),
  say: async () => '',
})

const running = async (mark: number) =>
  Number(
    (
      await world().warehouse.query<{ n: string }>(
        `SELECT count() AS n FROM system.processes WHERE query LIKE '%, ${mark})%' AND query NOT LIKE '%system.processes%'`,
      )
    )[0]!.n,
  )
const forever = 1_000_000_000_000

beforeAll(async () => {
  const { client } = world().warehouse
  await client.command(`CREATE DATABASE IF NOT EXISTS ${client.database}`, {}, { database: false })
  server = await startTestServer({
    database: world().database,
    parts: { warehouse: world().warehouse },
    authorise: async () => ({ actor: { kind: 'system', name: 'test' }, byCookie: false }),
    modules: (parts) => [
      defineModule({ name: 'heavy', routes: analysisRoutes(parts as unknown as InsightParts, heavy) }),
    ],
  })
})
afterAll(() => server?.close())

const ask = (mark: number, rows: number, signal?: AbortSignal) =>
  fetch(`${server.url}/api/insight/heavy`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ question: { mark, rows } }),
    ...(signal ? { signal } : {}),
  })

test('a question that fits into the limits is answered', async () => {
  const answered = await ask(70_001, 10)
  expect(answered.status).toBe(200)
  expect(await answered.json()).toMatchObject({ answer: { rows: '10' } })
})

test('when the page is left the warehouse stops working on its question', async () => {
  const left = new AbortController()
  const mark = 70_002
  const asked = ask(mark, forever, left.signal)
  asked.catch(() => undefined)
  await until(async () => (await running(mark)) === 1)
  left.abort()
  await expect(asked).rejects.toThrow()
  // Much earlier than the fifteen seconds for which a person would wait.
  const began = Date.now()
  await until(async () => (await running(mark)) === 0)
  expect(Date.now() - began).toBeLessThan(10_000)
})

test('a question that takes longer than anybody waits is ended, and says what to do', async () => {
  const parts = { warehouse: world().warehouse } as unknown as InsightParts
  const asking = await openAsking(testCtx(world().database), parts, undefined, 1)
  await expect(heavy.answerOf(asking, { mark: 70_003, rows: forever })).rejects.toMatchObject({
    code: 'timeout',
  })
  expect(await running(70_003)).toBe(0)
})

test('what it says is what to do about it, in the language of who asked', () => {
  for (const kind of [problems.timeout().kind, problems.tooMuch().kind]) {
    expect(kind.message.zh).toMatch(/缩/)
    expect(kind.message.en).toMatch(/narrow/)
  }
})
