/** Listens, and stops without breaking what is being answered. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { locales } from '../i18n/messages.ts'
import { type Problem, type ProblemKind, problems } from './problem.ts'
import { newRequestId } from './request-id.ts'

export interface Served {
  readonly port: number
  /** Stops accepting, ends live streams, waits up to 10 s for what is being answered. */
  close(): Promise<void>
}

/** An app that can be served: what `buildApp` makes. */
export interface Running {
  readonly fetch: (request: Request, env?: unknown) => Response | Promise<Response>
  /** Starts timers. */
  start(): void
  /** Ends live streams. */
  stopStreams(): void
  drained(ms: number): Promise<void>
  /** Stops timers and tells PostgreSQL what is left to tell. */
  stop(): Promise<void>
}

const drainMs = 10_000

export interface ServeOptions {
  readonly HOST: string
  readonly PORT: number
  /** Milliseconds within which the headers must arrive; the whole request gets sixty times as long. */
  readonly patienceMs?: number
}

export async function serve(
  app: Running,
  { HOST, PORT, patienceMs = 10_000 }: ServeOptions,
): Promise<Served> {
  const server = createServer(
    {
      // Slow clients are given up (408).
      headersTimeout: patienceMs,
      // A film over a phone's connection takes minutes; every other route stops reading after its own `seconds`.
      requestTimeout: patienceMs * 60,
      connectionsCheckingInterval: Math.min(2_000, patienceMs / 5),
      keepAliveTimeout: 65_000,
      maxHeaderSize: 16 * 1024,
      noDelay: true,
    },
    getRequestListener(app.fetch, { overrideGlobalObjects: true }) as (
      request: IncomingMessage,
      response: ServerResponse,
    ) => void,
  )
  server.maxHeadersCount = 200
  server.on('clientError', refuse)
  server.on('checkExpectation', (_request, response: ServerResponse) => {
    response.writeHead(417)
    response.end()
  })
  await new Promise<void>((listening, failed) => {
    server.once('error', failed)
    server.listen(PORT, HOST, () => {
      server.off('error', failed)
      listening()
    })
  })
  app.start()
  const { port } = server.address() as { port: number }
  let closed: Promise<void> | undefined
  return { port, close: () => (closed ??= stop(server, app)) }
}

async function stop(server: Server, app: Running): Promise<void> {
  const ended = new Promise<void>((done) => server.close(() => done()))
  server.closeIdleConnections()
  app.stopStreams()
  await app.drained(drainMs)
  // Connections are kept alive; each falls idle when its last answer has left.
  const sweep = setInterval(() => server.closeIdleConnections(), 20)
  const late = setTimeout(() => server.closeAllConnections(), 1_000)
  await ended
  clearInterval(sweep)
  clearTimeout(late)
  await app.stop()
}

/** What the HTTP parser refuses never becomes a request: too long headers, too slow, not HTTP. */
function refuse(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const problem = refusal(error.code)
  // Both languages: nothing is known of the caller.
  const [zh, en] = locales.map((locale) => problem.toJSON(locale, newRequestId()))
  const body = JSON.stringify({ ...zh, title: `${zh?.title} / ${en?.title}` })
  socket.end(
    `HTTP/1.1 ${problem.kind.status} ${reasonOf(problem.kind.status)}\r\ncontent-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(body)}\r\ncache-control: no-store\r\nx-content-type-options: nosniff\r\nconnection: close\r\n\r\n${body}`,
  )
}

function refusal(code: string | undefined): Problem {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return problems.headersTooLarge()
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return problems.tooSlow()
    default:
      return problems.notHttp()
  }
}

const reasonOf = (status: ProblemKind['status']): string =>
  status === 431 ? 'Request Header Fields Too Large' : status === 408 ? 'Request Timeout' : 'Bad Request'
