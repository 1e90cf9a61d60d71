import { afterEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { anyone } from '#base/access/access.ts'
import type { Actor } from '#base/access/actor.ts'
import { defineModule } from '#base/module.ts'
import { expectProblem } from '#test/client.ts'
import { startTestServer, type TestServer, useServer } from '#test/server.ts'
import { createLimiter } from './limits.ts'
import { type Limit, route } from './route.ts'

const account = (accountId: string): Actor => ({
  kind: 'account',
  accountId,
  sessionId: accountId,
  name: `member ${accountId}`,
  suspended: false,
})

const limited = (path: string, limit: Limit) =>
  route(
    {
      method: 'post',
      path,
      summary: `Try ${path}`,
      tag: 'limits',
      access: anyone,
      limit,
      answer: z.object({}),
    },
    async () => ({}),
  )
const doors = defineModule({
  name: 'doors',
  routes: [
    limited('/api/door', { max: 5, perSeconds: 60 }),
    limited('/api/door/{name}', { max: 5, perSeconds: 60 }),
    limited('/api/exact', { max: 5, perSeconds: 60, exact: true }),
    limited('/api/shared', { max: 5, perSeconds: 60, globalMax: 12 }),
  ],
})

// The middle of a window, so that no test crosses an edge by chance; tests move it.
let now = 30_000
const clock = () => now
const server = useServer({
  modules: () => [doors],
  env: { TRUSTED_PROXIES: '127.0.0.1' },
  limitClock: clock,
})
afterEach(() => {
  now += 600_000
})

/** Statuses of calls to a door, each from the address given. */
async function knock(
  path: string,
  addresses: readonly string[],
  actor?: Actor,
  on: () => TestServer = server,
) {
  const client = on().as(actor)
  const statuses: number[] = []
  for (const address of addresses)
    statuses.push((await client.post(path, undefined, { headers: { 'x-forwarded-for': address } })).status)
  return statuses
}
const times = (count: number, address: string) => Array.from({ length: count }, () => address)
const passed = (statuses: readonly number[]) => statuses.filter((status) => status === 200).length

describe('G27: a limit', () => {
  test('lets N calls pass and refuses the next, saying when to come back', async () => {
    const client = server().as()
    for (let call = 1; call <= 5; call++) {
      const reply = await client.post('/api/door')
      expect([reply.status, reply.headers.get('ratelimit')]).toEqual([200, `"default";r=${5 - call};t=30`])
    }
    const refused = await client.post('/api/door')
    expectProblem(refused, 429, 'too_many_requests')
    expect(refused.headers.get('ratelimit-policy')).toBe('"default";q=5;w=60')
    // Half a window until the edge, and another until the first calls are 60 s old enough.
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(30)
    now += Number(refused.headers.get('retry-after')) * 1000
    expect((await client.post('/api/door')).status).toBe(200)
  })

  test('is not doubled at the edge of two windows', async () => {
    now = Math.ceil(now / 60_000) * 60_000 - 100
    expect(passed(await knock('/api/door', times(10, '198.51.100.1')))).toBe(5)
    now += 200
    expect(passed(await knock('/api/door', times(10, '198.51.100.1')))).toBe(0)
  })

  test('counts an account wherever it calls from, and an address whoever calls from it', async () => {
    const from = Array.from({ length: 10 }, (_, at) => `198.51.100.${at}`)
    expect(passed(await knock('/api/door', from, account('1')))).toBe(5)
    now += 600_000
    expect(passed(await knock('/api/door', times(10, '203.0.113.9')))).toBe(5)
    expect(passed(await knock('/api/door', times(10, '203.0.113.10')))).toBe(5)
  })

  test('takes a whole IPv6 /64 for one caller, and every spelling of an address for the same', async () => {
    const within = ['2001:db8::1', '2001:db8:0:0:ffff::1', '2001:DB8::2', '2001:0db8:0000:0000:1:2:3:4']
    expect(passed(await knock('/api/door', [...within, ...within]))).toBe(5)
    expect(passed(await knock('/api/door', ['2001:db8:0:1::1']))).toBe(1)
    now += 600_000
    expect(
      passed(await knock('/api/door', [...times(5, '192.0.2.7'), ...times(5, '::ffff:192.0.2.7')])),
    ).toBe(5)
  })

  test('gives people behind one address ten times the room when they are signed in', async () => {
    let total = 0
    for (let person = 100; person < 115; person++)
      total += passed(await knock('/api/door', times(5, '198.51.100.77'), account(String(person))))
    expect(total).toBe(50)
  })

  test('of everybody together holds whoever calls', async () => {
    const from = Array.from({ length: 20 }, (_, at) => `198.51.101.${at}`)
    expect(passed(await knock('/api/shared', from))).toBe(12)
  })

  test('counts a route by its declaration, so 30 spellings of its path give nothing', async () => {
    const spellings = [
      '//api/door', '/api//door', '/api/door/', '/api/door//', '/API/door', '/api/DOOR', '/Api/Door',
      '/api/door;a=1', '/api;a/door', '/api/%64oor', '/%61pi/door', '/api%2fdoor', '/api%2Fdoor', '/api/./door',
      '/api/../api/door', '/api/door/.', '/api/door/..', '/api/%2e/door', '/api/%2e%2e/api/door', '/api/door%00',
      '/api/door%20', '/api/door?', '/api/door?#', '/api/door#x', '/./api/door', '/api/door%2f', '/api/door%3b',
      '/x/../api/door', '/api\\door', '/api/door%0a',
    ] // biome-ignore format: a list of spellings
    expect(spellings.length).toBe(30)
    expect(passed(await knock('/api/door', times(6, '127.9.9.9')))).toBe(5)
    const extra = []
    for (const spelling of spellings) extra.push(...(await knockRaw(spelling, '127.9.9.9')))
    expect(passed(extra)).toBe(0)
    // A parameter's values share the count of their route.
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => `/api/door/${name}`)
    const statuses = []
    for (const name of names) statuses.push(...(await knock(name, ['127.9.9.8'])))
    expect(passed(statuses)).toBe(5)
  })

  test('exact: counts in PostgreSQL, once for all processes, under any parallelism', async () => {
    const second = await startTestServer({
      modules: () => [doors],
      database: server().database,
      env: { TRUSTED_PROXIES: '127.0.0.1' },
    })
    const replies = await Promise.all(
      Array.from({ length: 40 }, (_, at) =>
        (at % 2 ? server() : second)
          .as()
          .post('/api/exact', undefined, { headers: { 'x-forwarded-for': '192.0.2.99' } }),
      ),
    )
    await second.close()
    expect(replies.filter((reply) => reply.status === 200).length).toBe(5)
    expect(
      replies.filter((reply) => reply.status === 429).every((reply) => reply.headers.get('retry-after')),
    ).toBe(true)
  })
})

