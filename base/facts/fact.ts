/**
 * Facts: what a module announces. A fact is declared once (name, payload, words) and announced by a
 * verb inside its transaction; it becomes a row of `event_log`, which consumers follow. Tracked
 * behaviour of people enters the same log from outside; see `modules/tracking`.
 */
import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { describeActor, type Id } from '../access/actor.ts'
import { afterCommit, type Ctx } from '../context.ts'
import { statement } from '../db/statement.ts'
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
  await insert(ctx.db, { facts: JSON.stringify([draftFact(ctx, fact, payload, about)]) })
  wakeAfter(ctx)
}

/** A row of the log that is yet to be written. */
export interface FactDraft {
  readonly name: string
  readonly actor: string
  readonly occurred_at: Date
  readonly member_id: Id | null
  readonly group_id: Id | null
  readonly object_kind: string | null
  readonly object_id: Id | null
  readonly value: string | null
  readonly staff: boolean
  readonly props: object
  readonly context: object
}

/**
 * The row of a fact, for `insertFacts`. An object without an id is the one that the statement makes. Throws when
 * the payload is not what was declared.
 */
export function draftFact<Payload extends z.ZodObject>(
  ctx: Ctx,
  fact: Fact<Payload>,
  payload: z.input<Payload>,
  about: Omit<About, 'object'> & { readonly object?: { readonly kind: string; readonly id: Id | null } } = {},
): FactDraft {
  return {
    name: fact.name,
    actor: describeActor(ctx.actor),
    occurred_at: about.occurredAt ?? ctx.now,
    member_id: about.memberId ?? null,
    group_id: about.groupId ?? null,
    object_kind: about.object?.kind ?? null,
    object_id: about.object?.id ?? null,
    value: about.value === undefined || about.value === null ? null : String(about.value),
    staff: ctx.actor.kind === 'account' && ctx.actor.operator !== undefined,
    props: fact.payload.parse(payload),
    context: { request: ctx.requestId },
  }
}

/**
 * Writes drafts (JSON of an array of them) into the log, as a part of the statement in which it happens.
 * Objects without an id have that of `made`, a CTE of the same statement; when it has no row, nothing is
 * announced. Whoever runs the statement calls `wakeAfter`.
 */
export const insertFacts = (drafts: unknown, made?: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  insert into event_log (name, source, actor, occurred_at, member_id, group_id, object_kind, object_id, value, staff,
                         props, context)
  select f.name, 'fact', f.actor, f.occurred_at, f.member_id, f.group_id, f.object_kind,
         ${made ? sql`coalesce(f.object_id, (select id from ${made}))` : sql`f.object_id`}, f.value, f.staff, f.props, f.context
    from jsonb_to_recordset(${drafts}::jsonb)
         as f (name text, actor text, occurred_at timestamptz, member_id bigint, group_id bigint, object_kind text,
               object_id bigint, value bigint, staff boolean, props jsonb, context jsonb)
   ${made ? sql`where exists (select from ${made})` : sql``}`

const insert = statement<never, { facts: string }>('announce', (at) => sql<never>`${insertFacts(at.facts)}`)

/** Consumers in any process wake after the commit instead of at their next poll. */
export const wakeAfter = (ctx: Ctx): void => afterCommit(ctx, wakeFollowers)
