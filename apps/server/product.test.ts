/** Promises about every route of the product, checked from the list of routes itself. */
import fc from 'fast-check'
import openapiTS from 'openapi-typescript'
import { describe, expect, test } from 'vitest'
import { limitOf } from '#base/http/limits.ts'
import { openApiDocument } from '#base/http/openapi.ts'
import type { AnyRoute } from '#base/http/route.ts'
import { type JsonSchema, valuesOf } from '#test/arbitrary.ts'
import type { Client } from '#test/client.ts'
import { pipeline } from '#test/pipeline.ts'
import { useProduct } from '#test/product.ts'

const product = useProduct({ env: { ROLES: 'web,sink' } })
const routes = () => product().process.modules.flatMap((module) => module.routes ?? []) as AnyRoute[]
const document = () => openApiDocument(routes())

/** An address of a route, with plain values for its parameters. */
const addressOf = (route: AnyRoute, value = '1') =>
  route.path.replace(/\{(\w+)\}/g, (_, name) => (name === 'token' ? 'x'.repeat(32) : value))

test('people of every kind are who they are', async () => {
  const { owner, nobody } = product()
  expect((await nobody.get('/api/session')).body.account).toBeNull()
  expect((await owner.get('/api/session')).body).toMatchObject({
    account: { name: '林晓' },
    operator: { role: 'owner' },
  })
  const analyst = await product().operator('analyst')
  expect((await analyst.get('/api/session')).body.operator.role).toBe('analyst')
  const aChe = await product().member()
  expect((await aChe.get('/api/session')).body).toMatchObject({
    account: { name: '阿澈' },
    member: { id: expect.any(String) },
    operator: null,
  })
  const program = await product().program(['audit.read'])
  expect((await program.get('/api/audit')).status).toBe(200)
  expect((await program.get('/api/operators')).status).toBe(403)
})

