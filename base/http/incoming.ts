/** One request on its way through the server. What costs something is made when it is first asked for. */
import type { IncomingMessage } from 'node:http'
import type { RequestInfo } from './request.ts'

export class Incoming implements RequestInfo {
  #raw: Request
  readonly ip: string
  readonly id: string
  readonly startedAt: number
  /** Set while a handler runs: ends the wait for it. */
  expire: ((reason: unknown) => void) | undefined
  deadline = 0
  #node: IncomingMessage | undefined
  #url: URL | undefined
  #answerHeaders: Headers | undefined
  #abort: AbortController | undefined

  constructor(raw: Request, node: IncomingMessage | undefined, ip: string, id: string) {
    this.#raw = raw
    this.#node = node
    this.ip = ip
    this.id = id
    this.startedAt = performance.now()
  }

  get raw(): Request {
    return this.#raw
  }
  get method(): string {
    return this.#raw.method
  }
  get url(): URL {
    this.#url ??= new URL(this.#raw.url)
    return this.#url
  }
  get headers(): Headers {
    return this.#raw.headers
  }
  get answerHeaders(): Headers {
    this.#answerHeaders ??= new Headers()
    return this.#answerHeaders
  }
  /** The headers that a handler added, if it added any. */
  get addedHeaders(): Headers | undefined {
    return this.#answerHeaders
  }
  get signal(): AbortSignal {
    this.#abort ??= new AbortController()
    return AbortSignal.any([this.#abort.signal, this.#raw.signal])
  }

  /** One request header, by its lower-case name. */
  header(name: string): string | undefined {
    const headers = this.#node?.headers
    if (!headers) return this.#raw.headers.get(name) ?? undefined
    const value = headers[name]
    return Array.isArray(value) ? value.join(', ') : value
  }

  /** Lets at most `max` bytes of a body without a declared length through to the handler; `over` is thrown beyond. */
  capBody(max: number, over: () => unknown): void {
    const { url, method, headers, body } = this.#raw
    if (!body) return
    let total = 0
    const counted = body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          total += chunk.byteLength
          if (total > max) controller.error(over())
          else controller.enqueue(chunk)
        },
      }),
    )
    // `duplex` is needed for streams and missing in the library's types.
    const init: RequestInit & { duplex: 'half' } = {
      method,
      headers,
      body: counted,
      duplex: 'half',
      signal: this.#raw.signal,
    }
    this.#raw = new Request(url, init)
  }

  /** Ends the request early: whoever listens to `signal` stops, and the caller gets `reason`. */
  stop(reason: unknown): void {
    this.#abort?.abort(reason)
    this.expire?.(reason)
  }
}
