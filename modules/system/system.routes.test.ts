import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Machinery, openMachinery } from '#apps/server/machinery.ts'
import type { Actor } from '#base/access/actor.ts'
import { announce, defineFact } from '#base/facts/fact.ts'
import { defineJob } from '#base/jobs/job.ts'
import { defineModule } from '#base/module.ts'
import type { Jobs, Live, Warehouse } from '#base/parts.ts'
import { clientOf } from '#test/client.ts'
import { testCtx } from '#test/database.ts'
import { useServer } from '#test/server.ts'
import { systemModule } from './module.ts'

type Account = Extract<Actor, { kind: 'account' }>
const person = (accountId: string, permissions?: string[]): Account => ({
  kind: 'account',
  accountId,
  sessionId: `${accountId}00`,
  name: `Person ${accountId}`,
  suspended: false,
  ...(permissions ? { operator: { role: 'custom', permissions: new Set(permissions) } } : {}),
})
const admin = person('1', ['system.read', 'system.operate'])
const reader = person('2', ['system.read'])
const plainOperator = person('3', [])
const member = person('4')

const people = { admin, reader, plainOperator, member }

const label = { zh: '测试任务', en: 'A test job' }
let mended = false
const roastJob = defineJob({
  name: 'roastery.roast',
  label,
  input: z.object({}),
  retries: 0,
  run: async (_, __, run) => {
    await run.progress(1, 2, 'half way')
    if (!mended) throw new Error('no gas')
    return { lots: 1 }
  },
})
const waitJob = defineJob({ name: 'roastery.wait', label, input: z.object({}), run: async () => undefined })
const lotRoasted = defineFact({
  name: 'lot.roasted',
  payload: z.object({ lot: z.string() }),
  label: { zh: '烘好一批', en: 'A lot was roasted' },
  touches: ({ payload }) => [['lots', payload.lot]],
})
let jammed = true
const packed: unknown[] = []
const roastery = defineModule({
  name: 'roastery',
  facts: [lotRoasted],
  jobs: [roastJob, waitJob],
  schedule: [{ job: waitJob.name, cron: '0 5 * * 1', zone: 'Asia/Shanghai', why: label }],
  consumers: [
    {
      name: 'packing',
      kind: 'effects',
      effects: [
        {
          on: lotRoasted,
          does: 'packs the lot',
          run: async (_, { props }) => {
            if (jammed) throw new Error('the packer is jammed')
            packed.push(props.lot)
          },
        },
      ],
    },
  ],
})

let machinery: Machinery
/** The machinery needs the server's database, and the server's modules need the machinery. */
const jobs: Jobs = {
  enqueue: (...rest) => machinery.jobs.enqueue(...rest),
  find: (name) => machinery.jobs.find(name),
  nextRun: (...rest) => machinery.jobs.nextRun(...rest),
}
const live: Live = {
  publish: (...rest) => machinery.live.publish(...rest),
  subscribe: (...rest) => machinery.live.subscribe(...rest),
}
const warehouse: Warehouse = {
  query: async () => [],
  insert: async () => undefined,
  status: async () => ({ state: 'missing', reason: 'not in this test' }),
}

const server = useServer({
  parts: { jobs, live, warehouse },
  authorise: async ({ headers, ip }) => ({
    actor: people[headers.get('x-as') as keyof typeof people] ?? { kind: 'anonymous', ip },
    byCookie: false,
  }),
  modules: (parts) => [systemModule(parts), roastery],
})

beforeAll(async () => {
  const { parts, database } = server()
  machinery = await openMachinery({
    config: { ROLES: ['web', 'worker'], NATS_URL: undefined },
    connection: database,
    databaseUrl: database.url,
    log: parts.log,
    patience: { attempts: 2, waitMs: () => 50 },
  })
  await machinery.start([systemModule(parts), roastery])
})
afterAll(() => machinery?.stop())

