/**
 * What happens to a request that a route takes, in one pass and in this order: who calls, how often,
 * from where, may they, what do they send, once for a key, the handler, the answer. Nothing is parsed
 * for a caller who may not call.
 */
import type { IncomingMessage } from 'node:http'
import { judge } from '../access/access.ts'
import { type Actor, describeActor } from '../access/actor.ts'
import type { Ctx } from '../context.ts'
import type { Locale } from '../i18n/messages.ts'
import { finish, textAnswer } from './answer.ts'
import { checkLength, checkType, tooLarge } from './body.ts'
import { corsHeaders } from './cors.ts'
import { problemOf } from './failure.ts'
import { keyedRequest, onceForKey, type StoredAnswer } from './idempotency.ts'
import { secondsToAnswer } from './in-flight.ts'
import type { Incoming } from './incoming.ts'
import { defaultMaxBody, inputReader } from './input.ts'
import type { Verdict } from './limits.ts'
import type { Machine } from './machine.ts'
import type { OriginRule } from './origin.ts'
import { problems } from './problem.ts'
import { localeOf, problemAnswer, receive } from './reception.ts'
import type { AnyRoute } from './route.ts'
import { strictly } from './strict.ts'

const anonymous: Actor = { kind: 'anonymous' }

/** Answers one request: the request, Node's own view of it when there is one, and the parameters of the path. */
export type Endpoint = (
  raw: Request,
  node: IncomingMessage | undefined,
  params: Record<string, string>,
) => Promise<Response>

export function endpoint(route: AnyRoute, machine: Machine): Endpoint {
  const { log, limiter, inFlight, durations } = machine
  const counted = limiter.count(route)
  const policy = `"default";q=${counted.limit.max};w=${counted.limit.perSeconds}`
  const changes = route.method !== 'get'
  const proven = route.access.kind === 'bearerOf'
  const reader = inputReader(route)
  const answerSchema = route.answer && machine.checkAnswers ? strictly(route.answer) : undefined
  const status: number = route.answer ? (route.status ?? 200) : 204
  const seconds: number = route.seconds ?? secondsToAnswer
  const idempotency = changes
    ? (route.idempotency ?? (route.method === 'post' ? 'honoured' : 'none'))
    : 'none'
  const maxBody: number = route.maxBody ?? defaultMaxBody
  const timer = durations.of(route.method, route.path)

  const present = (result: unknown): StoredAnswer => {
    if (!route.answer) return { status, headers: {}, body: null }
    if (answerSchema) {
      const parsed = answerSchema.safeParse(result)
      if (!parsed.success)
        throw new Error(`The answer of ${counted.name} is not what it declares: ${parsed.error.message}`)
    }
    return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(result) }
  }

  const handle = async (
    params: Record<string, string>,
    incoming: Incoming,
    actor: Actor,
    locale: Locale,
  ): Promise<Response | StoredAnswer> => {
    const reading = reader.readBody(incoming)
    const bytes = reading && (await reading)
    if (!reading && route.types) {
      checkType(incoming.header('content-type'), route.types)
      const length = incoming.header('content-length')
      checkLength(length, maxBody)
      if (length === undefined) incoming.capBody(maxBody, () => tooLarge(maxBody))
    }
    const input = reader.parse(incoming, params, bytes, locale)
    const ctx: Ctx = { actor, db: machine.db, now: machine.clock(), locale, requestId: incoming.id }
    const key = idempotency === 'none' ? undefined : incoming.header('idempotency-key')
    if (key === undefined) {
      if (idempotency === 'required') throw problems.keyRequired()
      const result = await route.handle(ctx, input)
      return result instanceof Response ? result : present(result)
    }
    const request = keyedRequest(key, actor, incoming.ip, {
      method: incoming.method,
      url: incoming.raw.url,
      body: bytes ?? Buffer.from(`${incoming.header('content-type')} ${incoming.header('content-length')}`),
    })
    const { answer, replayed } = await onceForKey(machine.db, request, async (tx) => {
      const result = await route.handle({ ...ctx, db: tx }, input)
      const answer = result instanceof Response ? await storedFrom(result) : present(result)
      const { 'set-cookie': cookies, ...added } = Object.fromEntries(incoming.addedHeaders ?? [])
      // A cookie is for one browser once; an answer that sets one is not kept.
      return { answer: { ...answer, headers: { ...answer.headers, ...added } }, keep: cookies === undefined }
    })
    if (replayed) incoming.answerHeaders.set('idempotency-replayed', 'true')
    return answer
  }

  return async (raw, node, params) => {
    const incoming = receive(raw, node, machine.addresses)
    let actor = anonymous
    let locale: Locale | undefined
    let verdict: Verdict | undefined
    let response: Response
    try {
      // Who is known already costs no turn of the event loop.
      const asked = machine.authorise(incoming)
      const caller = asked instanceof Promise ? await asked : asked
      actor = caller.actor
      locale = caller.locale ?? localeOf(incoming)
      const taking = limiter.take(counted, actor, incoming.ip)
      verdict = taking instanceof Promise ? await taking : taking
      if (!verdict.passes)
        throw problems.tooManyRequests({ values: { seconds: verdict.seconds }, retryAfter: verdict.seconds })
      if (changes && (caller.byCookie || !proven)) checkOrigin(incoming, caller.byCookie, machine.origin)
      const ruling = judge(route.access, actor)
      if (ruling !== 'allowed') throw ruling === 'signIn' ? problems.signInRequired() : problems.forbidden()
      const speaks = locale
      const outcome = await inFlight.run(incoming, seconds, () => handle(params, incoming, actor, speaks))
      const headers: Record<string, string> = { ...machine.headers, 'x-request-id': incoming.id }
      // Readers far from their limit need not be told of it with each answer.
      if (changes || verdict.remaining * 2 < counted.limit.max) tellLimit(headers, policy, verdict)
      if (outcome instanceof Response) {
        response = withHeaders(incoming, outcome, headers)
        if (response.headers.get('content-type')?.startsWith('text/event-stream'))
          keepStream(incoming, machine.streams)
      } else {
        for (const name in outcome.headers) headers[name] = outcome.headers[name]!
        const answer =
          outcome.body === null
            ? finish(incoming, null, outcome.status, headers)
            : textAnswer(incoming, outcome.status, outcome.body, headers)
        response = answer instanceof Promise ? await answer : answer
      }
    } catch (error) {
      const problem = problemOf(error)
      if (problem.kind.status >= 500)
        log.error({ request: incoming.id, route: counted.name, err: stackOf(error) }, 'request failed')
      const headers = { ...machine.headers }
      if (verdict) tellLimit(headers, policy, verdict)
      response = problemAnswer(incoming, problem, locale ?? localeOf(incoming), headers)
    }
    if (route.cors)
      for (const [name, value] of corsHeaders(route.cors, incoming.header('origin')))
        response.headers.set(name, value)
    const took = performance.now() - incoming.startedAt
    timer.observe(response.status, took)
    machine.access({
      request: incoming.id,
      route: counted.name,
      status: response.status,
      ms: took,
      actor: describeActor(actor),
      ip: incoming.ip,
    })
    return response
  }
}