test('a request keeps its id only when a trusted proxy gave it, and only when that is harmless', async () => {
  const idOf = async (of: TestServer, given: string) =>
    (await of.as().post('/api/door', undefined, { headers: { 'x-request-id': given } })).headers.get(
      'x-request-id',
    )
  expect(await idOf(server(), 'edge-0123456789')).toBe('edge-0123456789')
  expect(await idOf(server(), 'a b"c{}')).toMatch(/^[0-9a-f]{10}-/)
  const plain = await startTestServer({ modules: () => [doors] })
  expect(await idOf(plain, 'edge-0123456789')).toMatch(/^[0-9a-f]{10}-/)
  await plain.close()
})

describe('forged X-Forwarded-For', () => {
  const forged = Array.from({ length: 100 }, (_, at) => `10.${at}.0.1`)

  test('G27: gives nothing when the peer is no trusted proxy', async () => {
    const plain = await startTestServer({ modules: () => [doors] })
    expect(passed(await knock('/api/door', forged, undefined, () => plain))).toBe(5)
    await plain.close()
  })
  test('G27: gives nothing when forged in front of what a trusted proxy wrote', async () => {
    const chain = forged.map((address) => `${address}, 198.51.100.200`)
    expect(passed(await knock('/api/door', chain))).toBe(5)
  })
  test('control: a server that trusts every proxy lets a forger through', async () => {
    const trusting = await startTestServer({
      modules: () => [doors],
      env: { TRUSTED_PROXIES: '0.0.0.0/0,::/0' },
    })
    const statuses = await knock('/api/door', forged, undefined, () => trusting)
    await trusting.close()
    expect(passed(statuses)).toBe(100)
  })
})

test('processes that share a database learn of each other’s counts when they settle', async () => {
  const { db } = server().database
  const { log } = server().parts
  const one = createLimiter(db, log, clock)
  const two = createLimiter(db, log, clock)
  const door = limited('/api/settled', { max: 100, perSeconds: 60 })
  const [here, there] = [one.count(door), two.count(door)]
  const nobody: Actor = { kind: 'anonymous' }
  const take = async (limiter: typeof one, counted: typeof here, calls: number) => {
    let passes = 0
    for (let call = 0; call < calls; call++)
      if ((await limiter.take(counted, nobody, '192.0.2.1')).passes) passes++
    return passes
  }
  expect(await take(one, here, 60)).toBe(60)
  await take(two, there, 1)
  await one.settle()
  await two.settle()
  expect(await take(two, there, 100)).toBe(39)
  await two.settle()
  await take(one, here, 1)
  await one.settle()
  expect(await take(one, here, 100)).toBe(0)
})

/** Sends a path as it is spelled; `fetch` would tidy it. */
async function knockRaw(path: string, address: string): Promise<number[]> {
  const { connect } = await import('node:net')
  const answer = await new Promise<string>((done, failed) => {
    const socket = connect(Number(new URL(server().url).port), '127.0.0.1')
    let text = ''
    socket.on('error', failed)
    socket.on('data', (chunk) => {
      text += chunk
    })
    socket.on('close', () => done(text))
    socket.end(
      `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nx-forwarded-for: ${address}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`,
    )
  })
  const status = /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]
  return [Number(status)]
}
