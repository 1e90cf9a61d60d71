import { expect, test } from 'vitest'
import { z } from 'zod'
import { anyone, permitted, signedIn } from '#base/access/access.ts'
import type { Actor } from '#base/access/actor.ts'
import { defineModule } from '#base/module.ts'
import { expectProblem } from '#test/client.ts'
import { useServer } from '#test/server.ts'
import { problems } from './problem.ts'
import { route } from './route.ts'
import { id, idParams, pageOf, pageQuery } from './schemas.ts'

const linXiao: Actor = {
  kind: 'account',
  accountId: '1',
  sessionId: '1',
  name: '林晓',
  suspended: false,
  operator: { role: 'owner', permissions: new Set(['notes.read']) },
}
const aChe: Actor = { kind: 'account', accountId: '2', sessionId: '2', name: '阿澈', suspended: false }

const note = z.object({
  id,
  title: z.string().min(1).max(20),
  stars: z.number().int().min(0).max(5).optional(),
})

const notes = defineModule({
  name: 'notes',
  routes: [
    route(
      {
        method: 'get',
        path: '/api/notes',
        summary: 'List notes',
        tag: 'notes',
        access: permitted('notes.read'),
        query: pageQuery.extend({ tag: z.array(z.string()).optional() }),
        answer: pageOf(note),
      },
      async (_ctx, { query }) => ({
        items: [{ id: '1', title: `${query.limit} ${query.tag?.join('+') ?? ''}` }],
        next: null,
      }),
    ),
    route(
      {
        method: 'post',
        path: '/api/notes',
        summary: 'Write a note',
        tag: 'notes',
        access: signedIn,
        body: z.object({
          title: note.shape.title,
          stars: note.shape.stars,
          author: z.object({ name: z.string() }).optional(),
        }),
        answer: note,
        status: 201,
      },
      async (_ctx, { body, request }) => {
        request.answerHeaders.set('location', '/api/notes/7')
        return { id: '7', title: body.title }
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/notes/{id}',
        summary: 'Get a note',
        tag: 'notes',
        access: anyone,
        params: idParams,
        answer: note,
      },
      async (_ctx, { params }) => {
        if (params.id === '404') throw problems.notFound()
        if (params.id === '500') throw new Error('secret detail')
        if (params.id === '9') return { id: '9', title: 'ok', password: 'leak' } as never
        return { id: params.id, title: 'x'.repeat(params.id === '8' ? 20 : 1) }
      },
    ),
    route(
      {
        method: 'delete',
        path: '/api/notes/{id}',
        summary: 'Delete a note',
        tag: 'notes',
        access: signedIn,
        params: idParams,
      },
      async () => undefined,
    ),
    route(
      {
        method: 'get',
        path: '/api/slow',
        summary: 'Wait',
        tag: 'notes',
        access: anyone,
        seconds: 0.3,
        answer: z.object({}),
      },
      async (_ctx, { request }) => {
        await new Promise<void>((resume) => request.signal.addEventListener('abort', () => resume()))
        return {}
      },
    ),
    route(
      {
        method: 'get',
        path: '/api/long',
        summary: 'Say much',
        tag: 'notes',
        access: anyone,
        answer: z.object({ text: z.string() }),
      },
      async () => ({ text: '咖啡'.repeat(2_000) }),
    ),
  ],
})
const server = useServer({ modules: () => [notes] })

test('a declared route answers what it declares, with a request id and no store', async () => {
  const reply = await server()
    .as(linXiao)
    .get('/api/notes', { query: { limit: 7, tag: ['a', 'b'] } })
  expect(reply.status).toBe(200)
  expect(reply.body).toEqual({ items: [{ id: '1', title: '7 a+b' }], next: null })
  expect(reply.headers.get('x-request-id')).toMatch(/^[0-9a-f]+-/)
  expect(reply.headers.get('cache-control')).toBe('no-store')
  expect(reply.headers.get('x-content-type-options')).toBe('nosniff')
})

test('access is judged before the input is looked at', async () => {
  expectProblem(await server().as().get('/api/notes?limit=x'), 401, 'sign_in_required')
  expectProblem(await server().as(aChe).get('/api/notes?limit=x'), 403, 'forbidden')
  expectProblem(
    await server().as().call('POST', '/api/notes', undefined, { raw: '{' }),
    401,
    'sign_in_required',
  )
})

