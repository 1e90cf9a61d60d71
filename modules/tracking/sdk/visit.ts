/** Who visits and how he came: a browser's id, the session of 30 quiet minutes, utm, referrer and landing page. */
import { newId } from './ids.ts'
import type { Storage } from './storage.ts'

const quietMs = 1_800_000

export interface Arrival {
  utm?: Record<string, string>
  referrer?: string
  landing?: string
}
interface Session extends Arrival {
  id: string
  at: number
}

export interface Visit {
  readonly anonymousId: string
  readonly sessionId: string
  /** How this session began. */
  readonly arrival: Arrival
  /** How this browser came here the first time. */
  readonly first: Arrival & { at: string }
}

/** Without what a search or a form may have put into an address. */
const bare = (address: string) => address.split(/[?#]/)[0]!

function arrivalOf(page: Document | undefined): Arrival {
  if (!page) return {}
  const utm: Record<string, string> = {}
  for (const [name, value] of new URLSearchParams(page.location.search))
    if (name.startsWith('utm_') && value) utm[name.slice(4)] = value
  const outside = page.referrer && new URL(page.referrer).origin !== page.location.origin
  return {
    ...(Object.keys(utm).length > 0 ? { utm } : {}),
    ...(outside ? { referrer: bare(page.referrer) } : {}),
    landing: page.location.pathname,
  }
}

/** The running visit; a new session begins after 30 quiet minutes or with another campaign. */
export function currentVisit(storage: Storage, page: Document | undefined, now: number): Visit {
  let anonymousId = storage.read<string>('id')
  if (!anonymousId) {
    anonymousId = newId()
    storage.write('id', anonymousId)
  }
  let session = storage.read<Session>('session')
  if (!session || now - session.at > quietMs) session = { id: newId(), at: now, ...arrivalOf(page) }
  // Other tabs read it; writing each second at most keeps it cheap.
  if (now - session.at > 1_000 || session.at === now) storage.write('session', { ...session, at: now })
  const { id: sessionId, at, ...arrival } = session
  let first = storage.read<Visit['first']>('first')
  if (!first) {
    first = { ...arrival, at: new Date(at).toISOString() }
    storage.write('first', first)
  }
  return { anonymousId, sessionId, arrival, first }
}
