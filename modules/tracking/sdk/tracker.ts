/**
 * The tracker: small, patient and discreet. It sends what happened in batches, keeps it until the
 * server has it, and remembers nothing about a person who did not agree. Runs in browsers and in Node.
 */
import { watchAttention } from './attention.ts'
import { uuidV7 } from './ids.ts'
import { type Delivery, openQueue, type WireEvent } from './queue.ts'
import { openStorage } from './storage.ts'
import { currentVisit } from './visit.ts'

export type Consent = 'granted' | 'denied'

export interface TrackerOptions {
  /** Address of the community, or of its `/v1/track`. */
  endpoint: string
  /** Write-only key `wk_…`; pages of the community itself need none. */
  key?: string
  /** For servers: an API key with the scope `tracking.write`. Never put it into a page. */
  apiKey?: string
  /** What the person chose; a choice made with `setConsent` is remembered and wins. Default `denied`. */
  consent?: Consent
  /** Page views by themselves, also when an app changes the address. Default: in browsers. */
  pages?: boolean
  /** Online time. Default: in browsers. */
  attention?: boolean
  /** Milliseconds that events gather before they go. Default 3000. */
  everyMs?: number
  /** Told about events that the server refused for good. */
  onRefused?: (errors: { index: number; code: string; message: string }[]) => void
}

export interface TrackFields {
  props?: Record<string, unknown>
  value?: number
  object?: { kind: string; id: string }
  groupId?: string
  /** With `apiKey` only. */
  memberId?: string
  at?: Date
}

export interface Tracker {
  track(name: string, fields?: TrackFields): void
  page(path?: string): void
  /** Somebody signed in: tells the server now, which learns from the session who it is. */
  identify(): Promise<void>
  /** Somebody signed out: what follows belongs to another visit. */
  reset(): void
  setConsent(consent: Consent): void
  flush(): Promise<void>
}

export const version = 'js/1'

export function createTracker(options: TrackerOptions): Tracker {
  const page = typeof document === 'undefined' ? undefined : document
  const storage = openStorage()
  let consent: Consent = storage.read<Consent>('consent') ?? options.consent ?? 'denied'
  storage.persist(consent === 'granted')

  const target = new URL(options.endpoint, page?.location.href)
  if (!target.pathname.endsWith('/v1/track'))
    target.pathname = `${target.pathname.replace(/\/$/, '')}/v1/track`
  const sameOrigin = page !== undefined && target.origin === page.location.origin

  const envelope = (events: WireEvent[]) => {
    const context = {
      sdk: version,
      ...(page && {
        language: navigator.language,
        screen: `${screen.width}x${screen.height}`,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      }),
    }
    const sentAt = new Date().toISOString()
    const key = options.key
    if (!page || consent === 'denied')
      return { key, sentAt, consent: page ? consent : undefined, context, events }
    const { anonymousId, arrival, first } = currentVisit(storage, page, Date.now())
    return {
      key,
      sentAt,
      consent,
      anonymousId,
      firstTouch: first,
      context: { ...context, ...arrival },
      events,
    }
  }

  const deliver: Delivery = async (events, closing) => {
    const body = JSON.stringify(envelope(events))
    // The beacon carries cookies wherever it goes, so it is for our own pages only.
    if (closing && sameOrigin && navigator.sendBeacon?.(target.href, body)) return 'done'
    try {
      const answer = await fetch(target, {
        method: 'POST',
        // Plain text asks no leave of another origin first; the server reads JSON all the same.
        headers: {
          'content-type': 'text/plain',
          ...(options.apiKey ? { authorization: `Bearer ${options.apiKey}` } : {}),
        },
        body,
        keepalive: closing,
        ...(page ? { credentials: sameOrigin ? ('same-origin' as const) : ('omit' as const) } : {}),
      })
      if (answer.ok) {
        const { errors } = (await answer.json()) as {
          errors: { index: number; code: string; message: string }[]
        }
        if (errors.length > 0) options.onRefused?.(errors)
        return 'done'
      }
      const { status } = answer
      if (status < 500 && status !== 408 && status !== 425 && status !== 429) return 'done'
      return { later: Number(answer.headers.get('retry-after') ?? 0) * 1_000 || 0 }
    } catch {
      return { later: 0 }
    }
  }
  const queue = openQueue(storage, deliver, options.everyMs ?? 3_000)

  const track = (name: string, { at, ...fields }: TrackFields = {}) => {
    const now = Date.now()
    queue.add({
      id: uuidV7(now),
      name,
      at: (at ?? new Date(now)).toISOString(),
      ...(page && { page: page.location.pathname, title: page.title }),
      ...(page && consent === 'granted' ? { sessionId: currentVisit(storage, page, now).sessionId } : {}),
      ...fields,
    })
  }
  let shown: string | undefined
  const showPage = (path = page?.location.pathname) => {
    shown = path
    track('page_view', path === undefined ? {} : { props: { path } })
  }

  if (page) {
    const attention =
      options.attention === false
        ? undefined
        : watchAttention(page, (seconds) => track('online_time', { value: seconds }))
    if (options.pages !== false) {
      const follow = () => {
        if (page.location.pathname !== shown) showPage()
      }
      for (const name of ['pushState', 'replaceState'] as const) {
        const change = history[name].bind(history)
        history[name] = (...args) => {
          change(...args)
          follow()
        }
      }
      addEventListener('popstate', follow)
      showPage()
    }
    addEventListener('online', () => void queue.flush())
    const leave = () => {
      attention?.settle()
      queue.leave()
    }
    addEventListener('pagehide', leave)
    page.addEventListener('visibilitychange', () => {
      if (page.hidden) leave()
    })
  }

  return {
    track,
    page: showPage,
    async identify() {
      track('identify')
      await queue.flush()
    },
    reset() {
      for (const name of ['id', 'session', 'first']) storage.write(name, undefined)
    },
    setConsent(chosen) {
      if (chosen === consent) return
      consent = chosen
      storage.persist(chosen === 'granted')
      storage.write('consent', chosen)
      // What was gathered under the other choice must not leave under this one.
      queue.clear()
    },
    flush: queue.flush,
  }
}
