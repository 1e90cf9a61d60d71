import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { anyone } from '#base/access/access.ts'
import type { Actor } from '#base/access/actor.ts'
import { openDatabase } from '#base/db/database.ts'
import { defineModule } from '#base/module.ts'
import { type Client, clientOf, expectProblem, type Reply } from '#test/client.ts'
import { startTestServer, useServer } from '#test/server.ts'
import { startTcpProxy } from '#test/tcp-proxy.ts'
import { forgetOldAnswers, keyedRequest, onceForKey } from './idempotency.ts'
import { problems } from './problem.ts'
import { route } from './route.ts'

const aChe: Actor = { kind: 'account', accountId: '2', sessionId: '2', name: '阿澈', suspended: false }
const xuMu: Actor = { kind: 'account', accountId: '3', sessionId: '3', name: '许木', suspended: false }

let cookies = 0
let open = () => {}
const gate = () => new Promise<void>((resume) => (open = resume))

/** A shop where each order is one row. */
const shop = defineModule({
  name: 'shop',
  routes: [
    route(
      {
        method: 'post',
        path: '/api/orders',
        summary: 'Order',
        tag: 'shop',
        access: anyone,
        idempotency: 'required',
        limit: { max: 10_000, perSeconds: 60 },
        body: z.object({ what: z.string(), next: z.enum(['fail', 'wait']).optional() }),
        answer: z.object({ id: z.string(), what: z.string() }),
        status: 201,
      },
      async (ctx, { body, request }) => {
        const { rows } = await sql<{ id: string }>`
          insert into parcel (what) values (${body.what}) returning id`.execute(ctx.db)
        if (body.next === 'fail') throw problems.conflict()
        if (body.next === 'wait') await gate()
        request.answerHeaders.set('location', `/api/orders/${rows[0]!.id}`)
        return { id: rows[0]!.id, what: body.what }
      },
    ),
    route(
      {
        method: 'post',
        path: '/api/cookies',
        summary: 'Take a cookie',
        tag: 'shop',
        access: anyone,
        answer: z.object({ number: z.number() }),
      },
      async (_ctx, { request }) => {
        request.answerHeaders.append('set-cookie', `taken=${++cookies}; Path=/`)
        return { number: cookies }
      },
    ),
    route(
      {
        method: 'post',
        path: '/api/notes',
        summary: 'Note',
        tag: 'shop',
        access: anyone,
        answer: z.object({ inTransaction: z.boolean() }),
      },
      async (ctx) => ({ inTransaction: ctx.db.isTransaction }),
    ),
  ],
})

const server = useServer({ modules: () => [shop] })
beforeAll(async () => {
  await sql`create table parcel (id bigint generated always as identity, what text not null)`.execute(
    server().database.db,
  )
})

let made = 0
const newKey = () => `key-${++made}`
const order = (client: Client, key: string, body: object): Promise<Reply> =>
  client.post('/api/orders', body, { headers: { 'idempotency-key': key } })
