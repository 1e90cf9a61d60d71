/**
 * One subscriber's event stream: Server-Sent Events over a web ReadableStream. Bounded: a client that
 * does not read gets no growing queue but, when it reads again, "everything is stale". A stream lives
 * a limited time and is then opened again by the browser, so that rights are looked at again.
 */
import type { Actor } from '../access/actor.ts'
import { problems } from '../http/problem.ts'
import type { Live, LiveEvent } from '../parts.ts'
import { everything } from './message.ts'

export interface StreamLimits {
  readonly perAccount: number
  readonly perAddress: number
  readonly perProcess: number
  /** Bytes that may wait for a client. */
  readonly buffer: number
  readonly beatMs: number
  readonly lifeMs: number
}

export const usualLimits: StreamLimits = {
  perAccount: 12,
  perAddress: 100,
  perProcess: 5_000,
  buffer: 64 * 1024,
  beatMs: 15_000,
  lifeMs: 15 * 60_000,
}

export interface StreamRequest {
  readonly actor: Extract<Actor, { kind: 'account' }>
  readonly ip: string
  /** What the browser sends when it comes back: it may have missed something. */
  readonly lastEventId: string | null
  readonly signal: AbortSignal
}

/** Keys that arrive within this time leave together. */
const gatherMs = 40

/** Counts open streams and answers requests for new ones. One per process. */
export function liveStreams(live: Live, limits: StreamLimits = usualLimits) {
  const open = new Map<string, number>()
  let all = 0

  function take(request: StreamRequest): () => void {
    const holders = [
      [`account ${request.actor.accountId}`, limits.perAccount],
      [`address ${request.ip}`, limits.perAddress],
    ] as const
    if (all >= limits.perProcess || holders.some(([holder, max]) => (open.get(holder) ?? 0) >= max))
      throw problems.tooManyRequests({ values: { seconds: 30 }, retryAfter: 30 })
    all++
    for (const [holder] of holders) open.set(holder, (open.get(holder) ?? 0) + 1)
    return () => {
      all--
      for (const [holder] of holders) {
        const left = (open.get(holder) ?? 1) - 1
        if (left === 0) open.delete(holder)
        else open.set(holder, left)
      }
    }
  }

  return {
    /** The answer to a request for the stream. Throws `problems.tooManyRequests` beyond the limits. */
    answer(request: StreamRequest): Response {
      return new Response(streamFor(live, request, limits, take(request)), {
        headers: {
          'content-type': 'text/event-stream; charset=utf-8',
          'cache-control': 'no-store, no-transform',
          // Proxies that buffer answers would hold events back.
          'x-accel-buffering': 'no',
        },
      })
    },
    get open() {
      return all
    },
  }
}

export type LiveStreams = ReturnType<typeof liveStreams>

function streamFor(
  live: Live,
  { actor, lastEventId, signal }: StreamRequest,
  limits: StreamLimits,
  release: () => void,
): ReadableStream<Uint8Array> {
  const text = new TextEncoder()
  let close = () => {}
  let resumed = () => {}
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let stale = new Map<string, readonly string[]>()
        let gathering: NodeJS.Timeout | undefined
        let behind = false
        let done = false
        let number = Number.parseInt(lastEventId ?? '0', 10) || 0

        const write = (line: string) => {
          if (!done) controller.enqueue(text.encode(line))
        }
        /** Sends unless the client is too far behind; what it misses then becomes "everything" later. */
        const send = (type: string, data: unknown) => {
          if (behind || (controller.desiredSize ?? 0) <= 0) {
            behind = true
            return
          }
          write(`id: ${++number}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`)
        }
        const flush = () => {
          gathering = undefined
          const keys = [...stale.values()]
          stale = new Map()
          send('stale', { keys })
        }
        const onEvent = (event: LiveEvent) => {
          if (event.type === 'job') return send('job', event.job)
          for (const key of event.keys) stale.set(JSON.stringify(key), key)
          gathering ??= setTimeout(flush, gatherMs)
        }
        resumed = () => {
          if (!behind) return
          behind = false
          send('stale', { keys: [everything] })
        }
        close = () => {
          if (done) return
          done = true
          clearTimeout(gathering)
          clearTimeout(life)
          clearInterval(beat)
          detach()
          signal.removeEventListener('abort', close)
          release()
          try {
            controller.close()
          } catch {
            // The reader went away first.
          }
        }
        const detach = live.subscribe(actor, onEvent, () => close())
        const beat = setInterval(() => write(': beat\n\n'), limits.beatMs)
        const life = setTimeout(() => close(), limits.lifeMs * (0.9 + Math.random() * 0.2))
        signal.addEventListener('abort', close, { once: true })
        // Browsers come back at different moments when many streams end at once.
        write(`retry: ${500 + Math.floor(Math.random() * 2_500)}\n\n`)
        send('open', {})
        if (lastEventId) send('stale', { keys: [everything] })
      },
      pull: () => resumed(),
      cancel: () => close(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: limits.buffer }),
  )
}
