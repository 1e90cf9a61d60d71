/** What every endpoint shares, and the application they are added to. */
import type { IncomingMessage } from 'node:http'
import type { Hono } from 'hono'
import type { Database } from '../db/database.ts'
import type { AccessLine } from '../log/access.ts'
import type { Authorise, Log } from '../parts.ts'
import type { Addresses } from './address.ts'
import type { InFlight } from './in-flight.ts'
import type { Incoming } from './incoming.ts'
import type { Limiter } from './limits.ts'
import type { Durations } from './metrics.ts'
import type { OriginRule } from './origin.ts'

export interface Machine {
  readonly db: Database
  readonly log: Log
  /** Writes the line of a request. */
  readonly access: (line: AccessLine) => void
  readonly authorise: Authorise
  readonly addresses: Addresses
  readonly origin: OriginRule
  readonly limiter: Limiter
  readonly inFlight: InFlight
  /** Live streams, which end when the server stops. */
  readonly streams: Set<Incoming>
  readonly durations: Durations
  readonly headers: Readonly<Record<string, string>>
  /** Validate answers against their declared schemas (development and tests). */
  readonly checkAnswers: boolean
  readonly clock: () => Date
}

export type NodeEnv = {
  Bindings: { incoming?: IncomingMessage } | undefined
}

/** The application that routes are added to. */
export type App = Hono<NodeEnv>
