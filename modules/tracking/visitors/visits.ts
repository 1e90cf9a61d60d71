/**
 * Sessions for senders that keep none themselves: a visit ends after 30 quiet minutes. The running one
 * is a row, so that any process continues it, locked in order of subject while events are added.
 */
import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { TrackedEvent } from '../ingest/event.ts'

export const quietMinutes = 30

/** Who visits, as far as an event tells; events that nobody is attached to belong to no session. */
const subjectOf = (event: TrackedEvent): string | null =>
  event.anonymousId ? `a:${event.anonymousId}` : event.memberId ? `m:${event.memberId}` : null

/** Gives every event without a session the running or a new one. Runs in the transaction of `client`. */
export async function assignSessions(client: pg.ClientBase, events: Iterable<TrackedEvent>): Promise<void> {
  const bySubject = new Map<string, TrackedEvent[]>()
  for (const event of events) {
    if (event.sessionId !== null) continue
    const subject = subjectOf(event)
    if (subject === null) continue
    const list = bySubject.get(subject)
    if (list) list.push(event)
    else bySubject.set(subject, [event])
  }
  if (bySubject.size === 0) return
  const subjects = [...bySubject.keys()].sort()
  // Makes the missing rows first (with a time that is over), so that the lock below covers every subject.
  await client.query(
    `insert into visit (subject, session_id, last_at)
     select unnest($1::text[]), '', '-infinity' on conflict do nothing`,
    [subjects],
  )
  const { rows } = await client.query<{ subject: string; session_id: string; last_ms: number }>(
    `select subject, session_id, greatest(extract(epoch from last_at), -1e9)::float8 * 1000 as last_ms
       from visit where subject = any($1) order by subject for update`,
    [subjects],
  )
  const sessions: string[] = []
  const ends: string[] = []
  for (const { subject, session_id, last_ms } of rows) {
    let session = session_id
    let last = last_ms
    for (const event of bySubject.get(subject)!.sort((one, other) => one.occurredAt - other.occurredAt)) {
      if (session === '' || event.occurredAt - last > quietMinutes * 60_000)
        session = randomBytes(12).toString('base64url')
      event.sessionId = session
      last = Math.max(last, event.occurredAt)
    }
    sessions.push(session)
    ends.push(new Date(last).toISOString())
  }
  await client.query(
    `update visit set session_id = given.session_id, last_at = given.last_at
       from unnest($1::text[], $2::text[], $3::timestamptz[]) as given (subject, session_id, last_at)
      where visit.subject = given.subject`,
    [rows.map((row) => row.subject), sessions, ends],
  )
}
