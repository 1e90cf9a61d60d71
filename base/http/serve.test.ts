import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { anyone } from '#base/access/access.ts'
import { openDatabase } from '#base/db/database.ts'
import { defineModule } from '#base/module.ts'
import { clientOf } from '#test/client.ts'
import { createTestDatabase } from '#test/database.ts'
import { startTestServer, type TestServer } from '#test/server.ts'
import { startTcpProxy } from '#test/tcp-proxy.ts'
import { mayReadMetrics } from './health.ts'
import { route } from './route.ts'

let open = () => {}
const slow = defineModule({
  name: 'slow',
  routes: [
    route(
      {
        method: 'get',
        path: '/api/slow',
        summary: 'Wait',
        tag: 'slow',
        access: anyone,
        answer: z.object({ done: z.boolean() }),
      },
      async () => {
        await new Promise<void>((resume) => (open = resume))
        return { done: true }
      },
    ),
    route(
      { method: 'get', path: '/api/live', summary: 'Stream', tag: 'slow', access: anyone },
      async (_ctx, { request }) => {
        const { signal } = request
        const stream = new ReadableStream<Uint8Array>({
          start(controller) {
            controller.enqueue(new TextEncoder().encode('event: hello\ndata: {}\n\n'))
            signal.addEventListener('abort', () => controller.close())
          },
        })
        return new Response(stream, { headers: { 'content-type': 'text/event-stream' } })
      },
    ),
  ],
})
const warehouse = {
  query: async () => [],
  insert: async () => undefined,
  status: async () => ({ state: 'missing' as const, reason: 'not started' }),
}
const start = (patienceMs = 10_000) =>
  startTestServer({ modules: () => [slow], parts: { warehouse }, patienceMs })

/** Sends bytes as they are, and gives everything back that came until the server closed. */
function raw(server: TestServer, send: (socket: Socket) => void): Promise<string> {
  return new Promise((done) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => send(socket))
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk
    })
    socket.on('error', () => undefined)
    socket.on('close', () => done(text))
  })
}

describe('stopping', () => {
  test('G26: answers what is being answered, takes nothing new, ends live streams', async () => {
    const server = await start()
    const inFlight = clientOf(server.url).get('/api/slow')
    const stream = await fetch(`${server.url}/api/live`)
    const streamed = stream.text()
    await new Promise((resume) => setTimeout(resume, 50))
    const began = Date.now()
    const closing = server.close()
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow()
    expect(await streamed).toContain('event: hello')
    open()
    expect((await inFlight).body).toEqual({ done: true })
    await closing
    expect(Date.now() - began).toBeLessThan(1_000)
  })
})

describe('G48: what is too long or too slow', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await start(1_000)
  })
  afterAll(() => server.close())

  test('long headers are refused with 431, nonsense with 400, both as problems', async () => {
    const long = await raw(server, (socket) =>
      socket.write(`GET / HTTP/1.1\r\nhost: x\r\nx-long: ${'a'.repeat(20_000)}\r\n\r\n`),
    )
    expect(long).toMatch(/^HTTP\/1\.1 431 /)
    expect(long).toContain('"code":"headers_too_large"')
    const many = await raw(server, (socket) =>
      socket.write(`GET / HTTP/1.1\r\nhost: x\r\n${'x-a: b\r\n'.repeat(10_000)}\r\n`),
    )
    expect(many).toMatch(/^HTTP\/1\.1 431 /)
    const nonsense = await raw(server, (socket) => socket.write('HELO juluo\r\n\r\n'))
    expect(nonsense).toMatch(/^HTTP\/1\.1 400 /)
    const smuggled = await raw(server, (socket) =>
      socket.write(
        'POST /api/slow HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      ),
    )
    expect(smuggled).toMatch(/^HTTP\/1\.1 400 /)
  })

  test('a hundred clients that never finish their headers are given up (408); others are served meanwhile', async () => {
    const waiting = Array.from({ length: 100 }, () =>
      raw(server, (socket) => socket.write('GET /healthz HTTP/1.1\r\nhost: x\r\nx-slow: ')),
    )
    for (let call = 0; call < 5; call++) {
      const began = Date.now()
      expect((await clientOf(server.url).get('/healthz')).status).toBe(200)
      expect(Date.now() - began).toBeLessThan(500)
    }
    const answers = await Promise.all(waiting)
    expect(answers.filter((answer) => /^HTTP\/1\.1 408 .*"code":"too_slow"/s.test(answer)).length).toBe(100)
  })
})

describe('health', () => {
  test('G47: ready says within 2 s that PostgreSQL is away, and that it is back; alive stays alive', async () => {
    const database = await createTestDatabase()
    const far = new URL(database.url)
    const proxy = await startTcpProxy({ host: far.hostname, port: Number(far.port) })
    const server = await startTestServer({
      modules: () => [slow],
      database,
      parts: { warehouse },
      connect: (url) => {
        const near = new URL(url)
        near.port = String(proxy.port)
        return openDatabase({ url: near.href, max: 2 })
      },
    })
    const client = clientOf(server.url)
    const ready = await client.get('/readyz')
    expect([ready.status, ready.body]).toEqual([
      200,
      { ready: true, postgres: 'ready', warehouse: 'missing' },
    ])
    await proxy.close()
    const began = Date.now()
    const away = await client.get('/readyz')
    expect([away.status, away.body.postgres]).toEqual([503, 'unreachable'])
    expect(Date.now() - began).toBeLessThan(2_000)
    expect((await client.get('/healthz')).body).toEqual({ alive: true })
    const back = await startTcpProxy({ host: far.hostname, port: Number(far.port) }, proxy.port)
    expect((await client.get('/readyz')).status).toBe(200)
    await server.close()
    await back.close()
    await database.close()
  })

  test('metrics are for this machine, or for who has the token; never through a proxy', () => {
    const token = 'a-token-of-length-16'
    expect(mayReadMetrics('127.0.0.1', false, undefined, undefined)).toBe(true)
    expect(mayReadMetrics('127.0.0.1', true, undefined, undefined)).toBe(false)
    expect(mayReadMetrics('10.0.0.9', false, undefined, undefined)).toBe(false)
    expect(mayReadMetrics('10.0.0.9', true, `Bearer ${token}`, token)).toBe(true)
    expect(mayReadMetrics('10.0.0.9', false, 'Bearer guess-of-length-16', token)).toBe(false)
  })

  test('metrics name routes by their template and count what they took', async () => {
    const server = await start()
    await clientOf(server.url).get('/api/nothing')
    await clientOf(server.url).post(
      '/csp-report',
      {},
      { headers: { 'content-type': 'application/csp-report' } },
    )
    const { text } = await clientOf(server.url).get('/metrics')
    expect(text).toMatch(
      /juluo_http_request_seconds_count\{method="post",route="\/csp-report",status="422"\} 1/,
    )
    expect(text).toMatch(/juluo_event_loop_delay_p99_seconds \d/)
    expect(text).toMatch(/juluo_pool_total \d/)
    await server.close()
  })
})
