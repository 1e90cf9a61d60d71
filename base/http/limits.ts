/**
 * How often a caller may call a route. Each route has three counts: per account or key, per subscriber
 * address (/64 for IPv6) and for all callers together. `exact` limits are counted in PostgreSQL by every
 * call; the others in the process, settled with the other processes each second.
 * Keys name the route by its declaration, so no spelling of a path has a count of its own.
 */
import { sql } from 'kysely'
import type { Actor } from '../access/actor.ts'
import type { Database } from '../db/database.ts'
import type { Log } from '../parts.ts'
import { subscriber } from './address.ts'
import type { AnyRoute, Limit } from './route.ts'
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
  readonly max: number
  readonly remaining: number
  /** Seconds: until the window ends when it passes, until a retry can pass when not. */
  readonly seconds: number
}

/** One counted thing of one call. */
interface Share {
  readonly key: string
  readonly max: number
}

export interface Limiter {
  take(route: CountedRoute, actor: Actor, ip: string): Verdict | Promise<Verdict>
  /** Exchanges counts with the other processes. Runs each second by itself once started. */
  settle(): Promise<void>
  start(): void
  stop(): Promise<void>
}

/** A route as the limiter knows it. */
export interface CountedRoute {
  readonly name: string
  readonly limit: Limit
}

export const countedRoute = (route: AnyRoute): CountedRoute => ({
  name: `${route.method} ${route.path}`,
  limit: limitOf(route),
})

/** More windows than this are not kept; the oldest go first. */
const mostWindows = 200_000

export function createLimiter(db: Database, log: Log, clock: () => number = Date.now): Limiter {
  const windows = new Map<string, CallWindow>()
  const queue: { key: string; period: number; window: CallWindow }[] = []
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

  const sharesOf = ({ name, limit }: CountedRoute, actor: Actor, ip: string): Share[] => {
    const shares: Share[] = []
    const caller =
      actor.kind === 'account'
        ? `a:${actor.accountId}`
        : actor.kind === 'apiKey'
          ? `k:${actor.keyId}`
          : undefined
    if (caller) shares.push({ key: `${name} ${caller}`, max: limit.max })
    const shared = caller && !limit.exact ? limit.max * sharedAddressFactor : limit.max
    shares.push({ key: `${name} ip:${subscriberOf(ip)}`, max: shared })
    if (limit.globalMax !== undefined) shares.push({ key: `${name} all`, max: limit.globalMax })
    return shares
  }

  const windowOf = (key: string, slot: number, period: number): CallWindow => {
    let window = windows.get(key)
    if (!window) {
      if (windows.size >= mostWindows) forget(windows, clock())
      window = new CallWindow()
      window.slot = slot
      windows.set(key, window)
    }
    window.roll(slot)
    window.countsUntil = (slot + 2) * period * 1000
    return window
  }

  const takeHere = ({ limit }: CountedRoute, shares: readonly Share[]): Verdict => {
    const moment = clock() / 1000 / limit.perSeconds
    const slot = Math.floor(moment)
    const passed = moment - slot
    let wait = 0
    let remaining = limit.max
    const counted: CallWindow[] = []
    for (const { key, max } of shares) {
      const window = windowOf(key, slot, limit.perSeconds)
      counted.push(window)
      const room = window.room(max, passed)
      if (room < 1) wait = Math.max(wait, window.wait(max, passed))
      remaining = Math.min(remaining, Math.max(0, Math.floor(room) - 1))
    }
    if (wait > 0)
      return { passes: false, max: limit.max, remaining: 0, seconds: Math.ceil(wait * limit.perSeconds) }
    for (let at = 0; at < counted.length; at++) {
      const window = counted[at]!
      window.take()
      if (!window.queued) {
        window.queued = true
        queue.push({ key: shares[at]!.key, period: limit.perSeconds, window })
      }
    }
    return { passes: true, max: limit.max, remaining, seconds: Math.ceil((1 - passed) * limit.perSeconds) }
  }

  const takeEverywhere = async ({ limit }: CountedRoute, shares: readonly Share[]): Promise<Verdict> => {
    const sorted = [...shares].sort((a, b) => (a.key < b.key ? -1 : 1))
    const { rows } = await sql<{ wait: number; remaining: number }>`
      select wait, remaining from rate_take(
        ${sorted.map((share) => share.key)}::text[], ${sorted.map((share) => share.max)}::int[], ${limit.perSeconds}::int)`.execute(
      db,
    )
    const { wait, remaining } = rows[0]!
    return { passes: wait === 0, max: limit.max, remaining, seconds: wait === 0 ? limit.perSeconds : wait }
  }

  const settle = async () => {
    const batch = queue.splice(0)
    if (batch.length === 0) return
    const told = batch.map((each) => {
      const { window } = each
      window.queued = false
      const calls = window.unsettled
      window.unsettled = 0
      return { ...each, slot: window.slot, calls, own: window.own }
    })
    const rows = told.filter((each) => each.calls > 0)
    if (rows.length === 0) return
    // Sorted, so that two processes lock rows in the same order.
    rows.sort((a, b) => (a.key < b.key ? -1 : 1))
    const result = await sql<{ key: string; slot: string; count: number }>`
      insert into rate_window as w (key, slot, count, expires_at)
      select key, slot, calls, now() + make_interval(secs => 2 * period)
        from unnest(${rows.map((row) => row.key)}::text[], ${rows.map((row) => row.slot)}::bigint[],
                    ${rows.map((row) => row.calls)}::int[], ${rows.map((row) => row.period)}::int[])
          as t (key, slot, calls, period)
      on conflict (key, slot) do update set count = w.count + excluded.count
      returning key, slot, count`.execute(db)
    const totals = new Map(result.rows.map((row) => [row.key, row]))
    for (const { key, slot, own, window } of rows) {
      const total = totals.get(key)
      if (!total) continue
      if (window.slot === slot) window.others = Math.max(0, total.count - own)
      else if (window.slot === slot + 1) window.previous = Math.max(window.previous, total.count)
    }
  }

  let timer: NodeJS.Timeout | undefined
  let settling: Promise<void> = Promise.resolve()
  let rounds = 0
  const round = async () => {
    try {
      await settle()
      if (++rounds % 300 === 0) await sql`delete from rate_window where expires_at < now()`.execute(db)
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
    }, 1_000)
    timer.unref()
  }

  return {
    take(route, actor, ip) {
      const shares = sharesOf(route, actor, ip)
      return route.limit.exact ? takeEverywhere(route, shares) : takeHere(route, shares)
    },
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

/** Frees windows that no longer count; when all do, the oldest tenth. */
function forget(windows: Map<string, CallWindow>, now: number): void {
  for (const [key, window] of windows) if (window.countsUntil < now) windows.delete(key)
  if (windows.size < mostWindows) return
  let left = mostWindows / 10
  for (const key of windows.keys()) {
    if (left-- <= 0) return
    windows.delete(key)
  }
}
