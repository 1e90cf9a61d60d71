/**
 * The one way out to other machines over HTTP. Names are resolved here, every address is checked, and
 * the connection goes to a checked address: there is no second look-up that an attacker's name server
 * could answer differently. No redirects, no proxies from the environment, no shared connections.
 * Built on node:http, because `fetch` ignores the agent and its look-up (see docs/decisions).
 */
import { promises as dns, type LookupAddress } from 'node:dns'
import {
  type ClientRequest,
  request as httpRequest,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP } from 'node:net'
import type { Egress } from '../parts.ts'
import { isPublicAddress } from './address.ts'
import { readBody } from './body.ts'
import { EgressError } from './egress-error.ts'

export interface EgressOptions {
  /** Ports that addresses chosen by people may name. */
  readonly ports?: readonly number[]
  /** Looks a name up; the system's resolver by default. */
  readonly resolve?: (hostname: string) => Promise<readonly LookupAddress[]>
}

export type EgressRequest = NonNullable<Parameters<Egress['request']>[1]>

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'])
/** Set by us or by Node; a caller who sets them could smuggle a second request. */
const ownHeaders = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'te',
  'trailer',
  'upgrade',
  'expect',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'accept-encoding',
])

export function createEgress({ ports = [80, 443], resolve = resolveBySystem }: EgressOptions = {}): Egress {
  return {
    async request(address, options = {}) {
      const { timeoutMs = 5_000, maxBytes = 1024 * 1024 } = options
      const target = readTarget(address, ports, options.allow ?? [])
      const headers = readHeaders(options)
      const clock = new AbortController()
      const late = new EgressError('timeout', `no answer within ${timeoutMs} ms`)
      const timer = setTimeout(() => clock.abort(late), timeoutMs)
      try {
        const addresses = await until(clock.signal, findAddresses(target, resolve))
        const answer = await until(clock.signal, send(target, addresses, headers, options, clock.signal))
        const body = await until(clock.signal, readBody(answer, maxBytes))
        return { status: answer.statusCode ?? 0, headers: headersOf(answer), body }
      } catch (error) {
        if (error instanceof EgressError) throw error
        throw new EgressError('failed', (error as Error).message, error)
      } finally {
        clearTimeout(timer)
        clock.abort(late)
      }
    },
  }
}

interface Target {
  readonly url: URL
  /** Without the brackets of IPv6. */
  readonly host: string
  /** Declared by the operator's configuration, so that inside addresses are meant. */
  readonly declared: boolean
}

function readTarget(address: string, ports: readonly number[], allow: readonly string[]): Target {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the URL parser would silently drop them
  if (address.length > 2_000 || /[\u0000-\u0020\u007F\\]/.test(address))
    throw new EgressError('refused', 'the address holds characters that no address holds')
  if (!URL.canParse(address)) throw new EgressError('refused', 'the address cannot be read')
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new EgressError('refused', `${url.protocol} is not http or https`)
  if (url.username !== '' || url.password !== '')
    throw new EgressError('refused', 'user names and passwords do not belong in an address')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
  const declared = allow.includes(url.host) || allow.includes(`${url.hostname}:${port}`)
  if (!declared && !ports.includes(port)) throw new EgressError('refused', `port ${port} is not allowed`)
  return { url, host, declared }
}

function readHeaders({ headers = {}, method = 'GET' }: EgressRequest): Record<string, string> {
  if (!methods.has(method)) throw new EgressError('refused', `method ${method} is not allowed`)
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/.test(name) || ownHeaders.has(name.toLowerCase()))
      throw new EgressError('refused', 'a header of that name cannot be sent')
    if (!/^[\t\x20-\x7E\x80-\xFF]{0,8000}$/.test(value))
      throw new EgressError('refused', `header ${name} holds characters that no header holds`)
  }
  return {
    'user-agent': 'Juluo',
    ...headers,
    'accept-encoding': 'gzip, br, deflate',
  }
}

const resolveBySystem = (hostname: string) => dns.lookup(hostname, { all: true })

/** Addresses of a target, each of them checked: one bad answer among good ones refuses the name. */
async function findAddresses(
  target: Target,
  resolve: NonNullable<EgressOptions['resolve']>,
): Promise<readonly LookupAddress[]> {
  const family = isIP(target.host)
  const addresses = family === 0 ? await lookUp(target.host, resolve) : [{ address: target.host, family }]
  if (!target.declared && !addresses.every(({ address }) => isPublicAddress(address)))
    throw new EgressError('refused', `${target.host} is not on the public internet`)
  return addresses
}

async function lookUp(host: string, resolve: NonNullable<EgressOptions['resolve']>) {
  try {
    const addresses = await resolve(host)
    if (addresses.length > 0) return addresses
  } catch (error) {
    throw new EgressError('unresolved', `${host} cannot be found`, error)
  }
  throw new EgressError('unresolved', `${host} cannot be found`)
}

function send(
  { url, host }: Target,
  addresses: readonly LookupAddress[],
  headers: Record<string, string>,
  { method = 'GET', body }: EgressRequest,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const options: RequestOptions = {
    method,
    headers,
    // A connection of its own: one kept open to a name could lead to where the name once pointed.
    agent: false,
    signal,
    maxHeaderSize: 16 * 1024,
    lookup: (_hostname, { all }, done) => {
      const [first] = addresses
      if (all) done(null, [...addresses])
      else if (first) done(null, first.address, first.family)
    },
  }
  return new Promise((answer, fail) => {
    const request: ClientRequest =
      url.protocol === 'https:'
        ? httpsRequest(url, {
            ...options,
            servername: isIP(host) ? undefined : host,
            rejectUnauthorized: true,
          })
        : httpRequest(url, options)
    request.once('response', answer)
    request.once('error', fail)
    // An answer that switches protocols is not one we asked for.
    request.once('upgrade', (_response, socket) => {
      socket.destroy()
      fail(new EgressError('failed', 'the other side wants to switch protocols'))
    })
    request.end(body)
  })
}

/** The work, or the reason why the clock stopped it, whichever comes first. */
async function until<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const { promise: stopped, reject } = Promise.withResolvers<never>()
  const stop = () => reject(signal.reason)
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop, { once: true })
  try {
    return await Promise.race([work, stopped])
  } finally {
    signal.removeEventListener('abort', stop)
    // What loses the race must not end the process when it fails later.
    work.catch(() => {})
    stopped.catch(() => {})
  }
}

function headersOf(answer: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, values] of Object.entries(answer.headersDistinct))
    for (const value of values ?? []) headers.append(name, value)
  return headers
}
