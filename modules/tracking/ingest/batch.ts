/**
 * Reads a batch: what is said once for all its events. The hot path parses by hand; `batchSchema` in
 * `batch.schema.ts` documents the same form and a test keeps the two equal.
 */
import { trackingProblems } from '../problems.ts'
import { storable } from './props.ts'

export const maxEvents = 1_000
export const maxBytes = 1_048_576

/** How the sender came here first; kept on the member at the first proof of identity. */
export interface Touch {
  readonly channel: string
  readonly utm: Readonly<Record<string, string>>
  readonly referrer?: string
  readonly landing?: string
  readonly at?: string
}

export interface Batch {
  /** The sender's clock when it sent; undefined when it did not say. */
  readonly sentAt: number | undefined
  readonly key: string | undefined
  readonly anonymousId: string | undefined
  readonly sessionId: string | undefined
  /** `denied`: nothing that points at a person is kept. */
  readonly consent: 'granted' | 'denied' | undefined
  readonly test: boolean
  readonly firstTouch: Touch | undefined
  /** Small texts that describe the sender: sdk, language, screen, time zone, utm, landing page. */
  readonly context: Readonly<Record<string, string | Readonly<Record<string, string>>>>
  readonly events: readonly unknown[]
}

const malformed = (reason: string) => trackingProblems.batchMalformed({ values: { reason } })

export const idPattern = /^[A-Za-z0-9_-]{8,64}$/

/** Milliseconds of an ISO 8601 text or a number; undefined when it is neither. */
export function readTime(value: unknown): number | undefined {
  const at = typeof value === 'number' ? value : typeof value === 'string' ? Date.parse(value) : Number.NaN
  // Outside these years neither JavaScript's ISO form nor PostgreSQL's would be plain.
  return at > -62_135_596_800_000 && at < 253_402_300_799_999 ? Math.trunc(at) : undefined
}

/** Parses a batch. Throws problems 400 (form) and 413 (too many events). */
export function readBatch(text: string): Batch {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw malformed('JSON')
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw malformed('{ "events": […] }')
  const batch = body as Record<string, unknown>
  if (!Array.isArray(batch.events) || batch.events.length === 0) throw malformed('events')
  if (batch.events.length > maxEvents) throw trackingProblems.batchTooLong({ values: { limit: maxEvents } })
  return {
    sentAt: batch.sentAt === undefined ? undefined : (readTime(batch.sentAt) ?? refuse('sentAt')),
    key: batch.key === undefined ? undefined : typeof batch.key === 'string' ? batch.key : refuse('key'),
    anonymousId: optionalId(batch.anonymousId, 'anonymousId'),
    sessionId: optionalId(batch.sessionId, 'sessionId'),
    consent: readConsent(batch.consent),
    test: batch.test === true,
    firstTouch: readTouch(batch.firstTouch),
    context: readContext(batch.context),
    events: batch.events,
  }
}

function refuse(field: string): never {
  throw malformed(field)
}

function optionalId(value: unknown, field: string): string | undefined {
  if (value === undefined || value === null) return undefined
  return typeof value === 'string' && idPattern.test(value) ? value : refuse(field)
}

function readConsent(value: unknown): Batch['consent'] {
  if (value === undefined || value === 'granted' || value === 'denied') return value
  return refuse('consent')
}

const contextNames = ['sdk', 'language', 'screen', 'timeZone', 'referrer', 'landing'] as const
const utmNames = ['source', 'medium', 'campaign', 'term', 'content'] as const

/** A short storable text, cut to `max`; anything else is left out: context describes, it never refuses. */
export function shortText(value: unknown, max: number): string | undefined {
  if (typeof value !== 'string' || value === '' || !storable(value)) return undefined
  return value.length > max ? value.slice(0, max).toWellFormed() : value
}

function readContext(value: unknown): Batch['context'] {
  if (typeof value !== 'object' || value === null) return {}
  const given = value as Record<string, unknown>
  const context: Record<string, string | Record<string, string>> = {}
  for (const name of contextNames) {
    const text = shortText(given[name], 512)
    if (text) context[name] = text
  }
  const utm = readUtm(given.utm)
  if (Object.keys(utm).length > 0) context.utm = utm
  return context
}

function readUtm(value: unknown): Record<string, string> {
  const utm: Record<string, string> = {}
  if (typeof value !== 'object' || value === null) return utm
  for (const name of utmNames) {
    const text = shortText((value as Record<string, unknown>)[name], 120)
    if (text) utm[name] = text
  }
  return utm
}

function readTouch(value: unknown): Touch | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const given = value as Record<string, unknown>
  const utm = readUtm(given.utm)
  const referrer = shortText(given.referrer, 512)
  const at = readTime(given.at)
  return {
    channel: channelOf(utm, referrer),
    utm,
    referrer,
    landing: shortText(given.landing, 512),
    at: at === undefined ? undefined : new Date(at).toISOString(),
  }
}

const searchEngines = /(^|\.)(baidu|google|bing|sogou|so|sm|duckduckgo)\./
const socialSites = /(^|\.)(xiaohongshu|weibo|douyin|bilibili|zhihu|douban|weixin\.qq|qq)\./

/** The acquisition channel in one word: what the campaign says, or where the referrer points. */
export function channelOf(utm: Readonly<Record<string, string>>, referrer: string | undefined): string {
  if (utm.source) return utm.source.toLowerCase().slice(0, 40).toWellFormed()
  if (!referrer || !URL.canParse(referrer)) return 'direct'
  const { hostname } = new URL(referrer)
  if (searchEngines.test(hostname)) return 'search'
  if (socialSites.test(hostname)) return 'social'
  return 'referral'
}
