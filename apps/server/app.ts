/** The HTTP application: the declared routes of all modules, the addresses for machines, and the web apps. */
import { Hono } from 'hono'
import { trustProxies } from '#base/http/address.ts'
import { corsHeaders, preflightHeaders } from '#base/http/cors.ts'
import { type Endpoint, endpoint } from '#base/http/endpoint.ts'
import { apiHeaders } from '#base/http/headers.ts'
import { mayReadMetrics, measureProcess, readiness } from '#base/http/health.ts'
import { InFlight } from '#base/http/in-flight.ts'
import { createLimiter } from '#base/http/limits.ts'
import type { App, Machine, NodeEnv } from '#base/http/machine.ts'
import { createMetrics, type Metrics } from '#base/http/metrics.ts'
import { openApiDocument } from '#base/http/openapi.ts'
import { originRule } from '#base/http/origin.ts'
import { problems } from '#base/http/problem.ts'
import { localeOf, problemAnswer, receive } from '#base/http/reception.ts'
import type { AnyRoute, Method } from '#base/http/route.ts'
import type { Running } from '#base/http/serve.ts'
import { isProcessLog } from '#base/log/log.ts'
import type { Module } from '#base/module.ts'
import type { Authorise, Parts } from '#base/parts.ts'
import { measureLag } from '#base/warehouse/sink/lag.ts'
import { addCompanions, cspReports } from './companions.ts'
import { measureInstallation } from './measures.ts'
import { addReference } from './reference.ts'
import { openSite } from './site.ts'

export interface AppOptions {
  readonly authorise: Authorise
  readonly modules: readonly Module[]
  /** The clock of rate limits, in milliseconds; tests move it. */
  readonly limitClock?: () => number
  /** Where the built web apps are; `dist` when left out. */
  readonly dist?: string
  /** The clock that handlers see as `ctx.now`. */
  readonly clock?: () => Date
}

export interface JuluoApp extends Running {
  readonly hono: App
  readonly metrics: Metrics
  readonly routes: readonly AnyRoute[]
  openApi(): ReturnType<typeof openApiDocument>
}

const noParameters = Object.freeze({})
const methods: readonly Method[] = ['get', 'post', 'put', 'patch', 'delete']

export function buildApp(parts: Parts, options: AppOptions): JuluoApp {
  const { config, connection, log } = parts
  const metrics = createMetrics()
  const machine: Machine = {
    db: connection.db,
    log,
    access: isProcessLog(log) ? log.access : (line) => log.info(line, 'request'),
    authorise: options.authorise,
    addresses: trustProxies(config.TRUSTED_PROXIES),
    origin: originRule(config),
    limiter: createLimiter(connection.db, log, options.limitClock),
    inFlight: new InFlight(),
    streams: new Set(),
    durations: metrics.durations,
    headers: apiHeaders(config),
    checkAnswers: config.NODE_ENV !== 'production',
    clock: options.clock ?? (() => new Date()),
  }
  measureProcess(metrics, connection, machine.inFlight)
  measureInstallation(metrics, parts)
  measureLag(metrics, connection.pool)

  const hono: App = new Hono<NodeEnv>()
  const routes = [...options.modules.flatMap((module) => module.routes ?? []), cspReports(parts, metrics)]
  // Paths without parameters are found by a look-up; whatever is spelled otherwise goes through the router.
  const direct = new Map(methods.map((method) => [method.toUpperCase(), new Map<string, Endpoint>()]))
  for (const route of routes) {
    const answer = endpoint(route, machine)
    hono.on(route.method, routingPath(route.path), (c) => answer(c.req.raw, c.env?.incoming, c.req.param()))
    if (!route.path.includes('{')) direct.get(route.method.toUpperCase())!.set(route.path, answer)
  }
  refuseOtherMethods(hono, routes, machine)
  addMachineAddresses(hono, parts, machine, metrics)
  const site = openSite(
    parts,
    machine,
    { pages: options.modules.flatMap((module) => module.pages ?? []), routes },
    options.dist,
  )
  addCompanions(hono, parts)
  addReference(hono, parts, site)
  hono.notFound((c) => site.answer(c))
  hono.onError((error, c) => {
    const incoming = receive(c.req.raw, c.env?.incoming, machine.addresses)
    log.error({ request: incoming.id, err: error.stack }, 'request failed outside its endpoint')
    return problemAnswer(incoming, problems.internal(), localeOf(incoming), machine.headers)
  })

  let document: ReturnType<typeof openApiDocument> | undefined
  const openApi = () => (document ??= openApiDocument(routes))
  hono.get('/openapi.json', (c) =>
    c.json(openApi(), 200, { ...machine.headers, 'cache-control': 'no-cache' }),
  )

  return {
    hono,
    metrics,
    routes,
    openApi,
    fetch(request, env) {
      const node = (env as NodeEnv['Bindings'])?.incoming
      const target = node?.url
      if (target) {
        const at = target.indexOf('?')
        const answer = direct.get(request.method)?.get(at < 0 ? target : target.slice(0, at))
        if (answer) return answer(request, node, noParameters)
      }
      return hono.fetch(request, env as NodeEnv['Bindings'])
    },
    start() {
      machine.limiter.start()
      machine.inFlight.start()
    },
    stopStreams() {
      for (const stream of machine.streams) stream.stop(problems.unavailable())
    },
    drained: (ms) => machine.inFlight.drained(ms),
    async stop() {
      machine.inFlight.stop()
      await machine.limiter.stop()
    },
  }
}