const as = (who?: keyof typeof people) => clientOf(server().url, who ? { 'x-as': who } : {})
const ctxOf = (actor: Account) => testCtx(server().database, actor)
const stateOf = async (id: string) => (await as('admin').get(`/api/jobs/${id}`)).body.state

describe('jobs over HTTP', () => {
  test('the requester follows, an operator of the system steers, others see nothing', async () => {
    const id = await machinery.jobs.enqueue(ctxOf(member), roastJob, {})
    await expect.poll(() => stateOf(id)).toBe('failed')

    const mine = await as('member').get(`/api/jobs/${id}`, { headers: { 'accept-language': 'en' } })
    expect(mine.body).toMatchObject({
      label: 'A test job',
      requestedBy: 'account:4',
      error: 'no gas',
      result: null,
      progress: { done: 1, total: 2, note: 'half way' },
      can: { cancel: false, retry: true },
    })
    expect((await as('plainOperator').get(`/api/jobs/${id}`)).status).toBe(404)
    expect((await as('reader').get(`/api/jobs/${id}`)).body.can.retry).toBe(false)
    expect((await as('reader').post(`/api/jobs/${id}/retry`)).status).toBe(403)
    expect((await as('admin').delete(`/api/jobs/${id}`)).body.code).toBe('job_over')

    mended = true
    expect((await as('admin').post(`/api/jobs/${id}/retry`)).status).toBe(204)
    await expect.poll(() => stateOf(id)).toBe('completed')
    expect((await as('member').get(`/api/jobs/${id}`)).body).toMatchObject({
      result: { lots: 1 },
      error: null,
    })
  })

  test('a waiting job is cancelled by who asked for it', async () => {
    const startAfter = new Date(Date.now() + 3_600_000)
    const id = await machinery.jobs.enqueue(ctxOf(member), waitJob, {}, { startAfter })
    expect((await as('member').delete(`/api/jobs/${id}`)).status).toBe(204)
    expect(await stateOf(id)).toBe('cancelled')
  })

  test('the list pages without loss or repeat, filters, and shows an operator without the right only their own', async () => {
    for (let each = 0; each < 7; each++)
      await machinery.jobs.enqueue(ctxOf(plainOperator), waitJob, {}, { startAfter: new Date('2099-01-01') })
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page = await as('admin').get('/api/jobs', {
        query: { limit: 3, name: waitJob.name, ...(cursor ? { cursor } : {}) },
      })
      expect(page.status).toBe(200)
      seen.push(...page.body.items.map((job: { id: string }) => job.id))
      cursor = page.body.next
    }
    expect(seen).toHaveLength(8)
    expect(new Set(seen).size).toBe(8)
    expect((await as('plainOperator').get('/api/jobs')).body.items).toHaveLength(7)
    expect((await as('member').get('/api/jobs')).status).toBe(403)
    expect((await as('admin').get('/api/jobs', { query: { cursor: 'nonsense' } })).status).toBe(400)
  })

  test('the schedule says what runs when, and why, in the reader’s language', async () => {
    const answer = await as('reader').get('/api/system/schedule', { headers: { 'accept-language': 'zh-CN' } })
    const entry = answer.body.items.find((each: { job: string }) => each.job === waitJob.name)
    expect(entry).toMatchObject({ label: '测试任务', why: '测试任务', zone: 'Asia/Shanghai', last: null })
    expect(new Date(entry.nextAt).getUTCHours()).toBe(21)
    expect(answer.body.items.map((each: { job: string }) => each.job)).toContain('system.sweep_keys')
  })
})

