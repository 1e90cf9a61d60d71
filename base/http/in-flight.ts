/** The requests being processed: how many there may be, and how long each may take. */
import type { Incoming } from './incoming.ts'
import { problems } from './problem.ts'

/** Beyond this many at once, new requests are turned away (503) instead of queueing until nobody waits any more. */
export const mostInFlight = 500

/** Seconds that a handler may take unless its route says otherwise. */
export const secondsToAnswer = 30

export class InFlight {
  readonly #requests = new Set<Incoming>()
  #timer: NodeJS.Timeout | undefined
  #idle: (() => void) | undefined

  get size(): number {
    return this.#requests.size
  }

  /** Runs a handler with its deadline. Throws `unavailable` when there is no room, `timeout` when it takes too long. */
  run<T>(incoming: Incoming, seconds: number, work: () => Promise<T>): Promise<T> {
    if (this.#requests.size >= mostInFlight) throw problems.unavailable({ retryAfter: 1 })
    this.#requests.add(incoming)
    incoming.deadline = incoming.startedAt + seconds * 1000
    return new Promise<T>((resolve, reject) => {
      incoming.expire = reject
      const leave = () => {
        this.#requests.delete(incoming)
        incoming.expire = undefined
        if (this.#requests.size === 0) this.#idle?.()
      }
      work().then(
        (value) => {
          leave()
          resolve(value)
        },
        (error) => {
          leave()
          reject(error)
        },
      )
    })
  }

  /** Starts looking for requests that are over their time. One timer for all of them. */
  start(): void {
    this.#timer ??= setInterval(() => {
      const now = performance.now()
      for (const incoming of this.#requests) if (incoming.deadline < now) incoming.stop(problems.timeout())
    }, 250).unref()
  }

  stop(): void {
    clearInterval(this.#timer)
    this.#timer = undefined
  }

  /** Resolves when nothing is being processed, or after `ms`. */
  async drained(ms: number): Promise<void> {
    if (this.#requests.size === 0) return
    let timer: NodeJS.Timeout | undefined
    await new Promise<void>((resume) => {
      this.#idle = resume
      timer = setTimeout(resume, ms)
    })
    clearTimeout(timer)
  }
}
