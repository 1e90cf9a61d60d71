/**
 * Facts: what a module announces. A fact is declared once (name, payload, words) and announced by a
 * verb inside its transaction; it becomes a row of `event_log`, which consumers follow. Tracked
 * behaviour of people enters the same log from outside; see `modules/tracking`.
 */
import type { Insertable } from 'kysely'
import type { z } from 'zod'
import { describeActor, type Id } from '../access/actor.ts'
import { afterCommit, type Ctx } from '../context.ts'
import type { EventLog } from '../db/tables.generated.ts'
import type { Message } from '../i18n/messages.ts'
import { wakeFollowers } from './wake.ts'

export interface Fact<Payload extends z.ZodObject = z.ZodObject> {
  /** `subject.happened`, past tense: `member.joined`. */
  readonly name: string
  readonly payload: Payload
  readonly label: Message
  /** Query keys that go stale for clients that look at them: `['members', id]`. Sent over the live channel. */
  readonly touches?: (fact: { payload: z.infer<Payload>; about: About }) => readonly (readonly string[])[]
  /** Fields of the payload that may leave through webhooks; none by default. */
  readonly publicFields?: readonly (keyof z.infer<Payload> & string)[]
  /** A sentence for the audit log; facts without one are not audited. */
  readonly audit?: Message
}

/** What the fact is about, in columns that every reader understands. */
export interface About {
  readonly memberId?: Id | null
  readonly groupId?: Id | null
  readonly object?: { readonly kind: string; readonly id: Id }
  /** Amount in minor units, or any one number that sums. */
  readonly value?: bigint | number | null
  readonly occurredAt?: Date
}

export function defineFact<Payload extends z.ZodObject>(fact: Fact<Payload>): Fact<Payload> {
  if (!/^[a-z][a-z_]*\.[a-z][a-z_]*$/.test(fact.name))
    throw new Error(`Fact name "${fact.name}" must read subject.happened`)
  return fact
}

/**
 * Announces a fact: a row of the log in the transaction of `ctx`. Throws when the payload is not what
 * was declared, which undoes the verb.
 */
export async function announce<Payload extends z.ZodObject>(
  ctx: Ctx,
  fact: Fact<Payload>,
  payload: z.input<Payload>,
  about: About = {},
): Promise<void> {
  const row: Insertable<EventLog> = {
    name: fact.name,
    source: 'fact',
    actor: describeActor(ctx.actor),
    occurred_at: about.occurredAt ?? ctx.now,
    member_id: about.memberId ?? null,
    group_id: about.groupId ?? null,
    object_kind: about.object?.kind ?? null,
    object_id: about.object?.id ?? null,
    value: about.value === undefined || about.value === null ? null : String(about.value),
    staff: ctx.actor.kind === 'account' && ctx.actor.operator !== undefined,
    props: JSON.stringify(fact.payload.parse(payload)),
    context: JSON.stringify({ request: ctx.requestId }),
  }
  await ctx.db.insertInto('event_log').values(row).execute()
  // Consumers in any process wake after the commit instead of at their next poll.
  afterCommit(ctx, wakeFollowers)
}