function tellLimit(headers: Record<string, string>, policy: string, { remaining, seconds }: Verdict): void {
  headers['ratelimit-policy'] = policy
  headers.ratelimit = `"default";r=${remaining};t=${seconds}`
}

function keepStream(incoming: Incoming, streams: Set<Incoming>): void {
  streams.add(incoming)
  incoming.raw.signal.addEventListener('abort', () => streams.delete(incoming), { once: true })
}

function checkOrigin(incoming: Incoming, byCookie: boolean, origin: OriginRule): void {
  const allowed = origin.allows({
    origin: incoming.header('origin'),
    fetchSite: incoming.header('sec-fetch-site'),
    host: incoming.header('host'),
    byCookie,
  })
  if (!allowed) throw problems.crossOrigin()
}

/** A handler's own Response keeps its headers; ours fill in what it left out. */
function withHeaders(incoming: Incoming, response: Response, headers: Record<string, string>): Response {
  const all = new Headers(response.headers)
  for (const name in headers) if (!all.has(name)) all.set(name, headers[name]!)
  const added = incoming.addedHeaders
  if (added) {
    for (const [name, value] of added) if (name !== 'set-cookie') all.set(name, value)
    for (const cookie of added.getSetCookie()) all.append('set-cookie', cookie)
  }
  return new Response(response.body, { status: response.status, headers: all })
}

async function storedFrom(response: Response): Promise<StoredAnswer> {
  const text = await response.text()
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: response.status === 204 ? null : text,
  }
}

const stackOf = (error: unknown): string =>
  error instanceof Error
    ? `${error.stack}${error.cause ? `\ncaused by ${stackOf(error.cause)}` : ''}`
    : String(error)
