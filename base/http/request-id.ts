/** Names for requests, so that a person can quote one and an operator can find it in the log. */
import { randomBytes } from 'node:crypto'

const process = randomBytes(5).toString('hex')
let count = 0

/** Unique, short, and says nothing. */
export const newRequestId = (): string => `${process}-${(++count).toString(36)}`

/** An id from a trusted proxy, when it is harmless. */
export const usableRequestId = (given: string | string[] | undefined): string | undefined =>
  typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : undefined