test('metrics tell the lag of every follower, the depth of every queue and how far the warehouse is', async () => {
  const { text } = await product().nobody.get('/metrics')
  for (const line of [
    /juluo_consumer_lag_rows\{consumer="\w/,
    /juluo_dead_letters\{consumer="\w/,
    /juluo_jobs_waiting\{job="[\w.]+"\} \d/,
    /juluo_warehouse_lag_seconds \d/,
    /juluo_pool_waiting \d/,
  ])
    expect(text).toMatch(line)
})

describe('the OpenAPI document', () => {
  test('is valid, and its operations have names of their own', async () => {
    const made = document()
    expect(made.openapi).toBe('3.1.0')
    await expect(openapiTS(JSON.stringify(made))).resolves.toBeDefined()
    const operations = Object.values(made.paths ?? {}).flatMap((item) =>
      Object.values(item as Record<string, { operationId?: string }>).map((each) => each.operationId),
    )
    expect(operations.filter((name, at) => operations.indexOf(name) !== at)).toEqual([])
    expect(operations.every((name) => name && /^[a-z]\w+$/.test(name))).toBe(true)
  })
  test('is what the server gives, and has every route that is not hidden', async () => {
    const served = (await product().nobody.get('/openapi.json')).body
    for (const route of routes())
      expect(served.paths[route.path]?.[route.method] !== undefined, `${route.method} ${route.path}`).toBe(
        !route.hidden,
      )
  })
})

test('routes are declared once, under /api or where browsers and others expect them', () => {
  const names = routes().map((route) => `${route.method} ${route.path.replace(/\{\w+\}/g, '{}')}`)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  const elsewhere = routes().filter((route) => !route.path.startsWith('/api/'))
  for (const route of elsewhere)
    expect(route.path).toMatch(
      /^\/(v1\/track|sdk\.js|files\/|sitemap\.xml|sitemaps\/|feed\.xml|\w+\/\{\w+\}\/feed\.xml|unsubscribe\/)/,
    )
})

describe('G34: a property that no route names', () => {
  const extras = {
    role: 'owner',
    balance: 1e6,
    tenant: '2',
    createdAt: '2020-01-01T00:00:00Z',
    isAdmin: true,
    permissions: ['*'],
  }
  test('is refused by every write, and named', async () => {
    const made = document()
    const writes = routes().filter((route) => route.body && !route.hidden && !route.types)
    const missed: string[] = []
    let refused = 0
    for (const route of writes) {
      const schema = operationOf(made, route).requestBody?.content['application/json']?.schema
      // What a library of the browser made (a passkey's answer) is taken as it is.
      if (schema?.additionalProperties !== false) continue
      const named = new Set(Object.keys(schema.properties ?? {}))
      const sent = Object.fromEntries(Object.entries(extras).filter(([name]) => !named.has(name)))
      const caller = route.access.kind === 'member' ? await product().member() : product().owner
      const reply = await caller.call(route.method.toUpperCase(), addressOf(route), sent)
      const told = new Set((reply.body?.fields ?? []).map((field: { path: string }) => field.path))
      const complete = Object.keys(sent).every((name) => told.has(`body.${name}`))
      refused++
      if (reply.status !== 422 || !complete)
        missed.push(`${route.method} ${route.path}: ${reply.status} ${reply.text}`)
    }
    expect(refused).toBeGreaterThan(20)
    expect(missed).toEqual([])
  })
})

describe('G43: requests made from the schemas', () => {
  /** These end the session that the test calls with, or never end themselves. */
  const spared = new Set([
    'delete /api/session',
    'put /api/account/password',
    'post /api/account/data-requests',
    'get /api/live',
  ])

  // A dozen requests to each of hundreds of routes.
  test('never meet a fault', { timeout: 120_000 }, async () => {
    const made = document()
    const resolve = (ref: string) =>
      (made.components!.schemas as Record<string, JsonSchema>)[ref.split('/').at(-1)!]!
    const targets = routes().filter((route) => !route.hidden && !spared.has(`${route.method} ${route.path}`))
    const callers: Client[] = [product().owner, await product().member(), product().nobody]
    const faults: string[] = []
    for (const route of targets) {
      const operation = operationOf(made, route)
      await fc.assert(
        fc.asyncProperty(
          requestsOf(operation, resolve),
          fc.constantFrom(...callers),
          async ({ path, query, body }, caller) => {
            const address = route.path.replace(/\{(\w+)\}/g, (_, name) =>
              // An address without its last part is another address.
              encodeURIComponent(String(path[name] || '1')),
            )
            const search = new URLSearchParams(query).toString()
            const reply = await caller.call(
              route.method.toUpperCase(),
              search ? `${address}?${search}` : address,
              body,
            )
            // This process has no sink, so its warehouse is empty: saying so is the right answer.
            const fault = reply.status >= 500 && reply.body?.code !== 'warehouse_unavailable'
            if (fault || /\n\s+at .+:\d+:\d+/.test(reply.text))
              faults.push(
                `${route.method} ${address}?${search} ${JSON.stringify(body)?.slice(0, 300)} → ${reply.status} ${reply.text.slice(0, 200)}`,
              )
          },
        ),
        { numRuns: 12, seed: 20261119 },
      )
    }
    expect(faults).toEqual([])
  })
})

const operationOf = (made: ReturnType<typeof document>, route: AnyRoute): Operation =>
  (made.paths as Record<string, Record<string, Operation>>)[route.path]![route.method]!

interface Operation {
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly required?: boolean
    readonly schema: JsonSchema
  }[]
  readonly requestBody?: { readonly content: Record<string, { readonly schema: JsonSchema }> }
}

function requestsOf(operation: Operation, resolve: (ref: string) => JsonSchema) {
  const text = (value: unknown) => (typeof value === 'string' ? value.toWellFormed() : JSON.stringify(value))
  const from = (place: string) =>
    fc
      .record(
        Object.fromEntries(
          (operation.parameters ?? [])
            .filter((parameter) => parameter.in === place)
            .map((parameter) => [parameter.name, valuesOf(parameter.schema, resolve).map(text)]),
        ),
        { requiredKeys: place === 'path' ? undefined : [] },
      )
      .map((values) => values as Record<string, string>)
  const schema = operation.requestBody?.content['application/json']?.schema
  return fc.record({
    path: from('path'),
    query: from('query'),
    body: schema ? valuesOf(schema, resolve) : fc.constant(undefined),
  })
}

describe('G27: a caller', () => {
  test('of any route that changes something, or opens a door, meets 429 at N+1', async () => {
    const counted = routes().filter(
      (route) => route.method !== 'get' || route.path.startsWith('/api/session'),
    )
    expect(counted.length).toBeGreaterThan(30)
    const wrong: string[] = []
    for (const route of counted) {
      const { perSeconds } = limitOf(route)
      const period = () => Math.floor(Date.now() / (perSeconds * 1000))
      for (;;) {
        await awayFromEdge(perSeconds)
        const begun = period()
        const found = await exceed(route)
        // A machine that was busy for long may have got beyond the edge all the same: what was counted is gone then.
        if (found.length > 0 && period() !== begun) continue
        wrong.push(...found)
        break
      }
    }
    expect(wrong).toEqual([])
  })
})

/** Waits until a window of the clock has at least two seconds left, so that the counting does not straddle two. */
/** Calls a route once more often than it allows; says what was not as it should be. */
async function exceed(route: AnyRoute): Promise<string[]> {
  const { max, perSeconds } = limitOf(route)
  const request = { method: route.method.toUpperCase(), path: addressOf(route) }
  const before = await product().nobody.call(request.method, request.path)
  // Other tests of this file have called too; a write always says what is left.
  const left = Number(/r=(\d+)/.exec(before.headers.get('ratelimit') ?? '')?.[1] ?? max)
  if (max > 1_000) {
    // Too many to send here; the count goes down by one per call, and what happens at its end is proven in limits.test.ts.
    const after = await product().nobody.call(request.method, request.path)
    return after.headers.get('ratelimit')?.includes(`r=${left - 1}`) ? [] : [`${request.path} does not count`]
  }
  const begun = performance.now()
  const statuses = await pipeline(product().url, request, left)
  let beyond = await product().nobody.call(request.method, request.path)
  // What was called in the window before weighs less with every second, which makes room for that much more.
  const seconds = () => (performance.now() - begun) / 1000
  for (let more = 1; beyond.status !== 429 && more <= (max * seconds()) / perSeconds; more++)
    beyond = await product().nobody.call(request.method, request.path)
  const refused =
    beyond.status === 429 && beyond.headers.get('retry-after') && beyond.headers.get('ratelimit')
  return [
    ...(route.method !== 'get' && statuses.includes(429)
      ? [`${request.method} ${request.path} refused within its ${max}`]
      : []),
    ...(refused ? [] : [`${request.method} ${request.path} answered ${beyond.status} at ${max + 1}`]),
  ]
}

async function awayFromEdge(perSeconds: number): Promise<void> {
  const left = perSeconds * 1000 - (Date.now() % (perSeconds * 1000))
  if (left < 2_000) await new Promise((resume) => setTimeout(resume, left + 10))
}
