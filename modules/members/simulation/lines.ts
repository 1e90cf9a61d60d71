/** Simulated people and what they do as lines of tab-separated text: what COPY and ClickHouse both read. */
import type { Happening } from './behaviour.ts'
import type { Person } from './person.ts'

export const logColumns =
  'name, source, recorded_at, occurred_at, actor, member_id, session_id, value, props, context'

export const warehouseColumns = [
  'seq',
  'tx',
  'recorded_at',
  'occurred_at',
  'name',
  'source',
  'actor',
  'member_id',
  'session_id',
  'value',
  'props',
  'context',
] as const

/** The same for all that one person does. */
export interface Hand {
  readonly memberId: string
  readonly session: string
  readonly context: string
}

export function handOf(person: Person, memberId: string, runId: string): Hand {
  const { name, medium, referrer } = person.channel
  const device = person.index % 5 === 0 ? 'desktop' : 'mobile'
  return {
    memberId,
    session: `seed-${runId}-${person.index}-`,
    context: JSON.stringify({ device, utm: { source: name, medium }, ...(referrer ? { referrer } : {}) }),
  }
}

/** A line of `copy event_log (logColumns) from stdin`. Recorded when it happened, so that it lies in the month it belongs to. */
export function logLine(happening: Happening, hand: Hand): string {
  const at = new Date(happening.at).toISOString()
  const session = happening.session > 0 ? hand.session + happening.session : '\\N'
  return `${happening.name}\tseed\t${at}\t${at}\tsystem:seed\t${hand.memberId}\t${session}\t${happening.value ?? '\\N'}\t${happening.props}\t${hand.context}\n`
}

/** A line of an insert into `event` of the warehouse; `seq` is any number that no other row has. */
export function warehouseLine(happening: Happening, hand: Hand, seq: number): string {
  const at = new Date(happening.at).toISOString().replace('T', ' ').slice(0, 23)
  const session = happening.session > 0 ? hand.session + happening.session : ''
  return `${seq}\t0\t${at}\t${at}\t${happening.name}\tseed\tsystem:seed\t${hand.memberId}\t${session}\t${happening.value ?? '\\N'}\t${happening.props}\t${hand.context}\n`
}

export const memberColumns = 'id, token, nickname, city, bio, joined_at, last_seen_at, source, seed_run_id'

/** A line of `copy member (memberColumns) from stdin`. */
export function memberLine(
  person: Person,
  memberId: string,
  token: string,
  lastSeen: number,
  runId: string,
): string {
  const { name, medium, referrer } = person.channel
  const joined = new Date(person.joinedAt).toISOString()
  const source = JSON.stringify({
    channel: name,
    utm: { source: name, medium },
    ...(referrer ? { referrer } : {}),
    landing: '/',
    at: joined,
  })
  return `${memberId}\t${token}\t${person.nickname}\t${person.city}\t${person.bio}\t${joined}\t${new Date(lastSeen).toISOString()}\t${source}\t${runId}\n`
}
