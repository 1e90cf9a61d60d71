/**
 * How often a caller may call a route. Each route has three counts: per account or key, per subscriber
 * address (/64 for IPv6) and for all callers together. `exact` limits are counted in PostgreSQL by every
 * call; the others in the process, settled with the other processes each second.
 * Counts belong to the route as it was declared, so no spelling of a path has a count of its own.
 */
import type { Actor } from '../access/actor.ts'
import type { Database } from '../db/database.ts'
import type { Log } from '../parts.ts'
import { subscriber } from './address.ts'
import type { AnyRoute, Limit } from './route.ts'
import { forgetOldCounts, type Share, settleCounts, takeExactly, type Unsettled } from './shared-counts.ts'
import { CallWindow } from './window.ts'

export const readLimit: Limit = { max: 600, perSeconds: 60 }
export const writeLimit: Limit = { max: 120, perSeconds: 60 }

/** Many people sit behind one address (offices, mobile carriers): signed in, they share this many times the limit. */
export const sharedAddressFactor = 10

/** The limit of a route, declared or by its method. */
export const limitOf = (route: AnyRoute): Limit =>
  route.limit ?? (route.method === 'get' ? readLimit : writeLimit)

export interface Verdict {
  readonly passes: boolean
  readonly remaining: number
  /** Seconds: until the window ends when it passes, until a retry can pass when not. */
  readonly seconds: number
}

/** A route as the limiter knows it, with its windows. */
export interface CountedRoute {
  readonly name: string
  readonly limit: Limit
  readonly accounts: Map<string, CallWindow>
  readonly keys: Map<string, CallWindow>
  readonly addresses: Map<string, CallWindow>
  readonly everybody: CallWindow
}

export interface Limiter {
  count(route: AnyRoute): CountedRoute
  take(route: CountedRoute, actor: Actor, ip: string): Verdict | Promise<Verdict>
  /** Exchanges counts with the other processes; once started, it happens each second. */
  settle(): Promise<void>
  start(): void
  stop(): Promise<void>
}

/** More windows than this are not kept for one route; the oldest go first. */
const mostWindows = 50_000

export function createLimiter(db: Database, log: Log, clock: () => number = Date.now): Limiter {
  const routes: CountedRoute[] = []
  let queue: Unsettled[] = []
  const subscribers = new Map<string, string>()

  const subscriberOf = (ip: string) => {
    let known = subscribers.get(ip)
    if (known === undefined) {
      if (subscribers.size > 50_000) subscribers.clear()
      known = subscriber(ip)
      subscribers.set(ip, known)
    }
    return known
  }

  const windowOf = (windows: Map<string, CallWindow>, id: string): CallWindow => {
    let window = windows.get(id)
    if (!window) {
      if (windows.size >= mostWindows) dropOldest(windows)
      window = new CallWindow()
      windows.set(id, window)
    }
    return window
  }

  const takeHere = (route: CountedRoute, actor: Actor, ip: string): Verdict => {
    const { max, perSeconds, globalMax } = route.limit
    const moment = clock() / 1000 / perSeconds
    const slot = Math.floor(moment)
    const passed = moment - slot
    const caller =
      actor.kind === 'account'
        ? windowOf(route.accounts, actor.accountId)
        : actor.kind === 'apiKey'
          ? windowOf(route.keys, actor.keyId)
          : undefined
    const subscribed = subscriberOf(ip)
    const address = windowOf(route.addresses, subscribed)
    const addressMax = caller ? max * sharedAddressFactor : max
    address.roll(slot)
    let room = address.room(addressMax, passed)
    let wait = room < 1 ? address.wait(addressMax, passed) : 0
    if (caller) {
      caller.roll(slot)
      const left = caller.room(max, passed)
      if (left < 1) wait = Math.max(wait, caller.wait(max, passed))
      room = Math.min(room, left)
    }
    if (globalMax !== undefined) {
      route.everybody.roll(slot)
      const left = route.everybody.room(globalMax, passed)
      if (left < 1) wait = Math.max(wait, route.everybody.wait(globalMax, passed))
      room = Math.min(room, left)
    }
    if (wait > 0) return { passes: false, remaining: 0, seconds: Math.ceil(wait * perSeconds) }
    if (address.take()) queue.push({ key: `${route.name} ip:${subscribed}`, perSeconds, window: address })
    if (caller?.take()) queue.push({ key: `${route.name} ${callerKey(actor)}`, perSeconds, window: caller })
    if (globalMax !== undefined && route.everybody.take())
      queue.push({ key: `${route.name} all`, perSeconds, window: route.everybody })
    return { passes: true, remaining: Math.floor(room) - 1, seconds: Math.ceil((1 - passed) * perSeconds) }
  }

  const takeEverywhere = async (
    { name, limit }: CountedRoute,
    actor: Actor,
    ip: string,
  ): Promise<Verdict> => {
    const shares: Share[] = [{ key: `${name} ip:${subscriberOf(ip)}`, max: limit.max }]
    const caller = callerKey(actor)
    if (caller) shares.push({ key: `${name} ${caller}`, max: limit.max })
    if (limit.globalMax !== undefined) shares.push({ key: `${name} all`, max: limit.globalMax })
    const { wait, remaining } = await takeExactly(db, shares, limit.perSeconds)
    return { passes: wait === 0, remaining, seconds: wait || limit.perSeconds }
  }

  const settle = async () => {
    const batch = queue
    queue = []
    for (const { window } of batch) window.queued = false
    await settleCounts(db, batch)
  }

  const forgetOldWindows = () => {
    const now = clock() / 1000
    for (const { accounts, keys, addresses, limit } of routes) {
      const oldest = Math.floor(now / limit.perSeconds) - 1
      for (const windows of [accounts, keys, addresses])
        for (const [id, window] of windows) if (window.slot < oldest) windows.delete(id)
    }
  }

  let timer: NodeJS.Timeout | undefined
  let settling: Promise<void> = Promise.resolve()
  let rounds = 0
  const round = async () => {
    try {
      await settle()
      if (++rounds % 60 === 0) forgetOldWindows()
      if (rounds % 300 === 0) await forgetOldCounts(db)
    } catch (error) {
      // PostgreSQL is away: each process counts for itself until it is back.
      log.warn({ err: (error as Error).message }, 'call counts not settled')
    }
  }
  const next = () => {
    timer = setTimeout(() => {
      settling = round().then(() => {
        if (timer) next()
      })
    }, 1_000).unref()
  }

  return {
    count(route) {
      const counted: CountedRoute = {
        name: `${route.method} ${route.path}`,
        limit: limitOf(route),
        accounts: new Map(),
        keys: new Map(),
        addresses: new Map(),
        everybody: new CallWindow(),
      }
      routes.push(counted)
      return counted
    },
    take: (route, actor, ip) =>
      route.limit.exact ? takeEverywhere(route, actor, ip) : takeHere(route, actor, ip),
    settle,
    start() {
      if (!timer) next()
    },
    async stop() {
      clearTimeout(timer)
      timer = undefined
      await settling
    },
  }
}

function callerKey(actor: Actor): string | undefined {
  if (actor.kind === 'account') return `a:${actor.accountId}`
  return actor.kind === 'apiKey' ? `k:${actor.keyId}` : undefined
}

/** Makes room by a tenth; maps keep the order of arrival. */
function dropOldest(windows: Map<string, CallWindow>): void {
  let left = mostWindows / 10
  for (const id of windows.keys()) {
    if (left-- <= 0) return
    windows.delete(id)
  }
}
