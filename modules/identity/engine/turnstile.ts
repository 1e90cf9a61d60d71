/**
 * Lets a few through at a time. Hashing a password takes a thread for a tenth of a second while a database
 * connection waits; without a turnstile, a wave of sign-ins would hold every connection of the process.
 */
import { problems } from '#base/http/problem.ts'

/** `width` at once; more than `queue` waiting are turned away with `unavailable`. */
export function turnstile(width: number, queue: number): <T>(pass: () => Promise<T>) => Promise<T> {
  let inside = 0
  const waiting: (() => void)[] = []
  return async (pass) => {
    if (inside >= width) {
      if (waiting.length >= queue) throw problems.unavailable({ retryAfter: 2 })
      await new Promise<void>((enter) => waiting.push(enter))
    } else inside++
    try {
      return await pass()
    } finally {
      const next = waiting.shift()
      // Whoever leaves hands the place on.
      if (next) next()
      else inside--
    }
  }
}
