/** A tracked event between validation and the log: one row of `event_log`, ready to be written. */
import type { Id } from '#base/access/actor.ts'

export interface TrackedEvent {
  /** The sender's UUID, in lower case. */
  readonly id: string
  readonly name: string
  /** Milliseconds since 1970, corrected by the sender's clock error. */
  readonly occurredAt: number
  readonly actor: string
  readonly memberId: Id | null
  readonly groupId: Id | null
  readonly anonymousId: string | null
  /** Null until the server assigns one; stays null for events that nobody is attached to. */
  sessionId: string | null
  readonly objectKind: string | null
  readonly objectId: Id | null
  readonly value: number | null
  readonly bot: boolean
  readonly staff: boolean
  readonly test: boolean
  /** JSON texts, as they go into the columns. */
  readonly props: string
  readonly context: string
}

/** The columns that an event fills; the others have defaults (sequence, transaction, time of recording). */
export const eventColumns =
  'name, source, occurred_at, actor, member_id, group_id, anonymous_id, session_id, object_kind, object_id, value, bot, staff, test, props, context'

// COPY's text form: backslashes double, tabs and line ends cannot occur in what validation lets through
// except inside JSON, where JSON.stringify has already escaped them with a backslash.
const escaped = (text: string) => (text.includes('\\') ? text.replaceAll('\\', '\\\\') : text)
const orNull = (value: string | number | null) => (value === null ? '\\N' : value)

/** One line of `COPY event_log (…) FROM STDIN`. */
export function copyLine(event: TrackedEvent): string {
  return (
    `${event.name}\ttrack\t${new Date(event.occurredAt).toISOString()}\t${event.actor}\t` +
    `${orNull(event.memberId)}\t${orNull(event.groupId)}\t${orNull(event.anonymousId)}\t` +
    `${orNull(event.sessionId)}\t${orNull(event.objectKind)}\t${orNull(event.objectId)}\t` +
    `${orNull(event.value)}\t${event.bot ? 't' : 'f'}\t${event.staff ? 't' : 'f'}\t${event.test ? 't' : 'f'}\t` +
    `${escaped(event.props)}\t${escaped(event.context)}\n`
  )
}
