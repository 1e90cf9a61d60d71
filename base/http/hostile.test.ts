import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { anyone } from '#base/access/access.ts'
import { defineModule } from '#base/module.ts'
import { expectProblem } from '#test/client.ts'
import { useServer } from '#test/server.ts'
import { route } from './route.ts'

const limit = { max: 100_000, perSeconds: 60 }
const open = defineModule({
  name: 'open',
  routes: [
    route(
      {
        method: 'post',
        path: '/api/any',
        summary: 'Take anything',
        tag: 'open',
        access: anyone,
        limit,
        maxBody: 2 * 1024 * 1024,
        body: z.object({ name: z.string().max(2_000_000).optional(), value: z.json().optional() }),
        answer: z.object({ polluted: z.boolean(), length: z.number() }),
      },
      async (_ctx, { body }) => ({ polluted: 'polluted' in {}, length: body.name?.length ?? 0 }),
    ),
    route(
      {
        method: 'post',
        path: '/api/raw',
        summary: 'Take bytes',
        tag: 'open',
        access: anyone,
        limit,
        types: ['application/octet-stream'],
        maxBody: 1024,
        answer: z.object({ length: z.number() }),
      },
      async (_ctx, { request }) => ({ length: (await request.raw.arrayBuffer()).byteLength }),
    ),
  ],
})
const server = useServer({ modules: () => [open] })
const send = (raw: string | Uint8Array, type = 'application/json', headers: Record<string, string> = {}) =>
  server()
    .as()
    .call('POST', '/api/any', undefined, { raw, headers: { 'content-type': type, ...headers } })

test('what is not JSON in UTF-8 is malformed, and the reason is said', async () => {
  for (const raw of ['', '{', '{"a":1,}', "{'a':1}", 'NaN', '[1', '\ufeff{', 'undefined', '{"a":01}'])
    expectProblem(await send(raw), 400, 'malformed')
  const broken = await send(new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))
  expect(expectProblem(broken, 400, 'malformed').title).toContain('UTF-8')
})

test('T19: only the exact content type is read', async () => {
  for (const type of [
    'text/plain',
    'application/jsonp',
    'application/json5',
    'application/x-json',
    'application/json, text/plain',
    'application/json\t;charset=gbk',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=json',
  ])
    expectProblem(await send('{}', type), 415, 'unsupported_type')
  for (const type of [
    'application/json',
    'Application/JSON ; charset=UTF-8',
    'application/json;charset="utf-8"',
  ])
    expect((await send('{}', type)).status).toBe(200)
  expectProblem(await send('{}', 'application/json', { 'content-encoding': 'gzip' }), 400, 'malformed')
})

test('deep nesting is refused however it is built', async () => {
  for (const depth of [33, 1_000, 200_000]) {
    expectProblem(await send(`{"value":${'['.repeat(depth)}${']'.repeat(depth)}}`), 400, 'malformed')
    expectProblem(
      await send(`${'{"value":'.repeat(Math.min(depth, 50_000))}1${'}'.repeat(Math.min(depth, 50_000))}`),
      400,
      'malformed',
    )
  }
  expect((await send(`{"value":${'['.repeat(30)}${']'.repeat(30)}}`)).status).toBe(200)
})

test('G34: keys that reach for prototypes are refused and pollute nothing', async () => {
  for (const raw of [
    '{"__proto__":{"polluted":true}}',
    '{"\\u005f_proto__":{"polluted":true}}',
    '{"value":{"a":[{"__proto__":{"polluted":true}}]}}',
    '{"constructor":{"prototype":{"polluted":true}}}',
    '{"prototype":{"polluted":true}}',
  ])
    expect([400, 422]).toContain((await send(raw)).status)
  const nested = await send('{"value":{"constructor":{"prototype":{"polluted":true}}}}')
  expect(nested.body).toEqual({ polluted: false, length: 0 })
})

test('characters that PostgreSQL cannot store are refused', async () => {
  for (const text of ['\\u0000', 'a\\u0000b', '\\ud800', '\\udc00x', '\\uD83D'])
    expectProblem(await send(`{"name":"${text}"}`), 400, 'malformed')
  expect((await send('{"name":"\\ud83d\\ude00 \\u4f60"}')).body.length).toBe(4)
})

test('one megabyte strings pass where a route takes them, quickly', async () => {
  const began = performance.now()
  for (const text of [
    'a'.repeat(1_000_000),
    '\\"'.repeat(500_000),
    '咖'.repeat(300_000),
    '['.repeat(1_000_000),
  ])
    expect((await send(`{"name":"${text}"}`)).status).toBe(200)
  expect(performance.now() - began).toBeLessThan(2_000)
})

test('T17: a body over the limit is refused by its length, or while it arrives', async () => {
  const big = new Uint8Array(2 * 1024 * 1024 + 1)
  const reply = await send(big)
  expect(expectProblem(reply, 413, 'too_large').title).toContain('2 MiB')
  for (const path of ['/api/any', '/api/raw']) {
    let sent = 0
    const stream = new ReadableStream({
      pull(controller) {
        sent++
        if (sent > 3_000) controller.close()
        else controller.enqueue(new Uint8Array(64 * 1024))
      },
    })
    const type = path === '/api/raw' ? 'application/octet-stream' : 'application/json'
    const refused = await fetch(`${server().url}${path}`, {
      method: 'POST',
      body: stream,
      duplex: 'half',
      headers: { 'content-type': type },
    } as RequestInit).catch(() => undefined)
    // The server may close before it has read what is still being sent; then there is no answer to read.
    if (refused) expect(refused.status).toBe(413)
    expect(sent).toBeLessThan(3_000)
  }
})

test('G43: whatever JSON is sent, nothing is a fault', async () => {
  await fc.assert(
    fc.asyncProperty(fc.json({ maxDepth: 6 }), async (json) => {
      const reply = await send(`{"value":${json}}`)
      expect(reply.status).toBeLessThan(500)
      const bare = await send(json)
      expect(bare.status).toBeLessThan(500)
      expect(bare.text).not.toMatch(/at .*\.(ts|js):\d/)
    }),
    { numRuns: 300, seed: 20261119 },
  )
})