const countOf = async (what: string) => {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from parcel where what = ${what}`.execute(server().database.db)
  return rows[0]!.n
}

describe('G9: an idempotency key', () => {
  test('makes twenty parallel requests one effect with one answer', async () => {
    const key = newKey()
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => order(server().as(aChe), key, { what: 'parallel' })),
    )
    expect(
      new Set(replies.map((reply) => `${reply.status} ${reply.text} ${reply.headers.get('location')}`)).size,
    ).toBe(1)
    expect(replies[0]!.status).toBe(201)
    expect(replies.filter((reply) => reply.headers.get('idempotency-replayed') === 'true').length).toBe(19)
    expect(await countOf('parallel')).toBe(1)
  })

  test('holds between two processes', async () => {
    const second = await startTestServer({ modules: () => [shop], database: server().database })
    const key = newKey()
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        order(clientOf(at % 2 ? server().url : second.url), key, { what: 'two processes' }),
      ),
    )
    await second.close()
    expect(new Set(replies.map((reply) => `${reply.status} ${reply.text}`)).size).toBe(1)
    expect(await countOf('two processes')).toBe(1)
  })

  test('is refused for another request: other body, other address', async () => {
    const key = newKey()
    expect((await order(server().as(aChe), key, { what: 'first' })).status).toBe(201)
    expectProblem(await order(server().as(aChe), key, { what: 'second' }), 422, 'key_reused')
    const elsewhere = await server()
      .as(aChe)
      .post('/api/notes', undefined, { headers: { 'idempotency-key': key } })
    expectProblem(elsewhere, 422, 'key_reused')
    expect(await countOf('second')).toBe(0)
  })

  test('control: without the hash of the body, another request would get the first answer', async () => {
    const { db } = server().database
    const keyOnly = keyedRequest('control', aChe, '::1', {
      method: 'POST',
      url: 'http://x/',
      body: undefined,
    })
    const answer = (body: string) => () =>
      Promise.resolve({ answer: { status: 200, headers: {}, body }, keep: true })
    await onceForKey(db, keyOnly, answer('first'))
    expect((await onceForKey(db, keyOnly, answer('second'))).answer.body).toBe('first')
  })

  test('of one caller says nothing about the same key of another', async () => {
    const key = newKey()
    await order(server().as(aChe), key, { what: 'own' })
    await order(server().as(xuMu), key, { what: 'own' })
    expect(await countOf('own')).toBe(2)
  })

  test('answers 409 while the first request is still being processed', async () => {
    const key = newKey()
    const first = order(server().as(aChe), key, { what: 'slow', next: 'wait' })
    const second = await order(server().as(aChe), key, { what: 'slow', next: 'wait' })
    expectProblem(second, 409, 'in_progress')
    expect(second.headers.get('retry-after')).toBe('1')
    open()
    expect((await first).status).toBe(201)
    const third = await order(server().as(aChe), key, { what: 'slow', next: 'wait' })
    expect([third.status, third.text]).toEqual([201, (await first).text])
    expect(await countOf('slow')).toBe(1)
  })

  test('of a request that failed is free again, and nothing of it stays', async () => {
    const key = newKey()
    expectProblem(await order(server().as(aChe), key, { what: 'failed', next: 'fail' }), 409, 'conflict')
    expect(await countOf('failed')).toBe(0)
    expect((await order(server().as(aChe), key, { what: 'failed' })).status).toBe(201)
  })

  test('survives a restart and 48 hours, and is forgotten after', async () => {
    const key = newKey()
    const first = await order(server().as(), key, { what: 'kept' })
    const restarted = await startTestServer({ modules: () => [shop], database: server().database })
    const { db } = server().database
    const age = (hours: number) =>
      sql`update idempotent_answer set answered_at = now() - make_interval(hours => ${hours})`.execute(db)
    await age(47)
    await forgetOldAnswers(db)
    expect((await order(clientOf(restarted.url), key, { what: 'kept' })).text).toBe(first.text)
    await age(49)
    await forgetOldAnswers(db)
    await order(clientOf(restarted.url), key, { what: 'kept' })
    await restarted.close()
    expect(await countOf('kept')).toBe(2)
  })

  test('never keeps an answer that sets a cookie', async () => {
    const key = newKey()
    const take = () =>
      server()
        .as(aChe)
        .post('/api/cookies', undefined, { headers: { 'idempotency-key': key } })
    const replies = [await take(), await take()]
    expect(replies.map((reply) => [reply.body.number, reply.headers.getSetCookie()])).toEqual([
      [1, ['taken=1; Path=/']],
      [2, ['taken=2; Path=/']],
    ])
  })

  test('is needed where value is made, and must be readable', async () => {
    expectProblem(await server().as(aChe).post('/api/orders', { what: 'x' }), 428, 'key_required')
    expectProblem(await order(server().as(aChe), 'two words', { what: 'x' }), 400, 'malformed')
    expectProblem(await order(server().as(aChe), 'x'.repeat(201), { what: 'x' }), 400, 'malformed')
  })

  test('gives a handler a transaction; without one it has the pool', async () => {
    const bare = await server().as(aChe).post('/api/notes')
    const keyed = await server()
      .as(aChe)
      .post('/api/notes', undefined, { headers: { 'idempotency-key': newKey() } })
    expect([bare.body, keyed.body]).toEqual([{ inTransaction: false }, { inTransaction: true }])
  })
})

describe('G10: an answer that is lost on the way', () => {
  const trials = 100
  /** What a caller who got no answer does: the same again, until there is one. */
  const persist = async (url: string, body: object, key: () => string): Promise<Reply> => {
    for (let attempt = 0; attempt < 5; attempt++) {
      const reply = await order(clientOf(url), key(), body).catch(() => undefined)
      if (reply && reply.status !== 503) return reply
    }
    throw new Error('no answer after five tries')
  }

  test(`between client and server doubles nothing (${trials} cuts)`, async () => {
    const proxy = await startTcpProxy({ host: '127.0.0.1', port: Number(new URL(server().url).port) })
    for (let trial = 0; trial < trials; trial++) {
      const key = newKey()
      proxy.cutWhen((bytes) => bytes.includes('HTTP/1.1 201'))
      const reply = await persist(`http://127.0.0.1:${proxy.port}`, { what: 'cut at client' }, () => key)
      expect(reply.headers.get('idempotency-replayed')).toBe('true')
    }
    expect(proxy.cuts).toBe(trials)
    await proxy.close()
    expect(await countOf('cut at client')).toBe(trials)
  })

  test(`between server and PostgreSQL doubles nothing (${trials} cuts), and a new key each time would`, async () => {
    const far = new URL(server().database.url)
    const proxy = await startTcpProxy({ host: far.hostname, port: Number(far.port) })
    const through = await startTestServer({
      modules: () => [shop],
      database: server().database,
      connect: (url) => {
        const near = new URL(url)
        near.port = String(proxy.port)
        return openDatabase({ url: near.href, max: 2 })
      },
    })
    const committed = (bytes: Buffer) => bytes.includes('COMMIT\0')
    for (let trial = 0; trial < trials; trial++) {
      const key = newKey()
      proxy.cutWhen(committed)
      await persist(through.url, { what: 'cut at database' }, () => key)
    }
    expect(proxy.cuts).toBe(trials)
    expect(await countOf('cut at database')).toBe(trials)
    // The control: the same harness finds doubled effects when callers do not keep their key.
    for (let trial = 0; trial < 10; trial++) {
      proxy.cutWhen(committed)
      await persist(through.url, { what: 'control' }, newKey)
    }
    expect(await countOf('control')).toBe(20)
    await through.close()
    await proxy.close()
  })
})
