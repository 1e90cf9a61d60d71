/**
 * The warehouse process: `node server.ts <folder>`, started by `embedded.ts`, which tells it the rest
 * over its channel. One engine, one folder, ClickHouse's HTTP protocol on a loopback port. It ends
 * when its parent does.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { headersOf, sendAll, sendException, sendPieces, summary } from './answer.ts'
import { type Engine, openEngine } from './engine.ts'
import { LaneFull, openLane } from './lanes.ts'
import { type Asked, isAuthentic, passwordDigest, Refusal, readRequest } from './request.ts'

/** Parameters travel in the address; ClickHouse takes as much of it (`http_max_uri_size`). */
const mostOfAddress = 1_048_576

/** What the parent tells the child at the start. */
export interface StartMessage {
  readonly dir: string
  readonly password: string
  readonly memoryMiB: number
  readonly port: number
}
/** What the child answers. */
export type StartAnswer = { readonly ready: { readonly port: number } } | { readonly broken: string }

/** Statements at once; threads for them are reserved by UV_THREADPOOL_SIZE in `embedded.ts`. */
const reads = openLane(4, 128)
const writes = openLane(2, 64)
/** Quiet time after which memory is given back. */
const quietMs = 15_000

function tell(answer: StartAnswer): void {
  process.send?.(answer)
}

async function start({ dir, password, memoryMiB, port }: StartMessage): Promise<void> {
  let engine: Engine
  try {
    engine = openEngine({ dir, memoryMiB })
    engine.probe()
  } catch (error) {
    tell({ broken: error instanceof Error ? error.message : String(error) })
    return
  }
  const expected = passwordDigest(password)
  let quiet: NodeJS.Timeout | undefined

  const server = createServer({ maxHeaderSize: mostOfAddress }, (request, response) => {
    clearTimeout(quiet)
    answer(engine, expected, request, response)
      .catch((error) => sendException(response, '', error))
      .finally(() => {
        clearTimeout(quiet)
        quiet = setTimeout(() => {
          if (reads.running + writes.running === 0) engine.trim().catch(report)
        }, quietMs)
      })
  })
  server.keepAliveTimeout = 60_000
  server.requestTimeout = 120_000
  server.listen(port, '127.0.0.1', () =>
    tell({ ready: { port: (server.address() as { port: number }).port } }),
  )
  server.once('error', (error) => {
    report(error)
    process.exit(1)
  })

  let ending = false
  const end = async (graceMs: number) => {
    if (ending) return
    ending = true
    server.close()
    server.closeIdleConnections()
    await Promise.race([Promise.all([reads.idle(), writes.idle()]), sleep(graceMs)])
    server.closeAllConnections()
    if (reads.running + writes.running > 0) {
      // A connection closed under a running statement aborts the engine; what is on disk is safe either way.
      process.kill(process.pid, 'SIGKILL')
      return
    }
    engine.close()
    process.exit(0)
  }
  process.on('SIGTERM', () => void end(5_000))
  process.on('SIGINT', () => undefined)
  process.on('disconnect', () => void end(1_000))
}

async function answer(
  engine: Engine,
  expected: Buffer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = request.url?.split('?', 1)[0]
  if (path === '/ping' || path === '/replicas_status') return void response.end('Ok.\n')
  if (!isAuthentic(request, expected)) {
    request.resume()
    response.setHeader('WWW-Authenticate', 'Basic realm="ClickHouse"')
    return sendException(
      response,
      '',
      new Refusal(401, 516, 'AUTHENTICATION_FAILED', 'Authentication failed: password is incorrect'),
    )
  }
  let asked: Asked
  try {
    asked = await readRequest(request)
  } catch (error) {
    return sendException(response, '', error)
  }
  const gone = new AbortController()
  response.once('close', () => {
    if (response.writableFinished) return
    gone.abort()
    // Nobody waits for the answer. What writes runs to its end: the caller repeats it with its token.
    if (asked.kind === 'read') engine.cancel(asked.id).catch(report)
  })
  try {
    await serve(engine, asked, response, gone.signal)
  } catch (error) {
    sendException(
      response,
      asked.id,
      error instanceof LaneFull
        ? new Refusal(503, 202, 'TOO_MANY_SIMULTANEOUS_QUERIES', error.message)
        : error,
    )
  }
}

async function serve(
  engine: Engine,
  asked: Asked,
  response: ServerResponse,
  gone: AbortSignal,
): Promise<void> {
  const { rows } = asked
  if (rows) {
    const began = performance.now()
    const writtenRows = await writes.run(() => engine.insert(asked, rows))
    const seconds = (performance.now() - began) / 1000
    response.writeHead(200, {
      ...headersOf(asked),
      'X-ClickHouse-Summary': summary({ writtenRows, writtenBytes: rows.length, seconds }),
    })
    return void response.end()
  }
  const lane = asked.kind === 'read' ? reads : writes
  await lane.run(async () => {
    if (asked.kind === 'read' && engine.mayStream(asked))
      return await sendPieces(response, asked, engine.stream(asked))
    const ran = await engine.run(asked)
    sendAll(response, asked, ran.bytes, summary(ran))
  }, gone)
}

const report = (error: unknown) =>
  process.stderr.write(
    `${new Date().toISOString()} ${error instanceof Error ? error.stack : String(error)}\n`,
  )

const sleep = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

process.once('message', (message) => {
  start(message as StartMessage).catch((error) => {
    report(error)
    process.exit(1)
  })
})