test('wrong fields are named, in the language of the caller', async () => {
  const wrong = { title: '', stars: 9.5, role: 'owner', author: { name: 3, id: '1' } }
  const zh = expectProblem(await server().as(aChe).post('/api/notes', wrong), 422, 'invalid_input')
  expect(zh).toMatchObject({
    title: '提交的内容有 5 处需要修改',
    fields: expect.arrayContaining([
      { path: 'body.title', message: '不能为空' },
      { path: 'body.stars', message: '应为整数' },
      { path: 'body.role', message: '没有这个字段，请删去' },
      { path: 'body.author.name', message: '应为文字' },
      { path: 'body.author.id', message: '没有这个字段，请删去' },
    ]),
  })
  const en = await server()
    .as(aChe)
    .post('/api/notes', { title: 'x'.repeat(21) }, { headers: { 'accept-language': 'en-GB' } })
  expect(expectProblem(en, 422, 'invalid_input')).toMatchObject({
    title: 'One field needs attention',
    fields: [{ path: 'body.title', message: 'At most 20 characters; shorten it' }],
  })
})

test('query parameters are checked like bodies: unknown, repeated and out of range', async () => {
  const reply = await server().as(linXiao).get('/api/notes?limit=101&limit=2&nope=1')
  expect(expectProblem(reply, 422, 'invalid_input').fields).toEqual(
    expect.arrayContaining([
      { path: 'query.limit', message: '只能填写一次' },
      { path: 'query.limit', message: '不能大于 100' },
      { path: 'query.nope', message: '没有这个字段，请删去' },
    ]),
  )
})

test('an id that no row can have is refused before it reaches PostgreSQL', async () => {
  for (const bad of ['0', '-1', '1e3', '9223372036854775808', '1 or 1=1', '٣'])
    expectProblem(
      await server()
        .as()
        .get(`/api/notes/${encodeURIComponent(bad)}`),
      422,
      'invalid_input',
    )
  expectProblem(await server().as().get('/api/notes/%00'), 400, 'malformed')
  expect((await server().as().get('/api/notes/9223372036854775807')).status).toBe(200)
})

test('an answer that is not what was declared is a fault, found in development and tests', async () => {
  expectProblem(await server().as().get('/api/notes/9'), 500, 'internal')
})

test('a fault tells the caller a number and nothing else', async () => {
  const reply = await server().as().get('/api/notes/500')
  const problem = expectProblem(reply, 500, 'internal')
  expect(reply.text).not.toMatch(/secret detail|at .*\.ts|node_modules/)
  expect(problem.requestId).toBe(reply.headers.get('x-request-id'))
})

test('a handler adds headers; no answer schema is 204; HEAD has no body', async () => {
  const made = await server().as(aChe).post('/api/notes', { title: '手冲' })
  expect([made.status, made.headers.get('location')]).toEqual([201, '/api/notes/7'])
  const gone = await server().as(aChe).delete('/api/notes/7')
  expect([gone.status, gone.text]).toEqual([204, ''])
  const head = await server().as().call('HEAD', '/api/notes/3')
  expect([head.status, head.text]).toEqual([200, ''])
})

test('a known address with another method says which it takes', async () => {
  const reply = await server().as().put('/api/notes/3', {})
  expectProblem(reply, 405, 'method_not_allowed')
  expect(reply.headers.get('allow')).toBe('GET, DELETE, HEAD, OPTIONS')
  const options = await server().as().call('OPTIONS', '/api/notes/3')
  expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, DELETE, HEAD, OPTIONS'])
  expect(options.headers.get('access-control-allow-origin')).toBeNull()
})

test('an answer that the caller has is not sent again', async () => {
  const first = await server().as().get('/api/long')
  const tag = first.headers.get('etag')!
  const again = await server()
    .as()
    .get('/api/long', { headers: { 'if-none-match': `"x", ${tag}` } })
  expect([again.status, again.text]).toEqual([304, ''])
  expect(
    (
      await server()
        .as()
        .get('/api/long', { headers: { 'if-none-match': 'W/"other"' } })
    ).status,
  ).toBe(200)
})

test('long answers are packed for callers who take that', async () => {
  for (const encoding of ['br', 'gzip']) {
    const reply = await server()
      .as()
      .get('/api/long', { headers: { 'accept-encoding': encoding } })
    expect(reply.headers.get('content-encoding')).toBe(encoding)
    expect(reply.body.text).toBe('咖啡'.repeat(2_000))
  }
  const plain = await server()
    .as()
    .get('/api/long', { headers: { 'accept-encoding': 'br;q=0' } })
  expect(plain.headers.get('content-encoding')).toBeNull()
})

test('a handler that takes too long is stopped and its caller told', async () => {
  const began = Date.now()
  expectProblem(await server().as().get('/api/slow'), 504, 'timeout')
  expect(Date.now() - began).toBeLessThan(1_500)
})
