/** Whatever was thrown, as a problem. What the caller may know is decided here and nowhere else. */
import { Problem, problems } from './problem.ts'

/** PostgreSQL's refusals that a caller can cause or wait out. Anything else is a fault of ours: 500. */
function fromSqlState(code: string): Problem | undefined {
  switch (code) {
    // statement_timeout, or the request was cancelled
    case '57014':
      return problems.timeout()
    // deadlock, serialisation, lock timeout, duplicate, missing or needed reference
    case '40P01':
    case '40001':
    case '55P03':
    case '23505':
    case '23503':
      return problems.conflict()
    // A value that no column of this kind can hold: out of range, not a number, not a date, bad encoding
    case '22003':
    case '22007':
    case '22008':
    case '22P02':
    case '22P05':
    case '22021':
    case '22001':
      return problems.invalidInput({ values: { count: 1 } })
  }
  // Connections lost or refused, server starting or stopping, too many connections, disk full
  if (code.startsWith('08') || code.startsWith('57P') || code.startsWith('53')) return problems.unavailable()
  return undefined
}

const lostConnection = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT'])

export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  const { code, message, syscall } = (error ?? {}) as { code?: unknown; message?: string; syscall?: string }
  if (typeof code === 'string') {
    const known = code.length === 5 ? fromSqlState(code) : undefined
    if (known) return withCause(known, error)
    if (lostConnection.has(code) && syscall !== 'open')
      return problems.unavailable({ retryAfter: 2, cause: error })
  }
  // pg and its pool say these without a code.
  if (
    typeof message === 'string' &&
    /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
      message,
    )
  )
    return problems.unavailable({ retryAfter: 2, cause: error })
  return problems.internal({ cause: error })
}

const withCause = (problem: Problem, cause: unknown) =>
  new Problem(problem.code, problem.kind, {
    ...problem.options,
    ...(problem.kind.status === 503 ? { retryAfter: 2 } : {}),
    cause,
  })
