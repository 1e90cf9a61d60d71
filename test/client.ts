/** A small HTTP client for tests: one principal, JSON in and out, nothing followed or retried. */
import { expect } from 'vitest'

export interface Reply<T = Record<string, unknown>> {
  readonly status: number
  readonly headers: Headers
  readonly body: T
  readonly text: string
}

export interface CallOptions {
  readonly headers?: Record<string, string>
  readonly query?: Record<string, string | number | readonly string[]>
  /** Sent as it is instead of JSON. */
  readonly raw?: string | Uint8Array
}

export interface Client {
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects and fails when it is not there
  call(method: string, path: string, body?: unknown, options?: CallOptions): Promise<Reply<any>>
  // biome-ignore lint/suspicious/noExplicitAny: as above
  get(path: string, options?: CallOptions): Promise<Reply<any>>
  // biome-ignore lint/suspicious/noExplicitAny: as above
  post(path: string, body?: unknown, options?: CallOptions): Promise<Reply<any>>
  // biome-ignore lint/suspicious/noExplicitAny: as above
  put(path: string, body?: unknown, options?: CallOptions): Promise<Reply<any>>
  // biome-ignore lint/suspicious/noExplicitAny: as above
  patch(path: string, body?: unknown, options?: CallOptions): Promise<Reply<any>>
  // biome-ignore lint/suspicious/noExplicitAny: as above
  delete(path: string, body?: unknown, options?: CallOptions): Promise<Reply<any>>
}

/** `headers` say who calls: a cookie, an API key, nothing. */
export function clientOf(baseUrl: string, headers: Record<string, string> = {}): Client {
  const call: Client['call'] = async (method, path, body, options = {}) => {
    const url = new URL(path, baseUrl)
    for (const [name, value] of Object.entries(options.query ?? {}))
      for (const each of Array.isArray(value) ? value : [value]) url.searchParams.append(name, String(each))
    const sent = options.raw ?? (body === undefined ? undefined : JSON.stringify(body))
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: {
        ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
        ...options.headers,
      },
      ...(sent === undefined ? {} : { body: sent as BodyInit }),
    })
    const text = await response.text()
    const json = response.headers.get('content-type')?.includes('json') && text !== ''
    return {
      status: response.status,
      headers: response.headers,
      body: json ? JSON.parse(text) : undefined,
      text,
    }
  }
  return {
    call,
    get: (path, options) => call('GET', path, undefined, options),
    post: (path, body, options) => call('POST', path, body, options),
    put: (path, body, options) => call('PUT', path, body, options),
    patch: (path, body, options) => call('PATCH', path, body, options),
    delete: (path, body, options) => call('DELETE', path, body, options),
  }
}

/** Expects a problem with this code, and gives it back. */
export function expectProblem(reply: Reply, status: number, code: string): Reply['body'] {
  expect({ status: reply.status, code: reply.body?.code }, reply.text).toEqual({ status, code })
  return reply.body
}
