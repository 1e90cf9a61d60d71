/** Somebody with a browser: keeps cookies between calls, comes from our own pages, never follows a redirect. */
import { type Client, clientOf, type Reply } from './client.ts'

export interface Visitor extends Client {
  /** Cookies by name, as the browser holds them. */
  readonly cookies: Map<string, string>
  /** The same cookies at another address of the same installation. */
  at(url: string): Visitor
}

export function visitor(
  baseUrl: string,
  headers: Record<string, string> = {},
  cookies = new Map<string, string>(),
): Visitor {
  const client = clientOf(baseUrl)
  const call: Client['call'] = async (method, path, body, options = {}) => {
    const reply = await client.call(method, path, body, {
      ...options,
      headers: {
        origin: new URL(baseUrl).origin,
        ...(cookies.size > 0
          ? { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
          : {}),
        ...headers,
        ...options.headers,
      },
    })
    keep(cookies, reply)
    return reply
  }
  return {
    cookies,
    at: (url) => visitor(url, headers, cookies),
    call,
    get: (path, options) => call('GET', path, undefined, options),
    post: (path, body, options) => call('POST', path, body, options),
    put: (path, body, options) => call('PUT', path, body, options),
    patch: (path, body, options) => call('PATCH', path, body, options),
    delete: (path, body, options) => call('DELETE', path, body, options),
  }
}

function keep(cookies: Map<string, string>, { headers }: Reply): void {
  for (const line of headers.getSetCookie()) {
    const [pair = '', ...attributes] = line.split(';')
    const name = pair.slice(0, pair.indexOf('=')).trim()
    const value = pair.slice(pair.indexOf('=') + 1)
    const gone = attributes.some((each) => /^\s*max-age=0$/i.test(each))
    if (gone) cookies.delete(name)
    else cookies.set(name, value)
  }
}
