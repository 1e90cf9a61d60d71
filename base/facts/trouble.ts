/** Telling an outage, which is waited for, from an event that cannot be handled, which is put aside. */
import { Problem } from '../http/problem.ts'

/** PostgreSQL says: connection lost, shutting down, out of resources, or two of us got in each other's way. */
const passingSqlStates = /^(08|53|57P|40001|40P01|55P03|25P03)/

const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
])

/** True when the same work is likely to succeed later without anybody mending anything in it. */
export function isPassing(error: unknown): boolean {
  if (error instanceof Problem) return error.kind.status === 503 || error.kind.status === 429
  if (!(error instanceof Error)) return false
  const code = (error as { code?: unknown }).code
  if (typeof code === 'string') return networkCodes.has(code) || passingSqlStates.test(code)
  return /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
    error.message,
  )
}

/** The reason as it is kept for operators: bounded, one paragraph. */
export const describeTrouble = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 2_000)
