/**
 * Whether a state-changing request may come from where it comes from. A browser says so in `Origin` and
 * `Sec-Fetch-Site`, which no page can forge; other clients say nothing and carry no cookie.
 */
import type { Config } from '../config/config.ts'

export interface OriginRule {
  /** True when the request may change something. `byCookie`: a cookie says who asks. */
  allows(request: {
    origin: string | undefined
    fetchSite: string | undefined
    host: string | undefined
    byCookie: boolean
  }): boolean
}

const loopback = (host: string) =>
  host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host) || host.endsWith('.localhost')

const isAddress = (host: string) => /^\d+\.\d+\.\d+\.\d+$/.test(host) || host.startsWith('[')

export function originRule(config: Pick<Config, 'baseUrl' | 'BASE_URL' | 'NODE_ENV'>): OriginRule {
  const base = new URL(config.baseUrl)

  const isOurs = (origin: string, host: string | undefined): boolean => {
    if (origin === base.origin) return true
    if (!URL.canParse(origin)) return false
    const from = new URL(origin)
    // localhost and 127.0.0.1 are the same place; the development server of the web apps has a port of its own.
    if (loopback(base.hostname) && loopback(from.hostname))
      return from.port === base.port || config.NODE_ENV !== 'production'
    // Without BASE_URL people use the machine's address. A name could be rebound to us; an address cannot.
    return config.BASE_URL === undefined && isAddress(from.hostname) && from.host === host
  }

  return {
    allows({ origin, fetchSite, host, byCookie }) {
      if (origin !== undefined) return isOurs(origin, host) && fetchSite !== 'cross-site'
      if (fetchSite !== undefined) return fetchSite === 'same-origin' || fetchSite === 'none'
      return !byCookie
    },
  }
}
