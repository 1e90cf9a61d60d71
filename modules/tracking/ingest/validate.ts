/**
 * From what a sender wrote to a row, or the reason why not. One pass by hand per event: this is the hot
 * path, and a schema library costs several times the rest of it.
 */
import type { Id } from '#base/access/actor.ts'
import { type Batch, idPattern, readTime, shortText } from './batch.ts'
import type { TrackedEvent } from './event.ts'
import { type Fault, propsFault } from './props.ts'
import type { Sender } from './sender.ts'

const hour = 3_600_000
export const maxAge = 30 * 24 * hour
export const maxAhead = 24 * hour
/** Clocks that differ by less are taken as they are: the difference is mostly the network. */
const toleratedSkew = 60_000

const uuid = /^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/
const namePattern = /^[a-z][a-z0-9_]{0,63}$/
const kindPattern = /^[a-z][a-z_]{0,31}$/
const digits = /^[1-9]\d{0,17}$/

/** What orders announce themselves: it comes through `/api/orders`, with items and refunds, once each, not as a bare event. */
export const orderNames: ReadonlySet<string> = new Set(
  ['placed', 'paid', 'refunded'].flatMap((what) => [`order_${what}`, `order.${what}`]),
)

/** What is the same for all events of a batch, computed once. */
export interface BatchFrame {
  readonly sender: Sender
  readonly receivedAt: number
  readonly skew: number
  readonly anonymousId: string | null
  readonly sessionId: string | null
  readonly test: boolean
  readonly bot: boolean
  readonly anonymise: boolean
  /** As the log names who acts: a person who did not agree is nobody, a key is a key. */
  readonly actor: string
  /** Context as JSON without its last brace, so that an event adds its own fields cheaply. */
  readonly context: string
}

export function frameBatch(
  batch: Batch,
  sender: Sender,
  about: { receivedAt: number; bot: boolean; device: string },
): BatchFrame {
  const skew = batch.sentAt === undefined ? 0 : about.receivedAt - batch.sentAt
  const anonymise = sender.anonymise || batch.consent === 'denied'
  return {
    sender,
    receivedAt: about.receivedAt,
    skew: Math.abs(skew) <= toleratedSkew ? 0 : skew,
    anonymousId: anonymise ? null : (batch.anonymousId ?? null),
    sessionId: anonymise ? null : (batch.sessionId ?? null),
    test: sender.test || batch.test,
    bot: about.bot,
    anonymise,
    actor: anonymise && sender.kind === 'session' ? 'anonymous' : sender.actor,
    context: JSON.stringify({ device: about.device, ...batch.context }).slice(0, -1),
  }
}

/** Checks one event. Returns the row to write, or what is wrong with it. */
export function readEvent(raw: unknown, frame: BatchFrame): TrackedEvent | Fault {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return { fault: 'notAnObject' }
  const given = raw as Record<string, unknown>
  const { id, name, sessionId, anonymousId } = given
  if (typeof id !== 'string' || !uuid.test(id)) return { fault: 'badId' }
  if (typeof name === 'string' && orderNames.has(name)) return { fault: 'reservedName', name }
  if (typeof name !== 'string' || !namePattern.test(name)) return { fault: 'badName' }

  const at = given.at === undefined ? frame.receivedAt - frame.skew : readTime(given.at)
  if (at === undefined) return { fault: 'badTime' }
  const occurredAt = at + frame.skew
  if (occurredAt < frame.receivedAt - maxAge) return { fault: 'tooOld' }
  if (occurredAt > frame.receivedAt + maxAhead) return { fault: 'tooNew' }

  if (anonymousId !== undefined && !(typeof anonymousId === 'string' && idPattern.test(anonymousId)))
    return { fault: 'badAnonymousId' }
  if (sessionId !== undefined && !(typeof sessionId === 'string' && idPattern.test(sessionId)))
    return { fault: 'badSessionId' }

  const memberId = readMember(given.memberId, frame)
  if (typeof memberId === 'object' && memberId !== null) return memberId
  const object = readObject(given.object)
  if (object === undefined) return { fault: 'badObject' }
  const { groupId = null, value = null } = given
  if (groupId !== null && !(typeof groupId === 'string' && digits.test(groupId))) return { fault: 'badGroup' }
  if (value !== null && !Number.isSafeInteger(value)) return { fault: 'badValue' }

  let props = '{}'
  if (given.props !== undefined) {
    const fault = propsFault(given.props)
    if (fault) return fault
    props = JSON.stringify(given.props)
  }
  return {
    id: id.toLowerCase(),
    name,
    occurredAt,
    actor: frame.actor,
    memberId,
    groupId: groupId as Id | null,
    anonymousId: frame.anonymise ? null : ((anonymousId as string | undefined) ?? frame.anonymousId),
    sessionId: frame.anonymise ? null : ((sessionId as string | undefined) ?? frame.sessionId),
    objectKind: object.kind,
    objectId: object.id,
    value: value as number | null,
    bot: frame.bot,
    staff: frame.sender.staff,
    test: frame.test || given.test === true,
    props,
    context: eventContext(given, frame),
  }
}

/** A server names members by id; from anybody else a memberId is refused, not ignored, so that nobody believes it worked. */
function readMember(given: unknown, frame: BatchFrame): Id | null | Fault {
  if (given === undefined || given === null) return frame.anonymise ? null : (frame.sender.memberId ?? null)
  if (frame.sender.kind !== 'server') return { fault: 'memberRefused' }
  if (typeof given !== 'string' || !digits.test(given)) return { fault: 'unknownMember' }
  return frame.anonymise ? null : given
}

const nothing = { kind: null, id: null }

function readObject(given: unknown): { kind: string | null; id: Id | null } | undefined {
  if (given === undefined || given === null) return nothing
  if (typeof given !== 'object') return undefined
  const { kind, id } = given as Record<string, unknown>
  if (typeof kind !== 'string' || !kindPattern.test(kind)) return undefined
  if (typeof id !== 'string' || !digits.test(id)) return undefined
  return { kind, id }
}

function eventContext(given: Record<string, unknown>, frame: BatchFrame): string {
  let context = frame.context
  for (const name of ['page', 'title', 'referrer'] as const) {
    const text = given[name] === undefined ? undefined : shortText(given[name], 512)
    if (text) context += `,"${name}":${JSON.stringify(text)}`
  }
  return `${context}}`
}