describe('followers of the log over HTTP', () => {
  test('a failure becomes a dead letter; sent back after the mend it happens; each step is audited', async () => {
    await announce(ctxOf(admin), lotRoasted, { lot: 'L1' })
    await announce(ctxOf(admin), lotRoasted, { lot: 'L2' })
    const open = async () => (await as('reader').get('/api/system/dead-letters')).body.items
    await expect.poll(async () => (await open()).length).toBe(2)
    const [second, first] = await open()
    expect(first).toMatchObject({
      effect: 'lot.roasted: packs the lot',
      state: 'open',
      can: { redrive: false },
    })
    expect(first.reason).toContain('the packer is jammed')
    expect((await as('reader').post(`/api/system/dead-letters/${first.id}/redrive`)).status).toBe(403)

    jammed = false
    expect((await as('admin').post(`/api/system/dead-letters/${first.id}/redrive`)).status).toBe(204)
    await expect.poll(() => packed).toEqual(['L1'])
    expect((await as('admin').delete(`/api/system/dead-letters/${second.id}`)).status).toBe(204)
    expect((await as('admin').delete(`/api/system/dead-letters/${second.id}`)).body.code).toBe(
      'settled_already',
    )
    expect(await open()).toEqual([])
    const settled = await as('reader').get('/api/system/dead-letters', { query: { state: 'settled' } })
    expect(settled.body.items.map((each: { state: string }) => each.state)).toEqual(['discarded', 'redriven'])
    const { rows } = await sql<{ action: string }>`
      select action from audit_entry where actor = 'account:1' order by id`.execute(server().database.db)
    expect(rows.map((row) => row.action)).toEqual(
      expect.arrayContaining(['job.retried', 'dead_letter.redriven', 'dead_letter.discarded']),
    )
  }, 40_000)

  test('pause and resume', async () => {
    const packing = async () =>
      (await as('admin').get('/api/system/consumers')).body.items.find(
        (each: { name: string }) => each.name === 'packing',
      )
    const paused = await as('admin').put('/api/system/consumers/packing/pause', { reason: 'cleaning' })
    expect(paused.status).toBe(204)
    expect(await packing()).toMatchObject({
      state: 'paused',
      pause: { by: 'account:1', reason: 'cleaning' },
      can: { pause: false, resume: true },
    })
    expect((await as('admin').delete('/api/system/consumers/packing/pause')).status).toBe(204)
    expect(await packing()).toMatchObject({ state: 'running', pause: null })
    expect((await as('admin').put('/api/system/consumers/nobody/pause', {})).body.code).toBe(
      'no_such_consumer',
    )
  })
})

describe('the live stream over HTTP', () => {
  test('tells an operator at once which keys a fact made stale, and nobody who is not signed in', async () => {
    expect((await as().get('/api/live')).status).toBe(401)
    const leave = new AbortController()
    const stream = await fetch(`${server().url}/api/live`, {
      headers: { 'x-as': 'admin' },
      signal: leave.signal,
    })
    expect(stream.headers.get('content-type')).toContain('text/event-stream')
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    const announced = Date.now()
    await announce(ctxOf(admin), lotRoasted, { lot: 'L3' })
    while (!text.includes('["lots","L3"]')) {
      const { done, value } = await reader.read()
      if (done) throw new Error(`the stream ended after: ${text}`)
      text += value
    }
    expect(Date.now() - announced).toBeLessThan(2_000)
    leave.abort()
  })
})

describe('health', () => {
  test('says what runs, what lags, what is kept, and what to look at', async () => {
    const { body, status } = await as('reader').get('/api/system/health', {
      headers: { 'accept-language': 'en' },
    })
    expect(status).toBe(200)
    expect(body.postgres.version).toMatch(/^18/)
    expect(body.processes).toMatchObject([{ roles: ['web', 'worker'], alive: true, pid: process.pid }])
    expect(body.queues.map((queue: { name: string }) => queue.name)).toContain(waitJob.name)
    expect(body.consumers.map((each: { name: string }) => each.name)).toEqual(['live', 'packing', 'schedule'])
    expect(body.storage.tables[0].bytes).toBeGreaterThan(0)
    // The tests' own PostgreSQL runs without fsync, which must be the first thing said.
    const [first, ...others] = body.warnings as { code: string; grave: boolean; message: string }[]
    expect(first).toMatchObject({ code: 'notDurable', grave: true })
    expect(others.map((warning) => warning.code)).toEqual(expect.arrayContaining(['warehouseAway']))
    expect((await as('plainOperator').get('/api/system/health')).status).toBe(403)
  })
})
