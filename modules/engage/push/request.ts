/** One push to one browser: encrypted for it (RFC 8291), signed by us (RFC 8292), out through the one egress. */
import webPush from 'web-push'
import { EgressError } from '#base/egress/egress-error.ts'
import type { Egress } from '#base/parts.ts'
import type { Subscription } from './subscriptions.ts'
import type { Vapid } from './vapid.ts'

/** What the service worker is told. */
export interface PushMessage {
  /** Notices with one tag replace each other on the screen: a repeat is no second one. */
  readonly tag: string
  readonly title: string
  readonly body: string
  readonly path: string
  /** Of the notice; left out when it stands for several. */
  readonly id?: string
  /** How much is unread, for the icon of an installed site. */
  readonly unread: number
  /** It is night where he is: shown without a sound. */
  readonly silent: boolean
}

/**
 * sent · gone: the browser took its permission back · later: tried again (`seconds` when the service said so)
 * · refused: it will never be taken.
 */
export type PushOutcome =
  | { readonly kind: 'sent' | 'gone' }
  | { readonly kind: 'later'; readonly reason: string; readonly seconds?: number }
  | { readonly kind: 'refused'; readonly reason: string }

export interface PushDoor {
  readonly egress: Egress
  readonly vapid: Vapid
  /** Who answers for what we send: `https:` address of the community, for push services. */
  readonly subject: string
}

/** A notice that nobody saw for three days is none any more. */
const lifeSeconds = 3 * 86_400

export async function pushTo(
  { egress, vapid, subject }: PushDoor,
  subscription: Subscription,
  message: PushMessage,
  urgent: boolean,
): Promise<PushOutcome> {
  let request: ReturnType<typeof webPush.generateRequestDetails>
  try {
    request = webPush.generateRequestDetails(subscription, JSON.stringify(message), {
      vapidDetails: { subject, ...vapid },
      TTL: lifeSeconds,
      urgency: urgent ? 'high' : 'normal',
      contentEncoding: 'aes128gcm',
    })
  } catch {
    // Keys that are none: only a forged subscription has them.
    return { kind: 'refused', reason: 'keys' }
  }
  try {
    const answer = await egress.request(request.endpoint, {
      method: 'POST',
      headers: headersOf(request.headers),
      body: request.body ?? '',
      timeoutMs: 10_000,
      maxBytes: 16 * 1024,
    })
    return outcomeOf(answer.status, answer.headers.get('retry-after'))
  } catch (error) {
    if (!(error instanceof EgressError)) throw error
    return error.code === 'refused'
      ? { kind: 'refused', reason: 'address' }
      : { kind: 'later', reason: error.code }
  }
}

/** The egress counts the bytes itself. */
const headersOf = (headers: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => name.toLowerCase() !== 'content-length')
      .map(([name, value]) => [name, String(value)]),
  )

function outcomeOf(status: number, retryAfter: string | null): PushOutcome {
  if (status >= 200 && status < 300) return { kind: 'sent' }
  if (status === 404 || status === 410) return { kind: 'gone' }
  const reason = `status ${status}`
  if (status === 429 || status >= 500) {
    const seconds = Number(retryAfter)
    return { kind: 'later', reason, ...(seconds > 0 ? { seconds: Math.min(seconds, 3_600) } : {}) }
  }
  return { kind: 'refused', reason }
}
