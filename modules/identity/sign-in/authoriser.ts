/**
 * Finds out who calls, from a session cookie or an API key, once per request. What was read is
 * remembered in the process for less than a second and forgotten at once when PostgreSQL says that
 * an access ended, so a request costs no round trip and an ended access is dead everywhere within a
 * second even when the word does not arrive (G35).
 */
import type { Actor, Id } from '#base/access/actor.ts'
import type { Authorise, Caller, Parts } from '#base/parts.ts'
import { cookieNames, readCookie } from '../engine/cookies.ts'
import type { IdentityOptions } from '../engine/options.ts'
import { hashToken } from '../engine/store.ts'
import { findKeyCaller, findSessionCaller } from './callers.sql.ts'
import { listenForRevocations } from './revocations.ts'

/** How long a found caller is believed, in milliseconds. */
const believeMs = 900
const mostRemembered = 20_000

/** A caller as found, and by which names its end would be announced. */
export interface Found {
  readonly caller: Caller
  /** The same with the address of the latest request. */
  here?: Caller
  readonly accountId: Id | undefined
  readonly sessionId: Id | undefined
  readonly keyId: Id | undefined
}

interface Remembered extends Found {
  /** Monotonic time at which the question was asked. */
  readonly askedAt: number
}

export interface Authoriser {
  readonly authorise: Authorise
  close(): Promise<void>
}

export function openAuthoriser(
  parts: Pick<Parts, 'config' | 'connection' | 'log'>,
  options: IdentityOptions,
): Authoriser {
  const { db } = parts.connection
  const names = cookieNames(parts.config.baseUrl)
  const remembered = new Map<string, Remembered>()
  const asking = new Map<string, Promise<Found | undefined>>()
  let generation = 0

  const forget = (what: string) => {
    generation++
    asking.clear()
    const [kind, id] = what.split(':')
    for (const [key, found] of remembered) {
      const hit =
        kind === 'session'
          ? found.sessionId === id
          : kind === 'account'
            ? found.accountId === id
            : kind === 'key'
              ? found.keyId === id
              : true
      if (hit) remembered.delete(key)
    }
  }
  const ear = listenForRevocations(parts, forget)

  async function find(
    credential: string,
    look: () => Promise<Found | undefined>,
  ): Promise<Found | undefined> {
    const known = recall(credential)
    if (known) return known
    const running = asking.get(credential)
    if (running) return await running
    const askedAt = performance.now()
    const asked = generation
    const question = look()
    asking.set(credential, question)
    try {
      const found = await question
      if (found && asked === generation) {
        if (remembered.size >= mostRemembered) remembered.clear()
        remembered.set(credential, { ...found, askedAt })
      } else remembered.delete(credential)
      return found
    } finally {
      if (asking.get(credential) === question) asking.delete(credential)
    }
  }

  /** Whoever was found less than a moment ago. */
  function recall(credential: string): Remembered | undefined {
    const known = remembered.get(credential)
    return known && performance.now() - known.askedAt < believeMs ? known : undefined
  }

  async function byKey(bearer: string, ip: string): Promise<Caller> {
    const key = /^Bearer (jl_[\w-]{20,80})$/.exec(bearer)?.[1]
    const found = key ? await find(key, () => findKeyCaller(db, options, hashToken(key))) : undefined
    return found ? from(found, ip) : stranger(ip)
  }

  async function bySession(cookies: string, ip: string): Promise<Caller> {
    const cookie = readCookie(cookies, names.session)
    // The library signs what it sets; the token before the dot is the secret.
    const token = cookie?.slice(0, cookie.lastIndexOf('.'))
    if (!token || token.length < 24 || token.length > 128) return stranger(ip)
    const credential = cookies.length <= 1_024 ? cookies : token
    const found = await find(credential, () => findSessionCaller(db, options, hashToken(token)))
    return found ? from(found, ip) : stranger(ip)
  }

  return {
    authorise(request) {
      const { ip } = request
      const read = (name: string) =>
        request.header ? request.header(name) : (request.headers.get(name) ?? undefined)
      const bearer = read('authorization')
      if (bearer !== undefined) return byKey(bearer, ip)
      const cookies = read('cookie')
      if (cookies === undefined) return stranger(ip)
      // Most requests of a browser carry the very same header: then nothing needs to be read out of it.
      const known = recall(cookies)
      return known ? from(known, ip) : bySession(cookies, ip)
    },
    close: () => ear.close(),
  }
}

const stranger = (ip: string): Caller => ({ actor: { kind: 'anonymous', ip }, byCookie: false })

/** The caller at this address; made once for as long as the address stays. */
function from(found: Found, ip: string): Caller {
  if (found.here?.actor.kind !== 'system' && found.here?.actor.ip === ip) return found.here
  found.here = { ...found.caller, actor: { ...found.caller.actor, ip } as Actor }
  return found.here
}