/** `/api/members/{id}` → `/api/members/:id`. */
const routingPath = (path: string) => path.replaceAll(/\{(\w+)\}/g, ':$1')

/** A known address with another method says so (405 with Allow); OPTIONS answers what it takes. */
function refuseOtherMethods(hono: App, routes: readonly AnyRoute[], machine: Machine): void {
  const taken = new Map<string, AnyRoute[]>()
  for (const route of routes) taken.set(route.path, [...(taken.get(route.path) ?? []), route])
  for (const [path, here] of taken) {
    const names = here.map((route) => route.method)
    const allow = [...names, ...(names.includes('get') ? ['head'] : []), 'options']
      .map((name) => name.toUpperCase())
      .join(', ')
    const cors = here.find((route) => route.cors)?.cors
    hono.on('OPTIONS', routingPath(path), (c) => {
      const headers = new Headers({ ...machine.headers, allow })
      if (cors) {
        const granted = corsHeaders(cors, c.req.header('origin'))
        for (const [name, value] of granted) headers.set(name, value)
        if (granted.length > 0)
          for (const [name, value] of Object.entries(preflightHeaders(allow))) headers.set(name, value)
      }
      return new Response(null, { status: 204, headers })
    })
    const others = methods.filter((method) => !names.includes(method))
    hono.on(
      others.map((method) => method.toUpperCase()),
      routingPath(path),
      (c) => {
        const incoming = receive(c.req.raw, c.env?.incoming, machine.addresses)
        const answer = problemAnswer(
          incoming,
          problems.methodNotAllowed(),
          localeOf(incoming),
          machine.headers,
        )
        answer.headers.set('allow', allow)
        return answer
      },
    )
  }
}

function addMachineAddresses(hono: App, parts: Parts, machine: Machine, metrics: Metrics): void {
  const { config, connection, warehouse } = parts
  hono.get('/healthz', (c) => c.json({ alive: true }, 200, machine.headers))
  hono.get('/readyz', async (c) => {
    const state = await readiness(connection, warehouse)
    return c.json(state, state.ready ? 200 : 503, machine.headers)
  })
  hono.get('/metrics', async (c) => {
    const node = c.env?.incoming
    const forwarded = node?.headers['x-forwarded-for'] !== undefined || node?.headers.forwarded !== undefined
    if (
      !mayReadMetrics(
        node?.socket.remoteAddress,
        forwarded,
        c.req.header('authorization'),
        config.METRICS_TOKEN,
      )
    ) {
      const incoming = receive(c.req.raw, c.env?.incoming, machine.addresses)
      return problemAnswer(incoming, problems.notFound(), localeOf(incoming), machine.headers)
    }
    return c.text(await metrics.print(), 200, {
      ...machine.headers,
      'content-type': 'text/plain; version=0.0.4',
    })
  })
}
